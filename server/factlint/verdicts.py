"""Verdicts: every checkable claim of a draft, in the order of the text, with what the sources say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.unsupported_number import is_countable
from factlint.model import Claim, Finding, Severity, Slot, Standing, Verdict, mention_of
from factlint.support import support
from factlint.values.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.case import Case

_SLOTS = (
    Slot.OFFICE,
    Slot.RANK,
    Slot.AGE,
    Slot.DATE,
    Slot.WEEKDAY,
    Slot.NUMBER,
    Slot.VERSION,
    Slot.EXPANSION,
    Slot.QUOTATION,
)
_AGAINST = frozenset({Severity.ERROR, Severity.WARNING})
# Rules that say what no source has contradict nothing; nor do those about where sources disagree.
_NO_CONTRADICTION = ("unsupported-", "conflicting-")


def verdicts(case: Case, findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    """The claims of the draft with their verdicts, those that `findings` mark among them.

    A name counts once for each way that it is written, and again where a finding marks it. Where one claim lies in
    another, as a year in a quotation, the wider one stands for both unless a finding marks the narrower.
    """
    against = [finding for finding in findings if _contradicts(finding)]
    found = (_verdict(claim, case, against) for claim in _claims(case, against))
    judged = [verdict for verdict in found if verdict is not None]
    marked = {finding for verdict in judged for finding in verdict.findings}
    alone = [
        Verdict(found.document, found.span, None, Standing.CONTRADICTED, found.evidence, (found,))
        for found in against
        if found not in marked
    ]
    return tuple(sorted((*_widest(judged), *alone), key=lambda verdict: verdict.span))


def _contradicts(finding: Finding) -> bool:
    # What rests on no passage is about the draft's own comments.
    is_told = bool(finding.evidence) and not finding.rule.startswith(_NO_CONTRADICTION)
    return finding.severity in _AGAINST and is_told


def _claims(case: Case, against: Sequence[Finding]) -> Iterator[Claim]:
    seen: set[tuple[str, ...]] = set()
    for claim in case.names:
        mention = mention_of(claim)
        is_marked = any(finding.span.overlaps(claim.statement.span) for finding in against)
        if is_marked or not (mention.is_weak or mention.name.words in seen):
            seen.add(mention.name.words)
            yield claim
    for slot in _SLOTS:
        yield from case.claims(slot)


def _verdict(claim: Claim, case: Case, against: Sequence[Finding]) -> Verdict | None:
    """The verdict on a claim; None for one that nothing shows to be about what the sources tell."""
    said = claim.statement
    marks = tuple(finding for finding in against if finding.span.overlaps(said.span))
    if marks:
        evidence = tuple(dict.fromkeys(passage for finding in marks for passage in finding.evidence))
        return Verdict(said.document, said.span, said.slot, Standing.CONTRADICTED, evidence, marks)
    evidence = support(claim, case)
    if not evidence and _is_own(claim):
        return None
    standing = Standing.SUPPORTED if evidence else Standing.UNSUPPORTED
    return Verdict(said.document, said.span, said.slot, standing, evidence)


def _is_own(claim: Claim) -> bool:
    """True for a small count, which the text may have counted up for itself: "two reasons", "1." """
    value = claim.statement.value
    return isinstance(value, Quantity) and is_countable(value)


def _widest(judged: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts without those that lie in a wider one; of one that a finding marks, the narrowest stays."""
    kept: list[Verdict] = []
    for verdict in sorted(judged, key=_rank):
        if not any(verdict.span.overlaps(other.span) for other in kept):
            kept.append(verdict)
    return kept


def _rank(verdict: Verdict) -> tuple[bool, int]:
    is_marked = verdict.standing is Standing.CONTRADICTED
    return (not is_marked, len(verdict.span) if is_marked else -len(verdict.span))
