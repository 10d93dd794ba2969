"""Names: how they are written, and how alike two of them are."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import regex
from anyascii import anyascii
from rapidfuzz.distance import OSA, Hamming, Indel

from factlint.values.romanization import distance, folded, reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.values.romanization import Romanization

_SPACE = regex.compile(r"[\s.,;/_]+")
_SPACE_OR_HYPHEN = regex.compile(r"[\s.,;/_\-\u2010-\u2015]+")
_NUMBER = regex.compile(r"\d+|(?<=\s)[IVX]+\b(?!\.)")
_APOSTROPHE = regex.compile(r"[\u2018\u2019\u02bc\u02bb\u02be\u02bf`\u00b4]")
_OTHER_SCRIPT = regex.compile(r"[^\P{L}\p{Latin}\p{Lm}]")

# The scale of `word_similarity`; what is certainly below `_LEAST` is not reckoned out.
_SURE = 0.9
_LIKELY = 0.8
_LEAST = 0.4
_SWAPPED = 0.88
_SLIPPED = 0.85
_PART_OF_NAME = 0.77
_SHORT_FORM = 0.75
_INITIAL = 0.6
_ARTICLE = 0.04
_LIGHTEST = 0.2
# No name is longer; such texts are compared by their letters alone, which stays fast.
_LONGEST = 120


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "name"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a document writes it: its words in order, without titles, honorifics and possessive endings."""

    words: tuple[str, ...]
    kind: Kind = Kind.UNKNOWN

    def __str__(self) -> str:
        return " ".join(self.words)


def similarity(a: str, b: str, table: Romanization | None = None) -> float:
    """How alike two full names are as written, from 0 to 1; of names of one person or thing, most reach 0.8.

    Words may stand in any order, be joined or parted, and be left out on one side; particles count for nothing. A
    name of one word stays just below 0.8 beside a longer name that has it, since the text has to say who is meant;
    so does a name with a number beside one without. Names with different numbers are different. Without `table` the
    packaged English one is used.
    """
    if a == b:
        return 1.0
    if max(len(a), len(b)) > _LONGEST:
        return Indel.normalized_similarity(a.casefold(), b.casefold())
    if table is None:
        from factlint.values.packaged import packaged_romanization  # noqa: PLC0415 (core code passes the table)

        table = packaged_romanization()
    x, y = _words(a, table), _words(b, table)
    if not x or not y:
        return float(a.casefold() == b.casefold())
    score = _names_alike(x, y, table)
    if score < _LIKELY and a.count("-") != b.count("-"):
        score = max(score, _names_alike(_parted(a, table), _parted(b, table), table))
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
    return min(_words_alike(x, y, table), _most_by_numbers(a, b))


def same_but_for_diacritics(a: str, b: str) -> bool:
    """True where two texts in Latin letters differ, and in nothing but the marks on their letters (and in case)."""
    a, b = (_APOSTROPHE.sub("'", unicodedata.normalize("NFC", text)).casefold() for text in (a, b))
    if a == b or _OTHER_SCRIPT.search(a) or _OTHER_SCRIPT.search(b):
        return False
    return anyascii(a).casefold() == anyascii(b).casefold()


def are_different_names(a: str, b: str, given_names: Mapping[str, frozenset[str]]) -> bool:
    """True where both words are known given names and no name has both for its spellings (Hassan, Hussein)."""
    names_a, names_b = _spellings(a, given_names), _spellings(b, given_names)
    return bool(names_a and names_b) and names_a.isdisjoint(names_b)


