"""A person with an office, ministry or country that the sources give to somebody else, or to them at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.office_part import wrong_part
from factlint.checks.smallest import smallest
from factlint.model import Claim, Fact, Finding, Slot, Statement, evidence_of
from factlint.values.office import Office, agree, exclude

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.index import Entity
    from factlint.rule import Rule
    from factlint.values.date import DateRange


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
    agreeing = [fact for fact in own if agree(office, _office(fact))]
    if agreeing:
        is_known_then = period is None or any(_same_time(period, fact.statement.period) for fact in agreeing)
        return () if is_known_then else _held_then(office, entity, period, case)
    current = [fact for fact in own if _is_current(fact) and not _elsewhen(period, fact.statement.period)]
    excluded = [fact for fact in current if exclude(office, _office(fact))]
    if excluded:
        return excluded
    has_other = any(_office(fact).head.sole for fact in current)
    return current if has_other and office.head.sole and _is_rivalled(office, entity, case) else ()


def _is_rivalled(office: Office, entity: Entity, case: Case) -> bool:
    """True where the office is a state's, and the sources give it to somebody else."""
    rivals = (_office(fact) for rival in _rivals(office, entity, case) for fact in _agreeing(office, rival))
    return any(theirs.country is not None and office.country in (None, theirs.country) for theirs in rivals)


def _held_then(office: Office, entity: Entity, period: DateRange | None, case: Case) -> Sequence[Fact]:
    """The dated facts that give this one person's office to somebody else at the time."""
    if not office.head.sole:
        return ()
    return [
        fact
        for rival in _rivals(office, entity, case)
        if any(_is_of_one_state(office, _office(fact)) for fact in _agreeing(office, rival))
        for fact in _agreeing(office, rival)
        if _same_time(period, fact.statement.period)
    ]


def _rivals(office: Office, entity: Entity, case: Case) -> Sequence[Entity]:
    """The other persons to whom the sources give this very office."""
    return [
        other
        for other in case.index.entities
        if other is not entity and any(_office(fact).head == office.head for fact in _agreeing(office, other))
    ]


def _agreeing(office: Office, entity: Entity) -> list[Fact]:
    return [
        fact
        for fact in entity.of(Slot.OFFICE)
        if isinstance(fact.statement.value, Office) and agree(office, fact.statement.value)
    ]


def _is_of_one_state(one: Office, other: Office) -> bool:
    """True where both name the same country or share a body: the office has one holder there."""
    return bool(one.country and one.country == other.country) or bool(one.body & other.body)


def _office(fact: Fact) -> Office:
    value = fact.statement.value
    assert isinstance(value, Office)
    return value


def _is_current(fact: Fact) -> bool:
    """True unless the source itself says that the office was held at another time, and not when."""
    office = _office(fact)
    return not office.is_former and not (office.is_past and fact.statement.period is None)


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
    expected = _written(first)
    part = wrong_part(claim.statement, first, case.draft.lexicon) or smallest(claim.statement, expected)
    span, right = part if is_own else (claim.statement.span, "")
    return finding(
        rule,
        case,
        span,
        evidence_of(against),
        (right,) if right else (),
        name=entity.name,
        holder=first.subject[0] if first.subject else entity.name,
        office=expected,
    )


def _written(statement: Statement) -> str:
    return " ".join(statement.span.of(statement.document.text).split())
