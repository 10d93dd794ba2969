"""Acronyms: what their letters stand for, and whether two expansions are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, Levenshtein

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

# British and American spellings and plain inflection make no other word.
_SAME_WORD = 0.8
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Expansion:
    """An acronym and the words that a text says it stands for."""

    acronym: str
    words: tuple[str, ...]


def matched_letters(acronym: str, words: Sequence[str]) -> float:
    """The share of the acronym's letters that are initials of `words` in order; parts of hyphenated words count."""
    letters = [letter for letter in acronym.casefold() if letter.isalpha()]
    if not letters:
        return 0.0
    initials = [part[0].casefold() for word in words for part in word.replace("‑", "-").split("-") if part]
    found = here = 0
    for letter in letters:
        if letter in initials[here:]:
            here = initials.index(letter, here) + 1
            found += 1
    return found / len(letters)


def differing(claim: Sequence[str], fact: Sequence[str], small: Set[str]) -> tuple[range, range] | None:
    """The run of words of the claim, and of the fact, in which two expansions differ; None where they are one.

    Words among `small`, case and spelling variants of a word make no difference.
    """
    start = 0
    while start < len(claim) and start < len(fact) and same_word(claim[start], fact[start]):
        start += 1
    end = 0
    while end < min(len(claim), len(fact)) - start and same_word(claim[-1 - end], fact[-1 - end]):
        end += 1
    wrong, right = range(start, len(claim) - end), range(start, len(fact) - end)
    is_small = all(claim[i].casefold() in small for i in wrong) and all(fact[i].casefold() in small for i in right)
    return None if is_small else (wrong, right)


def same_word(first: str, second: str) -> bool:
    """True for one word in two spellings: defence and defense, Islamic and islamic, Guard and Guards."""
    one, other = first.casefold(), second.casefold()
    return one == other or (one[0] == other[0] and Levenshtein.normalized_similarity(one, other) >= _SAME_WORD)


def is_transposed(first: str, second: str) -> bool:
    """True for two acronyms of three letters or more that differ in two neighbouring letters swapped: IRCG, IRGC."""
    return len(first) > 2 and sorted(first) == sorted(second) and OSA.distance(first, second) == 1


def _same_start(first: str, second: str) -> bool:
    """True where one word goes on from the other: coast and coastal."""
    short, long = sorted((first.casefold(), second.casefold()), key=len)
    return len(short) >= _LONG_ENOUGH and long.startswith(short)


def is_related(claim: Sequence[str], fact: Sequence[str]) -> bool:
    """True where at least half of the longer expansion's words are in the other: a slip, not another body."""
    shared = sum(any(same_word(word, other) or _same_start(word, other) for other in fact) for word in claim)
    return 2 * shared >= max(len(claim), len(fact))
