"""Spellings that the user accepts for a name of the sources: the draft is read as though it wrote that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.identity import fold
from factlint.model import Mention
from factlint.settled import are_written_alike, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.model import Statement
    from factlint.values.name import Name


def read_as(account: Account, aliases: Mapping[str, str]) -> Account:
    """What a draft says where the written names that are keys of `aliases` stand for their values.

    Spans stay those of the words as the file has them. The account itself where it has none of the names.
    """
    pairs = [(words_in(written), words_in(meant)) for written, meant in aliases.items()]
    pairs = sorted((pair for pair in pairs if all(pair)), key=lambda pair: -len(pair[0]))
    if not pairs:
        return account
    statements = tuple(_read(statement, pairs) for statement in account.statements)
    return account if statements == account.statements else replace(account, reading=statements)


_Pairs = list[tuple[tuple[str, ...], tuple[str, ...]]]


def _read(statement: Statement, pairs: _Pairs) -> Statement:
    value = statement.value
    name_of: Callable[[Name], Name] = lambda name: replace(name, words=_words(name.words, pairs)[0])  # noqa: E731
    subject = tuple(map(name_of, statement.subject))
    speaker = statement.speaker and name_of(statement.speaker)
    if isinstance(value, Mention):
        words, numbers = _words(value.name.words, pairs)
        if words != value.name.words:
            name = replace(value.name, words=words)
            value = replace(value, name=name, words=tuple(value.words[number] for number in numbers))
    if (subject, speaker, value) == (statement.subject, statement.speaker, statement.value):
        return statement
    return replace(statement, subject=subject, speaker=speaker, value=value)


def _words(words: tuple[str, ...], pairs: _Pairs) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of the name that is meant, and for each the number of the written word that it stands at."""
    for written, meant in pairs:
        for at in range(len(words) - len(written) + 1):
            behind = at + len(written)
            if are_written_alike(words[at:behind], written):
                put = _fitting(words[:at], words[behind:], meant, len(written))
                put = tuple(word.upper() for word in put) if words[at].isupper() and not written[0].isupper() else put
                places = [at + min(number, len(written) - 1) for number in range(len(put))]
                numbers = (*range(at), *places, *range(behind, len(words)))
                return (*words[:at], *put, *words[behind:]), numbers
    return words, tuple(range(len(words)))


def _fitting(before: Sequence[str], behind: Sequence[str], meant: tuple[str, ...], length: int) -> tuple[str, ...]:
    """The part of the meant name that fits between other words: "Ebrahim Raisi" behind "Ebrahim" is "Raisi"."""
    if not before and not behind:
        return meant
    for shared in range(min(len(before), len(meant) - 1), 0, -1):
        if [*map(fold, before[-shared:])] == [*map(fold, meant[:shared])]:
            return meant[shared:]
    return meant[-length:] if before else meant
