"""Lengths of time and the days at their ends in words: "eleven days", "4 to 15 March 2019"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.values.length_of_time import Degree

if TYPE_CHECKING:
    from factlint.values.calendar import Calendar
    from factlint.values.date import DateRange
    from factlint.values.length_of_time import Length

_TENS, _HUNDRED = 10, 100
_BOUNDS = {Degree.UNDER: "less than ", Degree.OVER: "more than "}


def written(length: Length, calendar: Calendar) -> str:
    """A length of whole units, or of half a century or decade, in words or figures as it says itself."""
    unit = length.unit.value
    bound = _BOUNDS.get(length.degree, "")
    if length.amount.denominator != 1:
        return f"{bound}half a {unit}" if length.amount * 2 == 1 else f"{bound}{float(length.amount):g} {unit}s"
    number = int(length.amount)
    name = "centurie" if unit == "century" and number > 1 else unit
    if number == 1 and not length.is_figures:
        return f"{bound}a {name}"
    return f"{bound}{number if length.is_figures else in_words(number, calendar)} {name}{'s' if number > 1 else ''}"


def in_words(number: int, calendar: Calendar) -> str:
    """A number below a hundred in words, another one in figures."""
    words = {value: word for word, value in calendar.numbers.items() if word not in ("a", "an")}
    return words[number].replace(" ", "-") if 0 < number < _HUNDRED and number in words else str(number)


def days_written(days: DateRange, calendar: Calendar) -> str:
    """A day, month or year as a date."""
    first, last = days.first, days.last
    if days.is_day:
        return f"{first.day} {_month(days, calendar)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_month(days, calendar)} {first.year}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def both_written(first: DateRange, second: DateRange, calendar: Calendar) -> str:
    """The ends of a stretch of time, the month of two days of one month once."""
    is_one_month = (first.first.year, first.first.month) == (second.last.year, second.last.month)
    start = str(first.first.day) if first.is_day and second.is_day and is_one_month else days_written(first, calendar)
    return f"{start} to {days_written(second, calendar)}"


def _month(days: DateRange, calendar: Calendar) -> str:
    return calendar.months[days.first.month - 1][0].title()


def capital_like(words: str, manner: str) -> str:
    """Words with a capital where others have one."""
    return words[:1].upper() + words[1:] if manner[:1].isupper() else words
