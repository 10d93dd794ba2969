"""Offices: what they are made of, and which of them are one, compatible or exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lexicon import OfficeHead

DEPUTY, FORMER, PAST = "deputy", "former", "past"


@dataclass(frozen=True, slots=True)
class Office:
    """An office in its parts: "Iranian deputy defence minister" is minister, {defense}, Iran, {}, {deputy}.

    `country` is the usual name of the state, None where the text gives none; `body` the folded words of the
    organisation; `qualifiers` the classes of words such as deputy, former, acting, and "past".
    """

    head: OfficeHead
    portfolios: frozenset[str] = frozenset()
    country: str | None = None
    body: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()

    @property
    def is_former(self) -> bool:
        """True where the text says that the office is no longer held."""
        return FORMER in self.qualifiers

    @property
    def is_past(self) -> bool:
        """True where the text speaks of a time that it tells of ("X was", "X, as"), not of its own."""
        return PAST in self.qualifiers

    @property
    def is_deputy(self) -> bool:
        """True for a deputy, vice or assistant."""
        return DEPUTY in self.qualifiers


def agree(claim: Office, fact: Office) -> bool:
    """True where both can be said of one person in one post: the parts that both name are the same."""
    return (
        same_head(claim, fact)
        and claim.is_deputy == fact.is_deputy
        and same_portfolios(claim, fact)
        and same_place(claim, fact)
        and same_body(claim, fact)
    )


def same_head(claim: Office, fact: Office) -> bool:
    """True for one head word and for a shorter form of it: "chief of staff" and "chief of the general staff".

    The shorter form is another head where it has a portfolio of its own: a defence minister is no prime minister.
    """
    first, second = _words(claim.head), _words(fact.head)
    if first == second:
        return True
    shorter, longer = (claim, fact) if first < second else (fact, claim)
    is_shorter = first < second or second < first
    return is_shorter and not shorter.portfolios - longer.portfolios


def _words(head: OfficeHead) -> frozenset[str]:
    return frozenset(head.name.split()) - {"of", "in"}


def same_portfolios(claim: Office, fact: Office) -> bool:
    """True unless both name what the office is for and neither is a part of the other."""
    mine, theirs = claim.portfolios, fact.portfolios
    return not mine or not theirs or mine <= theirs or theirs <= mine


def same_place(claim: Office, fact: Office) -> bool:
    """True unless both name a country and the countries differ."""
    return claim.country is None or fact.country is None or claim.country == fact.country


def same_body(claim: Office, fact: Office) -> bool:
    """True unless both name a body and share no word of it; an acronym has the initials of the body's words."""
    if _meet(claim.body, fact.body):
        return True
    return _abbreviates(claim.body, fact.body) or _abbreviates(fact.body, claim.body)


def _abbreviates(short: frozenset[str], long: frozenset[str]) -> bool:
    initials = sorted(word[0] for word in long)
    return any(sorted(word) == initials for word in short)


def exclude(claim: Office, fact: Office) -> bool:
    """True where one person cannot hold both: a post as chief and as deputy, of two countries, of two ministries.

    A minister with a portfolio is no prime minister either, nor is one of two ministries under two titles one post.
    """
    if not same_head(claim, fact):
        is_one_word = bool(_words(claim.head) < _words(fact.head) or _words(fact.head) < _words(claim.head))
        is_apart = bool(claim.portfolios and fact.portfolios and not claim.portfolios & fact.portfolios)
        is_of_state = bool(claim.country or fact.country)
        return (is_one_word or is_apart) and is_of_state and same_place(claim, fact)
    if claim.is_deputy != fact.is_deputy:
        return same_portfolios(claim, fact) and same_place(claim, fact) and same_body(claim, fact)
    return not same_place(claim, fact) or not same_portfolios(claim, fact)


def _meet(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first or not second or bool(first & second)
