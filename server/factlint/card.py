"""What the sources say about the name at one place of a draft: what a hover shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.identify import identify
from factlint.model import Evidence, Slot, evidence_of
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.extract.account import Account
    from factlint.index import Entity, Index
    from factlint.model import Fact


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the sources say, in how many of them, how often, with up to three passages."""

    text: str
    sources: int
    mentions: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A name with its spellings, and its offices and ranks, those of most sources first.

    `span` is where the name stands in the draft.
    """

    title: str
    span: Span
    spellings: tuple[Line, ...]
    roles: tuple[Line, ...]


def card_at(draft: Account, index: Index, offset: int) -> Card | None:
    """The card of the name at a code point offset of the draft, or None where there is no known name."""
    here = Span(offset, offset + 1)
    for statement in draft.about(Slot.NAME):
        if statement.span.overlaps(here) or statement.span.end == offset:
            identity = identify(statement, draft, index, {})
            if identity is not None:
                return _card(identity.entity, statement.span)
    return None


def _card(entity: Entity, span: Span) -> Card:
    roles = [*entity.of(Slot.OFFICE), *entity.of(Slot.RANK)]
    return Card(str(entity.name), span, lines_of(entity.names), lines_of(roles))


def lines_of(facts: Iterable[Fact]) -> tuple[Line, ...]:
    """Facts by their words, those of most sources first."""
    by_text: dict[str, list[Fact]] = {}
    for fact in facts:
        statement = fact.statement
        text = " ".join(statement.span.of(statement.document.text).split())
        by_text.setdefault(text, []).append(fact)
    lines = [
        Line(text, len({fact.statement.document for fact in told}), len(told), evidence_of(told))
        for text, told in by_text.items()
    ]
    return tuple(sorted(lines, key=lambda line: -line.sources))
