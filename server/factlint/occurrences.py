"""Where sources and drafts speak of one person, place or body, and where they have the words of one quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from factlint.index import Entity
from factlint.lookup import asked_at, asked_in_source
from factlint.model import Evidence, Slot, mention_of
from factlint.running_text import RunningText
from factlint.values.quote import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Fact
    from factlint.text import Document
    from factlint.values.name import Name

# What every place is looked for of: one of the entities of the sources, a full name that they do not know, a quotation.
Sought: TypeAlias = "Entity | Name | Quotation"


def sought_at(case: Case, offset: int) -> Sought | None:
    """What stands at a code point offset of a draft; None for what is neither a name nor a quotation."""
    asked = next(iter(asked_at(case, offset)), None)
    if asked is None or asked.entity is not None:
        return asked and asked.entity
    value = asked.statement.value
    if isinstance(value, Quotation):
        return value
    return asked.statement.subject[0] if asked.statement.slot is Slot.NAME else None


def sought_in_source(account: Account, index: Index, offset: int) -> Sought | None:
    """The entity that one of the sources names at an offset."""
    asked = asked_in_source(account, index, offset)
    return asked and asked.entity


def in_sources(sought: Sought, index: Index) -> tuple[Evidence, ...]:
    """Every place of the sources with what is sought."""
    if isinstance(sought, Entity):
        return _mentions_in_sources(sought)
    return quoted_in_sources(sought, index) if isinstance(sought, Quotation) else ()


def in_draft(sought: Sought, case: Case) -> tuple[Evidence, ...]:
    """Every place of a draft with what is sought, in the order of the text."""
    if isinstance(sought, Entity):
        return _mentions_in_draft(sought, case)
    if isinstance(sought, Quotation):
        return tuple(_with_words(sought, RunningText(case.draft.document)))
    return _namings_in_draft(sought, case)


def first_mentions(entity: Entity) -> tuple[Evidence, ...]:
    """The first mention in each source that names an entity.

    First come the sources that introduce it best, by its longest name and with a title, then those that name it most.
    """
    first: dict[Document, Fact] = {}
    counts: dict[Document, int] = {}
    for fact in entity.names:
        document = fact.statement.document
        counts[document] = counts.get(document, 0) + 1
        if document not in first or fact.statement.span < first[document].statement.span:
            first[document] = fact
    order = sorted(first.values(), key=lambda fact: _introduction(fact, counts[fact.statement.document]))
    return tuple(Evidence(fact.statement.document, fact.statement.span) for fact in order)


def _introduction(fact: Fact, count: int) -> tuple[int, bool, int, str]:
    mention = mention_of(fact)
    return -len(mention.name.words), not mention.is_titled, -count, fact.statement.document.path


def _mentions_in_sources(entity: Entity) -> tuple[Evidence, ...]:
    """Every mention of an entity in the sources, source by source in the order of the text."""
    found = {Evidence(fact.statement.document, fact.statement.span) for fact in entity.names}
    return tuple(sorted(found, key=lambda each: (each.document.path, each.span)))


def _mentions_in_draft(entity: Entity, case: Case) -> tuple[Evidence, ...]:
    """Every mention in a draft of an entity, also of one that other sources know by the same full name."""
    found = []
    for said in case.draft.about(Slot.NAME):
        identity = case.identities.get(said.span)
        if identity is not None and _is_same(entity, identity.entity):
            found.append(Evidence(said.document, said.span))
    return tuple(found)


def _is_same(entity: Entity, other: Entity) -> bool:
    return other is entity or entity.full_name in other.forms


def _namings_in_draft(full: Name, case: Case) -> tuple[Evidence, ...]:
    """Every mention in a draft of one whom it calls by a full name and the sources do not know."""
    said = (each for each in case.draft.about(Slot.NAME) if each.subject[:1] == (full,))
    return tuple(Evidence(each.document, each.span) for each in said if each.span not in case.identities)


def quoted_in_sources(quotation: Quotation, index: Index) -> tuple[Evidence, ...]:
    """Every passage of the sources with the words of a quotation; those first that are quoted there too."""
    words = list(dict.fromkeys(word.folded for part in quotation.parts for word in part))
    found = [each for text in index.texts_with(words) for each in _with_words(quotation, text)]
    return tuple(sorted(found, key=lambda each: not _is_quoted(each, index)))


def _is_quoted(passage: Evidence, index: Index) -> bool:
    quotations = index.account_of(passage.document).about(Slot.QUOTATION)
    return any(said.span.overlaps(passage.span) for said in quotations)


def _with_words(quotation: Quotation, text: RunningText) -> Iterator[Evidence]:
    """The passages of a text that has every part of a quotation, but for what is not to be believed."""
    parts = [part for part in quotation.parts if part]
    if not parts or not all(text.has(part) for part in parts):
        return
    for part in parts:
        for passage in text.find_all(part):
            span = passage.span_of(range(len(passage.words)))
            if not text.document.is_left_out(span):
                yield Evidence(text.document, span)
