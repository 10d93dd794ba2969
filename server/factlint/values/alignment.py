"""Alignment: which words of two names stand for each other, and how alike they are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from factlint.values.spelling import SLIPPED, measured, sounds_alike, words_alike

if TYPE_CHECKING:
    from factlint.values.given_names import GivenNames
    from factlint.values.romanization import Romanization

# Where a word of one name stands, where its partner in the other one stands, and how alike they are. Places of -1
# stand for several words that were compared as one.
Pair = tuple[int, int, float]

_SHORT_FORM = 0.75
_INITIAL = 0.6
# Words of full names that are less alike are different words, which need not be measured out.
_LEAST = 0.45
# The share of letters in common that the outlines of words that may be one name have at least.
_OUTLINE = 0.55
_JOINED_OUTLINE = 0.7
# Two words of one name that are written as one have at least this share of letters in common with it.
_JOINED = 0.8
_LONG = 6


def aligned(
    x: list[str], y: list[str], table: Romanization, given_names: GivenNames
) -> tuple[list[str], list[str], list[Pair]]:
    """Two names, the shorter first and their words joined alike, and a pair for each word of the shorter one.

    A pair of several words compared as one comes last.
    """
    if (len(x), x) > (len(y), y):
        x, y = y, x
    pairs, rest_x, rest_y = _equal(x, y)
    if not rest_x:
        return x, y, pairs
    if len(rest_y) > 1:
        joined_x, joined_y = _joined(x, rest_x, y, rest_y), _joined(y, rest_y, x, rest_x)
        if joined_x is not x or joined_y is not y:
            return aligned(joined_x, joined_y, table, given_names)
    matched = [(i, j, _parts_alike(x[i], y[j], table, given_names)) for i, j in _partners(x, rest_x, y, rest_y)]
    if len(rest_x) != len(rest_y):
        matched = _several_as_one(x, rest_x, y, rest_y, matched, table)
    return x, y, pairs + matched


def likeness(x: str, y: str, table: Romanization, given_names: GivenNames) -> float:
    """How alike two folded words are, known given names among them."""
    if x == y:
        return 1.0
    low, high = given_names.bounds(x, y)
    if low == high:
        return low
    return min(high, words_alike(x, y, table))


def _equal(x: list[str], y: list[str]) -> tuple[list[Pair], list[int], list[int]]:
    """The pairs of equal words, in the same place from the end if they can be, and the places of the other words."""
    pairs: list[Pair] = []
    rest_x, rest_y = list(range(len(x))), list(range(len(y)))
    common = [i for i, word in enumerate(x) if word in y]
    later = len(y) - len(x)
    if len(common) > 1:
        common.sort(key=lambda i: x[i] != y[i + later])
    for i in common:
        word, j = x[i], i + later
        if y[j] != word or j not in rest_y:
            j = next((place for place in rest_y if y[place] == word), -1)
        if j >= 0:
            pairs.append((i, j, 1.0))
            rest_x.remove(i)
            rest_y.remove(j)
    return pairs, rest_x, rest_y


def _joined(x: list[str], rest_x: list[int], y: list[str], rest_y: list[int]) -> list[str]:
    """`x` with two neighbouring words joined where `y` writes them as one: Abdul Karim, Abdulkarim."""
    if len(rest_x) == 1:
        return x
    long = [y[j] for j in rest_y if len(y[j]) >= _LONG]
    if not long:
        return x
    for i, following in pairwise(rest_x):
        if following == i + 1:
            both = x[i] + x[following]
            length = len(both)
            for word in long:
                if -2 <= len(word) - length <= 2 and Indel.normalized_similarity(word, both) >= _JOINED:
                    return [*x[:i], both, *x[following + 1 :]]
    return x


def _partners(x: list[str], rest_x: list[int], y: list[str], rest_y: list[int]) -> list[tuple[int, int]]:
    """Which word of `y` goes with which of `x`, by their letters alone: the closest first, each word once."""
    if len(rest_y) == 1:
        return [(rest_x[0], rest_y[0])]
    ranked = [(Indel.normalized_distance(x[i], y[j]), i, j) for i in rest_x for j in rest_y]
    if len(rest_x) == 1:
        return [min(ranked)[1:]]
    ranked.sort()
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return list(chosen.items())


def _parts_alike(x: str, y: str, table: Romanization, given_names: GivenNames) -> float:
    """Two words inside longer names, where an initial or the first letters may stand for the whole."""
    if len(x) == 1 or len(y) == 1:
        return _INITIAL if x[0] == y[0] else 0.0
    low, high = given_names.bounds(x, y)
    if low == high:
        return low
    score = 0.0
    if _outlines_alike(x, y, table) >= _OUTLINE:
        score = min(high, measured(x, y, table, _LEAST))
    if score < _SHORT_FORM <= high and (x.startswith(y) or y.startswith(x)):
        return _beginning_alike(min(x, y), max(x, y), score, table)
    return score


def _beginning_alike(short: str, long: str, score: float, table: Romanization) -> float:
    """How alike a word is to a longer one that begins with it, which may be its full form, or a patronymic from it."""
    if long.endswith(table.patronymics):
        return 0.0
    is_short_form = len(short) >= 3 and "-" not in long and short not in table.half_names
    return _SHORT_FORM if is_short_form else score


def _outlines_alike(x: str, y: str, table: Romanization) -> float:
    return Indel.normalized_similarity(x.translate(table.outline), y.translate(table.outline))


def _several_as_one(
    x: list[str], rest_x: list[int], y: list[str], rest_y: list[int], matched: list[Pair], table: Romanization
) -> list[Pair]:
    """`matched`, or the good pairs of it and all words without a good partner as one, if that is better."""
    good = [pair for pair in matched if pair[2] >= SLIPPED]
    if len(good) == len(matched):
        return matched
    good_x, good_y = [i for i, _, _ in good], [j for _, j, _ in good]
    if len(rest_y) - len(good) == 1:
        return matched
    one = "".join([x[i] for i in rest_x if i not in good_x])
    other = "".join([y[j] for j in rest_y if j not in good_y])
    if not 0.5 < len(one) / len(other) < 2.0:
        return matched
    if _outlines_alike(one, other, table) <= _JOINED_OUTLINE:
        return matched
    least = max(_SHORT_FORM, min([score for _, _, score in matched]))
    score = sounds_alike(one, other, table, least)
    return [*good, (-1, -1, score)] if score > least else matched
