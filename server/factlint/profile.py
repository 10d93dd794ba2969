"""What the sources say about a person, place or body: spellings, offices with their dates, statements, quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.card import card_of, held_of
from factlint.identity import LIKELY, fold
from factlint.model import Evidence, Slot, mention_of
from factlint.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.card import Held, Line
    from factlint.extract.account import Account
    from factlint.index import Entity, Index
    from factlint.values.name import Kind

# What makes a sentence a statement to look up, beside the name in it.
_TELLING = (Slot.DATE, Slot.NUMBER, Slot.VERSION, Slot.WEEKDAY)


class Profile(Struct, frozen=True):
    """One entity: how many sources speak of it and how often, and what they say.

    `statements` are the sentences with dates and numbers that name it, `quotations` the words that it speaks.
    """

    name: str
    kind: Kind
    sources: int
    mentions: int
    spellings: tuple[Line, ...]
    held: tuple[Held, ...]
    statements: tuple[Evidence, ...]
    quotations: tuple[Evidence, ...]


def profiles(index: Index, query: str = "") -> tuple[Profile, ...]:
    """The profiles of the entities whose names have every word of a query, best known first; without one, of all.

    Where none has, those whose offices and ranks have the words, else those whose names have words written nearly so.
    """
    entities = _named(index, query) if query.strip() else index.entities
    spoken = _spoken(index)
    found = (_profile(entity, index, spoken.get(id(entity), [])) for entity in entities if _is_name(entity))
    return tuple(sorted(found, key=lambda profile: (-profile.sources, -profile.mentions, profile.name)))


def _is_name(entity: Entity) -> bool:
    """False for what only the start of a sentence makes look like a name."""
    return not all(mention_of(fact).is_weak for fact in entity.names)


def _named(index: Index, query: str) -> list[Entity]:
    words = [fold(word) for word in query.split()]
    exact = _with_words(index, [{word} for word in words]) or [each for each in index.entities if _holds(each, words)]
    if exact:
        return exact
    lexicon = next((entity.lexicon for entity in index.entities), None)
    if lexicon is None:
        return []
    return _with_words(index, [{word, *index.words_like(word, LIKELY, lexicon)} for word in words])


def _holds(entity: Entity, words: Iterable[str]) -> bool:
    """True where an office or rank of the entity has all of the folded words."""
    told = (fact.statement.span.of(fact.statement.document.text) for fact in entity.facts)
    return any(set(words) <= {fold(word) for word in text.split()} for text in told)


def _with_words(index: Index, wanted: Iterable[set[str]]) -> list[Entity]:
    found: list[Entity] | None = None
    for choices in wanted:
        having = [entity for word in sorted(choices) for entity in index.by_word.get(word, ())]
        found = [entity for entity in (having if found is None else found) if entity in having]
    return list(dict.fromkeys(found or ()))


def _profile(entity: Entity, index: Index, quotations: list[Evidence]) -> Profile:
    card = card_of(entity, index)
    return Profile(
        card.title,
        card.kind,
        card.sources,
        card.mentions,
        card.spellings,
        held_of((*entity.of(Slot.OFFICE), *entity.of(Slot.RANK), *entity.of(Slot.AGE)), index),
        tuple(_statements(entity, index)),
        tuple(quotations),
    )


def _statements(entity: Entity, index: Index) -> Iterator[Evidence]:
    """The sentences that name the entity and tell a date, a number or a version, each once."""
    seen = set()
    for fact in entity.names:
        account = index.account_of(fact.statement.document)
        sentence = sentence_of(fact.statement, account)
        if sentence is None or sentence in seen:
            continue
        seen.add(sentence)
        told = next((said for slot in _TELLING for said in sentence.about(slot) if said.is_held), None)
        if told is not None:
            yield Evidence(told.document, told.span)


def _spoken(index: Index) -> dict[int, list[Evidence]]:
    """The quoted words of each entity, by its id."""
    found: dict[int, list[Evidence]] = {}
    for account in index.accounts:
        for entity, evidence in _voices(account, index):
            found.setdefault(id(entity), []).append(evidence)
    return found


def _voices(account: Account, index: Index) -> Iterator[tuple[Entity, Evidence]]:
    for utterance in account.utterances:
        name = next((name for speaker in utterance.speakers[:1] for name in speaker.names[:1]), None)
        entity = index.entity_named(name) if utterance.is_quoted and name is not None else None
        if entity is not None:
            yield entity, Evidence(account.document, utterance.span)
