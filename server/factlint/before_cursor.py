"""What stands right before a cursor in a text: the words being written, and the quotation that is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from factlint.extract.quotations import PAIRS, STRAIGHT, TWO_WAY
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[\p{L}\p{M}\p{N}]"
_WORD = regex.compile(rf"\p{{L}}{_LETTER}*(?:['’ʼ‘`.]{_LETTER}+|[-‐‑]{_LETTER}*)*")
_LINE_END = regex.compile(r"[\r\n]")
_PARAGRAPH_END = regex.compile(r"(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)")
# As far back as words are taken for one name, and a paragraph is looked at, in words and code points.
_MOST_WORDS, _REACH = 6, 5000
_BACKTICKS, _BACKTICKS_CLOSE = "``", "''"


class Opened(NamedTuple):
    """A quotation that is open: its mark, the marks that would close it, and where its words begin."""

    mark: str
    closers: tuple[str, ...]
    start: int


def is_within_word(text: str, offset: int) -> bool:
    """True where a letter or digit follows one at once."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and bool(regex.match(_LETTER, text, pos=offset))


def words_before(text: str, offset: int) -> tuple[tuple[str, Span], ...]:
    """The words that run up to a cursor with nothing but single spaces between, the last one touching it."""
    start = _line_start(text, offset)
    words: list[tuple[str, Span]] = []
    for found in _WORD.finditer(text, start, offset):
        if words and text[words[-1][1].end : found.start()] not in (" ", "\u00a0"):
            words = []
        words.append((found.group(), Span(*found.span())))
    return tuple(words[-_MOST_WORDS:]) if words and words[-1][1].end == offset else ()


def opened_quotation(text: str, offset: int) -> Opened | None:
    """The innermost quotation that is open at a cursor, where its mark stands on the cursor's line."""
    low = max(0, offset - _REACH)
    ends = [found.end() for found in _PARAGRAPH_END.finditer(text, low, offset)]
    stack: list[Opened] = []
    for mark, at in _marks(text, ends[-1] if ends else low, offset):
        closed = next((n for n in reversed(range(len(stack))) if _closes(mark, at, stack[n], text, offset)), None)
        if closed is not None:
            del stack[closed:]
        elif mark != _BACKTICKS_CLOSE and _opens(mark, at, text, offset):
            stack.append(Opened(mark, _closers(mark), at + len(mark)))
    return stack[-1] if stack and stack[-1].start >= _line_start(text, offset) else None


def closing_mark(opened: Opened, text: str, offset: int) -> str:
    """The mark to close an open quotation with; empty where one stands behind the cursor on its line already."""
    line_end = _LINE_END.search(text, offset)
    for mark, at in _marks(text, offset, line_end.start() if line_end else len(text)):
        if mark in opened.closers and not (mark in "'’" and text[at + 1 : at + 2].isalnum()):
            return ""
        if mark in PAIRS and mark not in TWO_WAY:
            break
    # As the text closes others: of a mark that opens too, each second one.
    return max(opened.closers, key=lambda mark: text.count(mark) // (2 if mark == opened.mark else 1))


def _marks(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    at = start
    while at < end:
        pair = text[at : min(at + 2, end)]
        if pair in (_BACKTICKS, _BACKTICKS_CLOSE):
            yield pair, at
            at += 2
            continue
        if text[at] in _ALL_MARKS:
            yield text[at], at
        at += 1


def _closes(mark: str, at: int, opened: Opened, text: str, offset: int) -> bool:
    if mark not in opened.closers:
        return False
    is_apostrophe = mark in "'’" and at + 1 < offset and text[at + 1].isalnum()
    return not is_apostrophe


def _opens(mark: str, at: int, text: str, offset: int) -> bool:
    if mark == _BACKTICKS or (mark in PAIRS and mark not in TWO_WAY):
        return True
    stands_free = at == 0 or not text[at - 1].isalnum()
    is_followed = at + 1 >= offset or text[at + 1].isalnum()
    return mark in TWO_WAY and stands_free and is_followed


def _closers(mark: str) -> tuple[str, ...]:
    if mark == _BACKTICKS:
        return (_BACKTICKS_CLOSE,)
    return (mark,) if mark in STRAIGHT else tuple(PAIRS[mark])


def _line_start(text: str, offset: int) -> int:
    low = max(0, offset - _REACH)
    return max(low, text.rfind("\n", low, offset) + 1, text.rfind("\r", low, offset) + 1)


_ALL_MARKS = frozenset({*PAIRS, *TWO_WAY, *"".join(PAIRS.values())})
OPENING_MARKS = tuple(sorted({*PAIRS, *TWO_WAY, "`"}))
