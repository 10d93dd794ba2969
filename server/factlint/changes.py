"""Changes of a text: pieces of it with what comes in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Change(Struct, frozen=True):
    """A span of a text, which may be empty, and what comes in its place."""

    span: Span
    text: str


class _Piece(NamedTuple):
    """A stretch of the first text, or where `text` is given, text that came in at `start`."""

    start: int
    end: int
    text: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start if self.text is None else len(self.text)

    def cut(self, start: int, end: int) -> _Piece:
        """The part from `start` to `end`, counted from the start of the piece."""
        if self.text is None:
            return _Piece(self.start + start, self.start + end)
        return _Piece(self.start, self.start, self.text[start:end])


def applied(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made, of which no two overlap."""
    parts: list[str] = []
    here = 0
    for change in sorted(changes, key=lambda change: change.span):
        parts += [text[here : change.span.start], change.text]
        here = change.span.end
    return "".join([*parts, text[here:]])


def between(before: str, after: str) -> Change:
    """The one change, as small as can be, that makes `after` of `before`."""
    start = _shared(before, after)
    length = _shared(before[start:][::-1], after[start:][::-1])
    return Change(Span(start, len(before) - length), after[start : len(after) - length])


def _shared(first: str, second: str) -> int:
    """How many characters two texts begin with in common, by halving: comparing slices is far faster than a loop."""
    least, most = 0, min(len(first), len(second))
    while least < most:
        middle = (least + most + 1) // 2
        if first[least:middle] == second[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def composed(length: int, rounds: Iterable[Sequence[Change]]) -> tuple[Change, ...]:
    """The changes of a text of this length that do what several rounds of them do, each made in the text before it."""
    pieces = [_Piece(0, length)]
    for changes in rounds:
        pieces = list(_changed(pieces, sorted(changes, key=lambda change: change.span)))
    return tuple(_changes(pieces, length))


def _changed(pieces: Sequence[_Piece], changes: Sequence[Change]) -> Iterator[_Piece]:
    here = 0
    for change in changes:
        yield from _between(pieces, here, change.span.start)
        yield _Piece(0, 0, change.text)
        here = change.span.end
    yield from _between(pieces, here, sum(piece.length for piece in pieces))


def _between(pieces: Sequence[_Piece], start: int, end: int) -> Iterator[_Piece]:
    """What of the pieces lies from `start` to `end`, cut where need be."""
    at = 0
    for piece in pieces:
        first, last = max(start, at), min(end, at + piece.length)
        if first < last:
            yield piece.cut(first - at, last - at)
        at += piece.length


def _changes(pieces: Iterable[_Piece], length: int) -> Iterator[Change]:
    here, put = 0, ""
    for piece in (*pieces, _Piece(length, length)):
        if piece.text is not None:
            put += piece.text
            continue
        if put or piece.start > here:
            yield Change(Span(here, piece.start), put)
        here, put = piece.end, ""
