"""A weekday that the calendar contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.extract.scan import calendar_of
from factlint.model import Claim, Evidence, Finding, Slot, evidence_of
from factlint.values.date import weekday_of
from factlint.values.date_format import weekday_like
from factlint.values.when import Parts, When, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.model import Fact
    from factlint.rule import Rule
    from factlint.values.date import DateRange, Weekday


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Weekdays that do not belong to the date beside them: by the sources, else by the calendar in any likely year."""
    for claim in case.claims(Slot.WEEKDAY):
        value = claim.statement.value
        if not isinstance(value, When) or value.weekday is None:
            continue
        right, facts = _by_sources(case, value)
        if not facts:
            days = _days(case, claim, value)
            right = None if any(weekday_of(day) == value.weekday for day in days) else next(map(weekday_of, days), None)
        if right is None or right == value.weekday:
            continue
        expected = weekday_like(
            claim.statement.span.of(case.draft.document.text), right, calendar_of(case.draft.lexicon)
        )
        evidence = evidence_of(facts) or (_dated(case, claim),)
        yield finding(rule, case, claim.statement.span, evidence, (expected,), date=value.text)


def _by_sources(case: Case, mine: When) -> tuple[Weekday | None, list[Fact]]:
    """The weekday that sources give the very day, and where; the draft's own where any source agrees with it."""
    if not mine.is_day:
        return None, []
    said = [fact for fact in case.index.facts(Slot.WEEKDAY) if _is_same_day(mine, fact.statement.value)]
    weekdays = [value.weekday for fact in said if isinstance(value := fact.statement.value, When)]
    if not weekdays:
        return None, []
    return (mine.weekday if mine.weekday in weekdays else weekdays[0]), said


def _is_same_day(mine: When, theirs: object) -> bool:
    return isinstance(theirs, When) and any(
        len(shared := one.shared(other)) > 1 and all(shared) and one.day is not None
        for one in parts_of(mine)
        for other in parts_of(theirs)
    )


def _days(case: Case, claim: Claim, value: When) -> list[DateRange]:
    """The days that a date may mean, likeliest first.

    Without a year it is that day in the years in which sources have it, in the year that the passage tells of, and in
    the draft's own or the two beside it.
    """
    if not value.is_day:
        return []
    if value.range is not None:
        return [value.range]
    years = _years_of_day(case, value)
    if claim.statement.period is not None:
        years.append(claim.statement.period.first.year)
    if case.draft.date is not None:
        years += [case.draft.date.year, case.draft.date.year - 1, case.draft.date.year + 1]
    dated = (Parts(year, value.month, value.day).days() for year in dict.fromkeys(years))
    return [day for day in dated if day is not None]


def _years_of_day(case: Case, value: When) -> list[int]:
    """The years in which the sources have a day that the draft gives without its year."""
    ranges = (theirs.range for fact in case.index.facts(Slot.DATE) if isinstance(theirs := fact.statement.value, When))
    days = (days.first for days in ranges if days is not None and days.is_day)
    return [day.year for day in days if (day.month, day.day) == (value.month, value.day)]


def _dated(case: Case, claim: Claim) -> Evidence:
    """The date beside the weekday, which the finding rests on where no source dates the day."""
    near = (other for other in case.draft.beside(claim.statement) if other.value == claim.statement.value)
    return Evidence(case.draft.document, next((other.span for other in near), claim.statement.span))
