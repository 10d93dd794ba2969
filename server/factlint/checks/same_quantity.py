"""Which numbers of the sources are of the same thing as a number of the draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.model import Claim, Fact, Slot
from factlint.values.number import Kind, Quantity, Slip, agrees, slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.case import Case

# A "sentence" of more words is a table, of which only the words nearest to a number tell what it is of.
_LONGEST, _TELLING_DIGITS = 60, 3
# What a shared word of the sentences before, or only of one of them, weighs.
_BESIDE = 0.5


@dataclass(frozen=True, slots=True)
class Alike:
    """A number of the sources beside one of the draft: what the sentences around them share, and how they compare.

    `weight` is how telling the shared words are in sum and `words` their number; `near` is the same for the words
    closest to the numbers; `share` is the part of the draft's telling words that the source has.
    """

    fact: Fact
    weight: float
    words: int
    near: float
    share: float
    agrees: bool
    slip: Slip | None


def quantity_of(said: Claim | Fact) -> Quantity:
    """The quantity that a claim or fact about a number holds."""
    value = said.statement.value
    assert isinstance(value, Quantity)
    return value


def alike(claim: Claim, case: Case) -> tuple[Alike, ...]:
    """The numbers of the sources that may be of the same thing, those in the likest words first."""
    found = list(_alike(claim, case))
    return tuple(sorted(found, key=lambda one: (one.weight + one.near, one.share), reverse=True))


def _alike(claim: Claim, case: Case) -> Iterator[Alike]:
    index, draft, mine = case.index, case.draft, quantity_of(claim)
    here, around = draft.stems_of(claim.statement), draft.stems_of(claim.statement, 1)
    whole = sum(map(index.uncommonness, _telling(here, mine))) or 1.0
    for fact in index.facts_sharing(Slot.NUMBER, around | {mine.of}):
        theirs = quantity_of(fact)
        account = index.account_of(fact.statement.document)
        there = account.stems_of(fact.statement)
        if len(there) > _LONGEST:
            there = fact.statement.relation if len(fact.statement.relation) <= _LONGEST else theirs.near | {theirs.of}
            about = there
        else:
            about = account.stems_of(fact.statement, 1)
        if not _is_comparable(mine, theirs, there):
            continue
        close = _telling(here & there, mine, theirs)
        wide = _telling(around & about, mine, theirs) - close
        weight = sum(map(index.uncommonness, close)) + _BESIDE * sum(map(index.uncommonness, wide))
        near = sum(map(index.uncommonness, (mine.near | mine.modifiers) & (theirs.near | theirs.modifiers)))
        yield Alike(
            fact,
            weight,
            len(close),
            near,
            sum(map(index.uncommonness, close)) / whole,
            agrees(mine.base, theirs.base),
            slip(mine, theirs),
        )


def _telling(stems: frozenset[str], *numbers: Quantity) -> frozenset[str]:
    """The stems that tell what a passage is about: without small numbers, and without the numbers in question."""
    own = {number.of for number in numbers} | {number.text.strip("$€£%") for number in numbers}
    return frozenset(
        each for each in stems if each not in own and not (each.isdigit() and len(each) < _TELLING_DIGITS)
    )


def _is_comparable(mine: Quantity, theirs: Quantity, there: frozenset[str]) -> bool:
    """True where both are numbers of one unit, currency or noun, or one goes without and its sentence has the noun."""
    if mine.kind is theirs.kind:
        return mine.of == theirs.of and (mine.variety == theirs.variety or not (mine.variety and theirs.variety))
    if mine.kind is Kind.COUNT and theirs.kind is Kind.PLAIN:
        return mine.of in there
    if mine.kind is Kind.PLAIN and theirs.kind is Kind.COUNT:
        return True
    return False
