"""Who in a block bears which title before their name ("Dr", "Sir") and which letters behind it ("OBE", "Ph.D.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.bindings import Holding
from factlint.extract.forms import match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.cast import Cast

# How many tokens one set of letters is at most, with its full stops.
_LONGEST_LETTERS = 6


def find_honorifics(cast: Cast) -> tuple[Holding, ...]:
    """The titles and letters of a block that stand beside somebody's name."""
    return (*_titles(cast), *_letters(cast))


def _titles(cast: Cast) -> Iterator[Holding]:
    for style in cast.styles:
        found = match(cast.tokens, style.start, cast.lexicon.honours) if style.rank is None else None
        name = cast.person_from(style.end)
        if found is not None and found[1] == style.end and name is not None:
            yield Holding(name, found[0], style.start, style.end)
    for title in cast.titles:
        found = match(cast.tokens, title.start, cast.lexicon.honours)
        name = cast.name_from.get(title.end)
        is_bare = found is not None and found[1] == title.end and cast.tokens.items[title.start].is_capital
        if found is not None and is_bare and name is not None and cast.may_be_person(name):
            yield Holding(name, found[0], title.start, title.end)


def _letters(cast: Cast) -> Iterator[Holding]:
    """The letters in a row behind each full name; none where a name or an office follows in the same capitals."""
    items = cast.tokens.items
    for name, written in enumerate(cast.written):
        if not cast.may_be_person(name) or len(written.name.words) == 1:
            continue
        row = _row_from(cast, _before_letters(cast, written.start, written.end))
        end = row[-1].stop if row else written.end
        if end == len(items) or not items[end].is_capital:
            yield from (
                Holding(name, cast.lexicon.letters[_joined(cast, each.start, each.stop)], each.start, each.stop)
                for each in row
            )


def _before_letters(cast: Cast, start: int, end: int) -> int:
    """The end of a name without the letters that are written as its last words."""
    while end - 1 > start and _letters_at(cast, end - 1) == end:
        end -= 1
    return end


def _row_from(cast: Cast, start: int) -> list[range]:
    items, row = cast.tokens.items, list[range]()
    while True:
        begin = start + 1 if start < len(items) and items[start].text == "," else start
        end = _letters_at(cast, begin)
        if end is None:
            return row
        row.append(range(begin, end))
        start = end


def _letters_at(cast: Cast, start: int) -> int | None:
    """The token after the longest letters of the table that begin at a token."""
    items = cast.tokens.items
    if start >= len(items) or not items[start].is_word:
        return None
    last = min(start + _LONGEST_LETTERS, len(items))
    end = next((end for end in range(last, start, -1) if _joined(cast, start, end) in cast.lexicon.letters), None)
    if end is None or (end == start + 1 and not any(letter.isupper() for letter in items[start].text[1:])):
        return None
    is_pointed = end > start + 1 and end < len(items) and items[end].text == "."
    return end + 1 if is_pointed and end + 1 < cast.tokens.sentence_of(start).stop else end


def _joined(cast: Cast, start: int, end: int) -> str:
    """Tokens as one set of letters: "Ph.D." is "phd"."""
    return "".join(item.folded for item in cast.tokens.items[start:end] if item.text != ".")
