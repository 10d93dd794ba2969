"""A person with an office, ministry or country that the sources give to somebody else, or to them at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.office_part import wrong_part
from factlint.model import Claim, Fact, Finding, Slot, Statement, evidence_of
from factlint.values.office import Office, agree, exclude, same_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.index import Entity
    from factlint.rule import Rule
    from factlint.values.date import DateRange

_MOST_EVIDENCE = 3


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Offices of known persons that no source gives them and that what the sources give them rules out."""
    for claim in case.claims(Slot.OFFICE):
        office, entity = claim.statement.value, case.entity_of(claim.statement)
        if entity is None or not isinstance(office, Office) or office.is_former:
            continue
        if office.is_past and claim.statement.period is None:
            continue
        against = _against(office, entity, claim, case)
        if against:
            yield _told(case, rule, claim, entity, against)


def _against(office: Office, entity: Entity, claim: Claim, case: Case) -> Sequence[Fact]:
    """The facts that rule a claim out; none where a fact of the same time supports it."""
    own = [fact for fact in entity.of(Slot.OFFICE) if isinstance(fact.statement.value, Office)]
    period = claim.statement.period
    others = [fact for fact in _holders(case, office) if fact not in own]
    if any(agree(office, _office(fact)) for fact in own):
        at_that_time = [fact for fact in others if _same_time(period, fact.statement.period)]
        is_known_then = any(
            agree(office, _office(fact)) and (period is None or _same_time(period, fact.statement.period))
            for fact in own
        )
        return [] if is_known_then or not office.head.sole or not _is_specific(office) else at_that_time
    current = [fact for fact in own if _is_current(fact) and not _elsewhen(period, fact.statement.period)]
    excluded = [fact for fact in current if exclude(office, _office(fact))]
    if excluded:
        return excluded
    if current and others and office.head.sole and _is_rivalled(office, others):
        return current
    return []


def _office(fact: Fact) -> Office:
    value = fact.statement.value
    assert isinstance(value, Office)
    return value


def _is_current(fact: Fact) -> bool:
    """True unless the source itself says that the office was held at another time, and not when."""
    office = _office(fact)
    return not office.is_former and not (office.is_past and fact.statement.period is None)


def _holders(case: Case, office: Office) -> list[Fact]:
    """Every fact that gives an agreeing office to a person."""
    return [
        fact
        for fact in case.index.facts(Slot.OFFICE)
        if isinstance(fact.statement.value, Office) and agree(office, fact.statement.value)
    ]


def _is_specific(office: Office) -> bool:
    """True where more than the head word says which office it is."""
    return bool(office.country or office.body or office.portfolios)


def _is_rivalled(office: Office, others: Sequence[Fact]) -> bool:
    """True where the sources give this very office to somebody else."""
    return any(_office(fact).head == office.head and same_place(office, _office(fact)) for fact in others)


def _same_time(claim: DateRange | None, fact: DateRange | None) -> bool:
    """True where both are dated and within one year of the calendar."""
    return (
        claim is not None
        and fact is not None
        and claim.first.year <= fact.last.year
        and fact.first.year <= claim.last.year
    )


def _elsewhen(claim: DateRange | None, fact: DateRange | None) -> bool:
    """True where both are dated and share no year."""
    return claim is not None and fact is not None and not _same_time(claim, fact)


def _told(case: Case, rule: Rule, claim: Claim, entity: Entity, against: Sequence[Fact]) -> Finding:
    first = against[0].statement
    is_own = any(fact is against[0] for fact in entity.of(Slot.OFFICE))
    wrong = wrong_part(claim.statement, first, case.draft.lexicon) if is_own else None
    span, expected = wrong or (claim.statement.span, _written(first))
    return finding(
        rule,
        case,
        span,
        tuple(evidence_of(fact) for fact in against[:_MOST_EVIDENCE]),
        (expected,) if is_own else (),
        name=entity.name,
        holder=first.subject[0] if first.subject else entity.name,
        office=_written(first),
    )


def _written(statement: Statement) -> str:
    return " ".join(statement.span.of(statement.document.text).split())
