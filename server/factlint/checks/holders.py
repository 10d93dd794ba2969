"""Who holds an office in the sources, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import Fact, Slot
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


def offices_of(entity: Entity) -> tuple[Fact, ...]:
    """The facts that give an entity offices."""
    return tuple(fact for fact in entity.of(Slot.OFFICE) if isinstance(fact.statement.value, Office))


def agreeing(office: Office, entity: Entity) -> tuple[Fact, ...]:
    """The facts that give an entity this office."""
    return tuple(fact for fact in offices_of(entity) if agree(office, office_of(fact)))


def others_in(office: Office, entity: Entity | None, case: Case) -> tuple[Fact, ...]:
    """The facts that give one and the same office, which has one holder in its country or body, to others."""
    if not office.head.sole or office.head.is_kin:
        return ()
    found: list[Fact] = []
    for other in case.index.entities:
        facts = [fact for fact in agreeing(office, other) if office_of(fact).head == office.head]
        if other is not entity and any(_is_of_one_state(office, office_of(fact)) for fact in facts):
            found += facts
    return tuple(found)


def _is_of_one_state(one: Office, other: Office) -> bool:
    """True where both name the same country or share a body, or the first leaves the country to be understood."""
    if one.country is None and not one.body:
        return other.country is not None
    return bool(one.country and one.country == other.country) or bool((one.body & other.body) - one.kinds)


def is_current(fact: Fact) -> bool:
    """True unless the source itself says that the office was held at another time, and not when."""
    office = office_of(fact)
    return not office.is_former and not (office.is_past and fact.statement.period is None)


def is_same_time(first: DateRange | None, second: DateRange | None) -> bool:
    """True where both are dated and within one year of the calendar."""
    return (
        first is not None
        and second is not None
        and first.first.year <= second.last.year
        and second.first.year <= first.last.year
    )


def is_elsewhen(first: DateRange | None, second: DateRange | None) -> bool:
    """True where both are dated and share no year."""
    return first is not None and second is not None and not is_same_time(first, second)
