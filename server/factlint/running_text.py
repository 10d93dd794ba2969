"""A source as one run of words, in which passages like a quotation are found fast."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, pairwise
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.kept import kept, kept_lately
from factlint.text import Document, Span
from factlint.values.quote import Change, QuotedWord, changes, folded_words, vocabulary_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from factlint.extract.account import Account
    from factlint.index import Index

_MOST_CANDIDATES = 4
# Offsets this near to each other speak for one passage with words added or dropped.
_SLACK = 3
_LEAST_WORDS = 4
# A quotation is a source's only where most of its words stand there in order: four of five in a short one,
# two of three in a long one.
_LEAST_SHARE_SHORT, _LEAST_SHARE_LONG, _LONG = 0.75, 0.66, 8
_LEAST_TELLING_WORDS = 2
# Of how many parts of quotations of edited drafts it is kept where they were taken from.
_LATELY = 256


class Passage(Struct, frozen=True):
    """A run of a source's words; `written` and `spans` give each as the file has it and where."""

    document: Document
    words: tuple[QuotedWord, ...]
    written: tuple[str, ...]
    spans: tuple[Span, ...]

    def span_of(self, numbers: range) -> Span:
        """The span of the file from the first to the last of the words with these numbers."""
        return Span(self.spans[numbers.start].start, self.spans[numbers.stop - 1].end)


class RunningText(Struct, frozen=True, eq=False, dict=True):
    """All words of one document in order, those that are not to be believed among them."""

    document: Document

    @property
    def _written(self) -> Document:
        return self.document.as_written or self.document

    @cached_property
    def _words(self) -> tuple[tuple[int, QuotedWord], ...]:
        return tuple(
            (number, word) for number, block in enumerate(self._written.blocks) for word in words_of(block.text)
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that it has, folded."""
        return vocabulary_of(block.text for block in self._written.blocks)

    @cached_property
    def _all_folded(self) -> tuple[str, ...]:
        # Where they stand, which takes longer and more memory, is asked of few texts.
        return tuple(chain.from_iterable(folded_words(block.text) for block in self._written.blocks))

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[int, ...]]:
        """Where each word stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._all_folded):
            found[word].append(number)
        return {word: tuple(places) for word, places in found.items()}

    def has(self, part: Sequence[QuotedWord]) -> bool:
        """True where the text has the words in this order."""
        return self._place_of(part) is not None

    def find(self, part: Sequence[QuotedWord]) -> Passage | None:
        """The first passage that has the words in this order."""
        place = self._place_of(part)
        return None if place is None else self._passage(place, place + len(part))

    def find_all(self, part: Sequence[QuotedWord]) -> Iterator[Passage]:
        """Every passage that has the words in this order."""
        yield from (self._passage(place, place + len(part)) for place in self._places_of(part))

    def _place_of(self, part: Sequence[QuotedWord]) -> int | None:
        return next(self._places_of(part), None)

    def _places_of(self, part: Sequence[QuotedWord]) -> Iterator[int]:
        wanted = tuple(word.folded for word in part)
        places = self._by_word.get(wanted[0], ())
        yield from (place for place in places if self._folded(place, place + len(wanted)) == wanted)

    def with_other_word(self, part: Sequence[QuotedWord], other: int) -> Iterator[Passage]:
        """The passages that have the words of the part but for word number `other`, and another in its place."""
        anchor = 1 if other == 0 else 0
        for place in self._by_word.get(part[anchor].folded, ()):
            start = place - anchor
            theirs = self._folded(start, start + len(part)) if start >= 0 else ()
            if len(theirs) == len(part) and all(
                (theirs[number] == word.folded) is (number != other) for number, word in enumerate(part)
            ):
                yield self._passage(start, start + len(part))

    def behind(self, part: Sequence[QuotedWord], length: int) -> Iterator[Passage]:
        """The words, so many, right behind each place where the text has the part."""
        for place in self._by_word.get(part[0].folded, ()):
            stop = place + len(part)
            if self._folded(place, stop) == tuple(word.folded for word in part) and stop + length <= len(self._words):
                yield self._passage(stop, stop + length)

    def within(self, span: Span) -> Passage | None:
        """The words within a span of the file; None where it has none."""
        block = self._written.block_at(span.start)
        inside = block.prose_span(span) if block else span
        places = [
            number
            for number, (at, word) in enumerate(self._words)
            if self._written.blocks[at] is block and inside.start <= word.start and word.end <= inside.end
        ]
        return self._passage(places[0], places[-1] + 1) if places else None

    def passages_like(self, part: Sequence[QuotedWord], least: int) -> Iterator[Passage]:
        """The passages that share most neighbouring words with a part of a quotation, best first.

        Those that have fewer than so many of its words are left out.
        """
        starts: list[int] = []
        for start, _ in self._votes(part).most_common(_MOST_CANDIDATES * 2):
            if all(abs(start - other) > _SLACK for other in starts):
                starts.append(start)
        for start in starts[:_MOST_CANDIDATES]:
            near = set(self._folded(max(0, start - _SLACK), start + len(part) + _SLACK))
            if sum(word.folded in near for word in part) >= least:
                yield self._trimmed(start, part)

    def _votes(self, part: Sequence[QuotedWord]) -> Counter[int]:
        """Where a part may begin, by how many of its words stand there beside the same ones."""
        # The last word of the text has none behind it.
        words, by_word = (*self._all_folded, ""), self._by_word
        return Counter(
            place - number
            for number, (word, following) in enumerate(pairwise(word.folded for word in part))
            for place in by_word.get(word, ())
            if words[place + 1] == following
        )

    def has_in_order(self, part: Sequence[QuotedWord], most: int) -> bool:
        """True where at most `most` words in a row hold all the words of a part in their order."""
        for start in self._by_word.get(part[0].folded, ()):
            following = iter(self._folded(start, start + most))
            if all(word.folded in following for word in part):
                return True
        return False

    def _trimmed(self, start: int, part: Sequence[QuotedWord]) -> Passage:
        """The passage around a start, its ends moved to where the part's own ends fit best."""
        low = max(0, start - _SLACK)
        high = min(len(self._words), start + len(part) + _SLACK)
        first = _nearest(self._folded(low, high), part[0].folded, max(0, start) - low)
        last = _nearest(self._folded(low, high), part[-1].folded, start + len(part) - 1 - low)
        begin = low + first if first is not None else max(0, start)
        end = low + last + 1 if last is not None else min(len(self._words), start + len(part))
        return self._passage(begin, max(end, begin + 1))

    def _folded(self, low: int, high: int) -> tuple[str, ...]:
        return self._all_folded[low:high]

    def _passage(self, start: int, end: int) -> Passage:
        chosen = self._words[start:end]
        blocks = self._written.blocks
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


