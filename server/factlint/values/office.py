"""Offices: what they are made of, and which of them are one, compatible or exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lexicon import OfficeHead

DEPUTY, FORMER, PAST = "deputy", "former", "past"


class Office(Struct, frozen=True):
    """An office in its parts: "Iranian deputy defence minister" is minister, {defense}, Iran, {}, {deputy}.

    `country` is the usual name of the state, None where the text gives none; `body` the folded words of the
    organisation, or of the person whom a kinship is to; `kinds` those words of the body that name what kind of body
    it is ("university"); `qualifiers` the classes of words such as deputy, former, acting, and "past"; `grade` tells
    one deputy from another ("assistant"), empty for whoever is none; `speciality` holds the folded nouns that tell what
    it is for where that is no ministry's ("navigation" of an engineer); `seniority` is "senior", "junior" and the like.
    """

    head: OfficeHead
    portfolios: frozenset[str] = frozenset()
    country: str | None = None
    body: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    grade: str = ""
    speciality: frozenset[str] = frozenset()
    seniority: str = ""

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
    if claim.head.is_kin or fact.head.is_kin:
        return is_one_kinship(claim.head, fact.head) and bool(claim.body & fact.body)
    return (
        same_head(claim, fact)
        and same_grade(claim, fact)
        and same_portfolios(claim, fact)
        and same_place(claim, fact)
        and same_body(claim, fact)
        and not _differ_in_field(claim, fact)
        and not _differ_in_seniority(claim, fact)
    )


def is_as_exact(fact: Office, claim: Office) -> bool:
    """True where a fact names every part that a claim names: what leaves a part out supports no other one there."""
    return (
        (fact.country is not None or claim.country is None)
        and bool(fact.portfolios or not claim.portfolios)
        and bool(fact.body or not claim.body)
        and bool(fact.speciality or not claim.speciality)
    )


def is_one_kinship(claim: OfficeHead, fact: OfficeHead) -> bool:
    """True for one kinship and for a looser word for it: a stepson is a son, a son a child."""
    is_kinship = claim.is_kin and fact.is_kin
    return is_kinship and (claim.name == fact.name or claim.name in fact.broader or fact.name in claim.broader)


def is_inverse(claim: OfficeHead, fact: OfficeHead) -> bool:
    """True where somebody's `fact` may have them for a `claim`: a niece's aunt, an uncle's niece."""
    return not fact.inverse.isdisjoint({claim.name, *claim.broader})


def same_head(claim: Office, fact: Office) -> bool:
    """True for one head word and for a shorter form of it: "chief of staff" and "chief of the general staff".

    The shorter form is another head where it has a portfolio of its own: a defence minister is no prime minister.
    """
    first, second = _words(claim.head), _words(fact.head)
    if first == second:
        return True
    if claim.head.is_kin or fact.head.is_kin:
        return False
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


def same_grade(claim: Office, fact: Office) -> bool:
    """True for two chiefs, and for two deputies of one grade: an assistant is no associate, a vice a deputy."""
    if claim.is_deputy != fact.is_deputy:
        return False
    mine, theirs = claim.grade.split(), fact.grade.split()
    return not mine or not theirs or set(mine) <= set(theirs) or set(theirs) <= set(mine) or _is_vice(mine, theirs)


