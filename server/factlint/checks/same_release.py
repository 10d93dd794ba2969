"""Which versions of the sources are said of the same thing as a version of the draft."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from factlint.extract.relation import stem
from factlint.model import Claim, Fact, Slot
from factlint.values.version import Release, Version, agrees, is_same, is_within, share_product

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.case import Case
    from factlint.extract import Account
    from factlint.index import Index
    from factlint.model import Statement

# What a shared word of the passages around counts beside one of the sentences.
_BESIDE = 0.5
_PASSAGE, _TELLING_DIGITS = 2, 3
_FULL = 3
_DOTTED = regex.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A version of the sources beside one of the draft: what the passages around them share, and how they compare.

    `weight` is how telling the words are that both sentences have, `near` those closest to the versions, `wide` those
    of the passages; `words` is the number of all of them, `share` the part of the draft's sentence that is the
    source's too.
    `is_named` where both texts name the product; `is_bare` where the source's sentence says nothing but its version and
    the draft's hardly more; `ties` is the number of other products of which one version stands around both, `flanks`
    of those in both sentences.
    """

    fact: Fact
    weight: float
    near: float
    wide: float
    words: int
    share: float
    agrees: bool
    is_named: bool
    is_bare: bool
    ties: int
    flanks: int

    @property
    def total(self) -> float:
        """How telling all is that the passages share."""
        return self.weight + self.near + _BESIDE * self.wide + self.ties

    @property
    def is_told_alike(self) -> bool:
        """True where the sentences themselves share words."""
        return self.weight + self.near > 0


def release_of(said: Claim | Fact) -> Release:
    """The release that a claim or fact about a version holds."""
    return _release(said.statement)


def _release(statement: Statement) -> Release:
    value = statement.value
    assert isinstance(value, Release)
    return value


def likenesses(claim: Claim, case: Case) -> tuple[Likeness, ...]:
    """The versions of the sources that may be said of the same thing, those in the likest words first."""
    mine = release_of(claim)
    facts = [fact for fact in _near(claim, case) if _may_be_of_one(mine, release_of(fact))]
    found = (_likeness(claim, fact, case) for fact in facts)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.total, reverse=True))


def _near(claim: Claim, case: Case) -> Iterator[Fact]:
    """The versions of the sources of the same product, or in a sentence or list that shares something."""
    index, mine = case.index, release_of(claim)
    keys: list[object] = [*mine.product[-1:], *mine.run, *sorted(case.draft.stems_of(claim.statement))]
    by_key = _by_key(index)
    return iter(dict.fromkeys(fact for key in keys for fact in by_key.get(key, ())))


@lru_cache(maxsize=4)
def _by_key(index: Index) -> Mapping[object, Sequence[Fact]]:
    """The versions of the sources by the last word of their product, the versions of their list, and their stems."""
    found: dict[object, list[Fact]] = defaultdict(list)
    for fact in index.facts(Slot.VERSION):
        release = release_of(fact)
        stems = index.account_of(fact.statement.document).stems_of(fact.statement)
        for key in (*release.product[-1:], *release.run, *stems):
            found[key].append(fact)
    return found


def _may_be_of_one(mine: Release, theirs: Release) -> bool:
    """True unless the products are two, or the bounds: "since 3.1" is not "until 3.1"."""
    is_one = not (mine.product and theirs.product) or share_product(mine, theirs)
    return is_one and not (mine.bound and theirs.bound and mine.bound is not theirs.bound)


def _likeness(claim: Claim, fact: Fact, case: Case) -> Likeness | None:
    index, mine, theirs = case.index, release_of(claim), release_of(fact)
    account = index.account_of(fact.statement.document)
    settings = _setting(claim.statement, case.draft), _setting(fact.statement, account)
    tied = _tied(*settings, mine, theirs)
    if tied is None or not _is_of_one_topic(claim.statement, case.draft, fact.statement, account):
        return None
    own = _own_stems(case.draft, [mine.product, theirs.product, *tied])
    here, there = _telling(case.draft.stems_of(claim.statement), own), _telling(account.stems_of(fact.statement), own)
    around, about = (
        _telling(one.stems_of(said, _PASSAGE) | one.stems_over(said), own)
        for one, said in ((case.draft, claim.statement), (account, fact.statement))
    )
    close, wide = here & there, (around & about) - (here & there)
    return Likeness(
        fact=fact,
        weight=_weight(close, index),
        near=_weight(_telling(mine.near & theirs.near, own), index),
        wide=_weight(wide, index),
        words=len(close | wide),
        share=len(close) / max(1, len(here)),
        agrees=_stands(mine.version, theirs, account),
        is_named=bool(mine.product and theirs.product),
        is_bare=not there and len(here) <= _FULL,
        ties=len(tied),
        flanks=sum(all(_nearest(product, setting[:1]) for setting in settings) for product in tied),
    )


