"""Named periods of time: a quarter, half or season of a year, the beginning or end of one, a decade, a century."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.values.date import (
    Part,
    Season,
    in_century,
    in_decade,
    in_half,
    in_month,
    in_quarter,
    in_season,
    in_year,
    part_of,
)

if TYPE_CHECKING:
    from factlint.values.date import DateRange


class PeriodKind(StrEnum):
    """What a period is one of."""

    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    PART = "part"
    DECADE = "decade"
    CENTURY = "century"


_SEASONS, _ENDS = tuple(Season), (Part.EARLY, Part.LATE)
_OF_YEARS = frozenset({PeriodKind.DECADE, PeriodKind.CENTURY})
_MONTHS, _QUARTERS, _HALVES, _SOME_YEAR = 12, 3, 6, 1


class Period(Struct, frozen=True):
    """A named period: the second quarter is number 2 of its kind, spring number 0, the 1980s number 198."""

    kind: PeriodKind
    number: int

    @property
    def is_of_years(self) -> bool:
        """True for a decade or a century, which are no part of a year."""
        return self.kind in _OF_YEARS

    def days(self, year: int, month: int | None = None) -> DateRange:
        """The days of the period, in a year or month where it is a part of one; ValueError where no calendar has it."""
        match self.kind:
            case PeriodKind.QUARTER:
                return in_quarter(year, self.number)
            case PeriodKind.HALF:
                return in_half(year, self.number)
            case PeriodKind.SEASON:
                return in_season(year, _SEASONS[self.number])
            case PeriodKind.PART:
                return part_of(in_month(year, month) if month else in_year(year), _ENDS[self.number])
            case PeriodKind.DECADE:
                return in_decade(self.number * 10)
            case PeriodKind.CENTURY:
                return in_century(self.number)

    def holds(self, year: int | None, month: int | None) -> bool | None:
        """Whether a month, or a year, lies in the period; None where that is not known."""
        if self.is_of_years:
            days = self.days(_SOME_YEAR)
            return days.first.year <= year <= days.last.year if year is not None else None
        if month is None:
            return None
        match self.kind:
            case PeriodKind.QUARTER:
                return (month - 1) // _QUARTERS == self.number - 1
            case PeriodKind.HALF:
                return (month - 1) // _HALVES == self.number - 1
            case PeriodKind.SEASON:
                # Spring begins in March and ends in June, in which summer begins.
                return (month - _QUARTERS * (self.number + 1)) % _MONTHS <= _QUARTERS
            case _:
                return None


def quarter(number: int) -> Period:
    """Quarter 1 to 4 of a year."""
    return Period(PeriodKind.QUARTER, number)


def half(number: int) -> Period:
    """Half 1 or 2 of a year."""
    return Period(PeriodKind.HALF, number)


def season(of: Season) -> Period:
    """A season of the year."""
    return Period(PeriodKind.SEASON, _SEASONS.index(of))


def end_of(part: Part) -> Period | None:
    """The early or the late part of a year or month; None for its middle, which is near either."""
    return Period(PeriodKind.PART, _ENDS.index(part)) if part in _ENDS else None


def decade(first_year: int) -> Period | None:
    """The decade from a year; None for one that may be a century, "the 1900s"."""
    return Period(PeriodKind.DECADE, first_year // 10) if first_year % 100 else None


def century(number: int) -> Period:
    """The century of that number, the 20th from 1900 on."""
    return Period(PeriodKind.CENTURY, number)