def _is_vice(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """True where one is simply a deputy and the other a vice of some grade."""
    return (mine == [DEPUTY] and theirs[-1] == "vice") or (theirs == [DEPUTY] and mine[-1] == "vice")


def same_body(claim: Office, fact: Office) -> bool:
    """True unless both name a body and share no word of its name; an acronym has the initials of the body's words.

    A word for a kind of body is no name: two universities are two, and "the university" may be either.
    """
    mine, theirs = claim.body - claim.kinds, fact.body - fact.kinds
    if mine and theirs:
        return bool(mine & theirs) or _abbreviates(mine, fact.body) or _abbreviates(theirs, claim.body)
    return _meet(claim.body, fact.body) or bool(mine or theirs)


def _abbreviates(short: frozenset[str], long: frozenset[str]) -> bool:
    initials = sorted(word[0] for word in long)
    return len(long) > 1 and any(sorted(word) == initials for word in short)


def exclude(claim: Office, fact: Office) -> bool:
    """True where one person cannot hold both: a post as chief and as deputy, of two countries, of two ministries.

    A minister with a portfolio is no prime minister either, nor is one of two ministries under two titles one post.
    """
    if claim.head.is_kin or fact.head.is_kin:
        return _are_two_kinships(claim, fact)
    if not same_head(claim, fact):
        if claim.head.ladder and claim.head.ladder == fact.head.ladder:
            return same_place(claim, fact) and same_body(claim, fact)
        is_one_word = bool(_words(claim.head) < _words(fact.head) or _words(fact.head) < _words(claim.head))
        is_apart = bool(claim.portfolios and fact.portfolios and not claim.portfolios & fact.portfolios)
        is_of_state = bool(claim.country or fact.country)
        return (is_one_word or is_apart) and is_of_state and same_place(claim, fact)
    if not same_grade(claim, fact):
        return same_portfolios(claim, fact) and same_place(claim, fact) and same_body(claim, fact)
    if _are_apart_in_seniority(claim, fact):
        return same_place(claim, fact) and same_body(claim, fact) and not _differ_in_field(claim, fact)
    return not same_place(claim, fact) or not same_portfolios(claim, fact) or _are_two_bodies(claim, fact)


def differs(claim: Office, fact: Office) -> bool:
    """True for the same kind of office with one telling part that is another: its field, body, grade or seniority.

    False where one may be a shorter or other wording of the other, so that nothing but a mistake or another post of
    the person tells them apart.
    """
    if claim.head.is_kin or fact.head.is_kin or not _is_one_kind(claim, fact):
        return False
    is_other_rung = bool(claim.head.ladder) and claim.head.name != fact.head.name
    parts = (
        is_other_rung,
        _differ_in_field(claim, fact),
        not same_place(claim, fact),
        _differ_in_body(claim, fact),
        not same_grade(claim, fact),
        _differ_in_seniority(claim, fact),
    )
    return sum(parts) == 1


def _is_one_kind(claim: Office, fact: Office) -> bool:
    """True for one head word or a longer form of it, whatever field and seniority are part of it."""
    if claim.head.ladder or fact.head.ladder:
        return claim.head.ladder == fact.head.ladder
    return _base(claim) <= _base(fact) or _base(fact) <= _base(claim)


def _base(office: Office) -> frozenset[str]:
    return _words(office.head) - office.speciality - {office.seniority}


def _differ_in_field(claim: Office, fact: Office) -> bool:
    """True where both name what they are for, and have no word of it in common."""
    mine, theirs = claim.portfolios | claim.speciality, fact.portfolios | fact.speciality
    return bool(mine and theirs) and not any(_is_one_word(one, other) for one in mine for other in theirs)


# Two words with so many first letters in common, and half of the longer, may be forms of one word.
_STEM = 4


def _is_one_word(one: str, other: str) -> bool:
    """True for one word, and for what may be forms or spellings of one: "goalkeeper" and "goalkeeping"."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or shared >= max(_STEM, max(len(one), len(other)) // 2)


def _differ_in_body(claim: Office, fact: Office) -> bool:
    """True for two bodies of one kind with names of their own; others may be parts of each other.

    So may two names of one word each, or an acronym and a name. A word with hyphens is as many.
    """
    mine, theirs = _parts(claim.body - claim.kinds), _parts(fact.body - fact.kinds)
    is_apart = _is_unshared(mine, theirs) and _is_unshared(theirs, mine)
    is_short = _abbreviates(claim.body, fact.body) or _abbreviates(fact.body, claim.body)
    is_full = bool(claim.kinds) or min(len(mine), len(theirs)) > 1
    return is_full and claim.kinds == fact.kinds and is_apart and not is_short


def _parts(words: frozenset[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in word.split("-"))


def _is_unshared(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(not any(_is_one_word(word, other) for other in theirs) for word in mine)


# Words for being the first of several that are used for each other.
_FOREMOST = ({"chief", "lead"}, {"principal", "lead"})


def _differ_in_seniority(claim: Office, fact: Office) -> bool:
    mine, theirs = claim.seniority, fact.seniority
    return bool(mine and theirs) and mine != theirs and {mine, theirs} not in _FOREMOST


def _are_apart_in_seniority(claim: Office, fact: Office) -> bool:
    return {claim.seniority, fact.seniority} == {"senior", "junior"}


def _are_two_bodies(claim: Office, fact: Office) -> bool:
    """True for the head of one university and that of another; bodies of two kinds may be parts of each other."""
    return claim.head.sole and bool(claim.kinds & fact.kinds) and not same_body(claim, fact)


def _are_two_kinships(claim: Office, fact: Office) -> bool:
    """True where both say what the person is to one other, and do not say the same.

    That other must be named alike and by more than a surname, which relatives share.
    """
    shared = claim.body & fact.body
    is_of_one = len(shared) > 1 and (claim.body <= fact.body or fact.body <= claim.body)
    return claim.head.is_kin and fact.head.is_kin and is_of_one and not is_one_kinship(claim.head, fact.head)


def _meet(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first or not second or bool(first & second)
