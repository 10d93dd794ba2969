"""A point on which the sources disagree and the draft takes a side."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.rank import exact_ranks
from factlint.identity import fold
from factlint.lexicon import Rank
from factlint.model import Finding, Slot, evidence_of, mention_of
from factlint.values.rank import exclude

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.index import Usage
    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """The first use of each spelling, and each rank, that some sources give otherwise."""
    yield from _spellings(case, rule)
    yield from _ranks(case, rule)


def _spellings(case: Case, rule: Rule) -> Iterator[Finding]:
    seen: set[str] = set()
    for claim, identity in case.known_names():
        mention = mention_of(claim)
        if case.is_accepted(mention.name):
            continue
        for number, written in enumerate(mention.name.words):
            word = fold(written)
            usages = identity.entity.spellings(word) if word in identity.entity.usages else ()
            if len(usages) > 1 and word not in seen and _is_open(usages):
                seen.add(word)
                sides = "; ".join(f"“{u.written}” in {_sources(len(u.documents))}" for u in usages)
                yield finding(
                    rule,
                    case,
                    mention.words[number],
                    evidence_of(fact for side in zip_longest(*(u.facts for u in usages)) for fact in side if fact),
                    sides=sides,
                )


def _is_open(usages: Sequence[Usage]) -> bool:
    """True where no spelling is used by more sources than the next: dominance does not decide."""
    return len(usages[0].documents) == len(usages[1].documents)


def _ranks(case: Case, rule: Rule) -> Iterator[Finding]:
    for claim in case.claims(Slot.RANK):
        entity, rank = case.entity_of(claim.statement), claim.statement.value
        if entity is None or not isinstance(rank, Rank):
            continue
        facts = exact_ranks(entity.of(Slot.RANK))
        others = [f for f in facts if isinstance(f.statement.value, Rank) and exclude(rank, f.statement.value)]
        same = [fact for fact in facts if fact not in others]
        if others and same:
            names = {fact.statement.value.name for fact in facts if isinstance(fact.statement.value, Rank)}
            sides = "; ".join(f"“{name}”" for name in sorted(names))
            evidence = evidence_of((*same[:1], *others))
            yield finding(rule, case, claim.statement.span, evidence, sides=sides)


def _sources(count: int) -> str:
    return "1 source" if count == 1 else f"{count} sources"
