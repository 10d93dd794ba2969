"""Which spans of a text overlap one another, told without comparing each with all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.text import Span


class Overlaps:
    """Spans that can be asked which of them overlap another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._order = sorted(range(len(spans)), key=lambda number: spans[number].start)
        self._starts = [spans[number].start for number in self._order]
        # The furthest end up to each span, so that these ascend even where a long span holds others.
        self._reaches = list(accumulate((spans[number].end for number in self._order), max))

    def of(self, span: Span) -> list[int]:
        """The numbers of the spans that share a code point with `span`, ascending."""
        first, last = bisect_right(self._reaches, span.start), bisect_left(self._starts, span.end)
        return sorted(number for number in self._order[first:last] if self._spans[number].overlaps(span))


class Taken:
    """The parts of a text that are taken, none of which overlaps another."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def take(self, span: Span) -> bool:
        """Takes a span where it overlaps none that is taken; True where it did."""
        # Of disjoint spans in order the ends ascend like the starts.
        first = bisect_right(self._spans, span.start, key=lambda taken: taken.end)
        if any(taken.overlaps(span) for taken in self._spans[first : first + 1]):
            return False
        insort(self._spans, span)
        return True
