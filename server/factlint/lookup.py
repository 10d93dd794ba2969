"""What stands at one place of a text that the sources can be asked about: a name, a date, a number, a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.model import Slot, Stance, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Entity, Index
    from factlint.model import Finding
    from factlint.text import Span

# Where two claims have the same words, the one named first here is asked about first.
_SLOTS = (
    Slot.NAME,
    Slot.DATE,
    Slot.WEEKDAY,
    Slot.AGE,
    Slot.VERSION,
    Slot.NUMBER,
    Slot.OFFICE,
    Slot.RANK,
    Slot.EXPANSION,
    Slot.QUOTATION,
)


class Asked(NamedTuple):
    """A statement that is asked about; `entity` is whom or what it names, where it is a name that the sources know."""

    statement: Statement
    entity: Entity | None


def touches(span: Span, offset: int) -> bool:
    """True where a cursor is in a span or just behind its last character."""
    return span.start <= offset <= span.end


def asked_at(case: Case, offset: int) -> tuple[Asked, ...]:
    """What a draft holds to be so at a code point offset, the narrowest statement first."""
    return tuple(
        Asked(said, identity.entity if identity else None)
        for said in _said_at(case.draft, offset)
        for identity in [case.identities.get(said.span) if said.slot is Slot.NAME else None]
    )


def asked_in_source(account: Account, index: Index, offset: int) -> Asked | None:
    """The name that one of the sources has at a code point offset, where the index knows it."""
    for said in _said_at(account, offset):
        entity = index.entity_named(said.subject[0]) if said.slot is Slot.NAME else None
        if entity is not None:
            return Asked(said, entity)
    return None


def _said_at(account: Account, offset: int) -> list[Statement]:
    """The statements at an offset: those that cover it, then those that end there, each the narrowest first.

    But a number or date in quoted words is what the speaker says: the quotation comes before it.
    """
    found = [said for said in account.statements if touches(said.span, offset) and _is_asked(said)]
    quoted = [said.span for said in found if said.slot is Slot.QUOTATION]

    def rank(said: Statement) -> tuple[bool, bool, int, int]:
        is_spoken = said.slot not in (Slot.NAME, Slot.QUOTATION) and any(each.contains(said.span) for each in quoted)
        return said.span.end == offset, is_spoken, len(said.span), _SLOTS.index(said.slot)

    return sorted(found, key=rank)


def _is_asked(said: Statement) -> bool:
    if said.slot is Slot.NAME:
        return said.stance is not Stance.CORRECTED
    return said.slot in _SLOTS and said.is_held


def findings_on(statement: Statement, findings: Sequence[Finding], offset: int) -> tuple[Finding, ...]:
    """The findings that mark a statement, a part of it or the offset in it, the loudest first."""
    found = [each for each in findings if each.span.overlaps(statement.span) or touches(each.span, offset)]
    return tuple(sorted(found, key=lambda finding: -finding.severity.loudness))
