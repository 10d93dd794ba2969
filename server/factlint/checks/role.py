"""A person with an office, ministry or country that the sources give to somebody else, or to them at another time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.checks.holders import (
    agreeing,
    is_current,
    is_elsewhen,
    is_same_time,
    office_of,
    offices_of,
    others_in,
)
from factlint.checks.office_part import wrong_part
from factlint.checks.other_time import out_of_time
from factlint.checks.smallest import smallest
from factlint.context import company
from factlint.lexicon import surface
from factlint.model import Claim, Fact, Finding, Mention, Slot, Statement, evidence_of
from factlint.values.office import Office, agree, differs, exclude, is_as_exact, same_body, same_head, same_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.index import Entity
    from factlint.lexicon import Lexicon
    from factlint.rule import Rule
    from factlint.text import Span


class Fault(StrEnum):
    """What is wrong: the office, its country or body, who holds it, or when."""

    OFFICE = "office"
    PLACE = "place"
    HOLDER = "holder"
    TIME = "time"


class Contradiction(Struct, frozen=True):
    """What is wrong with an office in the draft, and the facts that say so, the best first.

    `own` is a fact of what the person holds instead, where the office is somebody else's.
    """

    fault: Fault
    against: tuple[Fact, ...]
    own: Fact | None = None


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Offices that the sources rule out for whom the draft gives them to, and people who act in another's time."""
    for claim in case.claims(Slot.OFFICE):
        office = claim.statement.value
        if not isinstance(office, Office):
            continue
        entity = case.entity_of(claim.statement)
        if office.is_former or (office.is_past and claim.statement.period is None):
            then = _of_former(office, entity, claim, case) if entity else ()
            if then:
                yield _told(case, rule, claim, entity, Contradiction(_fault_of(office, office_of(then[0])), then))
            continue
        against = _of_known(office, entity, claim, case) if entity else _of_unknown(claim, case)
        if against:
            yield _told(case, rule, claim, entity, against)
    for claim, entity, then in out_of_time(case):
        yield _told(case, rule, claim, entity, Contradiction(Fault.TIME, then))


def _of_known(office: Office, entity: Entity, claim: Claim, case: Case) -> Contradiction | None:
    """What rules out an office of a person whom the sources know; nothing where a fact of the same time supports it."""
    excluded = _excluded(office, entity, claim, case)
    supporting = [fact for fact in agreeing(office, entity) if not excluded or is_as_exact(office_of(fact), office)]
    if supporting:
        period = claim.statement.period
        is_known_then = period is None or any(is_same_time(period, fact, case) for fact in supporting)
        return None if is_known_then else _at_another_time(entity, claim, case)
    if excluded:
        return Contradiction(_fault_of(office, office_of(excluded[0])), excluded)
    current = [fact for fact in offices_of(entity) if _is_of_then(fact, claim, case)]
    others = _holders_then(entity, claim, case)
    own_office = next((fact for fact in current if office_of(fact).head.sole), None)
    return Contradiction(Fault.HOLDER, others, own_office) if others and own_office else None


def _of_former(office: Office, entity: Entity, claim: Claim, case: Case) -> tuple[Fact, ...]:
    """What the sources say that a person was, where they tell the same of them and it differs in one telling part."""
    facts = offices_of(entity)
    if not office.is_former or any(agree(office, office_of(fact)) for fact in facts):
        return ()
    former = tuple(fact for fact in facts if office_of(fact).is_former and differs(office, office_of(fact)))
    is_told = bool(former) and company((claim.statement,), case.draft, entity, case.index).is_familiar
    return former if is_told else ()


def _excluded(office: Office, entity: Entity, claim: Claim, case: Case) -> tuple[Fact, ...]:
    """What the sources say of a person that an office cannot be beside, or not where they tell the same of them."""
    said_with = company((claim.statement,), case.draft, entity, case.index)
    current = [
        fact
        for fact in offices_of(entity)
        if is_current(fact) and (said_with.is_same or _is_of_then(fact, claim, case))
    ]
    excluded = tuple(fact for fact in current if exclude(office, office_of(fact)))
    if excluded or not said_with.is_familiar:
        return excluded
    return tuple(fact for fact in current if differs(office, office_of(fact)))


