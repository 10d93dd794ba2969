"""What the draft reports without quotation marks from one person, and the sources from another alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.checks.voices import Speaking, entities_of, is_person, said_to_speak
from factlint.context import stems_of_names
from factlint.extract.relation import stem_of
from factlint.extract.utterances import Naming
from factlint.model import Evidence
from factlint.overlap import shared
from factlint.overlaps import Overlaps
from factlint.sentences import sentences_sharing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.extract.utterances import Speaker, Utterance
    from factlint.index import Entity
    from factlint.text import Span

# What two sentences share that tell of one statement: so much weight, so many words, and this share of the draft's.
# For each further word that they share the draft may have one of its own.
_LEAST_WEIGHT, _LEAST_WORDS, _LEAST_SHARE = 2.5, 5, 0.7


class Reported(Struct, frozen=True):
    """Who the draft says has said something, who of the sources has, and where."""

    speaker: Speaker
    right: Entity
    evidence: Evidence


def reported_of_another(case: Case) -> Iterator[Reported]:
    """The reported sentences of the draft that the sources have from somebody else alone."""
    quoted = Overlaps([utterance.span for utterance in case.draft.utterances if utterance.is_quoted])
    for utterance in case.draft.utterances:
        case.heed()
        if utterance.is_quoted or len(utterance.speakers) != 1 or quoted.of(utterance.span):
            continue
        speaker = utterance.speakers[0]
        mine = said_to_speak(speaker, case) if speaker.naming is Naming.NAME else None
        if mine is None or not mine.entities or not is_person(mine.entities[0]) or _passes_on(utterance, case):
            continue
        found = _told_by_another(utterance, mine, case)
        if found is not None:
            yield Reported(speaker, *found)


def _passes_on(utterance: Utterance, case: Case) -> bool:
    """True where the sentence may tell of what others say: it passes on, asks, denies, speaks of sayings or people."""
    words = case.draft.lexicon.speech_words
    place = case.draft.place_of(utterance.span)
    if place is None:
        return True
    telling = words["relaying"] | words["asking"] | words["nouns"] | case.draft.lexicon.people_nouns
    negations = case.draft.lexicon.cues.get("negation", frozenset())
    items = case.draft.scans[place.block].tokens.items
    return any(items[number].folded in telling | negations for number in place.tokens)


def _told_by_another(utterance: Utterance, mine: Speaking, case: Case) -> tuple[Entity, Evidence] | None:
    """Who alone says the same in the sources, and where; None where the draft's speaker, or nobody, may say it too."""
    own = case.draft.stems_at(utterance.span) - stems_of_names(mine.entities[0].forms, case.draft) - _verbs(case)
    found = [
        (sentence.account, sentence.span)
        for sentence in sentences_sharing(own, _LEAST_WEIGHT, case.index)
        if _tells_the_same(own, sentence.stems, case)
    ]
    right: list[tuple[Entity, Evidence]] = []
    for account, span in found:
        speakers = _speakers(account, span, case)
        if len(speakers) != 1 or not is_person(speakers[0]) or mine.may_be(speakers[0], case):
            return None
        right.append((speakers[0], Evidence(account.document, span)))
    if len({entity for entity, _ in right}) != 1 or _names(utterance.span, right[0][0], case):
        return None
    is_said_alike = any(
        shared(own & theirs, case.index).is_familiar for theirs in case.index.stems_about(mine.entities[0])
    )
    return None if is_said_alike else right[0]


def _tells_the_same(own: frozenset[str], theirs: frozenset[str], case: Case) -> bool:
    both = own & theirs
    if len(own - theirs) > len(both) - _LEAST_WORDS or len(both) < _LEAST_SHARE * len(own):
        return False
    overlap = shared(both, case.index)
    return overlap.weight >= _LEAST_WEIGHT and overlap.words >= _LEAST_WORDS


def _speakers(account: Account, span: Span, case: Case) -> tuple[Entity, ...]:
    """Everybody who may speak in a sentence of a source; nobody where it does not say of some words who does."""
    around = [utterance for utterance in account.utterances if utterance.span.overlaps(span)]
    spoken = [entities_of(utterance, case) for utterance in around]
    return tuple(dict.fromkeys(entity for entities in spoken for entity in entities)) if all(spoken) else ()


def _names(span: Span, entity: Entity, case: Case) -> bool:
    return any(
        claim.statement.span.overlaps(span) for claim, identity in case.known_names() if identity.entity is entity
    )


def _verbs(case: Case) -> frozenset[str]:
    lexicon = case.draft.lexicon
    return frozenset(stem_of(verb, lexicon) for verb in lexicon.speech_verbs)
