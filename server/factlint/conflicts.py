"""Where the sources disagree: each checked as a draft would be, against all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.aliases import read_as
from factlint.case import Case
from factlint.check import check, findings_in
from factlint.index import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.account import Account
    from factlint.model import Evidence, Finding, Settings
    from factlint.rule import Rule
    from factlint.text import Document, Span


def conflicts(accounts: Sequence[Account], rules: Sequence[Rule], settings: Settings) -> Iterator[tuple[Finding, ...]]:
    """For each source what it says otherwise than the others; one disagreement is told once, where it is met first."""
    seen: set[tuple[Document, Span]] = set()
    others = None
    for number, account in enumerate(accounts):
        others = build((*accounts[:number], *accounts[number + 1 :]), others)
        fresh = []
        for finding in check(account, others, rules, settings):
            if finding.evidence and not any(_overlaps(seen, evidence) for evidence in finding.evidence):
                fresh.append(finding)
                seen.add((finding.document, finding.span))
        yield tuple(fresh)


def compare(
    account: Account, others: Sequence[Account], rules: Sequence[Rule], settings: Settings
) -> Iterator[tuple[Finding, ...]]:
    """What one source says otherwise than the others, rule by rule; to be given to `check.strongest`."""
    case = Case(read_as(account, settings.aliases), build(others), settings)
    for rule in rules:
        yield tuple(finding for finding in findings_in(case, (rule,)) if finding.evidence)


def _overlaps(seen: set[tuple[Document, Span]], evidence: Evidence) -> bool:
    """True where a passage was already told of as the other side."""
    return any(document is evidence.document and span.overlaps(evidence.span) for document, span in seen)
