"""A date that the sources' statement of the same event contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.smallest import smallest
from factlint.extract.scan import calendar_of
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.same_event import Match, matches, share_name
from factlint.values.date import agrees
from factlint.values.date_format import format_like
from factlint.values.when import Parts, When, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule

# A year or a month alone has no other part to hold to: a name must be shared, or nearly all words.
_CLOSE, _LEAST_SHARED = 0.8, 4
# Roles in which a year names a thing and dates no event: "the 2018 ministers", "Act of 2014".
_NAMING = frozenset({"attributive", "of"})


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Dates of events that a source dates otherwise and no source dates so."""
    for claim in case.claims(Slot.DATE):
        mine = _when(claim)
        parts = parts_of(mine)
        if len(parts) != 1 or (parts[0].is_year and mine.role in _NAMING):
            continue
        found = matches(claim, case.index)
        if any(_supports(mine, _when(match.fact)) for match in found):
            continue
        against = [
            (match.fact, theirs)
            for match in found
            for theirs in parts_of(_when(match.fact))
            if match.is_same
            and _relate_alike(mine, _when(match.fact))
            and _may_be_slip(case, claim, parts[0], theirs, match)
            and not _is_in_sentence(case, mine, match.fact)
        ]
        if against:
            yield _told(case, rule, claim, against)


def _when(statement: Claim | Fact) -> When:
    value = statement.statement.value
    assert isinstance(value, When)
    return value


def _supports(mine: When, theirs: When) -> bool:
    """True where the dates agree: one lies in the other, or all parts that both give are the same."""
    if mine.range is not None and theirs.range is not None:
        return agrees(mine.range, theirs.range)
    shared = [one.shared(other) for one in parts_of(mine) for other in parts_of(theirs)]
    return any(parts and all(parts) for parts in shared)


# Roles of a time up to or from which something holds; another date for the thing itself is none for them.
_BOUNDS = frozenset({"by", "until", "before", "after"})


def _relate_alike(mine: When, theirs: When) -> bool:
    """True unless one date is a bound ("to be paid by 17 July") and the other none, or another one."""
    return mine.role == theirs.role or _BOUNDS.isdisjoint({mine.role, theirs.role})


def _is_in_sentence(case: Case, mine: When, fact: Fact) -> bool:
    """True where the source's sentence has the draft's date too: it then tells of two events, and of the draft's."""
    beside = case.index.account_of(fact.statement.document).beside(fact.statement)
    return any(isinstance(other.value, When) and _supports(mine, other.value) for other in beside)


def _may_be_slip(case: Case, claim: Claim, mine: Parts, theirs: Parts, match: Match) -> bool:
    """True where a slip could make one date of the other: both give the same parts, and exactly one of them differs.

    Two days that differ in more are two events of one kind rather.
    """
    shared = mine.shared(theirs)
    if shared.count(False) != 1 or (mine.day is None) != (theirs.day is None) or mine.is_year != theirs.is_year:
        return False
    is_close = match.share >= _CLOSE and len(match.shared) >= _LEAST_SHARED
    return len(shared) > 1 or is_close or share_name(claim, match, case.draft.lexicon)


def _told(case: Case, rule: Rule, claim: Claim, against: Sequence[tuple[Fact, Parts]]) -> Finding:
    best, theirs = against[0]
    found, days = claim.statement.span.of(case.draft.document.text), theirs.days()
    expected = format_like(found, days, calendar_of(case.draft.lexicon)) if days else ""
    span, right = smallest(claim.statement, expected) if expected else (claim.statement.span, "")
    return finding(
        rule,
        case,
        span,
        evidence_of(fact for fact, _ in against),
        (right,) if right and right != span.of(case.draft.document.text) else (),
        date=_when(best).text,
    )
