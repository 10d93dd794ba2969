"""A list of names that the sources give with one other name: "Iran, Syria, Turkey and X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.comparable import are_comparable
from factlint.sentences import Named, Sentence, is_there, sentences_with

if TYPE_CHECKING:
    from factlint.index import Index

_LEAST = 3


def rival_in_list(named: Named, sentence: Sentence, index: Index) -> Named | None:
    """The one name more in a list of the sources that has all the other names of the draft's list and none besides."""
    names = next((names for names in sentence.lists if named in names), ())
    if len(names) < _LEAST:
        return None
    others = frozenset().union(*(other.key for other in names if other is not named))
    found = None
    for told in sentences_with(others, index):
        for listed in told.lists:
            left = [each for each in listed if not each.key & others]
            if len(listed) == len(names) and len(left) == 1 and not is_there(left[0], named, sentence.told):
                found = found or left[0]
        if is_there(named, found or named, told.named_around):
            return None
    return found if found and are_comparable(named, found, index, sentence.account.lexicon) else None
