"""Numbers as texts give them: with the precision and the bounds that they are written with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

# What "about" allows either way, and how much of a round number its zeros may stand for.
_ABOUT, _ROUNDED = Fraction(1, 10), Fraction(1, 10)
_LEAST_ROUND = 100
# "More than" is said of what is less than so many times as much.
_OVER = 2


class Bound(StrEnum):
    """What the words before a number make of it."""

    NONE = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Number:
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
            slack = max(slack, self.value * _ABOUT, min(_zeros(self.value) / 2, self.value / 4))
        if self.bound is Bound.OVER:
            return self.value, self.value * _OVER
        if self.bound is Bound.UNDER:
            return Fraction(-1), self.value
        return self.value - slack, self.value + slack


def _zeros(value: Fraction) -> Fraction:
    """The largest power of ten that a whole number is a multiple of; 1 for any other number."""
    power = Fraction(1)
    while value and value % (power * 10) == 0:
        power *= 10
    return power


def agrees(first: Number, second: Number) -> bool:
    """True where one number may be the other, rounded or bounded.

    Of two lower or two upper bounds one must be the other, cut to fewer digits.
    """
    if first.bound is second.bound and first.bound in (Bound.OVER, Bound.UNDER):
        return _overlap(_cut(first), _cut(second))
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


class Slip(StrEnum):
    """How a slip of the pen makes one number of another."""

    SCALE = "scale"
    UNIT = "unit"
    SWAP = "swap"
    SHORT_SWAP = "short swap"
    SHORT_SCALE = "short scale"


class Kind(StrEnum):
    """What a number says of what it stands beside."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    ORDINAL = "ordinal"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures.

    `of` is a dimension, a currency, or the stem of the noun counted, empty for a plain number; `factor` leads from the
    written unit to the dimension's base. `modifiers` are the stems between number and noun, `near` those of the words
    that stand closest, `around` those of a wider part of a very long sentence. `text` is the number as written, `unit`
    what is written behind it, `variety` what stands before a currency's sign ("J$").
    """

    text: str
    number: Number
    kind: Kind
    of: str = ""
    factor: Fraction = Fraction(1)
    unit: str = ""
    modifiers: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    variety: str = ""

    @property
    def is_part(self) -> bool:
        """True for a part in words ("two thirds"), taken for hundredths."""
        return self.of == "share" and not self.unit

    @property
    def base(self) -> Number:
        """The number in the base unit of its dimension."""
        return self.number.times(self.factor)


# The fewest digits of which it is no chance that two numbers have the same.
_FEW, _SEVERAL = 2, 3
_NEXT_SCALE = frozenset({Fraction(1000), Fraction(1, 1000)})


def slip(first: Quantity, second: Quantity) -> Slip | None:
    """The slip that would turn one number into the other, where one would: of unit, scale or digits."""
    one, other = first.number.value, second.number.value
    if not one or not other or first.is_part or second.is_part:
        return None
    mine, theirs = _digits(one), _digits(other)
    if first.factor != second.factor:
        return Slip.UNIT if one == other and len(mine) >= _FEW else None
    if mine == theirs:
        is_scale_word = one / other in _NEXT_SCALE and first.kind is Kind.MONEY
        return Slip.SCALE if is_scale_word or len(mine) >= _FEW else Slip.SHORT_SCALE
    if len(mine) != len(theirs) or not Fraction(1, 10) < one / other < 10:
        return None
    if sorted(mine) != sorted(theirs):
        return None
    return Slip.SWAP if len(mine) >= _SEVERAL else Slip.SHORT_SWAP


def digits(value: Fraction) -> int:
    """How many digits a number has without the zeros at either end."""
    return len(_digits(value))


def _digits(value: Fraction) -> str:
    """The digits of a number without the zeros at either end."""
    return f"{float(value):.6f}".replace(".", "").strip("0")
