"""How a draft should write a name: as the user prefers, else as most sources write each of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.identity import essential, fold
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.index import Entity


def full_name(entity: Entity, prefer: Mapping[str, str]) -> str:
    """The whole name, each word in its right spelling."""
    written = str(entity.name)
    wanted = preferred(prefer, fold(written))
    return wanted or " ".join(_right(word, entity, prefer) for word in entity.name.words)


def short_name(entity: Entity, prefer: Mapping[str, str]) -> str | None:
    """The surname in its right spelling, for a person with a longer name; None for anything else."""
    words = entity.name.words
    if len(words) < 2 or entity.kind is not Kind.PERSON:
        return None
    word = words[essential(words, entity.lexicon)[-1]]
    right = _right(word, entity, prefer)
    # Alone a name goes by what sources call it alone: "Assad" of "Bashar al-Assad".
    usage = entity.usages.get(fold(right))
    return usage.written if usage and fold(usage.written) == fold(right) and right == word else right


def preferred(prefer: Mapping[str, str], *spellings: str) -> str | None:
    """The spelling that the user prefers to any of these folded ones, or prefers as one of them."""
    for written, wanted in prefer.items():
        if fold(written) in spellings or fold(wanted) in spellings:
            return wanted
    return None


def _right(word: str, entity: Entity, prefer: Mapping[str, str]) -> str:
    """A word of the name as the user prefers it, else in the dominant one of its spellings."""
    usages = entity.spellings(fold(word))
    wanted = preferred(prefer, *(fold(usage.written) for usage in usages))
    if wanted or not usages:
        return wanted or word
    dominant = usages[0].written
    # Another spelling, or small letters for capitals; an initial says less, and an article belongs where it stands.
    is_other = fold(dominant) != fold(word) and len(fold(dominant)) > 1
    return dominant if is_other or (word.isupper() and not dominant.isupper() and len(word) > 1) else word
