"""Passages between quotation marks in the tokens of one block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import BlockKind

if TYPE_CHECKING:
    from factlint.extract.tokens import Tokens

# Each opening mark with those that close it: „...“ in German, „...” in Polish; »...« in Danish, »...» in Finnish.
PAIRS = {
    "“": "”", "«": "»", "„": "“”", "‘": "’", "‚": "‘’", "‹": "›", "»": "«»", "›": "‹›", "”": "”",
    "「": "」", "『": "』",
}  # fmt: skip
# Marks that open a quotation only where a word follows at once, and none stands right before.
TWO_WAY = frozenset({'"', "'", "»", "›", "”"})
STRAIGHT = frozenset({'"', "'"})
_OPENING = frozenset({"`", *TWO_WAY, *PAIRS})

# More words than any quotation has.
_LONGEST = 2000


class Quoted(Struct, frozen=True):
    """A quotation as a range of token numbers between its marks, which are left out."""

    start: int
    end: int


def find_quoted(tokens: Tokens) -> tuple[Quoted, ...]:
    """Every outermost quotation of the block; one that is not closed runs to the end of the block."""
    found, number = [], 0
    while number < len(tokens.items):
        if tokens.items[number].text not in _OPENING:
            number += 1
            continue
        closer = _closer(tokens, number)
        if _is_double_backtick(tokens, number):
            end = _close_double(tokens, number + 2)
            if end is not None:
                found.append(Quoted(number + 2, end))
                number = end + 2
                continue
        if closer is None:
            number += 1
            continue
        end = _close(tokens, number + 1, closer)
        if end is None and (closer in "'’" or tokens.items[number].text in TWO_WAY - STRAIGHT):
            number += 1
            continue
        stop = len(tokens.items) if end is None else end
        if stop > number + 1:
            found.append(Quoted(number + 1, stop))
        number = stop + 1
    return tuple(found)


def whole_block(tokens: Tokens, kind: BlockKind) -> tuple[Quoted, ...]:
    """A block quotation as one quotation, for a block that has no quotation marks; nothing for other blocks."""
    return (Quoted(0, len(tokens.items)),) if kind is BlockKind.QUOTATION and tokens.items else ()


def _closer(tokens: Tokens, number: int) -> str | None:
    """The marks that close a quotation opened by the mark at `number`; None where that one opens none."""
    mark = tokens.items[number].text
    if mark in TWO_WAY and not _stands_before_word(tokens, number):
        return None
    return mark if mark in STRAIGHT else PAIRS.get(mark)


def _stands_before_word(tokens: Tokens, number: int) -> bool:
    start = tokens.items[number].span.start
    return (start == 0 or not tokens.text[start - 1].isalnum()) and tokens.text[start + 1 : start + 2].isalnum()


def _close(tokens: Tokens, start: int, closer: str) -> int | None:
    for number in range(start, min(len(tokens.items), start + _LONGEST)):
        token = tokens.items[number]
        if token.text in closer and (token.text not in "'’" or not _is_apostrophe(tokens, number)):
            return number
    return None


def _is_double_backtick(tokens: Tokens, number: int) -> bool:
    """True for the opening mark of typewriters and TeX, ``, before a word."""
    start = tokens.items[number].span.start
    return tokens.text.startswith("``", start) and tokens.text[start + 2 : start + 3].isalnum()


def _close_double(tokens: Tokens, start: int) -> int | None:
    for number in range(start, min(len(tokens.items) - 1, start + _LONGEST)):
        if tokens.text.startswith("''", tokens.items[number].span.start):
            return number if number > start else None
    return None


def _is_apostrophe(tokens: Tokens, number: int) -> bool:
    end = tokens.items[number].span.end
    return tokens.text[end : end + 1].isalnum()
