"""Text as a terminal shows it: widths in columns, tabs and control characters made visible, lines cut and wrapped."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAB = "    "
_GAP = "…"
# How far from where a text must be cut it may be cut instead, so as not to cut through a word: code points.
_REACH = 12
# Control characters, lone surrogates, line and paragraph separators.
_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Those that turn the direction of all that follows, the marks of the report too.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})


class Excerpt(Struct, frozen=True):
    """A line or a part of it, and how many columns stand before the marked words and under them (at least 1)."""

    text: str
    before: int
    marked: int


def visible(text: str) -> str:
    """The text on one line without control characters, so that no file can steer the terminal it is shown on."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: 2 for a wide character, none for a combining mark."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_width(character) for character in text)


def cut(line: str, start: int, end: int, room: int) -> Excerpt:
    """The part of a line around code points `start` to `end` that fits into `room` columns, “…” where it is cut."""
    before, marked, after = visible(line[:start]).lstrip(), visible(line[start:end]), visible(line[end:]).rstrip()
    if columns(before + marked + after) > room:
        marked = _head(marked, room - 2)
        left = room - columns(marked)
        after = _head(after, max(left // 2, left - columns(before)))
        before = _tail(before, left - columns(after))
    return Excerpt(before + marked + after, columns(before), max(1, columns(marked)))


def wrap(text: str, room: int, first: int | None = None) -> list[Span]:
    """The lines into which a text on one line parts so that each takes at most `room` columns, the first `first`.

    They break at spaces, which belong to no line, and within a word only where it alone takes more than a line. The
    first line is empty where the first word does not fit into it.
    """
    lines, left = [Span(0, 0)], room if first is None else first
    for word in _words(text, room):
        start = lines[-1].start if lines[-1] else word.start
        if columns(text[start : word.end]) > left:
            lines.append(word)
            left = room
        else:
            lines[-1] = Span(start, word.end)
    return lines


def _words(text: str, room: int) -> Iterator[Span]:
    """The words of a text, longer ones in pieces of at most `room` columns."""
    start = 0
    for word in text.split(" "):
        taken = 0
        for at, character in enumerate(word, start):
            taken += _width(character)
            if taken > max(room, 2):
                yield Span(start, at)
                start, taken = at, _width(character)
        end = text.find(" ", start)
        end = len(text) if end < 0 else end
        if start < end:
            yield Span(start, end)
        start = end + 1


def _head(text: str, room: int) -> str:
    """The beginning of a text in at most `room` columns, its “…” counted."""
    if columns(text) <= room:
        return text
    taken = 0
    for at, character in enumerate(text):
        taken += _width(character)
        if taken > room - len(_GAP):
            space = text.rfind(" ", max(1, at - _REACH), at)
            return (text[:at] if space < 0 else text[: space + 1]) + _GAP if room > 0 else ""
    return text


def _tail(text: str, room: int) -> str:
    """The end of a text in at most `room` columns, its “…” counted."""
    if columns(text) <= room:
        return text
    taken = 0
    for at in range(len(text) - 1, -1, -1):
        taken += _width(text[at])
        if taken > room - len(_GAP):
            space = text.find(" ", at + 1, min(len(text) - 1, at + 1 + _REACH))
            return _GAP + (text[at + 1 :] if space < 0 else text[space:]) if room > 0 else ""
    return text


def _shown(character: str) -> str:
    if character == "\t":
        return _TAB
    is_steering = character in _TURNING or unicodedata.category(character) in _STEERING
    return "\N{REPLACEMENT CHARACTER}" if is_steering else character


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
