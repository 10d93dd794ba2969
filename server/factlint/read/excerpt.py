"""Stretches of a file read as one text, with the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import Comment, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Excerpt(Struct, frozen=True):
    """One or more stretches of a file, joined: what stays of a quotation once the line marks are cut away.

    `starts` are the offsets in `text` at which the stretches begin, `origins` the offsets in the file that
    they were taken from. Both rise.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    @classmethod
    def of(cls, file: str, spans: Iterable[Span]) -> Excerpt:
        """The excerpt of `file` that is made of `spans`, which are in order and do not overlap."""
        starts, origins, parts, length = [], [], [], 0
        for span in spans:
            starts.append(length)
            origins.append(span.start)
            parts.append(span.of(file))
            length += len(span)
        return cls("".join(parts), tuple(starts) or (0,), tuple(origins) or (0,))

    def part(self, start: int, end: int) -> Excerpt:
        """The excerpt of this excerpt's text from `start` up to `end`."""
        stretches = list(self.stretches(start, end))
        starts = tuple(first - start for first, _, _ in stretches) or (0,)
        return Excerpt(self.text[start:end], starts, tuple(origin for _, _, origin in stretches) or (0,))

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Start and end of each piece of `start` to `end` that is of one stretch, and where it is in the file."""
        number = bisect_right(self.starts, start) - 1
        while start < end:
            limit = self.starts[number + 1] if number + 1 < len(self.starts) else end
            stop = min(end, limit)
            if start < stop:
                yield start, stop, self.origins[number] + start - self.starts[number]
            start, number = stop, number + 1

    def comment(self, start: int, end: int, opening: int, closing: int) -> Comment:
        """The comment from `start` to `end`, whose marks have these lengths."""
        first, last = self.file_start(start + opening), self.file_end(end - closing)
        return Comment(Span(self.file_start(start), self.file_end(end)), Span(first, max(first, last)))

    def file_start(self, offset: int) -> int:
        """Where in the file the character at `offset` begins."""
        number = bisect_right(self.starts, offset) - 1
        return self.origins[number] + offset - self.starts[number]

    def file_end(self, offset: int) -> int:
        """Where in the file the character before `offset` ends."""
        return self.file_start(offset - 1) + 1 if offset else self.origins[0]
