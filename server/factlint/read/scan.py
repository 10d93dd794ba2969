"""One pass over the marks within a paragraph, for formats whose marks are a table of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from factlint.read.prose import Prose
    from factlint.text import Span


class Scan:
    """A pass over a span of a text, whose prose is appended to a block in the making.

    Each token is handed to the method of its group's name (`_bold` for the group "bold"), which returns where the text
    goes on, or 0 for a token that means nothing and is text. What ends a mark is looked for only as long as there is
    one, so that the whole takes linear time.
    """

    token: re.Pattern[str]

    def __init__(self, text: str, span: Span, prose: Prose) -> None:
        self._text = text
        self._span = span
        self._prose = prose
        self._closes: dict[int, int] = {}
        self._absent: set[str] = set()

    def run(self) -> None:
        """Append the span's prose."""
        done, at = self._span.start, self._span.start
        while found := self.token.search(self._text, at, self._span.end):
            self._prose.keep(done, found.start())
            done = found.start()
            end = self._closes.pop(found.start(), 0) or getattr(self, f"_{found.lastgroup}")(found)
            # A mark that means nothing is text.
            at = end or found.end()
            done = end or done
        self._prose.keep(done, self._span.end)

    def _put(self, prose: str, start: int, end: int) -> int:
        """Append what stands for the text from `start` to `end`; returns `end`."""
        if prose:
            self._prose.put(prose, start, end)
        return end

    def _pair(self, mark: str, start: int, inner: int) -> int:
        """Leave out a mark at `start` and the one that closes it; returns `inner`, or 0 where none does."""
        close = self._closing(mark, start, inner)
        if close < 0:
            return 0
        self._closes[close] = close + len(mark)
        return inner

    def _closing(self, mark: str, start: int, inner: int) -> int:
        """Where the mark stands that closes the one at `start`, whose text begins at `inner`; -1 where none does."""
        if mark in self._absent or not self._may_open(start, inner):
            return -1
        at = self._text.find(mark, inner + 1, self._span.end)
        while at >= 0:
            if self._may_close(at, at + len(mark)):
                return at
            at = self._text.find(mark, at + 1, self._span.end)
        self._absent.add(mark)
        return -1

    def _may_open(self, start: int, inner: int) -> bool:
        """True where a mark from `start` to `inner` can begin something."""
        raise NotImplementedError

    def _may_close(self, start: int, end: int) -> bool:
        """True where a mark from `start` to `end` can end something."""
        raise NotImplementedError

    def _before(self, start: int) -> str:
        """The character before `start`, a space at the span's edge."""
        return self._text[start - 1] if start > self._span.start else " "

    def _behind(self, end: int) -> str:
        """The character at `end`, a space at the span's edge."""
        return self._text[end] if end < self._span.end else " "
