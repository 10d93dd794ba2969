"""What almost every draft asks of the sources, worked out before one does: of each source, and of all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.told_numbers import numbers_by_key, numbers_told
from factlint.name_words import telling_names
from factlint.running_text import running_text
from factlint.same_event import dates_by_key, dates_told
from factlint.sentences import sentences_by_stem, sentences_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.extract.account import Account
    from factlint.index import Index

_OF_EACH: tuple[Callable[[Account], object], ...] = (
    dates_by_key,
    numbers_by_key,
    sentences_by_stem,
    lambda account: running_text(account).vocabulary,
)
_OF_ALL: tuple[Callable[[Index], object], ...] = (
    dates_told,
    numbers_told,
    sentences_told,
    telling_names,
    lambda index: index.uncommon,
    lambda index: index.sources_by_word,
)


def ask_of_each(account: Account) -> None:
    """Has worked out, and kept with it, what drafts ask of one source."""
    for ask in _OF_EACH:
        ask(account)


def ask_of_all(index: Index) -> Iterator[None]:
    """Has worked out, and kept with it, what they ask of all sources together, one thing a step."""
    for ask in _OF_ALL:
        ask(index)
        yield
