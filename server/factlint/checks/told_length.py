"""How long something has been, where the sources say that it has been longer or shorter."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.extract.lasting import find_lasting
from factlint.kept import kept
from factlint.model import Evidence, Finding
from factlint.values.relative_date import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factlint.extract.account import Account
    from factlint.extract.lasting import Lasting
    from factlint.index import Index
    from factlint.rule import Rule

# How many days two lengths share at most that are bounds of one length from either side.
_TOUCHING = 2
# How many days apart two texts may be that tell what has been for years.
_APART = 366
_LONG = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})


class Fault(StrEnum):
    """How the right length is known."""

    TOLD = "told"


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Lengths up to now that no source gives what the draft names, where one gives another."""
    for block, scanned in zip(case.draft.document.blocks, case.draft.scans, strict=True):
        for mine in find_lasting(scanned):
            if mine.stated.length.unit not in _LONG or not mine.names:
                continue
            told = [each for each in _told_in(case.index) if _is_of_one(mine, each[0])]
            if not told or not all(_contradicts(case, mine, theirs, account) for theirs, account, _ in told):
                continue
            theirs, account, evidence = told[0]
            right = theirs.stated.span.of(_prose(account, evidence))
            yield finding(
                rule, case, block.file_span(mine.stated.span), (evidence,), (right,), Fault.TOLD, number=right
            )


@kept
def _told_in(index: Index) -> Sequence[tuple[Lasting, Account, Evidence]]:
    return tuple(
        (each, account, Evidence(account.document, block.file_span(each.stated.span)))
        for account in index.accounts
        for block, scanned in zip(account.document.blocks, account.scans, strict=True)
        for each in find_lasting(scanned)
        if each.stated.length.unit in _LONG
    )


def _prose(account: Account, evidence: Evidence) -> str:
    block = account.document.block_at(evidence.span.start)
    return block.text if block is not None else ""


def _is_of_one(mine: Lasting, theirs: Lasting) -> bool:
    """True where the source tells of the same deed, and its sentence of all that the draft's clause names."""
    return bool(mine.deeds & theirs.deeds) and mine.names | mine.deeds <= theirs.about


def _contradicts(case: Case, mine: Lasting, theirs: Lasting, account: Account) -> bool:
    """True where both lengths cannot be right.

    Where it is not known that draft and source are of one time, only a shorter one of the draft cannot: it was written
    no earlier than its source.
    """
    (low, high), (less, more) = mine.stated.length.limits, theirs.stated.length.limits
    is_shorter = high is not None and high - less <= _TOUCHING
    is_longer = more is not None and more - low <= _TOUCHING
    written: date | None = case.draft.date
    about = case.index.timeline.of(account.document).about
    if written is None or about is None:
        return is_shorter
    return (is_shorter or is_longer) and abs((about.first - written).days) <= _APART
