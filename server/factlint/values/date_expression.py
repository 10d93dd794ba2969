"""Dates found in prose, each with the days it names, its weekday and how it relates to what is told."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from factlint.patterns import compiled
from factlint.text import Span
from factlint.values.date import DateRange, Weekday, in_month, on_day
from factlint.values.date_context import Role, is_reference, month_role, role_of, weekday_role, year_role
from factlint.values.date_pattern import RELATIVE_WORDS, without_counts
from factlint.values.date_reading import Order, Reading, parts_of, reading_of, years_of
from factlint.values.relative_date import Relative, month_step, reckon, relative_of, weekday_near, weekday_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    import regex

    from factlint.values.calendar import Calendar
    from factlint.values.period import Period

_TO = compiled(r"[\s~]*[-–—‑][\s~]*|,?[\s~]+(?i:to|until|till|through|thru)[\s~]+(?i:the[\s~]+)?")
_AND = compiled(r",?[\s~]+(?i:and)[\s~]+(?i:the[\s~]+)?")
_THE = compiled(r"(?i)\bthe[\s~]+\Z")
_OF = compiled(r"(?i)[\s~]of[\s~]")
# Where the last bare year ended, and its role.
_Previous: TypeAlias = "tuple[int, Role] | None"
# Groups of what is part of a year, month or age and has no ends that anybody has written.
_PARTS = frozenset({"part", "season", "quarter", "quarters", "half", "halves", "fiscal", "decade", "century"})
_BARE_YEAR = {"date", "year", "first_year", "spoken"}


class DateExpression(Struct, frozen=True):
    """One date as a text writes it; `span` is the smallest run that holds the date itself, without weekday and article.

    `range` is None where the text alone does not tell the days: for a weekday alone, a relative date, a day or month
    without its year (`month` and `day` keep what is known), and for 12/05/2023 where either figure may be the day.
    `role` is the class of the word that ties the date to an event ("since", "in"), "" where there is none. `is_part`
    for a season, a quarter, the end of a year and the like, and `period` is that where it is clear.
    """

    span: Span
    range: DateRange | None
    weekday: Weekday | None
    weekday_span: Span | None
    relative: Relative | None
    role: str
    month: int | None = None
    day: int | None = None
    is_part: bool = False
    period: Period | None = None


@lru_cache(maxsize=512)
def find_dates(text: str, calendar: Calendar, order: Order | None = None) -> tuple[DateExpression, ...]:
    """The dates in the prose of one block, in the order of the text, none overlapping another.

    What is not surely a date is left out: four figures are a year only from 1000 to 2100 and only where the words
    around them say so. `order` decides what 12/05/2023 means; without it that has no range.
    """
    dated = _joined(text, _dated(text, calendar, order))
    taken = {place for found in dated for place in range(_start(found), found.span.end)}
    relatives = (
        found for found in _relatives(text, calendar) if taken.isdisjoint(range(_start(found), found.span.end))
    )
    return tuple(sorted((*dated, *relatives), key=_start))


def resolve(expression: DateExpression, reference: date | None) -> DateRange | None:
    """The days that an expression names in a document of the day `reference`, None where they cannot be told.

    A full date needs no reference. A date reckoned from an event has none here (see `relative_date.reckon`), nor has
    a month or day without its year, which may be of any. A weekday alone is the latest such day up to the reference,
    "last" or not; that reading is weak, and better used to support than to contradict.
    """
    if expression.range is not None or reference is None:
        return expression.range
    relative = expression.relative
    if relative is not None and relative.anchor != "document":
        return None
    if expression.month is not None:
        return _stepped_month(expression.month, relative.amount, reference) if relative is not None else None
    if expression.weekday is not None:
        return weekday_near(expression.weekday, relative.amount if relative else None, reference)
    return reckon(relative, reference) if relative is not None else None


def _dated(text: str, calendar: Calendar, order: Order | None) -> Iterator[DateExpression]:
    """Dates with a name or a figure of the calendar in them."""
    previous: _Previous = None
    for match in calendar.dates.finditer(without_counts(text)):
        parts = parts_of(match)
        reading = reading_of(parts, calendar, order) if "date" in parts else None
        if reading is None:
            continue
        role = _role(text, match, parts, reading, previous)
        if role is None:
            continue
        if parts.keys() <= _BARE_YEAR:
            previous = (match.end(), role)
        yield _expression(match, parts, reading, role, calendar)


def _span_of(match: regex.Match[str]) -> Span:
    """The span of the date, without the full stop of an abbreviation that ends it."""
    start, end = match.span("date")
    return Span(start, end - 1 if match.string[end - 1] == "." else end)


def _role(
    text: str, match: regex.Match[str], parts: dict[str, str], reading: Reading, previous: _Previous
) -> Role | None:
    """The role of a date; None where the words around it do not bear out that it is one."""
    span = _span_of(match)
    whole = Span(match.start(), span.end)
    if parts.keys() <= _BARE_YEAR and reading.range is not None:
        role = year_role(text, span, years_of(parts) or (reading.range.first.year,), previous)
    elif parts.keys() == {"date", "month"}:
        role = month_role(text, span)
    elif parts.keys() == {"date", "weekday"}:
        role = weekday_role(text, span)
    elif ("one" in parts and is_reference(text, span)) or ("decade" in parts and _is_possessive(text, whole)):
        role = None
    else:
        takes_article = bool(parts.keys() & {"decade", "century"}) or _OF.search(span.of(text)) is not None
        role = role_of(text, whole, takes_article=takes_article)
    return Role.BETWEEN if role is Role.FROM and any(name.startswith("first_") for name in parts) else role


def _is_possessive(text: str, span: Span) -> bool:
    """True for "1990's best film", which is a year's, not for "the 1990's", which is a decade."""
    return text[span.end - 2] in "'’" and not _THE.search(text, max(0, span.start - 8), span.start)


