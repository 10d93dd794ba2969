"""A date that the sources' statement of the same event contradicts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.smallest import smallest
from factlint.extract.scan import calendar_of
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.same_event import Match, matches, share_name
from factlint.values.date import DateRange, agrees
from factlint.values.date_format import format_like
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule

_LONGEST_MONTH = 31
_CLOSE, _LEAST_SHARED = 0.8, 4
# Roles in which a year names a thing and dates no event: "the 2018 ministers", "Act of 2014".
_NAMING = frozenset({"attributive", "of"})


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Dates of events that a source dates otherwise and no source dates so."""
    for claim in case.claims(Slot.DATE):
        mine = _range(claim)
        if mine is None or (_is_year(mine) and _role(claim) in _NAMING):
            continue
        found = matches(claim, case.index)
        if any(agrees(mine, theirs) for match in found if (theirs := _range(match.fact))):
            continue
        against = [match for match in found if match.is_same and _may_be_slip(case, claim, mine, match)]
        if against:
            yield _told(case, rule, claim, against)


def _range(statement: Claim | Fact) -> DateRange | None:
    value = statement.statement.value
    return value.range if isinstance(value, When) else None


def _role(claim: Claim) -> str:
    value = claim.statement.value
    return value.role if isinstance(value, When) else ""


def _may_be_slip(case: Case, claim: Claim, mine: DateRange, match: Match) -> bool:
    """True where the dates are of one kind and a slip could make one of the other: one part of it differs.

    Two days that share neither month nor year, or less, are two events of one kind rather. A year alone has no
    other part to hold to, so a name must be shared, or nearly all words.
    """
    theirs = _range(match.fact)
    if theirs is None:
        return False
    if mine.is_day:
        return _differing_parts(mine, _end_for(mine, theirs)) == 1
    if mine.days <= _LONGEST_MONTH and theirs.days <= _LONGEST_MONTH and not theirs.is_day:
        return (mine.first.year == theirs.first.year) != (mine.first.month == theirs.first.month)
    if not _is_year(mine) or not _is_year(theirs):
        return False
    is_close = match.share >= _CLOSE and len(match.shared) >= _LEAST_SHARED
    return is_close or share_name(claim, match, case.draft.lexicon)


def _is_year(days: DateRange) -> bool:
    year = days.first.year
    return (days.first, days.last) == (date(year, 1, 1), date(year, 12, 31))


def _end_for(mine: DateRange, theirs: DateRange) -> DateRange:
    """The end of a range that a single day is nearer to; whole months and years have no such ends."""
    if theirs.first.day == 1 and theirs.days >= _LONGEST_MONTH - 3:
        return theirs
    ends = (DateRange(theirs.first, theirs.first), DateRange(theirs.last, theirs.last))
    return min(ends, key=lambda end: _differing_parts(mine, end))


def _differing_parts(mine: DateRange, theirs: DateRange) -> int:
    first, second = mine.first, theirs.first
    return (first.year != second.year) + (first.month != second.month) + (first.day != second.day)


def _told(case: Case, rule: Rule, claim: Claim, against: list[Match]) -> Finding:
    best = against[0].fact
    theirs = _range(best)
    found = claim.statement.span.of(case.draft.document.text)
    mine = _range(claim)
    if mine is not None and theirs is not None and mine.is_day:
        theirs = _end_for(mine, theirs)
    expected = format_like(found, theirs, calendar_of(case.draft.lexicon)) if theirs else None
    value = best.statement.value
    span, right = smallest(claim.statement, expected) if expected else (claim.statement.span, "")
    return finding(
        rule,
        case,
        span,
        evidence_of(match.fact for match in against),
        (right,) if right else (),
        date=value.text if isinstance(value, When) else "",
    )
