"""A source as one run of words, in which passages like a quotation are found fast."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.text import Document, Span
from factlint.values.quote import QuotedWord, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_CANDIDATES = 4
# Offsets this near to each other speak for one passage with words added or dropped.
_SLACK = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a source's words; `written` and `spans` give each as the file has it and where."""

    document: Document
    words: tuple[QuotedWord, ...]
    written: tuple[str, ...]
    spans: tuple[Span, ...]

    def span_of(self, numbers: range) -> Span:
        """The span of the file from the first to the last of the words with these numbers."""
        return Span(self.spans[numbers.start].start, self.spans[numbers.stop - 1].end)


@dataclass(frozen=True, eq=False)
class RunningText:
    """All words of one document in order."""

    document: Document

    @cached_property
    def _words(self) -> tuple[tuple[int, QuotedWord], ...]:
        return tuple(
            (number, word) for number, block in enumerate(self.document.blocks) for word in words_of(block.text)
        )

    @cached_property
    def _by_pair(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """Where each two neighbouring words stand."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number in range(len(self._words) - 1):
            found[self._words[number][1].folded, self._words[number + 1][1].folded].append(number)
        return {pair: tuple(places) for pair, places in found.items()}

    def passages_like(self, part: Sequence[QuotedWord]) -> tuple[Passage, ...]:
        """The passages that share most neighbouring words with a part of a quotation, best first."""
        votes: Counter[int] = Counter()
        for number in range(len(part) - 1):
            for place in self._by_pair.get((part[number].folded, part[number + 1].folded), ()):
                votes[place - number] += 1
        starts: list[int] = []
        for start, _ in votes.most_common(_MOST_CANDIDATES * 2):
            if all(abs(start - other) > _SLACK for other in starts):
                starts.append(start)
        return tuple(self._trimmed(start, part) for start in starts[:_MOST_CANDIDATES])

    def _trimmed(self, start: int, part: Sequence[QuotedWord]) -> Passage:
        """The passage around a start, its ends moved to where the part's own ends fit best."""
        low = max(0, start - _SLACK)
        high = min(len(self._words), start + len(part) + _SLACK)
        first = _nearest(self._folded(low, high), part[0].folded, max(0, start) - low)
        last = _nearest(self._folded(low, high), part[-1].folded, start + len(part) - 1 - low)
        begin = low + first if first is not None else max(0, start)
        end = low + last + 1 if last is not None else min(len(self._words), start + len(part))
        return self._passage(begin, max(end, begin + 1))

    def _folded(self, low: int, high: int) -> list[str]:
        return [word.folded for _, word in self._words[low:high]]

    def _passage(self, start: int, end: int) -> Passage:
        chosen = self._words[start:end]
        blocks = self.document.blocks
        return Passage(
            self.document,
            tuple(word for _, word in chosen),
            tuple(blocks[number].text[word.start : word.end] for number, word in chosen),
            tuple(blocks[number].file_span(Span(word.start, word.end)) for number, word in chosen),
        )


def _nearest(words: Sequence[str], wanted: str, place: int) -> int | None:
    """The number of the word equal to `wanted` that is nearest to `place`, within the slack."""
    places = [number for number, word in enumerate(words) if word == wanted and abs(number - place) <= _SLACK]
    return min(places, key=lambda number: abs(number - place), default=None)
