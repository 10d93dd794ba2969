"""The numbers in a table's cells: each is of what its column's head names and what its row's label names."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.counted import is_plural
from factlint.extract.pieces import Pieces
from factlint.extract.relation import stems_in
from factlint.kept import kept_lately
from factlint.model import Slot
from factlint.text import BlockKind
from factlint.values.number import Number
from factlint.values.quantity import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.scan import Scan, Sighting
    from factlint.text import Block

_PARTER = "|"
_FEWEST_ROWS = 2
# Of how many tables under one head, or versions of it, the rows are kept.
_LATELY = 4
_NONE = Number(Fraction(0))


class _Head(Struct, frozen=True):
    """What a column's head says: its stems, and the noun or unit of its numbers."""

    stems: frozenset[str]
    like: Quantity | None


def in_tables(blocks: Sequence[Block], scans: Sequence[Scan]) -> list[Scan]:
    """The scans, with the numbers in rows under a head told what they are of."""
    result = list(scans)
    for is_row, places in groupby(range(len(blocks)), key=lambda number: blocks[number].kind is BlockKind.ROW):
        numbers = list(places)
        if is_row and len(numbers) >= _FEWEST_ROWS and not _has_numbers(scans[numbers[0]]):
            head, *rows = (scans[number] for number in numbers)
            result[numbers[1] : numbers[-1] + 1] = _told_by_head(head, tuple(rows))
    return result


@kept_lately(_LATELY)
def _told_by_head(head: Scan, rows: tuple[Scan, ...]) -> tuple[Scan, ...]:
    """The rows under a head; kept with it, so that a table which is not edited stays the same."""
    heads = list(_heads((head, *rows)))
    return tuple(_row(row, heads) for row in rows)


def column_head(blocks: Sequence[Block], scans: Sequence[Scan], block: int, token: int) -> frozenset[str]:
    """The stems of the head of the column in which a token of a row stands; none for the head itself."""
    first = block
    while first and blocks[first - 1].kind is BlockKind.ROW:
        first -= 1
    column = next((number for number, cell in enumerate(_cells(scans[block])) if token in cell), None)
    cells = _cells(scans[first])
    if first == block or column is None or column >= len(cells):
        return frozenset()
    return stems_in(scans[first].tokens, scans[first].lexicon, cells[column])


def _has_numbers(scan: Scan) -> bool:
    return any(sighting.slot is Slot.NUMBER for sighting in scan.sightings)


def _cells(scan: Scan) -> list[range]:
    """The tokens of each cell of a row."""
    items = scan.tokens.items
    ends = [number for number, token in enumerate(items) if token.text == _PARTER] + [len(items)]
    return [range(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]


def _heads(rows: Sequence[Scan]) -> Iterator[_Head]:
    """The heads of a table's columns; the noun of one whose cells are not all numbers says nothing of them."""
    head, *others = rows
    cells = [_cells(row) for row in others]
    for column, place in enumerate(_cells(head)):
        column_cells = [(row, own[column]) for row, own in zip(others, cells, strict=True) if column < len(own)]
        is_counted = all(_is_number(row, cell) for row, cell in column_cells)
        stems = stems_in(head.tokens, head.lexicon, place)
        yield _Head(stems, _named(head, place) if is_counted else None)


def _is_number(row: Scan, cell: range) -> bool:
    items = row.tokens.items
    return bool(cell) and any(items[number].text[0].isdigit() for number in cell[:2])


def _named(head: Scan, place: range) -> Quantity | None:
    """A quantity of what a column's head names: a unit, or a noun in the plural."""
    pieces = Pieces(head.tokens, head.lexicon)
    inside = [number for number, piece in enumerate(pieces.items) if piece.token in place and piece.is_word]
    for number in reversed(inside):
        unit = pieces.words.unit([pieces.folded[number]])
        if unit is not None:
            of = unit[0]
            return Quantity("", _NONE, Kind.MEASURE, of.dimension, of.factor, offset=of.offset)
        if is_plural(pieces, number):
            return Quantity("", _NONE, Kind.COUNT, pieces.stem(number))
    return None


def _row(scan: Scan, heads: Sequence[_Head]) -> Scan:
    """A row with its numbers told what they are of."""
    cells = _cells(scan)
    label = stems_in(scan.tokens, scan.lexicon, cells[0])
    sightings = tuple(_told(sighting, scan, cells, heads, label) for sighting in scan.sightings)
    return replace(scan, sightings=sightings)


def _told(
    sighting: Sighting, scan: Scan, cells: Sequence[range], heads: Sequence[_Head], label: frozenset[str]
) -> Sighting:
    value = sighting.value
    at = scan.tokens.at(sighting.span.start)
    column = next((number for number, cell in enumerate(cells) if at in cell), len(heads))
    if not isinstance(value, Quantity) or column >= len(heads):
        return sighting
    head = heads[column]
    near = value.near | head.stems | (label if column else frozenset())
    if value.kind is Kind.PLAIN and head.like is not None:
        like = head.like
        value = replace(value, kind=like.kind, of=like.of, factor=like.factor, offset=like.offset)
    return replace(sighting, value=replace(value, near=near))
