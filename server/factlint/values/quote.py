"""Quotations as words: their parts between ellipses, and in which words they differ from running text."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz.distance import Indel, Opcode

from factlint.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD = compiled(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’ʼ‘`‑.,][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*")
# Where the writer says that the words do not run on: an ellipsis, an insertion in brackets with the rest of a word that
# it changes ("[W]e"), and the mark before several words that are quoted within.
_BREAK = compiled(r"…|\.\s?\.\s?\.|\p{L}*\[[^\]]*\]\p{L}*|/|[‘“«„](?=(?:[^\s’”»]+\s+){3}[^’”»])")

_NESTING = frozenset("‘“«„")
_NESTED_END = compiled(r"[’”»](?![\p{L}\p{N}])")

_MARKS = str.maketrans({**dict.fromkeys("’ʼ‘`", "'"), "‑": "-"})


class QuotedWord(Struct, frozen=True):
    """A word of running text, folded for comparison, with its span there in code points."""

    folded: str
    start: int
    end: int


class Quotation(Struct, frozen=True):
    """The words between two quotation marks, in parts where ellipses or brackets break them."""

    parts: tuple[tuple[QuotedWord, ...], ...]


class Change(Struct, frozen=True):
    """A run of words of the quotation and the source's words in its place, by number; either may be empty."""

    mine: range
    theirs: range


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[QuotedWord, ...]:
    """The words of `text` between two offsets, with spans in the whole text."""
    stop = len(text) if end is None else end
    return tuple(QuotedWord(_fold(found.group()), *found.span()) for found in _WORD.finditer(text, start, stop))


def folded_words(text: str) -> Iterator[str]:
    """The words of `text`, folded, in order, without saying where they stand."""
    words = _WORD.findall(text)
    folded = {word: _fold(word) for word in set(words)}
    return map(folded.__getitem__, words)


def vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts, folded, without saying where they stand."""
    return frozenset(map(_fold, set(chain.from_iterable(map(_WORD.findall, texts)))))


def quotation(text: str) -> Quotation:
    """The quotation that `text`, the words between the marks, makes."""
    parts, start = [], 0
    for low, high in sorted(_breaks(text)):
        parts.append(words_of(text, start, max(start, low)))
        start = max(start, high)
    parts.append(words_of(text, start))
    return Quotation(tuple(part for part in parts if part))


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where the words do not run on, and where words end that are quoted within."""
    for found in _BREAK.finditer(text):
        yield found.span()
        end = _NESTED_END.search(text, found.end()) if found.group() in _NESTING else None
        if end:
            yield end.span()


def _fold(word: str) -> str:
    return word.casefold().translate(_MARKS)


def changes(mine: Sequence[QuotedWord], theirs: Sequence[QuotedWord]) -> tuple[Change, ...]:
    """The runs in which two texts differ, each as short as an alignment of words can make it."""
    codes = Indel.opcodes([word.folded for word in mine], [word.folded for word in theirs])
    return tuple(_joined([code for code in codes if code.tag != "equal"]))


def _joined(codes: Sequence[Opcode]) -> Iterator[Change]:
    """Deletions and insertions at one place as one change."""
    here: Change | None = None
    for code in codes:
        if here and here.mine.stop == code.src_start and here.theirs.stop == code.dest_start:
            here = Change(range(here.mine.start, code.src_end), range(here.theirs.start, code.dest_end))
            continue
        if here:
            yield here
        here = Change(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end))
    if here:
        yield here
