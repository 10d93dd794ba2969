"""Which versions of the sources are said of the same thing as a version of the draft."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.checks.release_setting import (
    PASSAGE,
    Setting,
    common_setting,
    is_implied,
    is_of_other,
    may_be_of_one_product,
    release_in,
)
from factlint.extract.relation import stem
from factlint.kept import kept
from factlint.model import Claim, Fact, Slot
from factlint.overlap import Overlap, Passage, overlap, telling
from factlint.patterns import compiled
from factlint.values.version import Release, Version, agrees, is_same, is_vaguer, is_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Statement

# How many versions of the sources are looked at closely.
_MOST_NEAR = 80
_FULL, _FRAME = 3, 2
_DOTTED = compiled(r"\d+(?:\.\d+)+")


class Alike(Struct, frozen=True):
    """A version of the sources beside one of the draft: what the passages share, and how the versions compare.

    What ties them together are other products of which one version stands around both, and cases that both are about;
    `flanks` is the number of such products in both sentences. `supports` where the source's version agrees and is no
    vaguer. `is_named` where both texts name the product, one of them perhaps only in the passage; `is_framed` where the
    draft's sentence has all words that stand close to the source's version; `is_of_other` where the sentences name
    other people, places or bodies; `is_bare` where the source's sentence says nothing but its version and the draft's
    hardly more.
    """

    fact: Fact
    overlap: Overlap
    agrees: bool
    supports: bool
    is_named: bool
    is_framed: bool
    is_bare: bool
    is_of_other: bool
    flanks: int

    @property
    def words(self) -> int:
        """How many words the passages share, sentences and what is around them."""
        return self.overlap.words + len(self.overlap.around_stems)

    @property
    def is_told_alike(self) -> bool:
        """True where the sentences themselves share words."""
        return self.overlap.weight + self.overlap.near > 0


def release_of(said: Claim | Fact) -> Release:
    """The release that a claim or fact about a version holds."""
    return release_in(said.statement)


def alike(claim: Claim, case: Case) -> tuple[Alike, ...]:
    """The versions of the sources that may be said of the same thing, those in the likest words first."""
    mine = release_of(claim)
    facts = [fact for fact in _near(claim, case) if may_be_of_one_product(mine, release_of(fact))]
    found = (_compare(claim, fact, case) for fact in facts)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.overlap.total, reverse=True))


def _near(claim: Claim, case: Case) -> Iterator[Fact]:
    """The versions of the sources that share most with one of the draft: product, list, words of the sentence."""
    index, mine = case.index, release_of(claim)
    facts, by_key = _keyed(index)
    score: dict[int, float] = defaultdict(float)
    for key in (*mine.product[-1:], *mine.run):
        for place in by_key.get(key, ()):
            score[place] += 1
    for each in sorted(case.draft.stems_of(claim.statement)):
        weight = index.uncommonness(each)
        for place in by_key.get(each, ()):
            score[place] += weight
    return (facts[place] for place in nlargest(_MOST_NEAR, score, key=lambda place: (score[place], -place)))


@kept
def _keyed(index: Index) -> tuple[Sequence[Fact], Mapping[object, Sequence[int]]]:
    """The versions of the sources, and their places by the last word of the product, the list, and the stems around.

    Those that a source speaks of as faulty are among them: it may bear the draft out.
    """
    facts: list[Fact] = []
    found: dict[object, list[int]] = defaultdict(list)
    for account in index.accounts:
        for statement in account.about(Slot.VERSION):
            release = release_in(statement)
            for key in (*release.product[-1:], *release.run, *account.stems_of(statement)):
                found[key].append(len(facts))
            facts.append(Fact(statement))
    return facts, found


def _compare(claim: Claim, fact: Fact, case: Case) -> Alike | None:
    """What the passages of two versions share; None for those of two settings, unless the source's is the draft's."""
    index, mine, theirs = case.index, release_of(claim), release_of(fact)
    account = index.account_of(fact.statement.document)
    places = claim.statement, case.draft, fact.statement, account
    setting, does_agree = common_setting(*places), _stands(mine.version, theirs, account)
    if not does_agree and not fact.statement.is_held:
        return None
    if not does_agree and (setting is None or (mine.bound and theirs.bound and mine.bound is not theirs.bound)):
        return None
    setting = setting or Setting()
    own = _own_stems(case.draft, [mine.product, theirs.product, *setting.products])
    here = _passage(claim.statement, case.draft, mine.near, own)
    there = _passage(fact.statement, account, theirs.near, own)
    frame = theirs.near - own
    return Alike(
        fact=fact,
        overlap=overlap(here, there, index, ties=len(setting.products) + setting.cases),
        agrees=does_agree,
        supports=does_agree and not is_vaguer(theirs.version, mine.version),
        is_named=_is_named(mine, theirs, *places),
        is_of_other=is_of_other(*places),
        is_framed=len(frame) >= _FRAME and frame <= case.draft.stems_of(claim.statement),
        is_bare=not there.sentence and len(here.sentence) <= _FULL,
        flanks=setting.flanks,
    )


def _passage(statement: Statement, account: Account, near: frozenset[str], own: frozenset[str]) -> Passage:
    """What a version is told in, without versions and the product itself."""
    around = account.stems_of(statement, PASSAGE) | account.stems_over(statement)
    return Passage(*(_telling(stems, own) for stems in (account.stems_of(statement), near, around)))


def _is_named(
    mine: Release, theirs: Release, claim: Statement, draft: Account, fact: Statement, source: Account
) -> bool:
    """True where both versions come with the product, or one does and the other's passage speaks of it."""
    if mine.product and theirs.product:
        return True
    if mine.product:
        return is_implied(mine.product, fact, source)
    return is_implied(theirs.product, claim, draft)


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


@kept
def _versions_of(account: Account) -> frozenset[Version]:
    return frozenset(release_in(statement).version for statement in account.about(Slot.VERSION))


def _own_stems(account: Account, products: Iterable[tuple[str, ...]]) -> frozenset[str]:
    language = account.lexicon.language
    return frozenset(stem(word, language) for product in products for word in product)


def _telling(stems: frozenset[str], own: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in telling(stems, own) if not _DOTTED.fullmatch(each))


def has_same(run: Iterable[Version], one: Version) -> bool:
    """True where a version is among others, however many zeros end it."""
    return any(is_same(one, other) for other in run)
