"""In what setting a version is spoken of: what release, case and time a passage is about, and the versions beside."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Mention, Slot
from factlint.patterns import compiled
from factlint.values.date import agrees as are_one_time
from factlint.values.version import Release, Version, agrees, share_product
from factlint.values.when import When, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.model import Statement

# How many sentences before a version, or either side of it, are its passage.
PASSAGE = 2
# What names one case among others: "CVE-2031-11873", "RFC 2119", "KB5034441".
_IDENTIFIER = compiled(r"\b(?P<kind>\p{Lu}{2,})[- ]?(?P<number>\d[\d-]*\d|\d)\b(?![.]\d)")
_WORD = compiled(r"[\p{L}\d]+")


class Setting(Struct, frozen=True):
    """What the settings of two versions have in common.

    `products` are those with one version around both, `flanks` the number of those with one in both sentences, `cases`
    the number of kinds of case that both are about one of.
    """

    products: frozenset[tuple[str, ...]] = frozenset()
    flanks: int = 0
    cases: int = 0


def common_setting(claim: Statement, draft: Account, fact: Statement, source: Account) -> Setting | None:
    """What the settings of a version of the draft and of one of a source have in common; None where they are two.

    They are two where both name other versions of one product, other cases of one kind or other times, or stand under
    titles of other releases.
    """
    settings = _around(draft, claim), _around(source, fact)
    products = _tied(*settings, release_in(claim), release_in(fact))
    cases = _shared_cases(claim, draft, fact, source)
    if products is None or cases is None or not _may_be_of_one_time(claim, draft, fact, source):
        return None
    if not _is_of_one_topic(claim, draft, fact, source):
        return None
    flanks = sum(all(_nearest(product, setting[:1]) for setting in settings) for product in products)
    return Setting(products, flanks, cases)


def release_in(statement: Statement) -> Release:
    """The release that a statement about a version holds."""
    value = statement.value
    assert isinstance(value, Release)
    return value


def may_be_of_one_product(mine: Release, theirs: Release) -> bool:
    """True unless two products are named."""
    return not (mine.product and theirs.product) or share_product(mine, theirs)


def is_implied(product: tuple[str, ...], statement: Statement, account: Account) -> bool:
    """True where the passage of a version without a product, or its document's opening, speaks of one."""
    words = frozenset(word for text in account.texts_around(statement) for word in _WORD.findall(fold(text)))
    return bool(product) and product[-1] in words


def is_of_other(claim: Statement, draft: Account, fact: Statement, source: Account) -> bool:
    """True where the sentences name people, places or bodies, and none that the other passage has too."""
    language = draft.lexicon.language
    own = {stem(word, language) for one in (claim, fact) for word in release_in(one).product}
    (mine, around), (theirs, about) = (
        [_named(said, account, own, reach) for reach in (0, PASSAGE)]
        for said, account in ((claim, draft), (fact, source))
    )
    return bool(mine and theirs) and not mine & about and not theirs & around


def _named(statement: Statement, account: Account, own: set[str], reach: int) -> frozenset[str]:
    """The stems of the names around a version that are no products of versions themselves."""
    beside, language = account.beside(statement, reach), account.lexicon.language
    products = {word for each in beside if isinstance(each.value, Release) for word in each.value.product}
    mentions = [each.value for each in beside if isinstance(each.value, Mention) and not each.value.is_weak]
    words = {fold(word) for mention in mentions for word in mention.name.words} - products
    return frozenset(stem(word, language) for word in words) - own


def _may_be_of_one_time(claim: Statement, draft: Account, fact: Statement, source: Account) -> bool:
    """True unless both sentences give dates and have none in common."""
    mine, theirs = _dates(draft.beside(claim)), _dates(source.beside(fact))
    return not mine or not theirs or any(_is_one_time(one, other) for one in mine for other in theirs)


def _dates(said: Iterable[Statement]) -> list[When]:
    return [one.value for one in said if isinstance(one.value, When) and one.slot is Slot.DATE]


def _is_one_time(mine: When, theirs: When) -> bool:
    if mine.range is not None and theirs.range is not None:
        return are_one_time(mine.range, theirs.range)
    shared = [one.shared(other) for one in parts_of(mine) for other in parts_of(theirs)]
    return any(parts and all(parts) for parts in shared)


@kept
def _cases(account: Account, statement: Statement) -> Mapping[str, frozenset[str]]:
    """The cases that a statement is about by their kind ("CVE"): of each kind those that are named nearest."""
    own, found = {word.upper() for word in release_in(statement).product}, dict[str, frozenset[str]]()
    for text in account.texts_around(statement):
        here: dict[str, set[str]] = defaultdict(set)
        for each in _IDENTIFIER.finditer(text):
            here[each["kind"]].add(each["number"])
        for kind, numbers in here.items():
            if kind not in own:
                found.setdefault(kind, frozenset(numbers))
    return found


def _shared_cases(claim: Statement, draft: Account, fact: Statement, source: Account) -> int | None:
    """How many kinds of case both are about one of; None where they are about other cases of one kind."""
    mine, theirs = _cases(draft, claim), _cases(source, fact)
    kinds = mine.keys() & theirs.keys()
    return len(kinds) if all(mine[kind] & theirs[kind] for kind in kinds) else None


@kept
def _around(account: Account, statement: Statement) -> Sequence[Sequence[Release]]:
    """The other versions around a statement: of its sentence, its block, the heading above, the document's opening."""
    run = release_in(statement).run
    scopes = (account.beside(statement), account.beside(statement, PASSAGE), account.over(statement), account.opening)
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
    mine, theirs = _topics(draft, claim, is_told=True), _topics(source, fact, is_told=False)
    pairs = [(one, other) for one, other in zip(mine, theirs, strict=True) if one is not None and other is not None]
    if not pairs:
        pairs = [(one, other) for one in mine if one is not None for other in theirs if other is not None]
    return all(agrees(one.version, other.version) for one, other in pairs if may_be_of_one_product(one, other))


@kept
def _topics(account: Account, statement: Statement, *, is_told: bool) -> tuple[Release | None, Release | None]:
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
