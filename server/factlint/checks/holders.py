"""Who holds an office in the sources, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.kept import kept
from factlint.model import Fact, Slot, Statement
from factlint.timeline import Dating, share_year
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from factlint.case import Case
    from factlint.index import Entity
    from factlint.values.date import DateRange


def office_of(fact: Fact) -> Office:
    """The office that a fact about one states."""
    value = fact.statement.value
    assert isinstance(value, Office)
    return value


@kept
def offices_of(entity: Entity) -> tuple[Fact, ...]:
    """The facts that give an entity offices."""
    return tuple(fact for fact in entity.of(Slot.OFFICE) if isinstance(fact.statement.value, Office))


def agreeing(office: Office, entity: Entity) -> tuple[Fact, ...]:
    """The facts that give an entity this office."""
    return tuple(fact for fact in offices_of(entity) if agree(office, office_of(fact)))


def others_in(claim: Statement, entity: Entity | None, case: Case) -> tuple[Fact, ...]:
    """The facts that give others the post of a statement, one that one person holds at a time."""
    office = case.post_of(claim)
    if office is None or not office.head.sole or office.head.is_kin:
        return ()
    found: list[Fact] = []
    for other in case.index.entities:
        facts = [fact for fact in agreeing(office, other) if office_of(fact).head == office.head]
        if other is not entity and any(_is_of_one_state(office, _post(fact, case)) for fact in facts):
            found += facts
    return tuple(found)


def _post(fact: Fact, case: Case) -> Office:
    return case.post_of(fact.statement) or office_of(fact)


def _is_of_one_state(one: Office, other: Office) -> bool:
    """True where both name the same country or share a body, or the first leaves the country to be understood."""
    if one.country is None and not one.body:
        return other.country is not None
    return bool(one.country and one.country == other.country) or bool((one.body & other.body) - one.kinds)


def is_current(fact: Fact) -> bool:
    """True unless the source itself says that the office was held at another time, and not when."""
    office = office_of(fact)
    return not office.is_former and not (office.is_past and fact.statement.period is None)


def is_same_time(period: DateRange | None, fact: Fact, case: Case) -> bool:
    """True where a fact is known to hold within a year of the calendar that `period` lies in."""
    about = case.index.timeline.when(fact).about
    return period is not None and about is not None and share_year(period, about)


def is_elsewhen(period: DateRange | None, dating: Dating) -> bool:
    """True where something is known to be of no year that `period` lies in."""
    return period is not None and not share_year(period, dating.about or dating.bounds)
