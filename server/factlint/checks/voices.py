"""Who of the sources speaks: the speakers of draft and sources as entities, and whether two may be one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.holders import agreeing, is_current
from factlint.extract.utterances import Naming, Speaker, Utterance
from factlint.identity import LIKELY, essential, likeness
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.case import Case
    from factlint.index import Entity

# Names with at most this many characters between them can be said to be names of one person.
_CLOSE_BY = 40


def entity_of_speaker(speaker: Speaker, case: Case) -> Entity | None:
    """The one person of the sources whom the draft makes the speaker by name or office; pronouns are too unsure."""
    if speaker.naming is Naming.NAME:
        identity = case.identities.get(speaker.span)
        return identity.entity if identity else None
    if speaker.naming is Naming.PRONOUN or _is_told_by_deed(speaker, case):
        return None
    if len(speaker.names) == 1:
        said = case.draft.of(speaker.names[0])
        return case.entity_of(said[0]) if said else None
    if speaker.office is None or speaker.names:
        return None
    holders = [
        entity for entity in case.index.entities if any(is_current(fact) for fact in agreeing(speaker.office, entity))
    ]
    return holders[0] if len(holders) == 1 else None


def _is_told_by_deed(speaker: Speaker, case: Case) -> bool:
    """True for "the judge who spoke of ...": whoever said the words is meant."""
    following = case.draft.document.text[speaker.span.end :].split(maxsplit=1)[:1]
    return bool(following) and following[0].casefold() in case.draft.lexicon.grammar["relatives"]


def is_person(entity: Entity) -> bool:
    """True for somebody whom the sources give a full name."""
    is_full = any(len(essential(form.words, entity.lexicon)) > 1 for form in entity.forms)
    return is_full and entity.kind in (Kind.PERSON, Kind.UNKNOWN)


def entities_of(utterance: Utterance, case: Case) -> tuple[Entity, ...]:
    """The entities of the sources that may speak an utterance, the likeliest first."""
    named = (case.index.entity_named(name) for speaker in utterance.speakers for name in speaker.names)
    return tuple(dict.fromkeys(entity for entity in named if entity is not None))


def may_be_one(first: Entity, second: Entity, case: Case) -> bool:
    """True unless two entities are surely two: nothing of one is like the other's surname, and neither is an alias."""
    if first is second or _are_equated(first, second, case):
        return True
    lexicon = case.draft.lexicon
    return any(
        likeness(one, other, lexicon) >= LIKELY
        for mine, theirs in ((first, second), (second, first))
        for one in mine.surnames
        for other in theirs.usages
        if len(other) > 1
    )


def _are_equated(first: Entity, second: Entity, case: Case) -> bool:
    """True where a source sets the two names side by side as names of one person: "X, known as Y", "X (Y)"."""
    aliases = case.draft.lexicon.speech_words["aliases"]
    for one in first.names:
        for other in second.names:
            document = one.statement.document
            if document is not other.statement.document:
                continue
            low, high = sorted((one.statement.span, other.statement.span))
            between = document.text[low.end : high.start]
            if len(between) <= _CLOSE_BY and (
                between.strip() == "(" or not aliases.isdisjoint(between.casefold().split())
            ):
                return True
    return False
