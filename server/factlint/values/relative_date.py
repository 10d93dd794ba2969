"""Dates told by their distance: from the document's day ("last week"), or from an event ("two days later")."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.patterns import compiled
from factlint.values.date import DateRange, Weekday, in_month, in_years, on_day

if TYPE_CHECKING:
    from factlint.values.calendar import Calendar


class Unit(StrEnum):
    """What a distance in time is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Anchor(StrEnum):
    """What a distance in time is counted from: the day of the document, or an event that it tells of."""

    DOCUMENT = "document"
    EVENT = "event"


class Relative(Struct, frozen=True):
    """A distance in time: `amount` units, negative for the past; "last week" is -1 week.

    `is_rounded` for a count ("twelve years ago"), which may be off by half a unit, as "last year" may not.
    """

    amount: int
    unit: Unit
    anchor: Anchor
    is_rounded: bool = False


_STEPS = {"last": -1, "past": -1, "next": 1, "this": 0, "previous": -1, "following": 1, "same": 0, "that": 0}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_BACKWARDS = frozenset({"ago", "earlier", "before", "previously"})
_LENGTHS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365, Unit.DECADE: 3652, Unit.CENTURY: 36524}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
# The rest of a longer amount, or a word that makes it an estimate.
_INEXACT = compiled(
    r"""(?:[\d./½¼–-]|\d,|(?<!\p{L})(?i:(?:hundred|thousand)(?:[\s~]+and)?|or|to|point|over|than|nearly|almost|
    about|around|some|roughly|least|most|within|every|each|half|barely|under|approximately|the[\s~]last|the[\s~]past)
    [\s~]*)\Z""",
    regex.VERBOSE,
)
_NOWADAYS_BEFORE = compiled(r"(?i)(?:\(|\b(?:of|to|until|till|from|even|still|now|are|is)[\s~]+)\Z")
_DURATION = compiled(r"(?<!\p{L})(?i:over|in|during|within|for|throughout|of|through)[\s~]+\Z")


def relative_of(match: regex.Match[str], calendar: Calendar) -> Relative | None:
    """What a match of the calendar's relative pattern means; None where it is an estimate or a stretch of time."""
    parts = {name: text.casefold() for name, text in match.groupdict().items() if text is not None}
    before = match.string[max(0, match.start() - 24) : match.start()]
    if "unit" not in parts:
        return _day(match, before)
    unit = Unit.CENTURY if parts["unit"] == "centur" else Unit(parts["unit"])
    if "which" in parts:
        return _step(parts["which"], unit, has_article="article" in parts, before=before)
    if "amount" not in parts:
        return Relative(-1 if parts["tail"] == "before" else 1, unit, Anchor.EVENT)
    is_rest_of_figure = parts["amount"].isdigit() and before.rstrip()[-1:].isdigit()
    if is_rest_of_figure or _INEXACT.search(before):
        return None
    amount = calendar.number_of(parts["amount"])
    signed = -amount if parts["tail"] in _BACKWARDS else amount
    return Relative(signed, unit, Anchor.DOCUMENT if parts["tail"] == "ago" else Anchor.EVENT, is_rounded=True)


def _day(match: regex.Match[str], before: str) -> Relative | None:
    """Yesterday, today, tonight; None where "today" more likely means these times: "today's Iran", "until today"."""
    words = match[0].casefold()
    if words == "today":
        is_possessive = match.string[match.end() : match.end() + 1] in {"'", "’"}
        if is_possessive or match[0] != "today" or _NOWADAYS_BEFORE.search(before):
            return None
    if words == "tonight" and before.endswith("the "):
        return None
    return Relative(_DAYS.get(words, -1 if words.startswith("last") else 0), Unit.DAY, Anchor.DOCUMENT)


def _step(which: str, unit: Unit, *, has_article: bool, before: str) -> Relative | None:
    """ "last week" from the document, "the next day" from an event; "the last week" and "this day" are neither."""
    if which in {"last", "this"} and (has_article or unit is Unit.DAY):
        return None
    if which in {"following", "previous", "same", "that"} or has_article or unit is Unit.DAY:
        return None if _DURATION.search(before) and which == "next" else Relative(_STEPS[which], unit, Anchor.EVENT)
    return Relative(_STEPS[which], unit, Anchor.DOCUMENT)


def weekday_step(which: str) -> Relative:
    """The distance of "last Wednesday" (-1 week from the document) or "the following Wednesday" (from an event)."""
    anchor = Anchor.EVENT if which.casefold() in {"previous", "following"} else Anchor.DOCUMENT
    return Relative(_STEPS[which.casefold()], Unit.WEEK, anchor)


def month_step(which: str) -> Relative:
    """The distance of "last July": -1 year from the document, counted between Julys."""
    return Relative(_STEPS[which.casefold()], Unit.YEAR, Anchor.DOCUMENT)


def reckon(relative: Relative, reference: date) -> DateRange | None:
    """The days at that distance from `reference`; None where no calendar reaches so far.

    A week is whole weeks, whether they begin on Saturday, Sunday or Monday; a rounded count ("twelve years ago") is
    the whole unit and half a unit about the day itself.
    """
    try:
        whole = _whole_unit(relative, reference)
        if not relative.is_rounded or relative.unit is Unit.DAY:
            return whole
        day, half = _shifted(relative, reference), timedelta(days=_LENGTHS[relative.unit] // 2)
        return DateRange(min(whole.first, day - half), max(whole.last, day + half))
    except (ValueError, OverflowError):
        return None


def _whole_unit(relative: Relative, reference: date) -> DateRange:
    day = _shifted(relative, reference)
    match relative.unit:
        case Unit.DAY:
            return DateRange(day, day)
        case Unit.WEEK:
            back = [(day.weekday() - start) % 7 for start in (Weekday.SATURDAY, Weekday.SUNDAY, Weekday.MONDAY)]
            return DateRange(day - timedelta(days=max(back)), day + timedelta(days=6 - min(back)))
        case Unit.MONTH:
            return in_month(day.year, day.month)
        case _:
            years = _YEARS[relative.unit]
            first = day.year // years * years
            return in_years(max(1, first), first + years - 1)


def _shifted(relative: Relative, reference: date) -> date:
    """The reference moved by the distance; from the 31st to the last day of a shorter month."""
    if relative.unit in {Unit.DAY, Unit.WEEK}:
        return reference + timedelta(days=relative.amount * _LENGTHS[relative.unit])
    months = relative.amount * (1 if relative.unit is Unit.MONTH else 12 * _YEARS[relative.unit])
    year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
    return min(on_day(year, month + 1, 1).first + timedelta(days=reference.day - 1), in_month(year, month + 1).last)


def day_like(found: str) -> str:
    """ "same day" in the place of "next day" or "following day"; nothing in that of other words."""
    which, _, unit = found.partition(" ")
    return f"same {unit}" if unit.casefold() == Unit.DAY and which.casefold() in _STEPS else ""


def weekday_near(weekday: Weekday, step: int | None, reference: date) -> DateRange | None:
    """The day that a weekday names in a document of that day.

    The latest such day up to and including `reference`, as reports of the past use it, "last" or not; the first one
    after it for "next"; None for "this", which may be either.
    """
    if step == 0:
        return None
    back = (reference.weekday() - weekday) % 7
    try:
        day = reference + timedelta(days=7 - back if step == 1 else -back)
    except OverflowError:
        return None
    return DateRange(day, day)
