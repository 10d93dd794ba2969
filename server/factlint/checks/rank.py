"""A person with a rank that the sources do not give them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.lexicon import Rank, surface
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.values.rank import agree, exclude

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lexicon import Lexicon
    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Ranks of known persons that agree with no rank in the sources; broader ranks and abbreviations agree."""
    for claim in case.claims(Slot.RANK):
        rank, entity = claim.statement.value, case.entity_of(claim.statement)
        facts = exact_ranks(entity.of(Slot.RANK)) if entity else []
        if not isinstance(rank, Rank) or any(_supports(fact, rank) for fact in facts):
            continue
        facts = [fact for fact in facts if _excludes(fact, rank)]
        if not facts:
            continue
        expected = _most_exact(facts)
        told = [fact for fact in facts if fact.statement.value == expected]
        yield finding(
            rule,
            case,
            claim.statement.span,
            evidence_of(told),
            _suggestions(claim, expected, case.draft.lexicon),
            name=entity.name if entity else "",
        )


def exact_ranks(facts: Sequence[Fact]) -> list[Fact]:
    """The facts about ranks without those that another says more exactly: "General" of a major general."""
    ranks = [fact.statement.value for fact in facts if isinstance(fact.statement.value, Rank)]
    broader = {name for rank in ranks for name in rank.broader}
    return [
        fact for fact in facts if isinstance(fact.statement.value, Rank) and fact.statement.value.name not in broader
    ]


def _supports(fact: Fact, rank: Rank) -> bool:
    value = fact.statement.value
    return isinstance(value, Rank) and agree(rank, value)


def _excludes(fact: Fact, rank: Rank) -> bool:
    value = fact.statement.value
    return isinstance(value, Rank) and exclude(rank, value)


def _most_exact(facts: Sequence[Fact]) -> Rank:
    """The rank to offer: the most exact one, and of those the one that the sources give most often."""
    counts = Counter(fact.statement.value for fact in facts if isinstance(fact.statement.value, Rank))
    return max(counts, key=lambda rank: (len(rank.broader), counts[rank]))


def _suggestions(claim: Claim, expected: Rank, lexicon: Lexicon) -> tuple[str, ...]:
    """The expected rank in the draft's manner; none for "Captains", which is said of others too."""
    found = surface(claim.statement.span.of(claim.statement.document.text))
    return () if found in lexicon.plural_ranks else (_as_written(claim, expected, lexicon),)


def _as_written(claim: Claim, expected: Rank, lexicon: Lexicon) -> str:
    """The expected rank in the draft's manner: short where the draft's is, in its capitals."""
    found = claim.statement.span.of(claim.statement.document.text)
    short = lexicon.short_ranks.get(expected.name)
    written = short if "." in found and short else expected.name.title()
    if found.islower():
        return written.lower()
    return written.upper() if found.isupper() else written
