"""The lines of a text, for formats that are read line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"([^\r\n]*+)(\r\n|\n|\r|\Z)")


class TextLine(NamedTuple):
    """A line: what it says without its line end and the white space before that, and where it stands.

    `behind` is the offset at which the next line begins.
    """

    text: str
    start: int
    behind: int

    @property
    def end(self) -> int:
        """Where the words of the line end."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """How many characters of white space the line begins with."""
        return len(self.text) - len(self.text.lstrip())

    def whole(self, first: int = 0, last: int | None = None) -> Span:
        """The span of the line from its character `first` on: with its line end, or up to its character `last`."""
        return Span(self.start + first, self.behind if last is None else self.start + last)


def lines_of(text: str, start: int = 0) -> Iterator[TextLine]:
    """The lines of a text from offset `start` on, where one begins."""
    for found in _LINE.finditer(text, start):
        if found.end() > found.start():
            yield TextLine(found[1].rstrip(), found.start(), found.end())
