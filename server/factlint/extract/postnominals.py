"""Letters behind a person's name: degrees, orders and callings ("PhD", "OJ, CD", "R.N.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.extract.cast import Cast

# How many tokens a degree with full stops is, and how many letters others have.
_LONGEST_DEGREE, _LONGEST_LETTERS = 6, 5


def before_degree(cast: Cast, end: int) -> int | None:
    """The comma before a degree with full stops that ends before token `end`: ", Ph.D."."""
    items = cast.tokens.items
    for number in range(end - 1, max(end - _LONGEST_DEGREE, 0), -1):
        if items[number].text == ",":
            letters = "".join(item.folded for item in items[number + 1 : end] if item.is_word)
            return number if letters in cast.lexicon.name_suffixes else None
    return None


def before_letters(cast: Cast, end: int) -> int | None:
    """The end of a name before the letters behind it that end before token `end`: "X KCB", "X, OJ, CD", "X, R.N."."""
    items, number = cast.tokens.items, end
    while number > 0 and items[number - 1].is_shouted and len(items[number - 1].folded) <= _LONGEST_LETTERS:
        number -= 1
        if number in cast.name_to and number != end:
            break
    if number in {0, end}:
        return None
    before = number - 1 if items[number - 1].text == "," else number
    is_capitals = before > 0 and items[before - 1].is_shouted and cast.person_to(before) is not None
    return None if is_capitals else before if before < number or before in cast.name_to else None