def _is_of_then(fact: Fact, claim: Claim, case: Case) -> bool:
    """True unless a fact is known to be of another time than a claim."""
    return is_current(fact) and not is_elsewhen(claim.statement.period, case.index.timeline.when(fact))


def _fault_of(mine: Office, theirs: Office) -> Fault:
    is_elsewhere = not same_place(mine, theirs) or not same_body(mine, theirs)
    return Fault.PLACE if same_head(mine, theirs) and is_elsewhere else Fault.OFFICE


def _at_another_time(entity: Entity, claim: Claim, case: Case) -> Contradiction | None:
    """Who else held this person's post at the time that the draft speaks of."""
    post = case.post_of(claim.statement)
    if post is None or (post.country is None and not post.body):
        return None
    period = claim.statement.period
    then = tuple(fact for fact in others_in(claim.statement, entity, case) if is_same_time(period, fact, case))
    return Contradiction(Fault.TIME, then) if then else None


def _of_unknown(claim: Claim, case: Case) -> Contradiction | None:
    """Who holds the office in the sources, where the draft tells the same of somebody whom they do not know."""
    holders = _holders_then(None, claim, case)
    others = tuple(fact for fact in holders if is_same_time(claim.statement.period, fact, case))
    return Contradiction(Fault.HOLDER, others) if others and _is_told_of(others[0], claim, case) else None


def _holders_then(entity: Entity | None, claim: Claim, case: Case) -> tuple[Fact, ...]:
    """The facts that give an office to others and are not of another time."""
    others = others_in(claim.statement, entity, case)
    when, period = case.index.timeline.when, claim.statement.period
    return tuple(fact for fact in others if is_current(fact) and not is_elsewhen(period, when(fact)))


def _is_told_of(fact: Fact, claim: Claim, case: Case) -> bool:
    """True where the draft tells of its holder what the sources tell of theirs, and does not name theirs too."""
    holder = case.index.entity_named(fact.statement.subject[0])
    if holder is None or any(identity.entity is holder for identity in case.identities.values()):
        return False
    return company((claim.statement,), case.draft, holder, case.index, before=0).is_same


def _told(case: Case, rule: Rule, claim: Claim, entity: Entity | None, against: Contradiction) -> Finding:
    first = against.against[0].statement
    holder = first.subject[0] if first.subject else None
    span, right = _wrong_words(case, claim.statement, against)
    return finding(
        rule,
        case,
        span,
        evidence_of((*against.against, against.own) if against.own else against.against),
        (right,) if right and right.casefold() != span.of(case.draft.document.text).casefold() else (),
        fault=against.fault,
        name=entity.name if entity else "",
        holder=holder or "",
        office=_written(first),
    )


def _wrong_words(case: Case, claim: Statement, against: Contradiction) -> tuple[Span, str]:
    """What to mark and what to put there: the wrong part of an office, or the name of who does not hold it."""
    first = against.against[0].statement
    fact = against.own.statement if against.own else first
    name = claim if claim.slot is Slot.NAME else _name_beside(claim, case)
    if against.fault in (Fault.HOLDER, Fault.TIME) and against.own is None and name is not None and first.subject:
        return name.span, str(first.subject[0])
    part = wrong_part(claim, fact, case.draft.lexicon)
    return part or (smallest(claim, _written(fact)) if _is_title(fact, case.draft.lexicon) else (claim.span, ""))


def _is_title(statement: Statement, lexicon: Lexicon) -> bool:
    """True where the words of an office name it: "head of X" does, "previously led by" does not."""
    words = [surface(word) for word, _ in statement.document.words(statement.span)]
    runs = (" ".join(words[start:end]) for end in range(len(words) + 1) for start in range(end))
    return any(table.get(run) for run in runs for table in (lexicon.offices, lexicon.plural_offices, lexicon.kin))


def _written(statement: Statement) -> str:
    return " ".join(statement.span.of(statement.document.text).split())


def _name_beside(statement: Statement, case: Case) -> Statement | None:
    """The name nearest to an office in its sentence that the draft gives it to."""
    names = [
        beside
        for beside in case.draft.beside(statement)
        if isinstance(beside.value, Mention) and beside.subject[:1] == statement.subject[:1]
    ]
    return min(names, key=lambda name: abs(name.span.start - statement.span.start), default=None)
