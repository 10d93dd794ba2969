"""Dates as ranges of days: "July 2020" is the 1st to the 31st, so that what is vaguer contains what is exact."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from msgspec import Struct


class Weekday(IntEnum):
    """A day of the week, counted from Monday as 0."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class Season(StrEnum):
    """A season of the year, as the northern hemisphere has it."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Part(StrEnum):
    """Which third of a month, year, decade or century is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


class DateRange(Struct, frozen=True, order=True):
    """The days from `first` to `last`, both included; raises ValueError where `last` comes before `first`."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a range of days cannot end on {self.last}, before it begins on {self.first}")

    @property
    def is_day(self) -> bool:
        """True for a single day."""
        return self.first == self.last

    @property
    def days(self) -> int:
        """How many days the range has."""
        return (self.last - self.first).days + 1

    def contains(self, other: DateRange) -> bool:
        """True where every day of `other` is one of this range."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: DateRange) -> bool:
        """True where the two share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def to(self, other: DateRange) -> DateRange:
        """The days from the first of this range to the last of `other`; raises ValueError where those are none."""
        return DateRange(self.first, other.last)


def on_day(year: int, month: int, day: int) -> DateRange:
    """The range of one day; this and the functions below raise ValueError for what no calendar of years 1-9999 has."""
    only = date(year, month, day)
    return DateRange(only, only)


def in_month(year: int, month: int) -> DateRange:
    """The days of a month, counted from 1 for January."""
    first = date(year, month, 1)
    return DateRange(first, date(year, month, monthrange(year, month)[1]))


def in_year(year: int) -> DateRange:
    """The days of a year."""
    return DateRange(date(year, 1, 1), date(year, 12, 31))


def in_years(first: int, last: int) -> DateRange:
    """The days of the years from `first` to `last`."""
    return in_year(first).to(in_year(last))


def in_decade(first_year: int) -> DateRange:
    """The ten years from `first_year`, or the hundred where it ends a century's count: "the 1900s" may mean either."""
    return in_years(first_year, first_year + (99 if first_year % 100 == 0 else 9))


def in_century(number: int) -> DateRange:
    """The years of a century, those of either reckoning: the 20th is 1900 to 2000."""
    return in_years(max(1, (number - 1) * 100), number * 100)


def in_quarter(year: int, number: int) -> DateRange:
    """The three months of quarter 1 to 4 of the calendar year."""
    return in_month(year, 3 * number - 2).to(in_month(year, 3 * number))


def in_half(year: int, number: int) -> DateRange:
    """The six months of half 1 or 2 of the calendar year."""
    return in_month(year, 6 * number - 5).to(in_month(year, 6 * number))


def in_fiscal_year(year: int) -> DateRange:
    """The year with the one before and after it, into which a business's or government's year of that name may reach.

    So fiscal 2024 agrees with any day that may lie in it, and still differs from fiscal 2023.
    """
    return in_years(year - 1, year + 1)


def in_season(year: int, season: Season) -> DateRange:
    """The days that meteorology or astronomy gives to a season; "winter 2020" may have begun or ended that year."""
    match season:
        case Season.SPRING:
            return DateRange(date(year, 3, 1), date(year, 6, 21))
        case Season.SUMMER:
            return DateRange(date(year, 6, 1), date(year, 9, 23))
        case Season.AUTUMN:
            return DateRange(date(year, 9, 1), date(year, 12, 21))
        case Season.WINTER:
            return DateRange(date(max(1, year - 1), 12, 1), date(min(9999, year + 1), 3, 21))


def part_of(whole: DateRange, part: Part) -> DateRange:
    """The early, middle or late third of a range, wider by a tenth of the whole where it meets another third.

    Early May is the 1st to 13th, mid-May the 8th to 24th, late May the 18th to 31st: writers do not count thirds.
    """
    third, margin = whole.days / 3, whole.days / 10
    match part:
        case Part.EARLY:
            start, end = 0.0, third + margin
        case Part.MID:
            start, end = third - margin, 2 * third + margin
        case Part.LATE:
            start, end = 2 * third - margin, float(whole.days)
    last = max(int(start), round(end) - 1)
    return DateRange(whole.first + timedelta(days=int(start)), whole.first + timedelta(days=last))


def agrees(claim: DateRange, fact: DateRange) -> bool:
    """True where one contains the other: a vaguer or a more exact date does not contradict."""
    return claim.contains(fact) or fact.contains(claim)


def weekday_of(range: DateRange) -> Weekday | None:
    """The weekday of a single day, None for a longer range."""
    return Weekday(range.first.weekday()) if range.is_day else None
