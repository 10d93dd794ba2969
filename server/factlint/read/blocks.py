"""The blocks of a text as they are found, for formats in which a block may hold notes that are blocks themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.read.excerpt import Excerpt
from factlint.read.prose import Prose, in_file_order
from factlint.text import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Blocks:
    """Collects them. `inline` appends what is in a span of an excerpt to prose, and gives the notes in it."""

    def __init__(self, text: str, inline: Callable[[Excerpt, Span, Prose], Sequence[Span]]) -> None:
        self._text = text
        self._inline = inline
        self._found: list[Block] = []

    @property
    def last(self) -> Block | None:
        """The block that was added last."""
        return self._found[-1] if self._found else None

    def in_order(self) -> tuple[Block, ...]:
        """All of them, as they begin in the file."""
        return in_file_order(self._found)

    def add(self, spans: Sequence[Span], kind: BlockKind, level: int = 0) -> None:
        """Adds a block made of spans of the file."""
        excerpt = Excerpt.of(self._text, spans)
        self._read(excerpt, [Span(0, len(excerpt.text))], kind, level)

    def add_row(self, excerpt: Excerpt, cells: Sequence[Span]) -> None:
        """Adds the row of a table, of whose cells the spans in an excerpt are given."""
        self._read(excerpt, cells, BlockKind.ROW)

    def _read(self, excerpt: Excerpt, parts: Sequence[Span], kind: BlockKind, level: int = 0) -> None:
        prose = Prose(excerpt)
        notes: list[Span] = []
        for number, part in enumerate(parts):
            if number:
                prose.cell(parts[number - 1].end)
            notes += self._inline(excerpt, part, prose)
        block = prose.take(kind, level)
        if block is not None:
            self._found.append(block)
        for note in notes:
            self._read(excerpt, [note], BlockKind.PARAGRAPH)
