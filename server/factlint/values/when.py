"""When something is: a date or weekday with the word that says how it relates to the event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factlint.values.date import DateRange

if TYPE_CHECKING:
    from factlint.values.date import Weekday

_LONGEST_MONTH = 31
# Any leap year: it has every day that a date without a year can name.
_SOME_YEAR = 2000


@dataclass(frozen=True, slots=True)
class When:
    """A date, a weekday or both, as written; `role` is the preposition's class ("since", "in", "on", "").

    `range` is None where the text gives no year: `month` and `day` then say what it gives.
    """

    text: str
    range: DateRange | None
    weekday: Weekday | None
    role: str
    month: int | None = None
    day: int | None = None

    @property
    def is_day(self) -> bool:
        """True where the text gives a day of a month, with its year or without."""
        return self.range.is_day if self.range is not None else self.month is not None and self.day is not None


@dataclass(frozen=True, slots=True)
class Parts:
    """The year, month and day that a date gives; None for what it leaves out."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def is_year(self) -> bool:
        """True for a year alone."""
        return self.month is None and self.day is None

    def shared(self, other: Parts) -> list[bool]:
        """For each part that both dates give, whether it is the same."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return [mine == theirs for mine, theirs in pairs if mine is not None and theirs is not None]

    def days(self) -> DateRange | None:
        """A range to write the date by, in some year where it has none; None where there is no such day."""
        try:
            day = date(self.year or _SOME_YEAR, self.month or 1, self.day or 1)
        except ValueError:
            return None
        if self.day is not None:
            return DateRange(day, day)
        if self.month is None:
            return DateRange(day, date(day.year, 12, 31))
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return DateRange(day, date.fromordinal(following.toordinal() - 1))


def parts_of(when: When) -> tuple[Parts, ...]:
    """What a date gives: one set of parts for a day, month or year, two for the ends of a range, none for the rest."""
    if when.range is None:
        return (Parts(None, when.month, when.day),) if when.month is not None else ()
    first, last = when.range.first, when.range.last
    if when.range.is_day:
        return (Parts(first.year, first.month, first.day),)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = (first.year,) if first.year == last.year else (first.year, last.year)
        return tuple(Parts(year, None, None) for year in years)
    if first.day == 1 and when.range.days <= _LONGEST_MONTH and first.month == last.month:
        return (Parts(first.year, first.month, None),)
    return (Parts(first.year, first.month, first.day), Parts(last.year, last.month, last.day))
