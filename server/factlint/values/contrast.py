"""Words that rule each other out: opposites, things of one kind, and people's offices and callings."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factlint.lexicon import Lexicon

_SIDES = "|"
# What English puts behind a word, the word's last letter kept, dropped or doubled.
_ENDINGS = ("", "s", "es", "ies", "d", "ed", "ied", "ing", "ly")


class Sides(Struct, frozen=True):
    """What a listed word is set against: the words that it rules out, and those that say the same as it does."""

    others: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()

    def __or__(self, more: Sides) -> Sides:
        return Sides(self.others | more.others, self.alike | more.alike)


class Contrasts(Struct, frozen=True, eq=False, dict=True):
    """A language's contrasts: each listed word, by its stem, with its sides."""

    by_stem: Mapping[str, Mapping[str, Sides]]
    stem: Callable[[str], str]

    def of(self, word: str) -> Sides:
        """The sides of a lower-case word in any form; a compound's are those of its parts, each put in their place."""
        parts, found = word.split("-"), self._of_part(word)
        if len(parts) == 1:
            return found
        for number, part in enumerate(parts):
            sides = self._of_part(part)
            places = parts[:number], parts[number + 1 :]
            found |= Sides(_compounds(places, sides.others), _compounds(places, sides.alike))
        return found

    def _of_part(self, part: str) -> Sides:
        found = Sides()
        for word, sides in self.by_stem.get(self.stem(part), {}).items():
            if is_form_of(part, word):
                found |= sides
        return found


def _compounds(places: tuple[Sequence[str], Sequence[str]], words: Iterable[str]) -> frozenset[str]:
    return frozenset("-".join((*places[0], word, *places[1])) for word in words)


def is_form_of(word: str, listed: str) -> bool:
    """True for a listed word with an ending of the plural, a verb or an adverb: "rising" of "rise", not "riser"."""
    return any(word == form + ending for ending in _ENDINGS for form in (listed, listed[:-1], listed + listed[-1]))


def contrasts(lexicon: Lexicon, stem: Callable[[str], str]) -> Contrasts:
    """The contrasts that a lexicon lists, under the stems of its words."""
    found: dict[str, dict[str, Sides]] = defaultdict(dict)
    for word, sides in _listed(lexicon.tables.get("contrasts", {})):
        found[stem(word)][word] = found[stem(word)].get(word, Sides()) | sides
    return Contrasts(found, stem)


def _listed(tables: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, Sides]]:
    for line in tables.get("opposites", ()):
        one, _, other = line.partition(_SIDES)
        first, second = frozenset(one.split()), frozenset(other.split())
        for mine, theirs in ((first, second), (second, first)):
            yield from ((word, Sides(theirs, mine - {word})) for word in mine)
    for line in tables.get("kinds", ()):
        words = frozenset(line.split())
        yield from ((word, Sides(words - {word})) for word in words)


@lru_cache(maxsize=65536)
def calling(word: str, lexicon: Lexicon) -> str:
    """The office or profession that a lower-case word names, in the singular; empty for any other word."""
    for table in (lexicon.offices, lexicon.plural_offices):
        if word in table:
            return table[word].name
    return next((form for form in _singulars(word) if form in lexicon.professions), "")


def _singulars(word: str) -> Iterable[str]:
    return (word, word.removesuffix("s"), word.removesuffix("es"))
