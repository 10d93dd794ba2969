"""Times of day: "09:53 UTC", "at 8.30 pm", "9 a.m."."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from factlint.patterns import compiled
from factlint.text import Span
from factlint.values.number import Bound, Number
from factlint.values.quantity import Kind, Quantity

if TYPE_CHECKING:
    from factlint.extract.pieces import Pieces

_HOUR, _NOON = 60, 12


def clock_time(pieces: Pieces, start: int) -> tuple[Quantity, Span, int] | None:
    """The time of day that piece `start` begins, its span in the prose, and the piece behind it.

    It has "am" or "pm" behind it, or a colon and a zone or a small word of time beside it.
    """
    begin = pieces.items[start].span.start
    lists = pieces.words.lists
    pattern = _pattern(lists.get("halves_of_day", frozenset()), lists.get("zones", frozenset()))
    found = pattern.match(pieces.tokens.text, begin)
    if found is None or not (found["half"] or (found["colon"] and (found["zone"] or _is_placed(pieces, start)))):
        return None
    hour, half, zone = int(found["hour"]), (found["half"] or "").casefold().replace(".", ""), found["zone"] or ""
    if half and not 0 < hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    span = Span(begin, found.end("half") if half else found.end("figures"))
    end = next((n for n in range(start, len(pieces.items)) if pieces.items[n].span.start >= found.end()), None)
    minutes = Number(Fraction(hour * _HOUR + int(found["minute"] or 0)), bound=_bound(pieces, start))
    time = Quantity(span.of(found.string), minutes, Kind.CLOCK, "clock", unit=half, variety=zone.casefold())
    return time, span, len(pieces.items) if end is None else end


@lru_cache(maxsize=16)
def _pattern(halves: frozenset[str], zones: frozenset[str]) -> regex.Pattern[str]:
    half = "|".join(r"\.?".join(word) + r"\.?" for word in sorted(halves))
    return compiled(
        rf"""(?P<figures>(?P<hour>[01]?\d|2[0-3])(?:(?P<colon>:)(?P<minute>[0-5]\d)|\.(?P<minute>[0-5]\d))?)(?![\d:])
        (?:\s?(?P<half>{half})(?!\w))?(?:\s?(?P<zone>{"|".join(sorted(zones))})(?![\w+−-]))?""",
        regex.VERBOSE | regex.IGNORECASE,
    )


def _is_placed(pieces: Pieces, start: int) -> bool:
    return bool(start) and pieces.are_one_sentence(start, start - 1) and pieces.is_word(start - 1, "time_openers")


def _bound(pieces: Pieces, start: int) -> Bound:
    """Whether a word before a time of day leaves it open."""
    is_open = start and (pieces.is_word(start - 1, "time_bounds") or pieces.folded[start - 1] in pieces.words.bounds)
    return Bound.ABOUT if is_open else Bound.NONE
