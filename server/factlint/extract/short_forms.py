"""Acronyms as a block writes them: "WHO", "U.N.", "NGOs", "DoD", "R&D", "G20", "COVID-19"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.patterns import compiled
from factlint.values.acronym import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.tokens import Tokens
    from factlint.text import Span

_LENGTHS = range(2, 11)
_WRITTEN = compiled(
    r"""(?<![\p{L}\p{N}&.])
        (?: (?:\p{L}\.){2,}
          | (?=\p{L}*[\p{Lu}\p{N}]) [\p{L}\p{N}]+ (?: [&‐‑-] [\p{L}\p{N}]+ )* )
        (?![\p{L}\p{N}&])""",
    regex.VERBOSE,
)


class ShortForm(Struct, frozen=True):
    """An acronym, the token numbers it takes up, its key and its place in the prose."""

    start: int
    end: int
    key: str
    span: Span


def find_short_forms(tokens: Tokens) -> Iterator[ShortForm]:
    """Every acronym of the block, in the order of the text; a word of one token may be several things besides."""
    number = 0
    for found in _WRITTEN.finditer(tokens.text):
        if not is_short_form(found.group()):
            continue
        while number < len(tokens.items) and tokens.items[number].span.start < found.start():
            number += 1
        end = number
        while end < len(tokens.items) and tokens.items[end].span.end <= found.end():
            end += 1
        if end > number and tokens.items[number].span.start == found.start():
            yield ShortForm(number, end, key_of(found.group()), tokens.span(number, end))


def is_short_form(text: str) -> bool:
    """True for two to ten letters and digits, at least two of them capitals or digits, and those not the fewer."""
    letters = [*filter(str.isalnum, text)]
    capitals, small = sum(map(str.isupper, letters)), sum(map(str.islower, letters))
    if len(letters) not in _LENGTHS or not capitals:
        return False
    return len(letters) - small >= 2 and small <= len(letters) - small and small < 1 + capitals
