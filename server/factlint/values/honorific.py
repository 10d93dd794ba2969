"""Titles and the letters behind names: which of them agree, and which cannot be said of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lexicon import Honorific


def agree(claim: Honorific, fact: Honorific) -> bool:
    """True for one title, and for what the bearer of the other is also called: "Dr" of whoever is a PhD."""
    return claim.name == fact.name or claim.name in fact.broader


def exclude(claim: Honorific, fact: Honorific) -> bool:
    """True where one is a man's and one a woman's, or where a text with the other would not leave this one out."""
    is_other_sex = bool(claim.sex and fact.sex) and claim.sex != fact.sex
    return not agree(claim, fact) and (is_other_sex or fact.kind in claim.over)
