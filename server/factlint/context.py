"""In what company a name is spoken of: the words around it in the draft beside those around it in the sources."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from factlint.extract.relation import stem, stem_of
from factlint.identity import fold
from factlint.model import Mention
from factlint.overlap import LONGEST, Overlap, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.extract.account import Account
    from factlint.index import Entity, Index
    from factlint.model import Statement
    from factlint.values.name import Name


def company(statements: Iterable[Statement], draft: Account, entity: Entity, index: Index, before: int = 1) -> Overlap:
    """The most that a passage with a name in the draft shares with a sentence about an entity.

    The passage is the sentence with `before` sentences that lead to it. The words of the names themselves do not count.
    """
    found = (_most(statement, draft, entity, index, before) for statement in statements)
    return max(found, key=attrgetter("weight"), default=Overlap())


def _most(statement: Statement, draft: Account, entity: Entity, index: Index, before: int) -> Overlap:
    mine = (
        draft.stems_of(statement, before)
        - stems_of_names(statement.subject, draft)
        - stems_of_names(entity.forms, draft)
    )
    sentences = (theirs for theirs in index.stems_about(entity) if len(theirs) <= LONGEST)
    found = (shared(mine & theirs, index) for theirs in sentences)
    return max(found, key=attrgetter("weight"), default=Overlap())


def stems_of_names(names: Iterable[Name], account: Account) -> frozenset[str]:
    """The stems of the words of names, in the language of an account."""
    return frozenset(stem(fold(word), account.lexicon.language) for name in names for word in name.words)


def is_told_apart(said: Sequence[Statement], draft: Account, entity: Entity, index: Index) -> bool:
    """True where the draft says that it means another, or introduces a name as no source speaks near the entity.

    That is so for "a namesake" and "no relation", and for "my neighbour X".
    """
    if any(draft.is_distinguished(statement) for statement in said):
        return True
    introduced = frozenset(word for mention in _mentions(said) for word in mention.introduction)
    return bool(introduced) and not _is_said_of(introduced, draft, entity, index)


def is_described_apart(said: Iterable[Statement], draft: Account, entity: Entity, index: Index) -> bool:
    """True where the draft describes a name in words that no source uses near the entity ("X, a plumber")."""
    described = frozenset(word for mention in _mentions(said) for word in mention.description)
    return bool(described) and not _is_said_of(described, draft, entity, index)


def _mentions(said: Iterable[Statement]) -> list[Mention]:
    return [statement.value for statement in said if isinstance(statement.value, Mention)]


def _is_said_of(words: frozenset[str], draft: Account, entity: Entity, index: Index) -> bool:
    stems = frozenset(stem_of(word, draft.lexicon) for word in words)
    return any(stems & theirs for theirs in index.stems_about(entity))
