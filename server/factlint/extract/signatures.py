"""Signatures and contact blocks: a name that is a block or cell by itself, and the office in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.postnominals import before_letters
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.cast import Cast
    from factlint.extract.titles import Title

_BREAK = "|"
# How many words may announce a name ("For further information:").
_MOST_WORDS = 3
_JOINING = frozenset({",", "and", "&", "/", ".", ";"})


class Label(Struct, frozen=True):
    """A cell, or a block without cells, that is a person's name alone or one or more offices alone.

    `name` is a number into the block's names, None where the cell is no name.
    """

    name: int | None
    titles: tuple[Title, ...]


def find_labels(cast: Cast) -> tuple[Label, ...]:
    """The cells of a block as labels; none where one of its cells is anything else."""
    labels = [_label(cast, cell) for cell in _cells(cast)]
    found = [label for label in labels if label is not None]
    return tuple(found) if len(found) == len(labels) else ()


def _cells(cast: Cast) -> Iterator[range]:
    start, items = 0, cast.tokens.items
    for number in range(len(items) + 1):
        if number == len(items) or items[number].text == _BREAK:
            if number > start:
                yield range(start, number)
            start = number + 1


def _label(cast: Cast, cell: range) -> Label | None:
    name = _sole_name(cast, range(_past_announcement(cast, cell), cell.stop))
    if name is not None:
        return Label(name, ())
    titles = tuple(title for title in cast.titles if title.start in cell)
    return Label(None, titles) if titles and _are_all(cast, cell, titles) else None


def _past_announcement(cast: Cast, cell: range) -> int:
    """Past what announces a name: "Contact:", "Signed by:"."""
    opening = cell[: _MOST_WORDS + 1]
    return next((number + 1 for number in opening if cast.tokens.items[number].text == ":"), cell.start)


def _sole_name(cast: Cast, cell: range) -> int | None:
    """The person whom all of the cell names, with titles before and letters behind."""
    name = cast.styled_name_from(cell.start)
    if name is None or not cast.may_be_person(name) or cast.is_possessive(name):
        return None
    end, written = cell.stop, cast.written[name]
    while end > written.end and (before := before_letters(cast, end)) is not None:
        end = before
    is_full = len(written.name.words) > 1 or written.style is not None
    is_likely = written.name.kind is Kind.PERSON or not written.is_weak
    return name if end == written.end and is_full and is_likely else None


def _are_all(cast: Cast, cell: range, titles: Sequence[Title]) -> bool:
    """True where the cell begins with an office and holds nothing but offices and what joins them."""
    if titles[0].start != cell.start or any(title.is_plural for title in titles):
        return False
    taken = {number for title in titles for number in range(title.start, title.end)}
    return all(number in taken or cast.tokens.items[number].folded in _JOINING for number in cell)


def paired(labels: Sequence[Sequence[Label]]) -> Iterator[tuple[int, int]]:
    """The numbers of the blocks that name people and of those with the offices of the same people, in order.

    Rows of names and offices must alternate in a way that leaves no doubt whose an office is: names first, each with
    one or more offices under it, or offices first, each with one name.
    """
    for run in _runs(labels):
        kinds = [labels[number][0].name is not None for number in run]
        if not kinds[-1] and kinds[0]:
            yield from _under(run, kinds)
        elif kinds == [False, True] * (len(kinds) // 2):
            yield from zip(run[1::2], run[::2], strict=True)


def _under(run: Sequence[int], kinds: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Each office under a name that stands alone; a name right under another is of a list."""
    for place, number in enumerate(run):
        if kinds[place]:
            continue
        holder = max(before for before in range(place) if kinds[before])
        yield run[holder], number


def _runs(labels: Sequence[Sequence[Label]]) -> Iterator[list[int]]:
    """Neighbouring blocks of one number of cells, each all names or all offices."""
    run: list[int] = []
    for number, cells in enumerate(labels):
        is_uniform = bool(cells) and len({label.name is not None for label in cells}) == 1
        if run and (not is_uniform or len(cells) != len(labels[run[-1]])):
            yield run
            run = []
        if is_uniform:
            run.append(number)
    if run:
        yield run
