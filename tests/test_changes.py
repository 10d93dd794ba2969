"""Changes of a text, one after another and all at once."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.changes import Change, applied, between, composed
from factlint.text import Span

letters = st.text("ab\N{GRINNING FACE}", max_size=12)


def test_changes_are_made_where_they_stand():
    changes = [Change(Span(4, 4), "x"), Change(Span(0, 1), ""), Change(Span(2, 3), "yy")]
    assert applied("abcd", changes) == "byydx"


@given(letters, letters)
def test_one_change_makes_one_text_of_another(before, after):
    assert applied(before, [between(before, after)]) == after


def test_the_change_between_two_texts_is_small():
    assert between("one three", "one two three") == Change(Span(5, 5), "wo t")
    assert between("same", "same") == Change(Span(4, 4), "")


@given(st.data(), letters)
def test_several_rounds_of_changes_are_told_as_one(data, text):
    now, rounds = text, []
    for _ in range(data.draw(st.integers(0, 4))):
        bounds = sorted(data.draw(st.lists(st.integers(0, len(now)), max_size=4, unique=True)))
        spans = [Span(*bounds[at : at + 2]) for at in range(0, len(bounds) - 1, 2)]
        rounds.append([Change(span, data.draw(letters)) for span in spans])
        now = applied(now, rounds[-1])
    assert applied(text, composed(len(text), rounds)) == now
