"""Somebody who acts at a time when, by the sources, another held the post that they are known for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.holders import is_current, is_elsewhen, is_same_time, offices_of, others_in
from factlint.context import company
from factlint.model import Claim, Fact, Slot
from factlint.values.date import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.case import Case
    from factlint.index import Entity


def out_of_time(case: Case) -> Iterator[tuple[Claim, Entity, tuple[Fact, ...]]]:
    """The names of people whom the sources know at another time only, with who held their post at the draft's.

    The draft must tell of them what the sources tell of the other, and must not say what office it means: that is
    compared by itself.
    """
    for claim, identity in case.known_names():
        entity = identity.entity
        if (
            not _is_of_told_time(claim, case)
            or not claim.statement.is_held
            or _has_office(claim, case)
            or _is_known_then(claim, entity, case)
        ):
            continue
        for fact in offices_of(entity):
            case.heed()
            others = others_in(fact.statement, entity, case) if is_current(fact) else ()
            then = tuple(other for other in others if is_same_time(claim.statement.period, other, case))
            if then and _is_told_of(then[0], claim, case):
                yield claim, entity, then
                break


def _is_of_told_time(claim: Claim, case: Case) -> bool:
    """True in a passage that tells of another time than the draft's own, in which predecessors are named too."""
    period, today = claim.statement.period, case.draft.date
    return period is not None and (today is None or not period.contains(DateRange(today, today)))


def _has_office(claim: Claim, case: Case) -> bool:
    return any(
        beside.slot is Slot.OFFICE and beside.subject[:1] == claim.statement.subject[:1]
        for beside in case.draft.beside(claim.statement)
    )


def _is_known_then(claim: Claim, entity: Entity, case: Case) -> bool:
    """True unless each source that names a person is known to be of another time than the draft's passage."""
    timeline, period = case.index.timeline, claim.statement.period
    return not all(is_elsewhen(period, timeline.of(fact.statement.document)) for fact in entity.names)


def _is_told_of(fact: Fact, claim: Claim, case: Case) -> bool:
    """True where the sentence tells what the sources tell of the holder, and does not name that one too."""
    holder = case.index.entity_named(fact.statement.subject[0])
    if holder is None or any(case.entity_of(beside) is holder for beside in case.draft.beside(claim.statement)):
        return False
    return company((claim.statement,), case.draft, holder, case.index).is_familiar
