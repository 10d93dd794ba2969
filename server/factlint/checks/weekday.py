"""A weekday that the calendar contradicts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.extract.scan import calendar_of
from factlint.model import Claim, Evidence, Finding, Slot, evidence_of
from factlint.values.date import DateRange, weekday_of
from factlint.values.date_format import weekday_like
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.model import Fact
    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Weekdays that do not belong to the date beside them, in its year or, where it has none, in any likely year."""
    for claim in case.claims(Slot.WEEKDAY):
        value = claim.statement.value
        if not isinstance(value, When) or value.weekday is None:
            continue
        facts = _facts_of_day(case, value)
        days = _days(case, claim, value, facts)
        if not days or any(weekday_of(day) == value.weekday for day in days):
            continue
        right = weekday_of(days[0])
        if right is None:
            continue
        found = claim.statement.span.of(case.draft.document.text)
        expected = weekday_like(found, right, calendar_of(case.draft.lexicon))
        evidence = evidence_of(facts) or (_dated(case, claim),)
        yield finding(rule, case, claim.statement.span, evidence, (expected,), date=_written(value, days[0]))


def _days(case: Case, claim: Claim, value: When, facts: Sequence[Fact]) -> list[DateRange]:
    """The days that a date may mean, likeliest first.

    Without a year it is that day in the years in which sources have it, in the year that the passage tells of, and in
    the draft's own or the two beside it.
    """
    if value.range is not None:
        return [value.range] if value.range.is_day else []
    if value.month is None or value.day is None:
        return []
    years = [_range(fact).first.year for fact in facts]
    if claim.statement.period is not None:
        years.append(claim.statement.period.first.year)
    if case.draft.date is not None:
        years += [case.draft.date.year, case.draft.date.year - 1, case.draft.date.year + 1]
    return [day for year in dict.fromkeys(years) if (day := _day(year, value.month, value.day))]


def _facts_of_day(case: Case, value: When) -> list[Fact]:
    """The sources' dates of a day that the draft gives without its year."""
    if value.range is not None or value.month is None or value.day is None:
        return []
    return [
        fact
        for fact in case.index.facts(Slot.DATE)
        if _has_range(fact.statement.value)
        and _range(fact).is_day
        and (_range(fact).first.month, _range(fact).first.day) == (value.month, value.day)
    ]


def _has_range(value: object) -> bool:
    return isinstance(value, When) and value.range is not None


def _range(statement: Claim | Fact) -> DateRange:
    value = statement.statement.value
    assert isinstance(value, When)
    assert value.range is not None
    return value.range


def _day(year: int, month: int, day: int) -> DateRange | None:
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return DateRange(only, only)


def _written(value: When, day: DateRange) -> str:
    return value.text if value.range is not None else f"{value.text} {day.first.year}"


def _dated(case: Case, claim: Claim) -> Evidence:
    """The date beside the weekday, which the finding rests on where no source dates the day."""
    near = (other for other in case.draft.beside(claim.statement) if other.value == claim.statement.value)
    return Evidence(case.draft.document, next((other.span for other in near), claim.statement.span))