def _stands(mine: Version, theirs: Release, account: Account) -> bool:
    """True where a version is the source's, a form of it, or one of the range that the source's ends."""
    if agrees(mine, theirs.version):
        return not _are_told_apart(mine, theirs.version, account)
    return theirs.reach is not None and is_within(mine, *theirs.reach)


def _are_told_apart(mine: Version, theirs: Version, account: Account) -> bool:
    """True for a full version and a longer one where the source has both: 6.5.1 and 6.5.1.1 are two releases there."""
    if mine.stage or theirs.stage or mine.significant == theirs.significant or len(mine.parts) < _FULL:
        return False
    return len(mine.parts) < len(theirs.parts) and has_same(_versions_of(account), mine)


@lru_cache(maxsize=64)
def _versions_of(account: Account) -> frozenset[Version]:
    return frozenset(_release(statement).version for statement in account.about(Slot.VERSION))


def _own_stems(account: Account, products: Iterable[tuple[str, ...]]) -> frozenset[str]:
    language = account.lexicon.language
    return frozenset(stem(word, language) for product in products for word in product)


def _telling(stems: frozenset[str], own: frozenset[str]) -> frozenset[str]:
    """The stems that tell what a passage is about: without versions, small numbers and the product itself."""
    return frozenset(
        each
        for each in stems - own
        if not _DOTTED.fullmatch(each) and not (each.isdigit() and len(each) < _TELLING_DIGITS)
    )


def _weight(stems: Iterable[str], index: Index) -> float:
    return sum(_uncommonness(each, index) for each in stems)


@lru_cache(maxsize=65536)
def _uncommonness(word: str, index: Index) -> float:
    return index.uncommonness(word)


@lru_cache(maxsize=8192)
def _setting(statement: Statement, account: Account) -> Sequence[Sequence[Release]]:
    """The other versions around a statement: of its sentence, its block, the heading above, the document's opening."""
    run = _release(statement).run
    scopes = (account.beside(statement), account.beside(statement, _PASSAGE), account.over(statement), account.opening)
    return [
        [other.value for other in scope if isinstance(other.value, Release) and other.value.run != run]
        for scope in scopes
    ]


def _tied(
    mine: Sequence[Sequence[Release]], theirs: Sequence[Sequence[Release]], *own: Release
) -> frozenset[tuple[str, ...]] | None:
    """The other products that have one version around both; None where one has another version around each.

    Of each product the nearest versions count.
    """
    tied = set()
    for product in {release.product for scope in mine for release in scope if release.product}:
        here, there = _nearest(product, mine), _nearest(product, theirs)
        if not here or not there or any(share_product(_only(product), one) for one in own):
            continue
        if not any(agrees(one.version, other.version) for one in here for other in there):
            return None
        tied.add(product)
    return frozenset(tied)


def _only(product: tuple[str, ...]) -> Release:
    return Release("", Version((0,)), product)


def _nearest(product: tuple[str, ...], scopes: Sequence[Sequence[Release]]) -> Sequence[Release]:
    for scope in scopes:
        found = [release for release in scope if share_product(_only(product), release)]
        if found:
            return found
    return ()


def _is_of_one_topic(claim: Statement, draft: Account, fact: Statement, source: Account) -> bool:
    """True unless the headings above, or the openings of the texts, are about other versions of one product.

    The notes of one release say nothing of another.
    """
    mine, theirs = _topics(claim, draft, is_told=True), _topics(fact, source, is_told=False)
    pairs = [(one, other) for one, other in zip(mine, theirs, strict=True) if one is not None and other is not None]
    if not pairs:
        pairs = [(one, other) for one in mine if one is not None for other in theirs if other is not None]
    return all(agrees(one.version, other.version) for one, other in pairs if _may_be_of_one(one, other))


@lru_cache(maxsize=8192)
def _topics(statement: Statement, account: Account, *, is_told: bool) -> tuple[Release | None, Release | None]:
    """The versions that the heading over a statement and the title or opening of its document name first.

    Where the statement is to be told from others, it is itself none.
    """
    above, opening = (
        [said.value for said in scope if isinstance(said.value, Release) and not (is_told and said is statement)]
        for scope in (account.over(statement), account.opening)
    )
    return _first(above), _first([*account.titled, *opening])


def _first(releases: Sequence[Release]) -> Release | None:
    """The first version, if there is one the first that a text does not only count from."""
    plain = [release for release in releases if not release.bound]
    return next(iter([*plain, *releases]), None)


def has_same(run: Iterable[Version], one: Version) -> bool:
    """True where a version is among others, however many zeros end it."""
    return any(is_same(one, other) for other in run)
