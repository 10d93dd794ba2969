"""The words that the sources are made of: what any of them mentions at all, in whatever sense."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.kept import kept
from factlint.lexicon import surface
from factlint.patterns import compiled
from factlint.values.acronym import key_of, reading_cost
from factlint.values.ascii import in_ascii

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.lexicon import Lexicon

_PART = compiled(r"[\p{L}\p{M}]+|\d+")
# Endings that are spelled in two ways in English.
_SPELLINGS = tuple(
    (compiled(british), american)
    for british, american in (
        (r"(?<=\w{2})ence(?=s?$)", "ense"),
        (r"(?<=\w{2})our(?=s|ed|ing|ful|able|ite|ist|$)", "or"),
        (r"(?<=\w{2})is(?=e[sdr]?$|ing$|ation)", "iz"),
        (r"(?<=\w{2}[bt])re(?=s?$)", "er"),
        (r"(?<=\w[aeiou])ll(?=ed$|ing$|er$)", "l"),
        (r"(?<=gr)amme(?=s?$)", "am"),
        (r"(?<=al|ol)ogue(?=s?$)", "og"),
    )
)
# The fewest letters by which small words side by side in a source are no chance reading of an acronym.
_TELLING = 3


class Vocabulary(Struct, frozen=True, eq=False, dict=True):
    """Every word of the sources."""

    accounts: tuple[Account, ...]
    lexicon: Lexicon

    def has(self, word: str) -> bool:
        """True where a source has a word in any form and case, or all the parts that hyphens join to it."""
        parts = parts_of(word)
        return bool(parts) and (self.has_joined(word) or all(self._has_part(part) for part in parts))

    def has_joined(self, word: str) -> bool:
        """True where a source has all parts of a word in one, or two of them side by side."""
        return _bare(word) in self._joined

    def _has_part(self, part: str) -> bool:
        return part in self._words or self._stem(part) in self._stems

    def has_country(self, words: Sequence[str]) -> bool:
        """True where a source names the country that a name stands for, by whatever name, people or capital."""
        key, lexicon = surface(" ".join(words)), self.lexicon
        found = lexicon.countries.get(key) or lexicon.demonyms.get(key) or lexicon.capitals.get(key)
        return found is not None and found.name in self._about

    def has_together(self, words: Sequence[str]) -> bool:
        """True where one sentence of a source has all these words."""
        parts = {part for word in words for part in parts_of(word)}
        return bool(parts) and any(parts <= sentence for sentence in self._sets)

    def expands(self, acronym: str) -> bool:
        """True where the initials of neighbouring words of a source are those of an acronym."""
        key = key_of(acronym)
        return any(key in text for text in self._capital_initials) or (
            len(key) >= _TELLING and any(key in text for text in self._initials)
        )

    def shortens(self, words: Sequence[str]) -> bool:
        """True where a source has an acronym of these words."""
        small = self.lexicon.passed_over
        return any(reading_cost(key, words, small) == 0 for key in self._acronyms)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(part for word in self._written for part in parts_of(word))

    @cached_property
    def _joined(self) -> frozenset[str]:
        """The words without what joins their parts, and every two neighbours written as one."""
        found = {_bare(word) for word in self._written}
        for sentence in self._sentences:
            found.update(_bare(first + second) for first, second in pairwise(sentence))
        return frozenset(found)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self._stem(word) for word in self._words)

    @cached_property
    def _about(self) -> frozenset[str]:
        scans = (scanned for account in self.accounts for scanned in account.scans)
        return frozenset(stem for scanned in scans for stems in scanned.stems for stem in stems)

    @cached_property
    def _sentences(self) -> tuple[tuple[str, ...], ...]:
        return tuple(self._all_sentences())

    def _all_sentences(self) -> Iterator[tuple[str, ...]]:
        for account in self.accounts:
            for value in account.document.metadata.values():
                yield tuple(_PART.findall(value))
            for scanned in account.scans:
                items = scanned.tokens.items
                for sentence in scanned.tokens.sentences:
                    yield tuple(items[number].text for number in sentence if items[number].text[0].isalnum())

    @cached_property
    def _sets(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(part for word in sentence for part in parts_of(word)) for sentence in self._sentences)

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(word for sentence in self._sentences for word in sentence)

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        return frozenset(key_of(word) for word in self._written if len(word) > 1 and word[:2].isupper())

    @cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset(self._initials_of(sentence) for sentence in self._sentences)

    @cached_property
    def _capital_initials(self) -> frozenset[str]:
        return frozenset(
            self._initials_of([word if word[0].isupper() or self._is_small(word) else "|" for word in sentence])
            for sentence in self._sentences
        )

    def _initials_of(self, sentence: Sequence[str]) -> str:
        words = (word for word in sentence if not self._is_small(word))
        return "".join(part[0] for word in words for part in (parts_of(word) or ["|"]))

    def _is_small(self, word: str) -> bool:
        return word.casefold() in self.lexicon.grammar["acronym_joiners"]

    def _stem(self, word: str) -> str:
        return stem(word, self.lexicon.language)


def parts_of(word: str) -> list[str]:
    """The parts of a word between hyphens and other marks, in plain lower-case letters and one spelling."""
    return [_in_one_spelling(in_ascii(part)) for part in _PART.findall(fold(word))]


@lru_cache(maxsize=65536)
def _in_one_spelling(word: str) -> str:
    """A word as Americans spell it: what "defence", "colour", "organise" and "centre" share with their other forms."""
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return word


def _bare(word: str) -> str:
    return "".join(parts_of(word))


@kept
def vocabulary(index: Index) -> Vocabulary | None:
    """The words of the sources; None where there are none."""
    return Vocabulary(index.accounts, index.accounts[0].lexicon) if index.accounts else None
