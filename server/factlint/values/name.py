"""Names: how they are written, and how alike two of them are."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz.distance import Indel

from factlint.patterns import compiled
from factlint.values.alignment import aligned, likeness
from factlint.values.ascii import in_ascii
from factlint.values.romanization import folded
from factlint.values.script import leaves_out_vowels
from factlint.values.spelling import LIKELY, SURE, words_alike, words_reach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.values.alignment import Pair
    from factlint.values.given_names import GivenNames
    from factlint.values.romanization import Romanization

_DIGIT = re.compile(r"\d")
_ROMAN = re.compile(r"\s[IVX]")
_NUMBER = compiled(r"\d+|(?<=\s)[IVX]+\b(?!\.)")
_APOSTROPHE = compiled(r"[\u2018\u2019\u02bc\u02bb\u02be\u02bf`\u00b4]")
_OTHER_SCRIPT = compiled(r"[^\P{L}\p{Latin}\p{Lm}]")

# The scale of `similarity`: what a name loses where all its words differ, and for what else it loses how much.
_WORDS = 0.7
_LEFT_OUT = 0.02
_OTHER_FIRST_WORD = 0.1
_OTHER_ORDER = 0.05
_OTHER_SYLLABLE = 0.05
_PART_OF_NAME = 0.79
_GIVEN_NAME_ALONE = 0.77
_OTHER_NUMBERED = 0.77
# Names so unlike are not made one by parting their words at hyphens.
_MAY_BE_ONE = 0.55
# Words so unlike are different words.
_OTHER_WORD = 0.4
_DOUBTFUL = 0.7
_SYLLABLE = 5
# What a word says beside others: given names are common; patronymics and half names are shared by many.
_COMMON = 0.6
_SHARED = 0.2
# No name is longer; such texts are compared by their letters alone, which stays fast.
_LONGEST = 120


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "name"


class Name(Struct, frozen=True):
    """A name as a document writes it: its words in order, without titles, honorifics and possessive endings."""

    words: tuple[str, ...]
    kind: Kind = Kind.UNKNOWN

    def __str__(self) -> str:
        return " ".join(self.words)


def similarity(a: str, b: str, table: Romanization | None = None, given_names: GivenNames | None = None) -> float:
    """How alike two full names are as written, from 0 to 1; of names of one person or thing, most reach 0.8.

    Words may stand in any order, be joined or parted, and be left out on one side; particles and titles count for
    nothing. Spellings of one given name count as all but equal, the forms that a person may go by (Bob, Robert) as
    near, and different given names as at most half alike, however near their letters are (Hassan, Hussein). Names
    that differ in the first word alone are those of relatives, and lose more. A name of one word stays just below
    0.8 beside a longer name that has it, since the text has to say who is meant; so does a name with a number
    beside one without. Names with different numbers are different. Words in Arabic or Hebrew letters are compared
    without their short vowels, which are not written. Without tables the packaged English ones are used.
    """
    if a == b:
        return 1.0
    if max(len(a), len(b)) > _LONGEST:
        return Indel.normalized_similarity(a.casefold(), b.casefold())
    if table is None or given_names is None:
        from factlint.values.packaged import (  # noqa: PLC0415 (core code passes the tables)
            packaged_given_names,
            packaged_romanization,
        )

        table, given_names = table or packaged_romanization(), given_names or packaged_given_names()
    x, y = table.words(a), table.words(b)
    if not x or not y:
        return float(a.casefold() == b.casefold())
    if not (a.isascii() and b.isascii()) and leaves_out_vowels(a) != leaves_out_vowels(b):
        table = table.unvowelled
    score = _names_alike(x, y, table, given_names)
    if _MAY_BE_ONE <= score < LIKELY and a.count("-") != b.count("-"):
        score = max(score, _names_alike(_parted(x), _parted(y), table, given_names))
    return min(score, _most_by_numbers(a, b))


def word_similarity(a: str, b: str, table: Romanization) -> float:
    """How alike two single words of names are, from 0 to 1.

    From 0.90 they are almost surely one name in two spellings, or a slip of the pen (true of 96 in 100 labelled
    pairs of near names); from 0.80 to 0.90 probably, where the context agrees (70 in 100); below, they are different
    unless everything else agrees. The measure is a weighted edit distance over graphemes (`romanization.toml`) as a
    share of what the words weigh; in short words every difference counts more.
    """
    if max(len(a), len(b)) > _LONGEST:
        return Indel.normalized_similarity(a.casefold(), b.casefold())
    x, y = folded(a, table), folded(b, table)
    if not x or not y:
        return float(a.casefold() == b.casefold())
    return min(words_alike(x, y, table), _most_by_numbers(a, b))


def are_words_alike(a: str, b: str, table: Romanization, least: float) -> bool:
    """True where the similarity of two single words of names is at least so much, which is told before it is known."""
    x, y = folded(a, table), folded(b, table)
    if max(len(a), len(b)) > _LONGEST or not x or not y:
        return word_similarity(a, b, table) >= least
    return words_reach(x, y, table, least) and _most_by_numbers(a, b) >= least


def same_but_for_diacritics(a: str, b: str) -> bool:
    """True where two texts in Latin letters differ, and in nothing but the marks on their letters (and in case)."""
    a, b = (_APOSTROPHE.sub("'", unicodedata.normalize("NFC", text)).casefold() for text in (a, b))
    if a == b or _OTHER_SCRIPT.search(a) or _OTHER_SCRIPT.search(b):
        return False
    return in_ascii(a).casefold() == in_ascii(b).casefold()


def are_different_names(a: str, b: str, given_names: Mapping[str, frozenset[str]]) -> bool:
    """True where both words are known given names and no name has both for its spellings (Hassan, Hussein)."""
    names_a = _spellings(a, given_names)
    names_b = _spellings(b, given_names) if names_a else names_a
    return bool(names_b) and names_a.isdisjoint(names_b)


def _spellings(word: str, given_names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    word = word.casefold()
    return given_names.get(word) or given_names.get(in_ascii(word).casefold()) or frozenset()


def _most_by_numbers(a: str, b: str) -> float:
    """How alike two names can be for the numbers in them: other numbers make other names."""
    if not _DIGIT.search(a + b) and not _ROMAN.search(f"{a} {b}"):
        return 1.0
    numbers_a, numbers_b = _NUMBER.findall(a), _NUMBER.findall(b)
    if numbers_a == numbers_b:
        return 1.0
    return 0.0 if numbers_a and numbers_b else _OTHER_NUMBERED


def _parted(words: list[str]) -> list[str]:
    return [part for word in words for part in word.split("-") if part]


def _names_alike(x: list[str], y: list[str], table: Romanization, given_names: GivenNames) -> float:
    if len(x) == len(y) == 1:
        return likeness(x[0], y[0], table, given_names)
    x, y, pairs = aligned(x, y, table, given_names)
    weight = total = 0.0
    worst = 1.0
    other_first = True
    for i, j, score in pairs:
        says = _says(x, i, score, table, given_names)
        weight += says
        total += says * score
        worst = min(worst, score)
        if score > _OTHER_WORD and (i <= 0 or j <= 0):
            other_first = False
    left_out = len(y) - len(pairs) if pairs[-1][0] >= 0 else 0
    lost = _WORDS * (1 - total / weight) + _LEFT_OUT * left_out
    if other_first:
        lost += _OTHER_FIRST_WORD
    if worst < LIKELY and lost < 1 - _MAY_BE_ONE:
        lost += _lost_by_order(pairs)
        if worst < _DOUBTFUL and max(map(len, _parted(x + y))) <= _SYLLABLE:
            lost += _OTHER_SYLLABLE
    score = max(0.0, 1 - lost)
    if len(x) == 1 and left_out:
        return min(score, _GIVEN_NAME_ALONE if x[0] in given_names.names else _PART_OF_NAME)
    return score


def _says(words: list[str], place: int, score: float, table: Romanization, given_names: GivenNames) -> float:
    """How much it says about a name that the word at `place` has a partner so alike: rare words say most."""
    if place < 0:
        return 1.0
    word = words[place]
    if word in table.half_names:
        return _SHARED
    if score < SURE:
        return 1.0
    if word in given_names.names:
        return _COMMON
    return _SHARED if 0 < place < len(words) - 1 and word.endswith(table.patronymics) else 1.0


def _lost_by_order(pairs: list[Pair]) -> float:
    """What a doubtful pair of names loses where words that agree stand in another order."""
    places = [j for i, j, score in sorted(pairs) if i >= 0 and score >= 0.5]
    return _OTHER_ORDER if places != sorted(places) else 0.0
