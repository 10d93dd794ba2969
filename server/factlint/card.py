"""What the sources say about one name, in short: how they spell it, and which offices they give it when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.model import Evidence, Slot, evidence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.index import Entity, Index
    from factlint.model import Fact
    from factlint.values.name import Kind


class Line(Struct, frozen=True):
    """One thing the sources say, in how many of them, how often, with up to three passages."""

    text: str
    sources: int
    mentions: int
    evidence: tuple[Evidence, ...]


class Held(Struct, frozen=True):
    """An office, rank or age that sources give, with the years of those sources that are dated, first and last."""

    line: Line
    years: tuple[int, int] | None


class Card(Struct, frozen=True):
    """A name of the sources: what it names, in how many of them it stands and how often, its spellings, and its
    offices and ranks, those of most sources first.
    """

    title: str
    kind: Kind
    sources: int
    mentions: int
    spellings: tuple[Line, ...]
    held: tuple[Held, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages that the card rests on, each sentence once: first those of offices, then of spellings."""
        found: dict[tuple[str, str], Evidence] = {}
        for line in (*(held.line for held in self.held), *self.spellings):
            for each in line.evidence:
                found.setdefault((each.document.path, each.document.passage(each.span)), each)
        return tuple(found.values())


def card_of(entity: Entity, index: Index) -> Card:
    """The card of a person, place or body of the sources."""
    return Card(
        str(entity.full_name),
        entity.kind,
        len({fact.statement.document for fact in entity.names}),
        len(entity.names),
        lines_of(entity.names),
        held_of((*entity.of(Slot.OFFICE), *entity.of(Slot.RANK)), index),
    )


def lines_of(facts: Iterable[Fact]) -> tuple[Line, ...]:
    """Facts by their words, those of most sources first."""
    return tuple(sorted((_line(*told) for told in _by_words(facts).items()), key=lambda line: -line.sources))


def held_of(facts: Iterable[Fact], index: Index) -> tuple[Held, ...]:
    """Offices, ranks and ages by their words, those of most sources first."""
    found = (Held(_line(text, told), _years(told, index)) for text, told in _by_words(facts).items())
    return tuple(sorted(found, key=lambda held: -held.line.sources))


def _by_words(facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        statement = fact.statement
        text = " ".join(statement.span.of(statement.document.text).split())
        found.setdefault(text, []).append(fact)
    return found


def _line(text: str, told: list[Fact]) -> Line:
    return Line(text, len({fact.statement.document for fact in told}), len(told), evidence_of(told))


def _years(told: Iterable[Fact], index: Index) -> tuple[int, int] | None:
    """The years in which something held, as far as texts and the dates of sources tell."""
    years: set[int] = set()
    for fact in told:
        period, written = fact.statement.period, index.account_of(fact.statement.document).date
        if period is not None:
            # What has no end, or no beginning, that is told has the calendar's.
            years |= {day.year for day in (period.first, period.last) if day not in (date.min, date.max)}
        elif written is not None:
            years.add(written.year)
    return (min(years), max(years)) if years else None
