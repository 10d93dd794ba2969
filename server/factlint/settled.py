"""Names that the user has settled: which words of a name of the draft are right as they are written."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼʻʾʿ`´", "'"))


class Settled(Struct, frozen=True, eq=False, dict=True):
    """Entries of one or more words, as the user wrote them.

    An entry holds where its words stand in a name whole, together and in their order, in the same capitals and with
    the same marks on their letters; in a name in capitals throughout, too. Any apostrophe is as good as another.
    """

    entries: frozenset[str]

    def words_of(self, words: Sequence[str]) -> frozenset[int]:
        """The numbers of the words of a name that an entry holds for."""
        written = tuple(map(_plain, words))
        places = (range(at, at + len(entry)) for at in range(len(written)) for entry in self._at(written, at))
        return frozenset(number for place in places for number in place)

    def has(self, words: Sequence[str]) -> bool:
        """True where entries hold for every word."""
        return bool(self.entries) and len(self.words_of(words)) == len(words)

    def _at(self, written: Sequence[str], at: int) -> list[tuple[str, ...]]:
        entries = self._by_first.get(written[at].upper(), ())
        return [entry for entry in entries if are_written_alike(written[at : at + len(entry)], entry)]

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for entry in self.entries:
            words = words_in(entry)
            if words:
                found[words[0].upper()].append(words)
        return {first: tuple(entries) for first, entries in found.items()}


def words_in(entry: str) -> tuple[str, ...]:
    """The words of an entry as they are compared: composed letters, plain apostrophes."""
    return tuple(map(_plain, entry.split()))


def are_written_alike(written: Sequence[str], entry: Sequence[str]) -> bool:
    """True where a name's words are an entry's, or the entry's in capitals; `written` may be another length."""
    plain = tuple(map(_plain, written))
    return plain == tuple(entry) or (_is_shouted(plain) and plain == tuple(word.upper() for word in entry))


def _is_shouted(words: Sequence[str]) -> bool:
    return all(word.isupper() for word in words)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_APOSTROPHES)
