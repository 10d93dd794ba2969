"""A person with a rank that the sources do not give them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.lexicon import Rank
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.values.rank import agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule

_MOST_EVIDENCE = 3


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Ranks of known persons that agree with no rank in the sources; broader ranks and abbreviations agree."""
    for claim in case.claims(Slot.RANK):
        rank, entity = claim.statement.value, case.entity_of(claim.statement)
        facts = entity.of(Slot.RANK) if entity else ()
        if not facts or not isinstance(rank, Rank) or any(_supports(fact, rank) for fact in facts):
            continue
        expected = _most_exact(facts)
        told = [fact for fact in facts if _written(fact) == expected]
        yield finding(
            rule,
            case,
            claim.statement.span,
            tuple(evidence_of(fact) for fact in told[:_MOST_EVIDENCE]),
            (_as_written(claim, expected),),
            name=entity.name if entity else "",
        )


def _supports(fact: Fact, rank: Rank) -> bool:
    value = fact.statement.value
    return isinstance(value, Rank) and agree(rank, value)


def _most_exact(facts: tuple[Fact, ...]) -> str:
    """The rank to offer: the one with the most words, then the one given most often, as a source writes it."""
    counts = Counter(_written(fact) for fact in facts)
    exact = max(len(fact.statement.value.broader) for fact in facts if isinstance(fact.statement.value, Rank))
    fitting = [f for f in facts if isinstance(f.statement.value, Rank) and len(f.statement.value.broader) == exact]
    return max((_written(fact) for fact in fitting), key=lambda written: counts[written])


def _written(fact: Fact) -> str:
    return " ".join(fact.statement.span.of(fact.statement.document.text).split())


def _as_written(claim: Claim, expected: str) -> str:
    """The expected rank in the capitals of the draft's."""
    found = claim.statement.span.of(claim.statement.document.text)
    if found.islower():
        return expected.lower()
    return expected.upper() if found.isupper() else expected
