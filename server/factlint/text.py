"""Text, spans and positions: offsets are code points counted from 0, ends are exclusive."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factlint.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE_END = re.compile(r"\r\n|\n|\r")
# A sentence mark and its closing quotes before white space. A mark after one to three letters ("Gen.", "U.S.", "no. 5")
# rarely ends a sentence, so a passage runs on over it, unless it is behind a small word and before a great letter.
_SENTENCE_END = compiled(r"""(?<=\p{L}{4}|[\d)\]”’"'])[.!?][”’"')\]]*\s+|(?<=\s\p{Ll}{2,3})[.!?]\s+(?=\p{Lu})""")

_WORD = compiled(r"\S+")
_SPACE = re.compile(r"\s+")


class Span(Struct, frozen=True, order=True):
    """A run of text from `start` up to, not including, `end`, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True where `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]


class Position(Struct, frozen=True, order=True):
    """A place as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


class Run(Struct, frozen=True):
    """A stretch of prose and the stretch of the file that it was read from.

    Where both lengths are equal each character of the prose stands for one of the file; where they
    differ (an entity, a command, a folded line end) the run is one piece that is never split.
    """

    prose: int
    file: int
    prose_length: int
    file_length: int

    @property
    def prose_end(self) -> int:
        """Where the run ends in the prose."""
        return self.prose + self.prose_length

    @property
    def file_end(self) -> int:
        """Where the run ends in the file."""
        return self.file + self.file_length

    @property
    def is_even(self) -> bool:
        """True where each character of the prose stands for one of the file."""
        return self.prose_length == self.file_length

    def file_start_of(self, offset: int) -> int:
        """Where in the file the character at prose offset `offset` begins."""
        if self.is_even:
            return self.file + offset - self.prose
        return self.file

    def file_end_of(self, offset: int) -> int:
        """Where in the file the character at prose offset `offset` ends."""
        if self.is_even:
            return self.file + offset - self.prose + 1
        return self.file_end


