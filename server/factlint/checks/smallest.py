"""The smallest wrong run of words: what differs between a draft's words and the right ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text import Span

if TYPE_CHECKING:
    from factlint.model import Statement


def smallest(claim: Statement, expected: str) -> tuple[Span, str]:
    """The span of a claim without the words that `expected` begins and ends with too, and the rest of `expected`.

    Both keep at least one word, so that there is something to mark and something to put there.
    """
    mine, theirs = claim.document.words(claim.span), expected.split()
    most = min(len(mine), len(theirs)) - 1
    start = 0
    while start < most and mine[start][0].casefold() == theirs[start].casefold():
        start += 1
    end = 0
    while end < most - start and mine[-1 - end][0].casefold() == theirs[-1 - end].casefold():
        end += 1
    rest = theirs[start : len(theirs) - end]
    return Span(mine[start][1].start, mine[-1 - end][1].end), " ".join(rest)