def _spellings(word: str, given_names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    word = word.casefold()
    return given_names.get(word) or given_names.get(anyascii(word).casefold()) or frozenset()


def _most_by_numbers(a: str, b: str) -> float:
    """How alike two names can be for the numbers in them: other numbers make other names."""
    numbers_a, numbers_b = _NUMBER.findall(a), _NUMBER.findall(b)
    if numbers_a == numbers_b:
        return 1.0
    return 0.0 if numbers_a and numbers_b else _PART_OF_NAME


@lru_cache(maxsize=1 << 14)
def _words(name: str, table: Romanization) -> tuple[str, ...]:
    return _without_particles(_SPACE.split(name), table)


@lru_cache(maxsize=1 << 14)
def _parted(name: str, table: Romanization) -> tuple[str, ...]:
    return _without_particles(_SPACE_OR_HYPHEN.split(name), table)


def _without_particles(parts: list[str], table: Romanization) -> tuple[str, ...]:
    words = [word for part in parts if (word := folded(part, table))]
    return tuple([word for word in words if word not in table.particles] or words)


def _names_alike(x: tuple[str, ...], y: tuple[str, ...], table: Romanization) -> float:
    if len(x) == len(y) == 1:
        return _words_alike(x[0], y[0], table)
    if (len(x), x) > (len(y), y):
        x, y = y, x
    rest_x, rest_y = list(x), list(y)
    for word in x:
        if word in rest_y:
            rest_x.remove(word)
            rest_y.remove(word)
    scores = [1.0] * (len(x) - len(rest_x))
    left_out = len(rest_y) - len(rest_x)
    if rest_x:
        matched, left_out = _matched(rest_x, rest_y, table)
        scores += matched
    evidence = 0.2 * min(scores) + 0.8 * sum(scores) / len(scores)
    score = max(0.0, 1 - 0.75 * (1 - evidence) - 0.02 * left_out)
    return min(score, _PART_OF_NAME) if len(x) == 1 and left_out else score


def _matched(x: list[str], y: list[str], table: Romanization) -> tuple[list[float], int]:
    """The similarity of each word of `x` to its partner in `y`, and how many of `y` have none.

    Words without a good partner are also tried as one: Abdul Karim, Abdulkarim.
    """
    scores = {(i, j): _parts_alike(x[i], y[j], table) for i, j in _partners(x, y)}
    good = {pair: score for pair, score in scores.items() if score >= _SLIPPED}
    if len(good) < len(scores) and len(y) > 1:
        good_x, good_y = {i for i, _ in good}, {j for _, j in good}
        joined_x = "".join(word for i, word in enumerate(x) if i not in good_x)
        joined_y = "".join(word for j, word in enumerate(y) if j not in good_y)
        least = max(_SHORT_FORM, min(scores.values()))
        joined = _sounds_alike(joined_x, joined_y, table, least)
        if joined > least:
            return [*good.values(), joined], 0
    return list(scores.values()), len(y) - len(x)


def _partners(x: list[str], y: list[str]) -> list[tuple[int, int]]:
    """Which word of `y` goes with which of `x`, by their letters alone: the closest first, each word once."""
    if len(x) == len(y) == 1:
        return [(0, 0)]
    ranked = sorted(
        (Indel.normalized_distance(one, other), i, j) for i, one in enumerate(x) for j, other in enumerate(y)
    )
    chosen: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return list(chosen.items())


def _parts_alike(x: str, y: str, table: Romanization) -> float:
    """Two words inside longer names, where an initial or the first letters may stand for the whole."""
    if len(x) == 1 or len(y) == 1:
        return _INITIAL if x[0] == y[0] else 0.0
    score = _words_alike(x, y, table)
    if score < _SHORT_FORM and min(len(x), len(y)) >= 3 and (x.startswith(y) or y.startswith(x)):
        return _SHORT_FORM
    return score


def _words_alike(x: str, y: str, table: Romanization) -> float:
    if x == y:
        return 1.0
    if y < x:
        x, y = y, x
    score = _sounds_alike(x, y, table)
    if score < _SURE:
        bare_x, bare_y = _bare(x, table), _bare(y, table)
        if (bare_x == x) != (bare_y == y):
            score = max(score, _sounds_alike(bare_x, bare_y, table) - _ARTICLE)
        score = max(score, _slip(x, y, table))
    return (score + _poorest_part(x, y, table)) / 2 if "-" in x and x.count("-") == y.count("-") else score


def _poorest_part(x: str, y: str, table: Romanization) -> float:
    """How alike the least alike parts of two hyphenated words are (Jong-un, Jong-il)."""
    return min(_words_alike(one, other, table) for one, other in zip(x.split("-"), y.split("-"), strict=True))


@lru_cache(maxsize=1 << 14)
def _bare(word: str, table: Romanization) -> str:
    article = table.article.match(word)
    return word[article.end() :] if article else word


def _sounds_alike(x: str, y: str, table: Romanization, least: float = _LEAST) -> float:
    """How alike two words sound, or 0 where that is below `least`, as few letters in common foretell."""
    if Indel.normalized_similarity(x, y) < least:
        return 0.0
    read_x, read_y = reading(x, table), reading(y, table)
    whole = max(_LIGHTEST, (read_x.weight + read_y.weight) / 2 + _allowance(x, y))
    apart = distance(read_x, read_y, table, most=(1 - least) * whole)
    return max(0.0, 1 - apart / whole)


def _allowance(x: str, y: str) -> float:
    """What the length of words adds to the weight that a difference is a share of: short words forgive less."""
    return max(-0.5, min(0.8, 0.5 * (max(len(x), len(y)) - 5)))


def _slip(x: str, y: str, table: Romanization) -> float:
    """How sure it is that a finger slipped: one letter swapped, missing, too many or hit beside the right key."""
    if min(len(x), len(y)) < 5 or x[0] != y[0] or OSA.distance(x, y, score_cutoff=1) > 1:
        return 0.0
    if len(x) != len(y):
        return _SLIPPED if min(len(x), len(y)) >= 7 else 0.0
    if Hamming.distance(x, y) == 2:
        return _SWAPPED
    one, other = next((one, other) for one, other in zip(x, y, strict=True) if one != other)
    return _SLIPPED if (one, other) in table.neighbours else 0.0
