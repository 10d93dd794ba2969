"""Who of the sources speaks: the speakers of draft and sources as entities, and whether two may be one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.checks.holders import agreeing, is_current, office_of, offices_of
from factlint.extract.utterances import Naming, Speaker, Utterance
from factlint.identity import LIKELY, essential, fold, likeness
from factlint.model import Slot
from factlint.values.acronym import Expansion
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.case import Case
    from factlint.index import Entity
    from factlint.values.name import Name
    from factlint.values.office import Office

# Names with at most this many characters between them can be said to be names of one person.
_CLOSE_BY = 40


# Fewer words than these, and fewer telling ones, are anybody's; from somebody whom no source knows they may be from
# elsewhere.
_LEAST_WORDS, _LEAST_FROM_STRANGERS = (3, 2), (8, 4)


class Speaking(Struct, frozen=True):
    """Whom the draft makes a speaker: everybody of the sources who may be meant, the likeliest first, else a full name
    that they do not know."""

    entities: tuple[Entity, ...]
    stranger: Name | None = None

    @property
    def least_words(self) -> tuple[int, int]:
        """How many words, and telling ones, a quotation must have to be no coincidence."""
        return _LEAST_WORDS if self.entities else _LEAST_FROM_STRANGERS

    def is_of_kind_of(self, other: Entity, case: Case) -> bool:
        """True where both are people or both are bodies: a body speaks through people, and people speak for bodies.

        What a newspaper writes may be somebody's statement, so that it is only told from other newspapers.
        """
        if not is_body(other):
            return is_person(self.entities[0]) if self.entities else self._is_person_unknown
        if self.entities and not is_body(self.entities[0]):
            return False
        mine = self.entities[0].forms if self.entities else (self.stranger,)
        are_outlets = [
            any(form is not None and _is_outlet(form, case) for form in forms) for forms in (mine, other.forms)
        ]
        return all(are_outlets) or (bool(self.entities) and not any(are_outlets))

    @property
    def _is_person_unknown(self) -> bool:
        return self.stranger is not None and self.stranger.kind in (Kind.PERSON, Kind.UNKNOWN)

    def may_be(self, other: Entity, case: Case) -> bool:
        """True unless whoever is meant is surely another."""
        if self.stranger is None:
            return any(may_be_one(entity, other, case) for entity in self.entities)
        words = [fold(word) for word in self.stranger.words]
        if is_body(other):
            return any(_is_part(words, [fold(word) for word in form.words]) for form in other.forms)
        return any(likeness(one, word, case.draft.lexicon) >= LIKELY for one in words for word in other.usages)


def _is_part(first: list[str], second: list[str]) -> bool:
    """True where one name has all words of the other, or they end in the same."""
    return set(first) <= set(second) or set(second) <= set(first) or first[-1] == second[-1]


def _is_outlet(name: Name, case: Case) -> bool:
    """True for a name such as newspapers and broadcasters have."""
    return not {fold(word) for word in name.words[-2:]}.isdisjoint(case.draft.lexicon.speech_words["outlets"])


def said_to_speak(speaker: Speaker, case: Case) -> Speaking | None:
    """Whom the draft makes the speaker; None where that is not sure, or where they have no full name."""
    entity = entity_of_speaker(speaker, case)
    if entity is not None and (is_person(entity) or is_body(entity)):
        meant = entities_meant(speaker, case) if speaker.naming is Naming.PRONOUN else (entity,)
        return Speaking(meant)
    if speaker.naming is not Naming.NAME or len(speaker.names) != 1:
        return None
    name = speaker.names[0]
    is_full = len(essential(name.words, case.draft.lexicon)) > 1 and name.kind is not Kind.PLACE
    return Speaking((), name) if is_full else None


def is_body(entity: Entity) -> bool:
    """True for an organisation whose name has several words."""
    return entity.kind is Kind.ORGANISATION and any(len(form.words) > 1 for form in entity.forms)


def entity_of_speaker(speaker: Speaker, case: Case) -> Entity | None:
    """The one person or body of the sources whom the draft makes the speaker; of those whom a pronoun may stand for
    the likeliest."""
    if speaker.naming is Naming.NAME:
        identity = case.identities.get(speaker.span)
        return identity.entity if identity else None
    if _is_told_by_deed(speaker, case):
        return None
    if speaker.naming is Naming.PRONOUN or len(speaker.names) == 1:
        return next(iter(entities_meant(speaker, case)), None)
    if speaker.office is None or speaker.names:
        return None
    holders = _heads(speaker.office, case) or _holders(speaker.office, case)
    return holders[0] if len(holders) == 1 else None


def entities_meant(speaker: Speaker, case: Case) -> tuple[Entity, ...]:
    """Everybody of the sources who may be the speaker of the draft, the likeliest first; nobody where the likeliest is
    unknown to them."""
    said = (case.draft.of(name) for name in speaker.names)
    found = [case.entity_of(statements[0]) if statements else None for statements in said]
    return tuple(dict.fromkeys(each for each in found if each)) if found and found[0] else ()


def _holders(office: Office, case: Case) -> list[Entity]:
    return [entity for entity in case.index.entities if any(is_current(fact) for fact in agreeing(office, entity))]


def _heads(office: Office, case: Case) -> list[Entity]:
    """Who is at the head of a body that an office names by its acronym, under whatever title: "the EMA chief"."""
    if not office.head.sole or office.portfolios or office.country or len(office.body) != 1:
        return []
    bodies = _bodies(next(iter(office.body)), case)
    return [
        entity
        for entity in case.index.entities
        if any(
            is_current(fact) and theirs.head.sole and not theirs.portfolios and any(b <= theirs.body for b in bodies)
            for fact in offices_of(entity)
            for theirs in (office_of(fact),)
        )
    ]


def _bodies(acronym: str, case: Case) -> set[frozenset[str]]:
    """An acronym, and the words that the sources expand it to, without the small ones."""
    small = case.draft.lexicon.function_words
    glosses = (fact.statement.value for fact in case.index.facts(Slot.EXPANSION))
    found = (gloss for gloss in glosses if isinstance(gloss, Expansion) and gloss.key.casefold() == acronym)
    expanded = {frozenset(map(fold, gloss.words[gloss.name.start : gloss.name.stop])) - small for gloss in found}
    return {frozenset({acronym}), *expanded}


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
