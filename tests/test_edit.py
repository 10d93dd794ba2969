"""What an edit leaves of a text."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.edit import Edit
from factlint.text import Span

TEXTS = st.text(alphabet="ab \n", max_size=30)


@given(TEXTS, TEXTS)
def test_an_edit_is_one_replacement_that_makes_the_new_text(old: str, new: str) -> None:
    edit = Edit.between(old, new)
    assert old[: edit.start] + new[edit.start : edit.end + edit.by] + old[edit.end :] == new
    assert 0 <= edit.start <= edit.end <= len(old)


@given(TEXTS, TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_span_that_is_moved_has_its_words_still(old: str, new: str, start: int, end: int) -> None:
    span = Span(*sorted((min(start, len(old)), min(end, len(old)))))
    edit = Edit.between(old, new)
    moved = edit.moved(span)
    assert moved is None or moved.of(new) == span.of(old)
    assert edit.touches(span) or moved is not None


def test_only_what_the_edit_changed_is_lost() -> None:
    edit = Edit.between("one two three", "one twelve three")
    assert (edit.moved(Span(0, 3)), edit.moved(Span(4, 7)), edit.moved(Span(8, 13))) == (
        Span(0, 3),
        None,
        Span(11, 16),
    )
