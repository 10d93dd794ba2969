"""Two numbers that one phrase joins: the ends of a range ("between 40 and 60"), the sides of a size ("67 by 73")."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.extract.joined_quantities import behind_noun
from factlint.values.quantity import Joined, Joint, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.extract.quantities import Found
    from factlint.extract.tokens import Tokens
    from factlint.values.number_words import NumberWords

_JOINABLE = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.PLAIN})
# How many words before a range may stand between it and "between" or "from".
_OPENING = 2


def ranged(tokens: Tokens, found: Sequence[Found], words: NumberWords) -> list[Found]:
    """The quantities, those that one phrase joins with the other number of the phrase; of three in a row none."""
    joints = [_joint(tokens, *pair, words) for pair in pairwise(found)]
    result = list(found)
    for place, joint in enumerate(joints):
        is_in_row = any(joints[other] for other in (place - 1, place + 1) if 0 <= other < len(joints))
        if joint is not None and not is_in_row:
            first, second = _scaled(found[place], found[place + 1], words.multipliers), found[place + 1]
            is_range = joint is Joint.RANGE and first.value.base.value < second.value.base.value
            kind = Joint.COURSE if joint is Joint.RANGE and not is_range else joint
            result[place] = _with(first, second, kind, is_first=False)
            result[place + 1] = _with(second, first, kind, is_first=True)
    return result


def _with(found: Found, other: Found, joint: Joint, *, is_first: bool) -> Found:
    joined = Joined(other.value.base, other.value.text, joint, is_first)
    return replace(found, value=replace(found.value, joined=joined))


def _joint(tokens: Tokens, first: Found, second: Found, words: NumberWords) -> Joint | None:
    """What joins two numbers of one kind of thing that stand side by side."""
    one, other = first.value, second.value
    if one.kind is not other.kind or one.kind not in _JOINABLE or one.of != other.of:
        return None
    between = tokens.items[first.place.stop : second.place.start]
    lists, sentence = words.lists, tokens.sentence_of(first.place.start)
    joints = lists.get("range_joints", frozenset()) | lists.get("inner_joints", frozenset())
    is_bare = " ".join(token.folded for token in between) in joints
    said = " ".join(token.folded for token in (between if is_bare else behind_noun(between, one)))
    if not said or second.place.start not in sentence:
        return None
    start = first.place.start
    before = {token.folded for token in tokens.items[max(sentence.start, start - _OPENING) : start]}
    if said in lists.get("size_joints", ()):
        return Joint.SIZE if one.of == "length" else None
    if said in lists.get("inner_joints", ()):
        return Joint.RANGE if before & lists.get("range_openers", frozenset()) else None
    if said not in lists.get("range_joints", ()):
        return None
    is_apart = not is_bare or (one.kind is Kind.MONEY and said not in lists.get("dashes", ()))
    is_course = is_apart or bool(before & lists.get("course_openers", frozenset()))
    return Joint.COURSE if is_course else Joint.RANGE


def _scaled(first: Found, second: Found, multipliers: Mapping[str, int]) -> Found:
    """The first of two numbers in the scale that the second alone is written in: "10 to 12 million"."""
    scale = _scale(second.value.text, multipliers)
    own, factor = first.value.number, second.value.factor / first.value.factor
    is_bare = scale > 1 and _scale(first.value.text, multipliers) == 1
    if not is_bare or own.value >= second.value.number.value * factor / scale:
        return first
    return replace(first, value=replace(first.value, number=own.times(scale)))


def _scale(text: str, multipliers: Mapping[str, int]) -> Fraction:
    """The worth of the scale words that a number ends with."""
    scale = Fraction(1)
    for word in reversed(text.casefold().split()):
        if word not in multipliers:
            break
        scale *= multipliers[word]
    return scale
