"""Words found by how they begin, whatever their case and the marks on their letters."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from factlint.identity import fold
from factlint.values.ascii import in_ascii

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_APOSTROPHES = regex.compile(r"[’ʼ‘`ʿʾ'´.]")
_HYPHENS = regex.compile(r"[-‐‑]")
# Behind every letter that a key can have.
_LAST = "\uffff"


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word as it is looked up: in small ASCII letters, without apostrophes and full stops, hyphens as one kind."""
    return _APOSTROPHES.sub("", in_ascii(_HYPHENS.sub("-", _APOSTROPHES.sub("", word))).casefold())


def keys_of(word: str) -> frozenset[str]:
    """What a word of a name is found by: itself, itself without its article, and each part behind a hyphen."""
    whole = plain(word)
    behind = (whole[at + 1 :] for at, letter in enumerate(whole) if letter == "-")
    return frozenset(key for key in (whole, plain(fold(word)), *behind) if key)


class Prefixes:
    """Words with the numbers of the things that have them, sorted once."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        self._entries: Sequence[tuple[str, int]] = sorted(set(words))
        self._beginnings: dict[int, tuple[str, ...]] = {}

    def starting(self, key: str) -> frozenset[int]:
        """The numbers of the things that have a word beginning with `key`, which is `plain`; all for none."""
        low, high = bisect_left(self._entries, (key, 0)), bisect_left(self._entries, (key + _LAST, 0))
        return frozenset(number for _, number in self._entries[low:high])

    def beginnings(self, length: int) -> tuple[str, ...]:
        """What words of `length` letters or more begin with, so many letters each."""
        if length not in self._beginnings:
            self._beginnings[length] = tuple({key[:length]: None for key, _ in self._entries if len(key) >= length})
        return self._beginnings[length]

    def has(self, key: str) -> bool:
        """True where a word begins so."""
        return self._next(key).startswith(key)

    def has_whole(self, key: str) -> bool:
        """True for a whole word."""
        return self._next(key) == key

    def _next(self, key: str) -> str:
        at = bisect_left(self._entries, (key, 0))
        return self._entries[at][0] if at < len(self._entries) else ""
