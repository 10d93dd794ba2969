"""Figures that say of nothing how many: parts of codes, scores and versions, and what labels a noun or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.counted import counted_noun
from factlint.extract.pieces import HYPHENS
from factlint.patterns import compiled

if TYPE_CHECKING:
    from factlint.extract.pieces import Pieces
    from factlint.values.number_words import Reading

_ATTACHED = frozenset("-‐‑_.#/:@'’")
_DASH = "–"
# The second end of "40–60" stands two pieces behind the first.
_TO_SECOND = 2
_FIGURES, _YEAR = compiled(r"\d+(?:\.\d+)?"), compiled(r"1[5-9]\d\d|20\d\d")
_CODE_TAIL, _JOINED_ON = frozenset("_@:/"), compiled(r"[-–.'’]\d")


def is_label(pieces: Pieces, start: int, end: int, reading: Reading) -> bool:
    """True where the number of pieces `start` to `end` is part of a code, or labels what stands before it."""
    if reading.is_spelled or reading.is_ordinal:
        return _is_part_of_word(pieces, start, end, reading)
    ends = _ends_of_range(pieces, start, end)
    if ends is not None:
        return _labels_word_before(pieces, ends.start, ends.stop)
    return _is_part_of_code(pieces, start, end) or _labels_word_before(pieces, start, end)


def _is_part_of_word(pieces: Pieces, start: int, end: int, reading: Reading) -> bool:
    head = _before(pieces, start)
    is_joined = end < len(pieces.items) and pieces.items[end].token == pieces.items[end - 1].token
    if reading.is_share and is_joined:
        return True
    return head in "_-" if reading.is_spelled else head.isalnum() or head in _ATTACHED


def _is_part_of_code(pieces: Pieces, start: int, end: int) -> bool:
    text, begin = pieces.tokens.text, pieces.items[start].span.start
    head, stop = _before(pieces, start), pieces.items[end - 1].span.end
    is_apart = begin == 1 or text[begin - 2 : begin - 1].isspace()
    if head.isalpha() or (head in _ATTACHED | {_DASH} and not is_apart):
        return True
    tail, beyond = text[stop : stop + 1], text[stop + 1 : stop + 2]
    if tail.isalpha() and has_no_noun(pieces, end):
        return True
    if tail == "/" and beyond.isalpha():
        return not _has_currency_before(pieces, start)
    return (tail in _ATTACHED | {_DASH} and tail != "." and beyond.isdigit()) or bool(tail and tail in "_/:@")


def _ends_of_range(pieces: Pieces, start: int, end: int) -> range | None:
    """The pieces of the range that a number is an end of, written with a dash before a noun or behind a currency."""
    for first in (start, start - _TO_SECOND):
        dash, second = first + 1, first + _TO_SECOND
        if first >= 0 and second < len(pieces.items) and _is_range(pieces, first, dash, second):
            return range(first, end if first != start else second + 1)
    return None


def _is_range(pieces: Pieces, first: int, dash: int, second: int) -> bool:
    items, text = pieces.items, pieces.tokens.text
    if items[dash].text not in HYPHENS | {_DASH} or not (
        pieces.are_joined(first, dash) and pieces.are_joined(dash, second)
    ):
        return False
    written = [items[place].text.replace(",", "") for place in (first, second)]
    if not all(_FIGURES.fullmatch(each) for each in written) or float(written[0]) >= float(written[1]):
        return False
    if all(_YEAR.fullmatch(items[place].text) for place in (first, second)):
        return False
    head, tail = _before(pieces, first), text[items[second].span.end :][:2]
    is_code = head.isalnum() or head in _ATTACHED | {_DASH} or tail[:1] in _CODE_TAIL or _JOINED_ON.match(tail)
    return not is_code and (_has_currency_before(pieces, first) or not has_no_noun(pieces, second + 1))


def _labels_word_before(pieces: Pieces, start: int, end: int) -> bool:
    if not start or not pieces.are_one_sentence(start, start - 1) or _has_currency_before(pieces, start):
        return False
    before = pieces.items[start - 1]
    is_name = pieces.tokens.items[before.token].is_capital and not pieces.tokens.starts_sentence(before.token)
    is_name = is_name and before.folded not in pieces.lexicon.function_words
    return pieces.is_word(start - 1, "labels") or (is_name and has_no_noun(pieces, end))


def has_no_noun(pieces: Pieces, end: int) -> bool:
    """True where neither a unit nor a currency nor a plural noun follows a number."""
    ahead = pieces.ahead(end)
    return not (pieces.words.unit(ahead) or pieces.words.currency(ahead) or counted_noun(pieces, end))


def _has_currency_before(pieces: Pieces, start: int) -> bool:
    return bool(start) and pieces.folded[start - 1] in pieces.words.currencies


def _before(pieces: Pieces, start: int) -> str:
    """The character before a piece; a space where there is none."""
    begin = pieces.items[start].span.start
    return pieces.tokens.text[begin - 1] if begin else " "
