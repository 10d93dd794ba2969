"""What the sources answer about the name, date, number or quotation at one place: what a hover shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from factlint.card import Card, card_of
from factlint.extract.utterances import Naming
from factlint.lookup import Asked, asked_at, asked_in_source, findings_on, touches
from factlint.model import Claim, Evidence, Finding, Slot, Verdict
from factlint.occurrences import first_mentions, quoted_in_sources
from factlint.sentences import sentence_of, tellings
from factlint.values.quote import Quotation
from factlint.verdicts import verdict_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.text import Span

# As many passages as are read at once.
_MOST_PASSAGES = 3


class Passage(NamedTuple):
    """A passage that is shown; `speaker` is who speaks it, where it is quoted and the source says so."""

    evidence: Evidence
    speaker: str | None = None


class Answer(Struct, frozen=True):
    """What is known of one place: what is found wrong there, and the card of the name or the verdict on the claim.

    `span` is what was asked about. Where no source bears a claim out, `passages` are the nearest that they say.
    """

    span: Span
    findings: tuple[Finding, ...]
    card: Card | None
    verdict: Verdict | None
    passages: tuple[Passage, ...]


class Leads(NamedTuple):
    """What was asked about, and where the sources speak of it, best first."""

    span: Span
    passages: tuple[Evidence, ...]


def answer_at(case: Case, findings: Sequence[Finding], offset: int) -> Answer | None:
    """What the sources say of what a draft says at a code point offset; None where there is nothing to say."""
    answers = (_answer(asked, case, findings, offset) for asked in asked_at(case, offset))
    found = next((answer for answer in answers if answer is not None), None)
    return found or _of_findings([each for each in findings if touches(each.span, offset)])


def answer_in_source(account: Account, index: Index, offset: int) -> Answer | None:
    """What all sources say of the name at an offset of one of them; None where there is no name that they know."""
    asked = asked_in_source(account, index, offset)
    return _of_name(asked, (), index) if asked else None


def leads_at(case: Case, findings: Sequence[Finding], offset: int) -> Leads | None:
    """Where the sources speak of what a draft says at an offset: a name's first mentions, a claim's evidence."""
    for asked in asked_at(case, offset):
        leads = _leads(asked, case, findings)
        if leads:
            return Leads(asked.statement.span, leads)
    found = next((each for each in findings if touches(each.span, offset) and each.evidence), None)
    return Leads(found.span, found.evidence) if found else None


def leads_in_source(account: Account, index: Index, offset: int) -> Leads | None:
    """Where the sources first mention the name at an offset of one of them."""
    asked = asked_in_source(account, index, offset)
    return Leads(asked.statement.span, first_mentions(asked.entity)) if asked and asked.entity else None


def _leads(asked: Asked, case: Case, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    said = asked.statement
    if asked.entity is not None:
        return first_mentions(asked.entity)
    exact = quoted_in_sources(said.value, case.index) if isinstance(said.value, Quotation) else ()
    verdict = None if exact else verdict_on(Claim(said), case, findings)
    return exact or (verdict.evidence if verdict else ())


def _answer(asked: Asked, case: Case, findings: Sequence[Finding], offset: int) -> Answer | None:
    said, wrong = asked.statement, findings_on(asked.statement, findings, offset)
    if asked.entity is not None:
        return _of_name(asked, wrong, case.index)
    verdict = verdict_on(Claim(said), case, findings)
    if verdict is None:
        return None
    if verdict.slot is Slot.QUOTATION:
        passages = _spoken(_leads(asked, case, findings), case.index)
    else:
        told = [*verdict.evidence, *(each for finding in wrong for each in finding.evidence)]
        passages = _shown(told or _nearest(asked, case))
    return Answer(said.span, wrong, None, verdict, passages)


def _of_name(asked: Asked, findings: tuple[Finding, ...], index: Index) -> Answer | None:
    card = card_of(asked.entity, index) if asked.entity else None
    return Answer(asked.statement.span, findings, card, None, _shown(card.evidence)) if card else None


def _of_findings(findings: Sequence[Finding]) -> Answer | None:
    """What is found where no claim stands that the sources could be asked about, such as a list that is too short."""
    if not findings:
        return None
    evidence = (each for finding in findings for each in finding.evidence)
    return Answer(findings[0].span, tuple(findings), None, None, _shown(evidence))


def _shown(evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """The first few passages, each sentence once."""
    found: dict[tuple[str, Span], Evidence] = {}
    for each in evidence:
        found.setdefault((each.document.path, each.document.sentence(each.span)), each)
    return tuple(Passage(each) for each in list(found.values())[:_MOST_PASSAGES])


def _spoken(evidence: Iterable[Evidence], index: Index) -> tuple[Passage, ...]:
    return tuple(Passage(each, _speaker_of(each, index)) for each, _ in _shown(evidence))


def _speaker_of(evidence: Evidence, index: Index) -> str | None:
    """Who speaks the words of a passage, as far as its source surely says so."""
    for utterance in index.account_of(evidence.document).utterances:
        if not utterance.is_quoted or not utterance.span.overlaps(evidence.span):
            continue
        for speaker in utterance.speakers[:1]:
            # A pronoun may stand for any of several.
            if speaker.names and (speaker.naming is not Naming.PRONOUN or len(speaker.names) == 1):
                entity = index.entity_named(speaker.names[0])
                return str(entity.full_name if entity else speaker.names[0])
            if not speaker.names:
                return evidence.document.prose(speaker.span)
    return None


def _nearest(asked: Asked, case: Case) -> tuple[Evidence, ...]:
    """The values of the same kind in the sentences of the sources that tell most of what a claim's own tells."""
    slot, sentence = asked.statement.slot, sentence_of(asked.statement, case.draft)
    if sentence is None or slot is Slot.NAME:
        return ()
    near = (telling.sentence for telling in tellings(sentence, case.index) if telling.overlap.is_familiar)
    return tuple(Evidence(said.document, said.span) for other in near for said in other.about(slot)[:1])
