"""Ranks: which of them agree, and which exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lexicon import Rank


def agree(claim: Rank, fact: Rank) -> bool:
    """True for one rank and for a broader word for it: "General" agrees with "Major General"."""
    return claim.name == fact.name or claim.name in fact.broader or fact.name in claim.broader


def bears_out(fact: Rank, claim: Rank) -> bool:
    """True where a fact says a claimed rank or a more exact one: "Major General" for "General", not the reverse."""
    return claim.name == fact.name or claim.name in fact.broader


def exclude(claim: Rank, fact: Rank) -> bool:
    """True for two rungs of one ladder: a colonel is no captain, a count may be either."""
    return claim.ladder == fact.ladder and not agree(claim, fact)
