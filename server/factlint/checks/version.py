"""A version that the sources' statement of the same thing contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.same_release import Alike, alike, has_same, release_of
from factlint.model import Claim, Finding, Slot, evidence_of
from factlint.overlap import FAMILIAR, FEW, RIVAL, SAME, SUPPORT
from factlint.values.version import Release, Version, agrees, is_of_one_series, is_same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule

# What passages must share to say the same: of any version, of one that stands beside the same other product's, of the
# only version of its product.
_FLANKED, _FRAMED, _CLOSE = 1.5, 1.5, 1.0
_SEVERAL = 3
# What the sentences of lists must share of which only one version is the same.
_MOST = 0.5


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Versions of which a source says the same of another version, and no source of this one."""
    for claim in case.claims(Slot.VERSION):
        if _is_own(claim, case):
            continue
        found = alike(claim, case)
        if _is_listed_so(release_of(claim), found):
            continue
        told = _otherwise_listed(claim, found) or _otherwise_told(claim, case, found)
        if told is not None and not _is_supported(found, told[0]):
            best, right = told
            yield _told(case, rule, claim, best, right)


def _is_own(claim: Claim, case: Case) -> bool:
    """True where the writer speaks of what they have and do themselves, which no source tells."""
    return claim.statement.speaker is None and case.draft.is_own(claim.statement)


def _is_supported(found: Sequence[Alike], best: Alike) -> bool:
    """True where a source says it of the draft's version too, in words that are not much less alike.

    Of a vaguer version than the draft's it must say so in words no less alike.
    """
    return any(
        one.agrees
        and one.overlap.total >= (SUPPORT if one.supports else 1) * best.overlap.total
        and (one.is_told_alike or not best.is_told_alike)
        and (one.supports or len(release_of(one.fact).run) != len(release_of(best.fact).run))
        for one in found
    )


def _is_listed_so(mine: Release, found: Sequence[Alike]) -> bool:
    """True where a source lists all versions that the draft lists."""
    runs = (release_of(one.fact).run for one in found)
    return len(mine.run) >= FEW and any(all(has_same(run, each) for each in mine.run) for run in runs)


def _otherwise_listed(claim: Claim, found: Sequence[Alike]) -> tuple[Alike, Version] | None:
    """The list of the sources that is the draft's but for this version, and the version that it has instead."""
    mine = release_of(claim)
    if len(mine.run) < FEW:
        return None
    lists = [one for one in found if _is_one_list(mine, one)]
    if not lists:
        return None
    best = max(lists, key=lambda one: (len(_shared(mine, release_of(one.fact))), one.overlap.total))
    others = [each for each in release_of(best.fact).run if not has_same(mine.run, each)]
    nearest = [each for each in others if is_of_one_series(each, mine.version)] or others
    right = max(nearest, key=lambda each: _same_parts(each, mine.version))
    return (best, right) if not has_same(release_of(best.fact).run, mine.version) else None


def _is_one_list(mine: Release, one: Alike) -> bool:
    """True for a list of as many versions all but one of which are the draft's, and in which more is alike if short."""
    theirs = release_of(one.fact)
    told, shared = one.overlap, len(_shared(mine, theirs))
    if len(theirs.run) != len(mine.run) or shared != len(mine.run) - 1 or one.agrees:
        return False
    is_alike = told.total >= FAMILIAR and (one.words >= FEW or (told.ties > 0 and told.near > 0))
    return shared >= FEW or is_alike or (told.near > 0 and told.share >= _MOST)


def _shared(mine: Release, theirs: Release) -> list[Version]:
    return [each for each in mine.run if has_same(theirs.run, each)]


def _same_parts(first: Version, second: Version) -> int:
    """How many parts two versions begin with alike."""
    pairs = zip(first.parts, second.parts, strict=False)
    return next((number for number, (one, other) in enumerate(pairs) if one != other), len(first.parts))


def _otherwise_told(claim: Claim, case: Case, found: Sequence[Alike]) -> tuple[Alike, Version] | None:
    """The sources' statement of the same thing about another version, where there is one and no second."""
    mine = release_of(claim)
    taken = [other.value.version for other in case.draft.beside(claim.statement) if isinstance(other.value, Release)]
    against = [
        one
        for one in found
        if not one.agrees
        and (one.is_named or _is_told_so(one))
        and bool(mine.reach) == bool(release_of(one.fact).reach)
        and not any(agrees(release_of(one.fact).version, each) for each in taken)
    ]
    if not against or not _is_same(case, mine, against[0]):
        return None
    best, right = against[0], release_of(against[0].fact).version
    is_slip = _is_slip(mine.version, right)
    rivals = [
        one
        for one in against
        if one.overlap.total >= RIVAL * best.overlap.total
        and not agrees(release_of(one.fact).version, right)
        and (not is_slip or _is_slip(mine.version, release_of(one.fact).version))
    ]
    return None if rivals or not _may_be_slip(mine, release_of(best.fact)) else (best, right)


def _is_told_so(one: Alike) -> bool:
    """True where passages that name no product say the same in the words closest to their versions."""
    told = one.overlap
    return told.total >= SAME and told.near >= _CLOSE and told.share >= _MOST


def _may_be_slip(mine: Release, theirs: Release) -> bool:
    """True for versions written alike, and for a full one and its longer form."""
    is_longer = agrees(mine.version, theirs.version)
    return is_longer or is_of_one_series(mine.version, theirs.version)


def _is_same(case: Case, mine: Release, one: Alike) -> bool:
    """True where a source's version is surely of the same thing; where a slip makes one of the other, less will do."""
    told = one.overlap
    if one.is_of_other:
        return False
    if told.total >= SAME and one.words >= FEW and one.is_told_alike:
        return True
    if one.is_named and one.is_framed and told.total >= _FRAMED:
        return True
    if one.flanks >= FEW or (told.ties and told.near > 0 and told.total >= _FLANKED):
        return True
    if _is_slip(mine.version, release_of(one.fact).version) and told.total >= FAMILIAR and one.is_told_alike:
        return True
    is_sole = _is_sole(case, release_of(one.fact))
    if is_sole and told.total >= FAMILIAR and one.is_told_alike and one.words >= FEW:
        return True
    return one.is_bare and (told.ties > 0 or (is_sole and one.words >= FEW))


def _is_slip(mine: Version, theirs: Version) -> bool:
    """True for a full version with its last part lost, and for one with digits changed about."""
    if agrees(mine, theirs):
        return True
    digits, others = ("".join(map(str, one.parts)) + one.stage for one in (mine, theirs))
    return len(digits) >= _SEVERAL and sorted(digits) == sorted(others) and mine.is_full


def _is_sole(case: Case, theirs: Release) -> bool:
    """True where the sources know no other version of the product."""
    others = [release_of(fact) for fact in case.index.facts(Slot.VERSION)]
    return all(is_same(one.version, theirs.version) for one in others if one.product[-1:] == theirs.product[-1:])


def _told(case: Case, rule: Rule, claim: Claim, best: Alike, right: Version) -> Finding:
    theirs = release_of(best.fact)
    same = [
        fact
        for fact in case.index.facts(Slot.VERSION)
        if fact.statement.document is best.fact.statement.document and is_same(release_of(fact).version, right)
    ]
    said = best.fact if is_same(theirs.version, right) else next(iter(same), best.fact)
    text = release_of(said).text.lstrip("vV.")
    found = claim.statement.span.of(case.draft.document.text)
    written = found[: len(found) - len(found.lstrip("vV."))] + text
    return finding(rule, case, claim.statement.span, evidence_of([said]), (written,), version=release_of(said).text)
