"""Surface forms of the lexicon in the tokens of a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from factlint.extract.tokens import Tokens

_Entry = TypeVar("_Entry")
_LONGEST_SURFACE = 5


def match(tokens: Tokens, start: int, table: Mapping[str, _Entry]) -> tuple[_Entry, int] | None:
    """The entry of the longest surface form that begins at token `start`, and the token after it."""
    items, stop = tokens.items, len(tokens.items)
    most = min(items[start].most_words, _LONGEST_SURFACE) if start < stop else 0
    found, key, number = None, "", start
    while most and number < stop:
        token = items[number]
        if not token.is_word:
            break
        most -= 1
        key = f"{key} {token.folded}" if key else token.folded
        number += 1
        if number < stop and items[number].text == ".":
            number = _past_full_stop(tokens, number)
        if key in table:
            found = table[key], number
        if token.is_possessive:
            break
    return found


def match_word(tokens: Tokens, start: int, words: Set[str]) -> int | None:
    """The token after the one at `start` and its full stop, where that one is among `words`."""
    if start < len(tokens.items) and tokens.items[start].is_word and tokens.items[start].folded in words:
        return _past_full_stop(tokens, start + 1)
    return None


def _past_full_stop(tokens: Tokens, number: int) -> int:
    if 0 < number < len(tokens.items) and tokens.items[number].text == ".":
        before = tokens.items[number - 1]
        is_joined = before.span.end == tokens.items[number].span.start
        if is_joined and number != tokens.sentence_of(number - 1).stop - 1:
            return number + 1
    return number
