"""Verdicts: every checkable claim of a draft, in the order of the text, with what the sources say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.long_form import long_form_of
from factlint.checks.unsupported_name import is_surely_name
from factlint.checks.unsupported_number import is_countable
from factlint.model import Claim, Finding, Mention, Severity, Slot, Standing, Verdict, mention_of
from factlint.overlaps import Overlaps, Taken
from factlint.support import is_in_name, support
from factlint.values.date import DateRange
from factlint.values.quantity import Quantity
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.model import Statement
    from factlint.text import Document, Span

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
    return weighed([verdict for verdict in judge(case, findings) if verdict is not None], findings)


def judge(case: Case, findings: Sequence[Finding]) -> Iterator[Verdict | None]:
    """The work of `verdicts` claim by claim, None for one that no source can be asked for; to be given to `weighed`."""
    marks = _Marks([finding for finding in findings if _contradicts(finding)])
    return (_verdict(claim, case, marks.on(claim)) for claim in _claims(case, marks))


def weighed(judged: Sequence[Verdict], findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    """What `verdicts` gives, of the verdicts on all claims and the findings that they were judged by."""
    against = [finding for finding in findings if _contradicts(finding)]
    judged = _widest(judged)
    marked = {finding for verdict in judged for finding in verdict.findings}
    for finding in against:
        if finding not in marked:
            judged = _with(finding, judged)
    return tuple(sorted(judged, key=lambda verdict: verdict.span))


def checkable(account: Account) -> tuple[Statement, ...]:
    """What a document says that can be checked: what it holds of each slot, a name once for each way it is written."""
    names: dict[tuple[str, ...], Statement] = {}
    for said in account.about(Slot.NAME):
        if isinstance(said.value, Mention) and not said.value.is_weak:
            names.setdefault(said.value.name.words, said)
    told = (said for slot in _SLOTS for said in account.about(slot) if said.is_held)
    return tuple(sorted((*names.values(), *told), key=lambda said: said.span))


def verdict_on(claim: Claim, case: Case, findings: Sequence[Finding]) -> Verdict | None:
    """The verdict on one claim of the draft; None for one that nothing shows to be of what sources tell."""
    marks = (finding for finding in findings if finding.span.overlaps(claim.statement.span))
    return _verdict(claim, case, tuple(finding for finding in marks if _contradicts(finding)))


def _with(finding: Finding, judged: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with a finding that marks none of their claims: on the claim that it meets, or on its own place."""
    met = next((verdict for verdict in judged if verdict.span.overlaps(finding.span)), None)
    if met is None:
        return [*judged, _contradicted(finding.document, finding.span, None, (finding,))]
    others = [verdict for verdict in judged if verdict is not met]
    return [*others, _contradicted(met.document, met.span, met.slot, (*met.findings, finding))]


def _contradicted(document: Document, span: Span, slot: Slot | None, findings: tuple[Finding, ...]) -> Verdict:
    evidence = tuple(dict.fromkeys(passage for finding in findings for passage in finding.evidence))
    return Verdict(document, span, slot, Standing.CONTRADICTED, evidence, findings)


def _contradicts(finding: Finding) -> bool:
    # What rests on no passage is about the draft's own comments.
    is_told = bool(finding.evidence) and not finding.rule.startswith(_NO_CONTRADICTION)
    return finding.severity in _AGAINST and is_told


class _Marks:
    """The findings that contradict the draft."""

    def __init__(self, against: Sequence[Finding]) -> None:
        self._against = against
        self._overlaps = Overlaps([finding.span for finding in against])

    def on(self, claim: Claim) -> tuple[Finding, ...]:
        """Those that mark a part of a claim."""
        return tuple(self._against[number] for number in self._overlaps.of(claim.statement.span))


def _claims(case: Case, marks: _Marks) -> Iterator[Claim]:
    seen: set[tuple[str, ...]] = set()
    for claim in case.names:
        mention = mention_of(claim)
        if marks.on(claim) or not (mention.is_weak or mention.name.words in seen):
            seen.add(mention.name.words)
            yield claim
    for slot in _SLOTS:
        yield from case.claims(slot)


def _verdict(claim: Claim, case: Case, marks: tuple[Finding, ...]) -> Verdict | None:
    """The verdict on a claim that `marks` contradict; None for one that nothing shows to be of what sources tell."""
    said = claim.statement
    if marks:
        return _contradicted(said.document, said.span, said.slot, marks)
    evidence = support(claim, case)
    if not evidence and _is_own(claim, case):
        return None
    standing = Standing.SUPPORTED if evidence else Standing.UNSUPPORTED
    return Verdict(said.document, said.span, said.slot, standing, evidence)


def _is_own(claim: Claim, case: Case) -> bool:
    """True for what no source can be asked: a count that the text may have made for itself ("two reasons", "1."), its
    own day, a word that may be no name, letters in brackets that are short for nothing.
    """
    value = claim.statement.value
    if isinstance(value, Quantity):
        return is_countable(value) or is_in_name(claim.statement, case.draft)
    if isinstance(value, When):
        return case.draft.date is not None and value.range == DateRange(case.draft.date, case.draft.date)
    if isinstance(value, Mention):
        return not is_surely_name(value, case)
    is_gloss = claim.statement.slot is Slot.EXPANSION
    return is_gloss and long_form_of(claim.statement, case.draft.lexicon) is None


def _widest(judged: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts without those that lie in a wider one; of one that a finding marks, the narrowest stays."""
    taken = Taken()
    return [verdict for verdict in sorted(judged, key=_rank) if taken.take(verdict.span)]


def _rank(verdict: Verdict) -> tuple[bool, int]:
    is_marked = verdict.standing is Standing.CONTRADICTED
    return (not is_marked, len(verdict.span) if is_marked else -len(verdict.span))
