"""The tables of reStructuredText, drawn with lines or given as lists or comma-separated values: rows of cells."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BORDER = re.compile(r"[-=+|\s]+")
_COLUMN = re.compile(r"=+|-+")
_ITEM = re.compile(r"[-*+•‣](?:\s+|\Z)")
_CSV_CELL = re.compile(r"""[^\S\r\n]*(?:"((?:[^"]|"")*+)"[^\S\r\n]*|([^,\r\n]*))(,|\r\n|[\r\n]|\Z)""")


class Line(Struct, frozen=True):
    """A line without the white space around it: its span in the text, and the column at which it begins, from 0."""

    start: int
    end: int
    indent: int

    @property
    def is_blank(self) -> bool:
        """True where there is nothing but white space on the line."""
        return self.start == self.end


# A cell is the spans of its lines, in order; a row its cells.
Cell = list[Span]
Row = list[Cell]


def grid_rows(text: str, lines: list[Line]) -> Iterator[Row]:
    """The rows of a table drawn with `+---+` and `|`; its first line is the border that tells the columns."""
    first = lines[0]
    columns = [at - first.start for at in range(first.start, first.end) if text[at] == "+"]
    row: dict[int, Cell] = {}
    for line in lines:
        is_border = "+-" in text[line.start : line.end] or "+=" in text[line.start : line.end]
        if is_border and row:
            yield [row[column] for column in sorted(row)]
            row = {}
        # Where a cell reaches over several columns there is no line between them.
        edges = [at for at in columns if line.start + at < line.end and text[line.start + at] in "|+"]
        for left, right in pairwise(edges):
            span = _stripped(text, line.start + left + 1, line.start + right)
            if not _BORDER.fullmatch(span.of(text)):
                row.setdefault(left, [])
                row[left] += [span] if len(span) else []
    if row:
        yield [row[column] for column in sorted(row)]


def simple_rows(text: str, lines: list[Line]) -> Iterator[Row]:
    """The rows of a table with columns under `====`; a line with nothing in the first column goes on with its row."""
    first = lines[0]
    columns = [found.start() for found in _COLUMN.finditer(text[first.start : first.end])]
    row: Row = []
    for line in lines:
        if line.is_blank or _BORDER.fullmatch(text, line.start, line.end):
            continue
        left = line.start - (line.indent - first.indent)
        if row and line.indent < first.indent + (columns[1] if len(columns) > 1 else 1):
            yield row
            row = []
        row = row or [[] for _ in columns]
        for number, column in enumerate(columns):
            end = left + columns[number + 1] if number + 1 < len(columns) else line.end
            span = _stripped(text, max(line.start, left + column), min(end, line.end))
            row[number] += [span] if len(span) else []
    if row:
        yield row


def list_rows(text: str, lines: list[Line]) -> Iterator[Row]:
    """The rows of a list of lists: `* - first cell`, below it `- second cell`."""
    row: Row = []
    outer = min((line.indent for line in lines if not line.is_blank), default=0)
    inner = -1
    for line in lines:
        start = line.start
        item = _ITEM.match(text, start, line.end) if line.indent == outer else None
        if item:
            if row:
                yield row
            row, start = [], item.end()
            inner = line.indent + start - line.start
        cell = _ITEM.match(text, start, line.end) if line.indent + start - line.start == inner else None
        if cell:
            row.append([])
            start = cell.end()
        if row and start < line.end:
            row[-1].append(Span(start, line.end))
    if row:
        yield row


def csv_rows(text: str, span: Span) -> Iterator[Row]:
    """The rows of comma-separated values in `span` of the text."""
    row: Row = []
    at = span.start
    while at < span.end:
        found = _CSV_CELL.match(text, at, span.end)
        if found is None:
            # A quotation mark that closes within its cell: the rest of the cell is text like any other.
            at += 1
            continue
        group = 1 if found[1] is not None else 2
        cell = _stripped(text, *found.span(group))
        row.append([cell] if len(cell) else [])
        if found[3] != ",":
            yield row
            row = []
        at = max(found.end(), at + 1)
    if row:
        yield row


def _stripped(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))