class Taken(Struct, frozen=True):
    """A passage that a part of a quotation was taken from, and in which words the two differ."""

    passage: Passage
    changes: tuple[Change, ...]


def taken_from(part: Sequence[QuotedWord], index: Index, function_words: frozenset[str]) -> tuple[Taken, ...]:
    """Every passage of the sources that has the words of the part, else those that have most of them."""
    # Wherever they stand in the draft.
    return _taken_from(index, tuple(QuotedWord(word.folded, 0, 0) for word in part), function_words)


@kept_lately(_LATELY)
def _taken_from(index: Index, part: Sequence[QuotedWord], function_words: frozenset[str]) -> tuple[Taken, ...]:
    least = _least_kept(part)
    texts = index.texts_with([word.folded for word in part], len(part) - least)
    passages = (passage for text in texts for passage in text.passages_like(part, least))
    found = [Taken(passage, changes(part, passage.words)) for passage in passages]
    exact = tuple(taken for taken in found if not taken.changes)
    return exact or tuple(taken for taken in found if _is_taken(part, taken, function_words))


def _least_kept(part: Sequence[QuotedWord]) -> int:
    """How many words of a part a passage has at least that it was taken from."""
    if len(part) < _LEAST_WORDS:
        return len(part)
    return ceil((_LEAST_SHARE_LONG if len(part) >= _LONG else _LEAST_SHARE_SHORT) * len(part))


@kept
def running_text(account: Account) -> RunningText:
    """A source as one run of words."""
    return RunningText(account.document)


def _is_taken(part: Sequence[QuotedWord], taken: Taken, function_words: AbstractSet[str]) -> bool:
    if len(part) < _LEAST_WORDS:
        return False
    changed = {number for change in taken.changes for number in change.mine}
    unchanged = [word for number, word in enumerate(part) if number not in changed]
    telling = [word for word in unchanged if word.folded not in function_words]
    least = 1 if len(part) > _LEAST_WORDS and _is_one_word(taken.changes) else _LEAST_TELLING_WORDS
    added = sum(len(change.theirs) for change in taken.changes)
    return len(unchanged) >= _least_kept(part) and added <= len(part) // 3 and len(telling) >= least


def _is_one_word(changes: tuple[Change, ...]) -> bool:
    """True where one word stands in the place of one word and nothing else differs."""
    return len(changes) == 1 and len(changes[0].mine) == len(changes[0].theirs) == 1
