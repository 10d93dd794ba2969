"""A weekday that the calendar contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.extract.scan import calendar_of
from factlint.model import Claim, Evidence, Finding, Slot
from factlint.values.date import weekday_of
from factlint.values.date_format import weekday_like
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Weekdays beside a full date of another weekday."""
    for claim in case.claims(Slot.WEEKDAY):
        value = claim.statement.value
        if not isinstance(value, When) or value.range is None or value.weekday is None:
            continue
        right = weekday_of(value.range)
        if right is None or right == value.weekday:
            continue
        found = claim.statement.span.of(case.draft.document.text)
        yield finding(
            rule,
            case,
            claim.statement.span,
            (_dated(case, claim),),
            (weekday_like(found, right, calendar_of(case.draft.lexicon)),),
            date=value.text,
        )


def _dated(case: Case, claim: Claim) -> Evidence:
    """The date beside the weekday, which the finding rests on."""
    dates = [other for other in case.draft.beside(claim.statement) if other.slot is Slot.DATE]
    near = [other for other in dates if other.value == claim.statement.value]
    return Evidence(case.draft.document, near[0].span if near else claim.statement.span)
