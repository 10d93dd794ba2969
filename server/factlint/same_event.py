"""Which statements of the sources speak of the same event as a claim: shared words, weighted by rarity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.extract.relation import stem
from factlint.identity import fold

if TYPE_CHECKING:
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.model import Claim, Fact, Statement

# Shares of the weight of a claim's words that a source's statement must have: to be the same event, and to be
# near enough to it that its date counts as support.
_WHOLE, _SAME, _RELATED = 0.9, 0.5, 0.25
_LEAST_SHARED = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A statement of the sources beside a claim: the stems that both have and their share of the claim's weight."""

    fact: Fact
    shared: frozenset[str]
    share: float
    is_same: bool


def matches(claim: Claim, index: Index) -> tuple[Match, ...]:
    """The source statements with the claim's slot that speak of its event or one near it, best first."""
    facts = index.facts_sharing(claim.statement.slot, claim.statement.relation)
    weights = {word: index.rarity(claim.statement.slot, word) for word in claim.statement.relation}
    total = sum(weights.values())
    found = []
    for fact in facts:
        shared = claim.statement.relation & fact.statement.relation
        share = sum(weights[word] for word in shared) / total if total else 0.0
        if share >= _RELATED:
            found.append(Match(fact, shared, share, _is_same(share, len(shared))))
    return tuple(sorted(found, key=lambda match: match.share, reverse=True))


def _is_same(share: float, shared: int) -> bool:
    """True for half of a statement's weight in three words or more, and for nearly all of it in two."""
    return (shared >= _LEAST_SHARED and share >= _SAME) or (shared >= _LEAST_SHARED - 1 and share >= _WHOLE)


def share_name(claim: Claim, match: Match, lexicon: Lexicon) -> bool:
    """True where claim and fact name one person, body or place by a shared word, a country under any name."""
    return bool(match.shared & _names(claim.statement, lexicon) & _names(match.fact.statement, lexicon))


def _names(statement: Statement, lexicon: Lexicon) -> frozenset[str]:
    found = set()
    for name in statement.subject:
        key = str(name).casefold().replace(".", "")
        country = lexicon.countries.get(key) or lexicon.demonyms.get(key) or lexicon.capitals.get(key)
        if country:
            found.add(country.name)
        found.update(stem(fold(word), lexicon.language) for word in name.words)
    return frozenset(found)
