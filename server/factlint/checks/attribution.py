"""A quotation that the draft gives to somebody else than the sources do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.checks.reported_speech import reported_of_another
from factlint.checks.voices import Speaking, entities_of, is_body, is_person, said_to_speak
from factlint.extract.utterances import Naming
from factlint.identity import essential, fold
from factlint.model import Evidence, Finding, Slot, mention_of
from factlint.running_text import taken_from
from factlint.values.quote import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.utterances import Speaker, Utterance
    from factlint.index import Entity
    from factlint.rule import Rule
    from factlint.running_text import Passage
    from factlint.values.quote import QuotedWord

# Fewer words are anybody's unless a source has about the same in quotation marks.
_MANY_WORDS, _MANY_TELLING_WORDS = 5, 3
_LEAST_EXTENT = 0.6
_OPENING = {"“": "”", "‘": "’", "«": "»", "„": "“"}


class _Told(Struct, frozen=True):
    """A passage of a source with its speaker, the likeliest first of those who may be."""

    passage: Passage
    speakers: tuple[Entity, ...]


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Quotations whose speaker in the draft is surely another than the sources', and no source's."""
    utterances = {utterance.span: utterance for utterance in case.draft.utterances if utterance.is_quoted}
    seen = set()
    for claim in case.claims(Slot.QUOTATION):
        utterance = utterances.get(claim.statement.span)
        value = claim.statement.value
        if utterance is None or len(utterance.speakers) != 1 or not isinstance(value, Quotation):
            continue
        speaker = utterance.speakers[0]
        mine = said_to_speak(speaker, case)
        if mine is None or speaker.span in seen:
            continue
        told = _told_by_another(value, mine, speaker, case)
        if told is not None:
            seen.add(speaker.span)
            passage = told.passage
            evidence = Evidence(passage.document, passage.span_of(range(len(passage.words))))
            yield _finding(case, rule, speaker, told.speakers[0], evidence)
    for reported in reported_of_another(case):
        if reported.speaker.span not in seen:
            yield _finding(case, rule, reported.speaker, reported.right, reported.evidence)


def _told_by_another(value: Quotation, mine: Speaking, speaker: Speaker, case: Case) -> _Told | None:
    """The passage that gives the words to somebody else; None where one may give them to the draft's speaker."""
    part = max(value.parts, key=len, default=())
    if not _has_words(part, *mine.least_words, case):
        return None
    is_long = _has_words(part, _MANY_WORDS, _MANY_TELLING_WORDS, case)
    found: list[_Told] = []
    for taken in taken_from(part, case.index, case.draft.lexicon.function_words):
        account = case.index.account_of(taken.passage.document)
        around = [u for u in account.utterances if _covers(u, taken.passage)]
        if not around:
            continue
        speakers = _speakers(around, taken.passage, case)
        if not speakers or not mine.is_of_kind_of(speakers[0], case):
            return None
        found.append(_Told(taken.passage, speakers))
        if not is_long and not any(_is_as_long(u, taken.passage) for u in around):
            return None
        if any(mine.may_be(other, case) for each in around for other in entities_of(each, case)):
            return None
        if any(_is_named_inside(entity, around, taken.passage) for entity in mine.entities):
            return None
    if any(_may_be_meant(told.speakers[0], mine, speaker, case) for told in found):
        return None
    return found[0] if found else None


def _may_be_meant(right: Entity, mine: Speaking, speaker: Speaker, case: Case) -> bool:
    """True where the draft may mean the right speaker after all: by the same surname, by a pronoun that stands for
    somebody named shortly before, or where it names the speaker whom no source knows together with the right one."""
    alone = {fold(word) for name in speaker.names for word in name.words}
    if len(alone) == 1 and alone & right.surnames:
        return True
    if speaker.naming is Naming.PRONOUN:
        return _may_stand_for(speaker, right, case)
    return not mine.entities and _is_named_beside(right, speaker, case)


def _may_stand_for(pronoun: Speaker, entity: Entity, case: Case) -> bool:
    """True where the paragraph of a pronoun or the one before names somebody, or has people without names."""
    place = case.draft.place_of(pronoun.span)
    if place is None:
        return True
    first = max(0, place.block - 1)
    start = case.draft.document.blocks[first].runs[0].file
    said = (claim.statement.span for claim, identity in case.known_names() if identity.entity is entity)
    if any(start <= span.start < pronoun.span.start for span in said):
        return True
    before = [*case.draft.scans[first].tokens.items] if first < place.block else []
    before += case.draft.scans[place.block].tokens.items[: place.tokens.start]
    return any(token.folded in case.draft.lexicon.people_nouns for token in before)


def _has_words(part: Sequence[QuotedWord], least: int, telling: int, case: Case) -> bool:
    """True for at least so many words, and so many that are no function words."""
    return len(part) >= least and sum(word.folded not in case.draft.lexicon.function_words for word in part) >= telling


def _covers(utterance: Utterance, passage: Passage) -> bool:
    return utterance.span.start <= passage.spans[0].start and passage.spans[-1].end <= utterance.span.end


def _speakers(around: Sequence[Utterance], passage: Passage, case: Case) -> tuple[Entity, ...]:
    """Who may speak the passage, first a person or body; nobody where that is not sure."""
    quoted = [utterance for utterance in around if utterance.is_quoted]
    nearest = min(quoted or around, key=lambda utterance: len(utterance.span))
    if _is_within_another(nearest, passage) or not all(speaker.names for speaker in nearest.speakers):
        return ()
    entities = entities_of(nearest, case)
    return entities if entities and (is_person(entities[0]) or is_body(entities[0])) else ()


def _is_within_another(utterance: Utterance, passage: Passage) -> bool:
    """True for words that the speaker quotes from somebody else."""
    if not utterance.is_quoted:
        return False
    before = passage.document.text[utterance.span.start : passage.spans[0].start]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in _OPENING.items())


def _is_as_long(utterance: Utterance, passage: Passage) -> bool:
    """True where a source has little more than the passage between quotation marks."""
    length = passage.spans[-1].end - passage.spans[0].start
    return utterance.is_quoted and length >= _LEAST_EXTENT * len(utterance.span)


def _is_named_inside(entity: Entity, around: Sequence[Utterance], passage: Passage) -> bool:
    """True where the words themselves name the person: they may tell what that person says."""
    inside = [utterance.span for utterance in around if utterance.is_quoted]
    said = [fact.statement for fact in entity.names if fact.statement.document is passage.document]
    return any(statement.span.overlaps(span) for statement in said for span in inside)


def _finding(case: Case, rule: Rule, speaker: Speaker, right: Entity, evidence: Evidence) -> Finding:
    suggestions = () if _is_named_beside(right, speaker, case) else (_as_called(right, case),)
    return finding(rule, case, speaker.span, (evidence,), suggestions, name=right.name)


def _is_named_beside(entity: Entity, speaker: Speaker, case: Case) -> bool:
    """True where the speaker's sentence names the person too: putting them there twice mends nothing."""
    said = next((s for s in case.draft.about(Slot.NAME) if s.span == speaker.span), None)
    beside = case.draft.beside(said) if said else ()
    identities = (case.identities.get(other.span) for other in beside)
    return any(identity is not None and identity.entity is entity for identity in identities)


def _as_called(entity: Entity, case: Case) -> str:
    """The name that the draft calls a person by where it uses one word, else the full name."""
    for claim, identity in case.known_names():
        words = mention_of(claim).name.words
        if identity.entity is entity and not identity.differences and len(essential(words, case.draft.lexicon)) == 1:
            return str(mention_of(claim).name)
    return str(entity.name)
