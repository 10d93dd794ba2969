"""Numbers as texts give them: with the precision and the bounds that they are written with."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

# What "about" allows either way, and how much of a round number its zeros may stand for.
_ABOUT, _ROUNDED = Fraction(1, 10), Fraction(1, 10)
_LEAST_ROUND = 100
# "More than" is said of what is less than so many times as much, and "thousands" of so many thousands.
_OVER, _VAGUE = 2, 100
# Of two vague numbers, how many times the other one is surely not the same.
_NEXT_VAGUE = 10


class Bound(StrEnum):
    """What the words before a number make of it."""

    NONE = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    VAGUE = "vague"


class Number(Struct, frozen=True):
    """A number: `grain` is the worth of its last written digit.

    The zeros that end a number from a hundred up may be rounding.
    """

    value: Fraction
    grain: Fraction = Fraction(1)
    bound: Bound = Bound.NONE

    def times(self, factor: Fraction) -> Number:
        """The number in a unit that is `factor` times smaller."""
        return replace(self, value=self.value * factor, grain=self.grain * factor)

    def ends(self) -> tuple[Fraction, Fraction]:
        """The open interval that the number may stand for."""
        slack = self.grain / 2
        if self.bound is Bound.ABOUT:
            size = abs(self.value)
            slack = max(slack, size * _ABOUT, min(_zeros(size) / 2, size / 4))
        if self.bound is Bound.OVER:
            return self.value, self.value * _OVER
        if self.bound is Bound.UNDER:
            return Fraction(-1), self.value
        if self.bound is Bound.VAGUE:
            return self.value - slack, self.value * _VAGUE
        return self.value - slack, self.value + slack


def _zeros(value: Fraction) -> Fraction:
    """The largest power of ten that a whole number is a multiple of; 1 for any other number."""
    power = Fraction(1)
    while value and value % (power * 10) == 0:
        power *= 10
    return power


def agrees(first: Number, second: Number) -> bool:
    """True where one number may be the other, rounded or bounded.

    Of two lower or two upper bounds one must be the other, cut to fewer digits; two vague numbers must be near, and of
    two that are "about" so much one is taken at its word.
    """
    if first.bound is second.bound is Bound.ABOUT:
        return agrees(replace(first, bound=Bound.NONE), second) or agrees(first, replace(second, bound=Bound.NONE))
    if first.bound is second.bound and first.bound in (Bound.OVER, Bound.UNDER):
        return _overlap(_cut(first), _cut(second))
    if first.bound is second.bound is Bound.VAGUE:
        return max(first.value, second.value) < _NEXT_VAGUE * min(first.value, second.value)
    return _overlap(first.ends(), second.ends())


def _cut(number: Number) -> tuple[Fraction, Fraction]:
    return number.value - number.grain / 2, number.value + max(number.grain / 2, number.grain - 1)


def _overlap(first: tuple[Fraction, Fraction], second: tuple[Fraction, Fraction]) -> bool:
    return second[0] < first[1] and first[0] < second[1]


def grain_of(value: Fraction, decimals: int, scale: Fraction) -> Fraction:
    """The worth of the last digit that counts in a number written with so many decimals before a scale word."""
    grain = Fraction(scale, 10**decimals)
    if decimals == 0 and value >= _LEAST_ROUND:
        while grain * 10 <= value * _ROUNDED and value % (grain * 10) == 0:
            grain *= 10
        if value % (grain * 10) == 0:
            grain = max(grain, value * _ROUNDED)
    return grain