class BlockKind(StrEnum):
    """What part of a document a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    QUOTATION = "quotation"


class Block(Struct, frozen=True):
    """One paragraph, heading, list item, table row or block quotation: its prose and the way back to the file.

    `text` is prose alone: markup gone, entities decoded, soft line ends made spaces, the cells of a row
    parted by " | ". `runs` cover `text` in order without gap or overlap. Of a heading `level` is its depth, from 1
    on; it is 0 where the format does not tell it.
    """

    text: str
    runs: tuple[Run, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0

    def file_span(self, span: Span) -> Span:
        """The span of the file that a non-empty span of the prose was read from."""
        first = self._run_at(span.start)
        last = self._run_at(span.end - 1)
        return Span(first.file_start_of(span.start), last.file_end_of(span.end - 1))

    def prose_span(self, span: Span) -> Span:
        """The span of the prose that was read from a span of the file, at least where the two meet."""
        inside = [run for run in self.runs if run.file < span.end and span.start < run.file_end]
        if not inside:
            return Span(0, min(1, len(self.text)))
        first, last = inside[0], inside[-1]
        start = first.prose + max(0, span.start - first.file) if first.is_even else first.prose
        end = last.prose + min(last.prose_length, span.end - last.file) if last.is_even else last.prose_end
        return Span(start, max(start + 1, end))

    def has_read(self, offset: int) -> bool:
        """True where the character of the file at `offset` went into the prose."""
        number = bisect_right(self.runs, offset, key=lambda run: run.file) - 1
        return number >= 0 and offset < self.runs[number].file_end

    def _run_at(self, offset: int) -> Run:
        return self.runs[bisect_right(self.runs, offset, key=lambda run: run.prose) - 1]


class Comment(Struct, frozen=True):
    """A comment of a file, which is no prose: where it stands with its marks, and where what is between them."""

    span: Span
    inner: Span


def _no_metadata() -> Mapping[str, str]:
    return MappingProxyType({})


class Document(Struct, frozen=True, eq=False, dict=True):
    """One file: the name it is reported under, its decoded text, and the prose in it.

    `metadata` holds what the document says of itself outside its prose, by lower-case key ("date", "lang",
    "title", "author"); `comments` are in the order of the text. Of a source, words that somebody has rejected may be
    `left_out` of its blocks; `as_written` then is the document with all its words. Two documents are equal only where
    they are one object.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(default_factory=_no_metadata)
    comments: tuple[Comment, ...] = ()
    left_out: tuple[Span, ...] = ()
    as_written: Document | None = None

    def is_left_out(self, span: Span) -> bool:
        """True where a span of the file has words that are not to be believed."""
        return any(span.overlaps(other) for other in self.left_out)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which lines begin; lines end at CR LF, LF and CR only."""
        return (0, *(end.end() for end in _LINE_END.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """The line and column of an offset between 0 and the length of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end. Raises IndexError past the last line."""
        start = self.line_starts[number - 1]
        end = _LINE_END.search(self.text, start)
        return self.text[start : end.start() if end else len(self.text)]

    @cached_property
    def _reaches(self) -> tuple[int, ...]:
        """How far into the file each block and those before it reach."""
        return tuple(accumulate((block.runs[-1].file_end for block in self.blocks), max))

    def block_at(self, offset: int) -> Block | None:
        """The block whose part of the file reaches over `offset`, or None between blocks.

        Of a footnote and the paragraph that it stands in, the one that `offset` was read into.
        """
        nearest = None
        at = bisect_right(self.blocks, offset, key=lambda block: block.runs[0].file) - 1
        while at >= 0 and offset < self._reaches[at]:
            block = self.blocks[at]
            if block.has_read(offset):
                return block
            if nearest is None and offset < block.runs[-1].file_end:
                nearest = block
            at -= 1
        return nearest

    def prose(self, span: Span) -> str:
        """The prose that was read from a span of the file, white space folded; the file's own text between blocks."""
        block = self.block_at(span.start)
        return _plain(block.prose_span(span).of(block.text) if block else span.of(self.text))

    def words(self, span: Span) -> tuple[tuple[str, Span], ...]:
        """The words of the prose in a span of the file, parted by white space, each with its place in the file."""
        block = self.block_at(span.start)
        if block is None:
            return tuple(
                (found.group(), Span(*found.span())) for found in _WORD.finditer(self.text, span.start, span.end)
            )
        inside = block.prose_span(span)
        words = _WORD.finditer(block.text, inside.start, inside.end)
        return tuple((found.group(), block.file_span(Span(*found.span()))) for found in words)

    def passage(self, span: Span, most: int = 240) -> str:
        """The sentence around a span of the file as a person reads it, at most about `most` code points long."""
        if self.as_written:
            return self.as_written.passage(span, most)
        block = self.block_at(span.start)
        if block is None:
            return " ".join(self.line(self.position(span.start).line).split())[:most]
        return "".join(_parted(block.text, block.prose_span(span), most))

    def sentence(self, span: Span) -> Span:
        """The file's sentence around a span of it, wholly with the span; between blocks the span's own line."""
        if self.as_written:
            return self.as_written.sentence(span)
        block = self.block_at(span.start)
        if block is None:
            start = self.line_starts[self.position(span.start).line - 1]
            return Span(start, max(span.end, start + len(self.line(self.position(span.start).line))))
        around = block.file_span(_sentence(block.text, block.prose_span(span)))
        return Span(min(span.start, around.start), max(span.end, around.end))

    def parted_passage(self, span: Span, most: int = 240) -> tuple[str, str, str]:
        """The same passage in three parts: what stands before the words of the span, those words, what follows."""
        if self.as_written:
            return self.as_written.parted_passage(span, most)
        block = self.block_at(span.start)
        return _parted(block.text, block.prose_span(span), most) if block else ("", self.passage(span, most), "")


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a span of prose, without the white space behind it."""
    start, end = _sentence_bounds(text, span)
    return Span(start, start + max(1, len(text[start:end].rstrip())))


def _sentence_bounds(text: str, span: Span) -> tuple[int, int]:
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    after = _SENTENCE_END.search(text, span.end)
    return start, after.end() if after else len(text)


def _parted(text: str, span: Span, most: int) -> tuple[str, str, str]:
    start, end = low, high = _sentence_bounds(text, span)
    if end - start > most:
        room = max(0, most - len(span)) // 2
        low = start if span.start - room <= start else _word_start(text, span.start - room, span.start)
        high = end if span.end + room >= end else _word_end(text, span.end + room, span.end)
    before = _folded(text[low : span.start]).lstrip()
    telling = _folded(span.of(text))
    telling = telling.lstrip() if not before or before.endswith(" ") else telling
    behind = _folded(text[span.end : high]).rstrip()
    behind = behind.lstrip() if telling.endswith(" ") else behind
    telling = telling if behind else telling.rstrip()
    return "… " * (low > start) + before, telling, behind + " …" * (high < end)


def _folded(text: str) -> str:
    """Text for people: white space folded, the mark for what is not prose left out."""
    return _SPACE.sub(" ", text.replace("\ufffc", ""))


def _plain(text: str) -> str:
    """The same without white space at its ends."""
    return _folded(text).strip()


def _word_start(text: str, offset: int, most: int) -> int:
    """The start of the first whole word from `offset` on, `most` at the latest."""
    space = text.find(" ", offset, most)
    return most if space < 0 else space + 1


def _word_end(text: str, offset: int, least: int) -> int:
    """The end of the last whole word up to `offset`, `least` at the earliest."""
    space = text.rfind(" ", least, offset)
    return least if space < 0 else space
