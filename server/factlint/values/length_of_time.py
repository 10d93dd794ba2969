"""Lengths of time as texts state them, and how long it is between two dates."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.values.relative_date import Unit

if TYPE_CHECKING:
    from factlint.values.date import DateRange

_ONE = Fraction(1)
_YEAR = Fraction(1_461, 4)
_DAYS = {
    Unit.DAY: Fraction(1),
    Unit.WEEK: Fraction(7),
    Unit.MONTH: _YEAR / 12,
    Unit.YEAR: _YEAR,
    Unit.DECADE: _YEAR * 10,
    Unit.CENTURY: _YEAR * 100,
}
# Of which part of itself a round length may be off, and one that is said to be near another.
_ROUND, _NEAR = Fraction(3, 20), Fraction(1, 4)
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


class Degree(StrEnum):
    """What the words before a length make of it."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    UNDER = "under"
    OVER = "over"
    BEYOND = "beyond"
    EXACT = "exact"


class Length(Struct, frozen=True):
    """So many units of time; `is_figures` where the amount is written in figures."""

    amount: Fraction
    unit: Unit
    degree: Degree = Degree.NONE
    is_figures: bool = False

    @property
    def days(self) -> Fraction:
        """The length in days."""
        return self.amount * _DAYS[self.unit]

    @property
    def limits(self) -> tuple[Fraction, Fraction | None]:
        """The fewest and the most days that it may stand for, None for no end.

        A count may be rounded or hold only what is complete, and both its ends may be counted.
        """
        whole, (less, more) = self.days, self._slack()
        match self.degree:
            case Degree.EXACT:
                return whole - min(less, _ONE), whole + min(more, _ONE)
            case Degree.ABOUT:
                return whole - max(less, whole * _NEAR), whole + max(more, whole * _NEAR)
            case Degree.NEARLY:
                return whole - max(less, whole * _NEAR), whole + 1
            case Degree.UNDER:
                return Fraction(-1), whole + 1
            case Degree.OVER:
                return whole - 1, None
            case Degree.BEYOND:
                return whole - 1, whole + max(more, whole * _NEAR)
            case _:
                return whole - less, whole + more

    def _slack(self) -> tuple[Fraction, Fraction]:
        """How much shorter and longer what is meant may be."""
        one = _DAYS[self.unit]
        if self.unit is Unit.DAY:
            return one, one
        if self.unit in (Unit.DECADE, Unit.CENTURY):
            return self.days * _ROUND, self.days * _ROUND
        return one / 2 + 1, one


class Stretch(Struct, frozen=True):
    """The time from one date to a later or an earlier one, as far as the dates tell: in days, at least and at most."""

    least: int
    most: int

    @property
    def is_backwards(self) -> bool:
        """True where the second date surely comes first."""
        return self.most < 0


def stretch(first: DateRange, second: DateRange) -> Stretch:
    """How long it is from a day of the one to a day of the other."""
    return Stretch((second.first - first.last).days, (second.last - first.first).days)


def may_be(length: Length, time: Stretch) -> bool:
    """True where a stretch may be as long as stated."""
    least, most = length.limits
    return least <= time.most and (most is None or time.least < most)


def reckoned(first: DateRange, second: DateRange, like: Length) -> Length | None:
    """The length from one date to a later one, in the unit of another where that is sure; None where it is not."""
    time = stretch(first, second)
    if first.is_day and second.is_day and time.least > 0:
        return _between_days(first, second, like, time.least)
    years = second.first.year - first.first.year
    is_of_years = first.first.year == first.last.year and second.first.year == second.last.year
    if years < 1 or not is_of_years or like.unit not in _YEARS:
        return None
    return _bounded(like, time) or _in_years(years, like)


def _bounded(like: Length, time: Stretch) -> Length | None:
    """The same length as a bound on the other side, where a bound was stated: "more than a year"."""
    whole, is_figures = like.days, like.is_figures
    if like.degree in (Degree.UNDER, Degree.NEARLY) and whole <= time.least and time.most < 2 * whole:
        return Length(like.amount, like.unit, Degree.OVER, is_figures)
    if like.degree in (Degree.OVER, Degree.BEYOND) and time.most <= whole and time.least * 2 > whole:
        return Length(like.amount, like.unit, Degree.UNDER, is_figures)
    return None


def _between_days(first: DateRange, second: DateRange, like: Length, days: int) -> Length | None:
    years = (
        second.first.year
        - first.first.year
        - ((second.first.month, second.first.day) < (first.first.month, first.first.day))
    )
    if like.unit in _YEARS:
        return _bounded(like, Stretch(days, days)) or (_in_years(years, like) if years else None)
    if like.unit is Unit.MONTH:
        months = (second.first.year - first.first.year) * 12 + second.first.month - first.first.month
        is_whole = second.first.day == first.first.day
        return Length(Fraction(months), Unit.MONTH, is_figures=like.is_figures) if months and is_whole else None
    unit = Unit.WEEK if like.unit is Unit.WEEK and days % 7 == 0 else Unit.DAY
    return Length(Fraction(days, 7 if unit is Unit.WEEK else 1), unit, is_figures=like.is_figures)


def _in_years(years: int, like: Length) -> Length:
    unit = like.unit if years % _YEARS[like.unit] == 0 else Unit.YEAR
    return Length(Fraction(years, _YEARS[unit]), unit, is_figures=like.is_figures)
