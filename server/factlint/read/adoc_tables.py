"""The tables of AsciiDoc: cells behind bars, or values parted by commas or colons, as rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.rst_tables import csv_rows
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITER = re.compile(r"[|,:!]={3,}\Z")
_COLUMNS = re.compile(r"""cols\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,\]]*))""")
_REPEATED = re.compile(r"\s*(\d{1,2})\*")
_FORMAT = re.compile(r"format\s*=\s*[\"']?(csv|dsv|tsv)")
# What a cell is, before its bar: how often or how far it reaches, how it is aligned, its style.
_BAR = re.compile(
    r"(?:(?<=[\s])|\A)(?:(?P<number>\d{1,2})?(?:\.\d{1,2})?(?P<reach>[+*]))?[<^>]?(?:\.[<^>])?[adehlmsv]?\|"
    r"|(?<!\\)\|"
)


def is_table(line: str) -> bool:
    """True for a line that begins or ends a table."""
    return _DELIMITER.match(line) is not None


def rows_of(text: str, mark: str, attributes: str) -> Iterator[list[Span]]:
    """The rows of what stands in a table; `mark` is the first character of its delimiter."""
    form = _FORMAT.search(attributes)
    if mark == "," or (form and form[1] == "csv"):
        behind = 0
        for row in csv_rows(text, Span(0, len(text))):
            cells = []
            for cell in row:
                cells += cell[:1] or [Span(behind, behind)]
                behind = cells[-1].end
            yield cells
    elif mark == "|" and not form:
        yield from _in_columns(list(_cells(text)), _columns(attributes), text)
    else:
        yield from _parted(text, "\t" if form and form[1] == "tsv" else ":" if mark != "!" else "!")


def _columns(attributes: str) -> int:
    """How many columns the attributes of a table tell, 0 where they tell none."""
    found = _COLUMNS.search(attributes)
    if found is None:
        return 0
    told = next(group for group in found.groups() if group is not None)
    repeats = (_REPEATED.match(part) for part in re.split("[,;]", told))
    return sum(int(repeat[1]) if repeat else 1 for repeat in repeats)


def _cells(text: str) -> Iterator[tuple[Span, int]]:
    """Each cell with the number of columns it takes."""
    bars = list(_BAR.finditer(text))
    for number, bar in enumerate(bars):
        end = bars[number + 1].start() if number + 1 < len(bars) else len(text)
        wide = int(bar["number"] or 1) if bar["reach"] == "+" else 1
        yield Span(bar.end(), end), min(wide, 99)


def _in_columns(cells: list[tuple[Span, int]], columns: int, text: str) -> Iterator[list[Span]]:
    """The cells in rows: of so many columns, or as many as the first line with a cell has."""
    if not columns and cells:
        start = cells[0][0].start
        ends = (at for at in (text.find("\n", start), text.find("\r", start)) if at >= 0)
        first = min(ends, default=len(text))
        columns = sum(wide for cell, wide in cells if cell.start <= first)
    row: list[Span] = []
    taken = 0
    for cell, wide in cells:
        row.append(cell)
        taken += wide
        if taken >= columns:
            yield row
            row, taken = [], 0
    if row:
        yield row


def _parted(text: str, mark: str) -> Iterator[list[Span]]:
    for line in re.finditer(r"[^\r\n]+", text):
        starts = [line.start(), *(at + 1 for at in range(*line.span()) if text[at] == mark)]
        yield [
            Span(start, end) for start, end in zip(starts, [*(at - 1 for at in starts[1:]), line.end()], strict=True)
        ]
