"""Prose in the making: readers append pieces of the file, kept or replaced, and take finished blocks."""

from __future__ import annotations

import re
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factlint.read.links import without_addresses
from factlint.read.runs import part_of
from factlint.text import Block, BlockKind, Comment, Run, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.read.excerpt import Excerpt

# What stands for a thing that is not prose (code, a formula, an address) so that the words around it do not meet.
PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"

# Soft hyphens, zero-width spaces and marks of direction: a reader of the page does not see them.
# The two joiners (U+200C, U+200D) stay, for they tell words apart in Persian and Hindi.
_UNSEEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_PIECE = re.compile(rf"(?P<words>[^\s{_UNSEEN}]+(?: [^\s{_UNSEEN}]+)*)|(?P<space>\s+)|[{_UNSEEN}]+")
_UNSEEN_MARKS = re.compile(f"[{_UNSEEN}]+")
_WORD = re.compile(r"\w")


class Content(Struct, frozen=True):
    """What a reader finds in a file: blocks and comments in file order, what it says of itself by lower-case key."""

    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    comments: tuple[Comment, ...] = ()


def in_file_order(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks sorted by where they begin; a footnote within a paragraph comes after that paragraph."""
    return tuple(sorted(blocks, key=lambda block: block.runs[0].file))


def once(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """The comments in the order of the file, each once."""
    return tuple(sorted(set(comments), key=lambda comment: comment.span))


class Prose:
    """The block being read from an excerpt.

    Pieces are appended in file order, by their offsets in the excerpt. White space of any kind and length
    becomes one space, none at either end; characters that nobody sees are left out.
    """

    def __init__(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._is_verbatim = False
        self._gap: tuple[int, int] | None = None
        self._cells = 0
        self._row_start = 0
        self._parts_at: list[int] = []

    @property
    def length(self) -> int:
        """How much prose the block has so far."""
        return self._length

    def keep(self, start: int, end: int) -> None:
        """Append text of the excerpt as it stands."""
        for piece in _PIECE.finditer(self._excerpt.text, start, end):
            if piece.lastgroup == "words":
                self._fill(piece.start())
                for first, last, origin in self._excerpt.stretches(*piece.span()):
                    self._append(self._excerpt.text[first:last], origin, last - first, is_verbatim=True)
            elif piece.lastgroup == "space":
                self._space(*piece.span())

    def put(self, prose: str, start: int, end: int) -> None:
        """Append `prose` for a non-empty piece of the excerpt, never to be split: an entity, a command, code."""
        prose = _UNSEEN_MARKS.sub("", prose)
        if prose.isspace():
            self._space(start, end)
        elif prose:
            self._fill(start)
            origin = self._excerpt.file_start(start)
            self._append(prose, origin, self._excerpt.file_end(end) - origin)

    def cell(self, start: int) -> None:
        """Begin a further cell of the row at `start`; cells are parted by " | "."""
        if not self._parts and not self._cells:
            self._row_start = start
        self._cells += 1

    def part(self, start: int) -> None:
        """End a paragraph at `start`, which parts words as a space does, and may part blocks (see `take_parts`)."""
        self._space(start, start)
        self._parts_at.append(self._length)

    def take(self, kind: BlockKind, level: int = 0) -> Block | None:
        """The block made of what was appended, or None where there is no word in it; begins a new one."""
        block = Block("".join(self._parts), tuple(self._runs), kind, level)
        self._clear()
        return _finished(block)

    def take_parts(self, kind: BlockKind) -> list[Block]:
        """The blocks that the paragraphs ended with `part` make; begins a new one."""
        block = Block("".join(self._parts), tuple(self._runs), kind)
        bounds = [0, *self._parts_at, self._length]
        self._clear()
        parts = (_trimmed(block, start, end) for start, end in pairwise(bounds) if start < end)
        return [part for part in map(_finished, parts) if part is not None]

    def _space(self, start: int, end: int) -> None:
        self._gap = (self._gap[0] if self._gap else start, end)

    def _fill(self, start: int) -> None:
        """Append what parts the last piece from the one that begins at `start`."""
        gap, cells = self._gap, self._cells
        self._gap, self._cells = None, 0
        if cells:
            origin = self._runs[-1].file_end if self._runs else self._excerpt.file_start(self._row_start)
            joiner = " |" * cells + " "
            self._append(joiner if self._parts else joiner.lstrip(), origin, self._excerpt.file_start(start) - origin)
        elif gap and self._parts:
            is_written = gap[0] < gap[1]
            origin = self._excerpt.file_start(gap[0]) if is_written else self._runs[-1].file_end
            length = (self._excerpt.file_end(gap[1]) if is_written else self._excerpt.file_start(start)) - origin
            self._append(" ", origin, length, is_verbatim=length == 1 and self._excerpt.text[gap[0]].isspace())

    def _append(self, prose: str, origin: int, length: int, *, is_verbatim: bool = False) -> None:
        last = self._runs[-1] if self._runs else None
        self._parts.append(prose)
        if is_verbatim and self._is_verbatim and last is not None and last.file_end == origin:
            self._runs[-1] = Run(last.prose, last.file, last.prose_length + length, last.file_length + length)
        elif not is_verbatim and len(prose) == length > 1:
            # Equal lengths would say that each character stands for one: a first run without length keeps them apart.
            self._runs.append(Run(self._length, origin, 1, 0))
            self._runs.append(Run(self._length + 1, origin, length - 1, length))
        else:
            self._runs.append(Run(self._length, origin, len(prose), length))
        self._length += len(prose)
        self._is_verbatim = is_verbatim


def _trimmed(block: Block, start: int, end: int) -> Block:
    """The part from `start` to `end` without the space or the cell mark that led to or from its neighbours."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip(" |"))
    return part_of(block, Span(start, max(start, start + len(text.strip(" |")))))


def _finished(block: Block) -> Block | None:
    """The block with its addresses masked, or None where no word is in it."""
    if not _WORD.search(block.text):
        return None
    block = without_addresses(block, PLACEHOLDER)
    return block if _WORD.search(block.text) else None
