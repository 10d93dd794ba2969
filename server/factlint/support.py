"""Support: the passages of the sources that bear a claim of the draft out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.long_form import gloss_of, known_forms, says
from factlint.extract.relation import stems_in
from factlint.lexicon import Rank
from factlint.model import Claim, Evidence, Fact, Slot, Statement, evidence_of
from factlint.sentences import sentence_of, tellings_without
from factlint.values import rank, version
from factlint.values.age import Age, may_be_one
from factlint.values.office import Office, agree
from factlint.values.quantity import Quantity, same
from factlint.values.quote import Quotation
from factlint.values.version import Release
from factlint.values.when import When, falls_on, lies_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.case import Case
    from factlint.sentences import Sentence

# What a sentence of the sources must share with the draft's, besides the value itself, to tell of the same thing; the
# weights are those of `overlap.Overlap`: more than one telling word.
_LEAST = 0.75
_MOST_PASSAGES = 3


def support(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """The passages that say what the claim says, best first; none where no source bears it out."""
    return _SUPPORTS[claim.statement.slot](claim, case)[:_MOST_PASSAGES]


def _of_name(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where the sources speak of whom or what a name names, in the sentences most like the draft's first."""
    identity = case.identities.get(claim.statement.span)
    if identity is None or identity.differences:
        return ()
    facts = {(fact.statement.document, fact.statement.span): fact for fact in identity.entity.names}
    told = [facts.get((said.document, said.span)) for said in _told(claim, case, Slot.NAME)]
    return evidence_of(fact for fact in (*told, *identity.entity.names) if fact is not None)


def _of_holder(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where the sources give the same person the same office, rank or age."""
    entity = case.entity_of(claim.statement)
    held = entity.of(claim.statement.slot) if entity else ()
    return evidence_of(fact for fact in held if _is_same(claim, fact, case))


def _is_same(claim: Claim, fact: Fact, case: Case) -> bool:
    mine, theirs = claim.statement.value, fact.statement.value
    if isinstance(mine, Age) and isinstance(theirs, Age):
        return may_be_one(mine, case.draft.date, theirs, case.index.account_of(fact.statement.document).date)
    if isinstance(mine, Office) and isinstance(theirs, Office):
        return agree(case.post_of(claim.statement) or mine, case.post_of(fact.statement) or theirs)
    return isinstance(mine, Rank) and isinstance(theirs, Rank) and rank.agree(mine, theirs)


def _of_value(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a sentence that tells of the same thing has a date, number or version that agrees."""
    slot = claim.statement.slot
    slots = (slot, Slot.DATE) if slot is Slot.WEEKDAY else (slot,)
    told = (said for each in slots for said in _told(claim, case, each))
    return evidence_of(Fact(said) for said in told if _agrees(claim.statement, said))


def _agrees(claim: Statement, fact: Statement) -> bool:
    mine, theirs = claim.value, fact.value
    if isinstance(mine, When) and isinstance(theirs, When):
        return falls_on(theirs, mine) if claim.slot is Slot.WEEKDAY else lies_in(theirs, mine)
    if isinstance(mine, Release) and isinstance(theirs, Release):
        return version.agrees(mine.version, theirs.version)
    return isinstance(mine, Quantity) and isinstance(theirs, Quantity) and same(mine, theirs)


def _told(claim: Claim, case: Case, slot: Slot) -> Iterator[Statement]:
    """What the sentences of the sources that tell of the same thing say about a slot, the likest sentence first."""
    sentence = sentence_of(claim.statement, case.draft)
    if sentence is None:
        return
    own = _stems_of(claim.statement, sentence)
    for telling in tellings_without(sentence, own, case.index):
        if telling.overlap.weight >= _LEAST:
            yield from (said for said in telling.sentence.about(slot) if said.is_held)


def _stems_of(statement: Statement, sentence: Sentence) -> frozenset[str]:
    """What the claim itself puts into its sentence: a number or date bears nothing out by itself."""
    account = sentence.account
    place = account.place_of(statement.span)
    if place is None or statement.slot is Slot.NAME:
        return frozenset()
    return stems_in(account.scans[place.block].tokens, account.lexicon, place.tokens)


def _of_quotation(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a source has the quoted words: every part of them."""
    value = claim.statement.value
    if not isinstance(value, Quotation):
        return ()
    for text in case.index.running_texts:
        passages = [text.find(part) for part in value.parts if part]
        found = [passage for passage in passages if passage is not None]
        if passages and len(found) == len(passages):
            evidence = [Evidence(text.document, passage.span_of(range(len(passage.words)))) for passage in found]
            if not any(text.document.is_left_out(passage.span) for passage in evidence):
                return tuple(evidence)
    return ()


def _of_expansion(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a source has the same acronym stand for the same words."""
    gloss, small = gloss_of(claim.statement), case.draft.lexicon.passed_over
    forms = known_forms(case).get(gloss.key, ())
    return tuple(evidence for form in forms if says(gloss, form.words, small) for evidence in form.evidence)


_SUPPORTS: Mapping[Slot, Callable[[Claim, Case], tuple[Evidence, ...]]] = {
    Slot.NAME: _of_name,
    Slot.OFFICE: _of_holder,
    Slot.RANK: _of_holder,
    Slot.AGE: _of_holder,
    Slot.DATE: _of_value,
    Slot.WEEKDAY: _of_value,
    Slot.NUMBER: _of_value,
    Slot.VERSION: _of_value,
    Slot.EXPANSION: _of_expansion,
    Slot.QUOTATION: _of_quotation,
}