def _expression(
    match: regex.Match[str], parts: dict[str, str], reading: Reading, role: Role, calendar: Calendar
) -> DateExpression:
    span = _span_of(match)
    weekday = weekday_span = relative = None
    if "weekday" in parts:
        weekday, weekday_span = calendar.weekday_of(parts["weekday"]), Span(*match.span("weekday"))
    if "which" in parts:
        span = Span(match.start(), span.end)
        relative = weekday_step(parts["which"]) if weekday is not None else month_step(parts["which"])
    is_part = not _PARTS.isdisjoint(parts)
    return DateExpression(
        span,
        reading.range,
        weekday,
        weekday_span,
        relative,
        role,
        reading.month,
        reading.day,
        is_part,
        reading.period if reading.range is not None else None,
    )


def _joined(text: str, found: Iterable[DateExpression]) -> list[DateExpression]:
    """The dates with each two that are the ends of one range made one."""
    joined: list[DateExpression] = []
    for expression in found:
        whole = _range(text, joined[-1], expression) if joined else None
        if whole is None:
            joined.append(expression)
        else:
            joined[-1] = whole
    return joined


def _range(text: str, first: DateExpression, last: DateExpression) -> DateExpression | None:
    """Both ends as one date, "20 March to 22 April 1923"; None where they are two dates."""
    if last.range is None or first.relative is not None:
        return None
    is_between = first.role == Role.BETWEEN
    if not (is_between or first.month or last.month):
        return None
    if not (_AND if is_between else _TO).fullmatch(text, first.span.end, _start(last)):
        return None
    start = first.range or _before(first, last.range.first)
    if start is None or not (start.first < last.range.first and start.last < last.range.last):
        return None
    role = Role.BETWEEN if first.role == Role.FROM else first.role
    return DateExpression(Span(first.span.start, last.span.end), start.to(last.range), None, None, None, role)


def _before(expression: DateExpression, end: date) -> DateRange | None:
    """The latest days of that name up to `end`."""
    return max((found for found in _in_years(expression, end.year - 1, end.year) if found.first <= end), default=None)


def _in_years(expression: DateExpression, first: int, last: int) -> Iterator[DateRange]:
    """The days of that month, and day where one is known, in each of the years that have them."""
    for year in range(max(1, first), min(9999, last) + 1):
        try:
            if expression.month is not None and expression.day is not None:
                yield on_day(year, expression.month, expression.day)
            elif expression.month is not None:
                yield in_month(year, expression.month)
        except ValueError:
            continue


def _stepped_month(month: int, step: int, reference: date) -> DateRange | None:
    """The month that "last July" means; None where it may be this year's or another, as in September."""
    is_clear = {-1: reference.month <= month, 0: True, 1: month <= reference.month}
    year = reference.year + step
    return in_month(year, month) if is_clear[step] and 1 <= year <= 9999 else None


def _relatives(text: str, calendar: Calendar) -> Iterator[DateExpression]:
    """Dates told by their distance from the document's day or from an event."""
    folded = text.casefold()
    if not any(word in folded for word in RELATIVE_WORDS):
        return
    for match in calendar.relatives.finditer(text):
        relative = relative_of(match, calendar)
        if relative is not None:
            span = Span(max(match.start(), match.end("article")), match.end())
            yield DateExpression(span, None, None, None, relative, role_of(text, span, takes_article=True))


def _start(expression: DateExpression) -> int:
    """Where the expression begins with its weekday, if that stands first."""
    starts = [span.start for span in (expression.span, expression.weekday_span) if span is not None]
    return min(starts)
