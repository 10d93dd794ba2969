"""What a number counts: the noun that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.pieces import HYPHENS

if TYPE_CHECKING:
    from factlint.extract.pieces import Pieces

_MOST_WORDS, _MOST_SMALL, _SHORTEST_PLURAL = 5, 3, 4


def counted_noun(pieces: Pieces, end: int) -> tuple[int, list[int]] | None:
    """The noun that a number before piece `end` counts, and the words before it: the first plural, or what a hyphen
    joins."""
    is_hyphen = end < len(pieces.items) and pieces.folded[end] in HYPHENS
    is_one_word = end < len(pieces.items) and end > 0 and pieces.items[end].token == pieces.items[end - 1].token
    if is_hyphen or is_one_word:
        place = end + is_hyphen
        is_noun = place < len(pieces.items) and pieces.items[place].is_word
        is_hanging = is_noun and pieces.folded[place] in pieces.lexicon.function_words
        return (place, []) if is_noun and not is_hanging else None
    run = following_words(pieces, end)
    for number, place in enumerate(run):
        if is_plural(pieces, place):
            return place, run[:number]
    return None


def following_words(pieces: Pieces, start: int) -> list[int]:
    """The content words from piece `start` on in one run, small words between a number and its noun passed over."""
    if start >= len(pieces.items):
        return []
    place = start
    while place < min(len(pieces.items), start + _MOST_SMALL) and pieces.is_word(place, "partitives"):
        place += 1
    run: list[int] = []
    while place < len(pieces.items) and pieces.are_one_sentence(start - 1, place) and len(run) < _MOST_WORDS:
        piece = pieces.items[place]
        if not piece.is_word or (piece.folded in pieces.lexicon.function_words and not pieces.is_word(place, "nouns")):
            break
        run.append(place)
        if pieces.tokens.items[piece.token].is_possessive:
            break
        place += 1
    return run


def is_plural(pieces: Pieces, place: int) -> bool:
    """True for a noun in the plural."""
    if pieces.is_word(place, "plurals"):
        return True
    word = pieces.folded[place]
    is_other = word.endswith(("ss", "us", "is")) or pieces.is_word(place, "no_plurals")
    return len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not is_other
