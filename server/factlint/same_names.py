"""Which written names are one person's in two spellings or lengths, worked out once for all that a folder says."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factlint.identity import are_likely, essential, fold, is_same_person

if TYPE_CHECKING:
    from collections.abc import Collection

    from factlint.lexicon import Lexicon

Words = tuple[str, ...]


class _Name(NamedTuple):
    """A name with its words folded, and with the first and the last essential one of them."""

    words: Words
    folded: frozenset[str]
    first: str
    last: str


class SameNames:
    """Names by those that may be the same person's, of all names that it has been asked about.

    An index that follows another goes on with the other's, so that only what is new is compared.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._names: dict[Words, _Name] = {}
        self._like: dict[Words, set[Words]] = {}
        self._by_word: dict[str, list[_Name]] = defaultdict(list)

    def like(self, words: Words) -> Collection[Words]:
        """The other names that share a word with this one and may be the same person's."""
        if words not in self._like:
            self._add(self._name(words))
        return self._like[words]

    def are_one(self, words: Words, others: Words) -> bool:
        """True where two names may be one person's, whatever they share."""
        mine, theirs = self._name(words), self._name(others)
        if mine.folded.isdisjoint(theirs.folded):
            return self._are_one(mine, theirs)
        return others in self.like(words) or words in self.like(others)

    def _name(self, words: Words) -> _Name:
        if words not in self._names:
            folded, numbers = [fold(word) for word in words], essential(words, self.lexicon)
            self._names[words] = _Name(words, frozenset(folded), folded[numbers[0]], folded[numbers[-1]])
        return self._names[words]

    def _add(self, mine: _Name) -> None:
        near = {other.words: other for word in mine.folded for other in self._by_word[word]}
        self._like[mine.words] = {words for words, other in near.items() if self._are_one(mine, other)}
        for words in self._like[mine.words]:
            self._like[words].add(mine.words)
        for word in mine.folded:
            self._by_word[word].append(mine)

    def _are_one(self, mine: _Name, theirs: _Name) -> bool:
        # No two names are one person's that do not begin and end alike.
        is_last = mine.last == theirs.last or are_likely(mine.last, theirs.last, self.lexicon)
        is_first = is_last and (mine.first == theirs.first or are_likely(mine.first, theirs.first, self.lexicon))
        return is_first and is_same_person(mine.words, theirs.words, self.lexicon)
