"""Which words of names tell what a passage is about: those that few sources have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.relation import stem
from factlint.kept import kept

if TYPE_CHECKING:
    from factlint.index import Index

# In which part of the sources a name may be that still tells what a passage is about, and in how many in any case.
_MOST_SOURCES, _FEW_SOURCES = 0.6, 3


@kept
def words_of_names(index: Index) -> frozenset[str]:
    """The stems of the words that the sources write more often in names than small."""
    found = set()
    for word, entities in index.by_word.items():
        mentions = sum(entity.usages[word].mentions for entity in entities)
        if mentions > index.plain_words[word]:
            found.add(stem(word, entities[0].lexicon.language))
    return frozenset(found)


@kept
def telling_names(index: Index) -> frozenset[str]:
    """The stems of words of names, countries and versions that few sources have."""
    most = max(_FEW_SOURCES, int(len(index.accounts) * _MOST_SOURCES))
    names = words_of_names(index)
    return frozenset(
        each for each, count in index.source_counts.items() if count <= most and (each in names or is_name(each))
    )


def is_name(stem: str) -> bool:
    """True for a country, which stands under its name as it is written, and for a version."""
    return stem[0].isupper() or (not stem.isdigit() and any(letter.isdigit() for letter in stem))
