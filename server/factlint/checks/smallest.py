"""The smallest wrong run of words: what differs between a draft's words and the right ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from factlint.text import Span

if TYPE_CHECKING:
    from factlint.model import Statement

_WORD = regex.compile(r"\S+")


def smallest(claim: Statement, expected: str) -> tuple[Span, str]:
    """The span of a claim without the words that `expected` begins and ends with too, and the rest of `expected`.

    Both keep at least one word, so that there is something to mark and something to put there.
    """
    text = claim.document.text
    mine = [Span(*found.span()) for found in _WORD.finditer(text, claim.span.start, claim.span.end)]
    theirs = expected.split()
    most = min(len(mine), len(theirs)) - 1
    start = 0
    while start < most and mine[start].of(text).casefold() == theirs[start].casefold():
        start += 1
    end = 0
    while end < most - start and mine[-1 - end].of(text).casefold() == theirs[-1 - end].casefold():
        end += 1
    rest = theirs[start : len(theirs) - end]
    return Span(mine[start].start, mine[-1 - end].end), " ".join(rest)
