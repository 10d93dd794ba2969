"""Whom a pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.extract.cast import Cast

# How many sentences before its own a pronoun's antecedent may be named.
_MOST_SENTENCES = 3
_QUOTES = frozenset({'"', "“", "”"})


def antecedent(cast: Cast, at: int, other_than: int | None = None) -> tuple[int, ...]:
    """The person whom a pronoun at token `at` stands for: the only one named before it, in the sentence or shortly
    before; none where two may be meant."""
    if _is_in_quotation(cast, at):
        return ()
    numbers = [number for number, s in enumerate(cast.tokens.sentences) if at in s]
    here = numbers[0] if numbers else 0
    for back in range(min(_MOST_SENTENCES, here) + 1):
        sentence = cast.tokens.sentences[here - back]
        people = cast.people_in(range(sentence.start, at if back == 0 else sentence.stop))
        others = [name for name in people if other_than is None or not cast.is_same(name, other_than)]
        if others:
            return (others[0],) if len(others) == 1 else ()
    return ()


def _is_in_quotation(cast: Cast, at: int) -> bool:
    """True inside quotation marks: who speaks there of "him" names nobody."""
    return sum(item.text in _QUOTES for item in cast.tokens.items[:at]) % 2 == 1
