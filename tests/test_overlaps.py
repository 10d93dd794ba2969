"""Overlaps of spans are those that comparing each with all finds."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.overlaps import Overlaps, Taken
from factlint.text import Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda place: Span(place[0], sum(place))))


def test_a_long_span_is_found_behind_short_ones():
    assert Overlaps([Span(0, 20), Span(2, 4), Span(6, 8)]).of(Span(10, 12)) == [0]


def test_spans_that_only_touch_share_nothing():
    assert Overlaps([Span(0, 4), Span(8, 12)]).of(Span(4, 8)) == []


def test_what_is_taken_is_taken_once():
    taken = Taken()
    assert [taken.take(span) for span in (Span(4, 8), Span(6, 10), Span(8, 10), Span(0, 5))] == [
        True,
        False,
        True,
        False,
    ]


@given(SPANS, SPANS)
def test_every_overlap_is_found(spans, asked):
    found = Overlaps(spans)
    for span in asked:
        assert found.of(span) == [number for number, other in enumerate(spans) if other.overlaps(span)]


@given(SPANS)
def test_what_is_taken_overlaps_nothing_that_was_taken_before(spans):
    taken, kept = Taken(), []
    for span in spans:
        is_free = not any(span.overlaps(other) for other in kept)
        assert taken.take(span) == is_free
        kept += [span] if is_free else []
