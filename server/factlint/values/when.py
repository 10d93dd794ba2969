"""When something is: a date or weekday with the word that says how it relates to the event."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.values.date import DateRange, weekday_of
from factlint.values.period import Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.values.date import Weekday
    from factlint.values.relative_date import Relative

_LONGEST_MONTH = 31
# Any leap year: it has every day that a date without a year can name.
_SOME_YEAR = 2000
_EDGES = frozenset({(1, 1), (4, 1), (7, 1), (10, 1), (3, 31), (6, 30), (9, 30), (12, 31)})
# How far apart two years may be to be taken for each other.
_NEAR_YEARS = 10


PARTS = ("year", "period", "month", "day")


class When(Struct, frozen=True):
    """A date, a weekday or both, as written; `role` is the preposition's class ("since", "in", "on", "").

    `range` is None where the text gives no year: `month` and `day` then say what it gives. `is_part` for a season,
    a quarter, the beginning of a year and the like, whose ends nobody has written; `period` is that where it is clear.
    `relative` is the distance that a time is told by ("two days later").
    """

    text: str
    range: DateRange | None
    weekday: Weekday | None
    role: str
    month: int | None = None
    day: int | None = None
    is_part: bool = False
    period: Period | None = None
    relative: Relative | None = None

    @property
    def is_day(self) -> bool:
        """True where the text gives a day of a month, with its year or without."""
        return self.range.is_day if self.range is not None else self.month is not None and self.day is not None


class Parts(Struct, frozen=True):
    """The year, month and day that a date gives, and the period that it names; None for what it leaves out."""

    year: int | None
    month: int | None
    day: int | None
    period: Period | None = None

    @property
    def is_year(self) -> bool:
        """True for a year alone."""
        return self.month is None and self.day is None and self.period is None

    def shared(self, other: Parts) -> list[bool]:
        """For each part that both dates give, whether it is the same; a period is that of what lies in it, too."""
        found = [mine == theirs for _, mine, theirs in _pairs(self, other)]
        held = (self._holds(other), other._holds(self))
        return found + [each for each in held if each is not None]

    def _holds(self, other: Parts) -> bool | None:
        """Whether another date lies in the period that this one names; None where that is not known."""
        return self.period.holds(other.year, other.month) if self.period is not None else None

    def gives(self, part: str) -> bool:
        """True where it gives the year, the month or the day."""
        return getattr(self, part) is not None

    @property
    def is_edge(self) -> bool:
        """True for the first or the last day of a quarter, on which much begins or ends every year."""
        return (self.month, self.day) in _EDGES

    @property
    def exactness(self) -> int:
        """How many parts it gives."""
        return sum(map(self.gives, PARTS))

    def corrected(self, right: Parts) -> Parts:
        """This date with the parts of another for those that it gives itself."""
        theirs = {part: other for part, _, other in _pairs(self, right)}
        year, period, month, day = (theirs.get(part, getattr(self, part)) for part in PARTS)
        return Parts(year, month, day, period)

    def tells(self, part: str) -> bool:
        """True where it gives a part, or what shows in which period it lies."""
        return self.gives(part) or (part == "period" and not self.is_year)

    def days(self) -> DateRange | None:
        """A range to write the date by, in some year where it has none; None where there is no such day."""
        try:
            if self.period is not None and self.day is None:
                return self.period.days(self.year or _SOME_YEAR, self.month)
            day = date(self.year or _SOME_YEAR, self.month or 1, self.day or 1)
        except ValueError:
            return None
        if self.day is not None:
            return DateRange(day, day)
        if self.month is None:
            return DateRange(day, date(day.year, 12, 31))
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return DateRange(day, date.fromordinal(following.toordinal() - 1))


def _pairs(mine: Parts, theirs: Parts) -> Iterator[tuple[str, int | Period, int | Period]]:
    """The parts that two dates both give, periods only where they are of one kind."""
    for part in PARTS:
        one, other = getattr(mine, part), getattr(theirs, part)
        if one is None or other is None:
            continue
        if not isinstance(one, Period) or one.kind is other.kind:
            yield part, one, other


def agree(mine: Parts, theirs: Parts) -> bool:
    """True where two dates give a part in common, and all such parts are the same."""
    shared = mine.shared(theirs)
    return bool(shared) and all(shared)


class Slip(Struct, frozen=True):
    """How one date can be a slip for another: the one part that differs, and how many parts agree.

    `is_exact` where both give a month and a day, or the same two parts; `is_figure` where a figure of the day was
    dropped or doubled, or its two were swapped.
    """

    part: str
    same: int
    is_exact: bool
    is_figure: bool


def _are_near(mine: str, theirs: str) -> bool:
    """True for two years at most ten apart, with two figures swapped, or with one of them another."""
    if abs(int(mine) - int(theirs)) <= _NEAR_YEARS or sorted(mine) == sorted(theirs):
        return True
    return sum(one != other for one, other in zip(mine, theirs, strict=False)) == 1


def slip_of(mine: Parts, theirs: Parts) -> Slip | None:
    """The slip that makes one date of another; None where more than one part differs, or none."""
    pairs = list(_pairs(mine, theirs))
    differing = [(part, one, other) for part, one, other in pairs if one != other]
    same = len(pairs) - len(differing)
    if len(differing) != 1:
        return None
    part, one, other = differing[0]
    years = _years(one), _years(other)
    if not (_are_near(*map(str, years)) if part == "year" or _is_of_years(one) else same):
        return None
    has_days = mine.gives("day") and theirs.gives("day") and mine.gives("month") and theirs.gives("month")
    is_exact = has_days or (same > 0 and all(mine.gives(each) == theirs.gives(each) for each in PARTS))
    return Slip(part, same, is_exact, part == "day" and _is_of_figures(str(one), str(other)))


def _is_of_years(part: int | Period) -> bool:
    return isinstance(part, Period) and part.is_of_years


def _years(part: int | Period) -> int:
    """A part as a figure; a decade by its first year."""
    if not isinstance(part, Period):
        return part
    return part.number * 10 if part.kind is PeriodKind.DECADE else part.number


def _is_of_figures(mine: str, theirs: str) -> bool:
    short, long = sorted((mine, theirs), key=len)
    return short in long if len(short) < len(long) else short == long[::-1]


def parts_of(when: When) -> tuple[Parts, ...]:
    """What a date gives: one set of parts for a day, month or year, two for the ends of a range, none for the rest."""
    if when.range is None:
        return (Parts(None, when.month, when.day),) if when.month is not None else ()
    first, last = when.range.first, when.range.last
    if when.period is not None and when.period.is_of_years:
        return (Parts(None, None, None, when.period),)
    if when.is_part:
        return (Parts(first.year, when.month, None, when.period),) if first.year == last.year else ()
    if when.range.is_day:
        return (Parts(first.year, first.month, first.day),)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = (first.year,) if first.year == last.year else (first.year, last.year)
        return tuple(Parts(year, None, None) for year in years)
    if first.day == 1 and when.range.days <= _LONGEST_MONTH and first.month == last.month:
        return (Parts(first.year, first.month, None),)
    return (Parts(first.year, first.month, first.day), Parts(last.year, last.month, last.day))


def lies_in(theirs: When, mine: When) -> bool:
    """True where one date is another or a more exact one, as far as both give a day, month and year."""
    if mine.range is not None and theirs.range is not None:
        return mine.range.contains(theirs.range)
    shared = [one.shared(other) for one in parts_of(mine) for other in parts_of(theirs)]
    return any(parts and all(parts) for parts in shared)


def falls_on(theirs: When, mine: When) -> bool:
    """True where a day falls on the weekday that another names."""
    weekday = theirs.weekday
    if weekday is None and theirs.range is not None:
        weekday = weekday_of(theirs.range)
    return weekday is not None and weekday is mine.weekday
