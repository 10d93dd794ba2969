"""The draft as it is laid out: its blocks gathered into lists, tables and quotations, and what was not read between."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text import Block, Document

# In these formats a line without prose is one that a reader sees; in others it is mostly commands.
_READABLE = frozenset({".md", ".markdown", ".qmd", ".rmd", ".txt", ".rst"})
_DEEPEST = 3
_WORD = re.compile(r"\w")
_HASHES = re.compile(r"#{1,6}(?=\s)")
_NUMBER = re.compile(r"(\d{1,9})[.)]\s")
_HEAD_RULE = re.compile(r"[\s|:+=-]*[-=][\s|:+=-]*")


class Shape(StrEnum):
    """What a part of the page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    NUMBERED_LIST = "numbered list"
    TABLE = "table"
    QUOTATION = "quotation"
    UNREAD = "unread"


class Part(Struct, frozen=True):
    """Blocks that belong together, in the order of the file; of an unread part, its lines `first` to `last` instead.

    `level` is that of a heading, from 1; `number` that of the first item of a numbered list, `depth` how deep a list
    lies in others, from 0; `has_head` tells that the first row of a table is its head.
    """

    shape: Shape
    blocks: tuple[Block, ...] = ()
    level: int = 1
    number: int = 1
    depth: int = 0
    has_head: bool = False
    first: int = 0
    last: int = 0


def parts(document: Document) -> Iterator[Part]:
    """The parts of a document in the order of the file."""
    gathered: list[Block] = []
    line = 0
    for block in document.blocks:
        unread = _unread(document, line + 1, document.position(block.runs[0].file).line - 1)
        if gathered and (unread or not _goes_on(document, gathered[-1], block)):
            yield _part(document, gathered)
            gathered = []
        if unread:
            yield unread
        gathered.append(block)
        line = max(line, document.position(block.runs[-1].file_end - 1).line)
    if gathered:
        yield _part(document, gathered)
    unread = _unread(document, line + 1, len(document.line_starts))
    if unread:
        yield unread


def _goes_on(document: Document, block: Block, following: Block) -> bool:
    """True where a block goes on with the list, table or quotation of the one before it."""
    shape = _shape(document, block)
    is_one = shape is _shape(document, following) and _depth(document, block) == _depth(document, following)
    return is_one and shape not in (Shape.HEADING, Shape.PARAGRAPH)


def _shape(document: Document, block: Block) -> Shape:
    if block.kind is BlockKind.ITEM:
        return Shape.NUMBERED_LIST if _number(document, block) else Shape.LIST
    return {
        BlockKind.HEADING: Shape.HEADING,
        BlockKind.ROW: Shape.TABLE,
        BlockKind.QUOTATION: Shape.QUOTATION,
    }.get(block.kind, Shape.PARAGRAPH)


def _part(document: Document, blocks: list[Block]) -> Part:
    first = blocks[0]
    shape = _shape(document, first)
    if shape is Shape.HEADING:
        hashes = _HASHES.search(_before(document, first))
        is_title = first is document.blocks[0]
        return Part(shape, tuple(blocks), level=len(hashes.group()) if hashes else 2 - is_title)
    has_head = shape is Shape.TABLE and _has_head(document, first)
    number, depth = _number(document, first) or 1, _depth(document, first)
    return Part(shape, tuple(blocks), number=number, depth=depth, has_head=has_head)


def _before(document: Document, block: Block) -> str:
    """What stands before a block on its first line."""
    start = block.runs[0].file
    line = document.position(start).line
    return document.text[document.line_starts[line - 1] : start]


def _number(document: Document, block: Block) -> int | None:
    found = _NUMBER.search(_before(document, block))
    return int(found.group(1)) if found else None


def _depth(document: Document, block: Block) -> int:
    """How deep a list item lies in other lists, by its indentation."""
    if block.kind is not BlockKind.ITEM or not _is_readable(document):
        return 0
    before = _before(document, block).expandtabs(4)
    return min(_DEEPEST, (len(before) - len(before.lstrip())) // 2)


def _has_head(document: Document, row: Block) -> bool:
    """True where a rule stands under a row."""
    line = document.position(row.runs[-1].file_end - 1).line + 1
    return line <= len(document.line_starts) and _HEAD_RULE.fullmatch(document.line(line)) is not None


def _unread(document: Document, first: int, last: int) -> Part | None:
    """The lines from `first` to `last` that nothing was read from, where a person would read something there."""
    if not _is_readable(document):
        return None
    lines = [number for number in range(first, last + 1) if _WORD.search(document.line(number))]
    return Part(Shape.UNREAD, first=lines[0], last=lines[-1]) if lines else None


def _is_readable(document: Document) -> bool:
    return PurePath(document.path).suffix.lower() in _READABLE
