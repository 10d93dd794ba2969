"""Org: blocks line by line after the Org syntax, what is inside them by `org_inline`.

Written by hand: the tree-sitter grammar loses a whole list, and all that follows, over one link that is not finished.
What is not prose is code and examples, drawers, keywords but for title and caption, planning, formulas, comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read import org_inline
from factlint.read.blocks import Blocks
from factlint.read.excerpt import Excerpt
from factlint.read.lines import TextLine, lines_of
from factlint.read.metadata import standard
from factlint.read.names import names
from factlint.read.prose import Content, once
from factlint.text import Block, BlockKind, Comment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMENT = re.compile(r"\s*#(?:\s|\Z)")
_KEYWORD = re.compile(r"\s*#\+([\w-]+)(?:\[[^\]]*\])?:(?:\s+|\Z)")
_BEGIN = re.compile(r"\s*#\+begin_(\S+)", re.IGNORECASE)
_HEADLINE = re.compile(r"(\*+)[ \t]+")
_TODO = re.compile(r"(?:TODO|NEXT|WAIT|WAITING|HOLD|DONE|CANCELLED|CANCELED)(?:[ \t]+|\Z)")
_PRIORITY = re.compile(r"\[#\w{1,2}\][ \t]*")
_COMMENTED = re.compile(r"COMMENT(?:[ \t]+|\Z)")
_TAGS = re.compile(r"[ \t]+:[\w@#%:]+:\Z")
_DRAWER = re.compile(r"\s*:[\w-]+:\Z")
_DRAWER_END = re.compile(r"\s*:end:\Z", re.IGNORECASE)
_PLANNING = re.compile(r"\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):\s")
_FIXED = re.compile(r"\s*:(?:\s|\Z)")
_ROW = re.compile(r"\s*\|")
_TABLE_RULE = re.compile(r"\s*(?:\|-|\+-)")
_RULE = re.compile(r"\s*-{5,}\Z")
_ENVIRONMENT = re.compile(r"\s*\\begin\{([A-Za-z]+\*?)\}")
_NOTE = re.compile(r"\[fn:[\w-]{1,60}\][ \t]*")
_CELL = re.compile(r"[^|\r\n]+")
_WIDTH = re.compile(r"\s*<[lrc]?\d*>\s*\Z")
# A lone letter and full stop is as often an initial ("A. Smith") as a number, so it stays in the text.
_ITEM = re.compile(
    r"(?:[-+]|\s+\*|\s*[-+]|\s*\d{1,4}[.)])(?:[ \t]+|\Z)(?:\[@\w{1,4}\][ \t]*)?(?:\[[ X-]\](?:[ \t]+|\Z))?"
)
_TERM = re.compile(r"(\S.*?)[ \t]+::(?:[ \t]+|\Z)")
_QUOTING = names("quote verse")
_NOT_PROSE = names("comment comments example export src")
_SHOWN_KEYWORDS = names("title subtitle caption")
_METADATA = names("title author date language keywords description")
_DEEPEST = 40


def content(text: str) -> Content:
    """The blocks of an Org text; its keywords are its metadata."""
    reader = _Reader(text)
    reader.read(list(lines_of(text)), BlockKind.PARAGRAPH, 0)
    return Content(reader.blocks, standard(reader.metadata), once(reader.comments))


class _Reader:
    """The blocks of a text, read line by line; what stands in a block of Org is read as lines of its own."""

    def __init__(self, text: str) -> None:
        self._blocks = Blocks(text, org_inline.read)
        self.comments: list[Comment] = []
        self.metadata: dict[str, str] = {}
        self._text = text
        # Up to which offset there is no line that ends something, by its pattern.
        self._none_before: dict[str, int] = {}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What has been read, in the order of the file."""
        return self._blocks.in_order()

    def read(self, lines: Sequence[TextLine], kind: BlockKind, depth: int) -> None:
        """Read lines whose blocks are of `kind` where they are nothing else."""
        at, hidden = 0, 0
        # How far the bullet of the item is indented that the text belongs to, -1 outside of lists.
        bullet = -1
        while at < len(lines):
            line = lines[at]
            headline = _HEADLINE.match(line.text)
            if headline:
                stars = len(headline[1])
                hidden = 0 if hidden >= stars else hidden
                hidden = hidden or self._headline(line, headline)
                bullet, at = -1, at + 1
            elif hidden or not line.text:
                at += 1
            elif end := self._skipped(lines, at) or self._block_at(lines, at, kind, depth):
                at = end
            elif item := _ITEM.match(line.text):
                bullet = line.indent
                at = self._item(lines, at, item.end(), kind)
            else:
                bullet = bullet if line.indent > bullet else -1
                inner = BlockKind.ITEM if bullet >= 0 and kind is BlockKind.PARAGRAPH else kind
                at = self._paragraph(lines, at, inner)

    def _headline(self, line: TextLine, headline: re.Match[str]) -> int:
        """A heading; returns how deep it is where all under it is commented out, else 0."""
        at = headline.end()
        for mark in (_TODO, _PRIORITY, _COMMENTED):
            found = mark.match(line.text, at)
            at = found.end() if found else at
            if found and mark is _COMMENTED:
                return len(headline[1])
        tags = _TAGS.search(line.text, at - 1)
        end = tags.start() if tags else len(line.text)
        self._blocks.add([line.whole(at, max(at, end))], BlockKind.HEADING, len(headline[1]) + 1)
        return 0

    def _skipped(self, lines: Sequence[TextLine], at: int) -> int:
        """What is no prose of itself; returns the line behind it, 0 for none."""
        line = lines[at]
        if self._is_comment(line):
            return at + 1
        if keyword := _KEYWORD.match(line.text):
            self._keyword(line, keyword)
            return at + 1
        if _PLANNING.match(line.text) or _RULE.match(line.text) or _TABLE_RULE.match(line.text):
            return at + 1
        if _DRAWER.match(line.text):
            return self._closing(lines, at, _DRAWER_END) or at + 1
        if environment := _ENVIRONMENT.match(line.text):
            return self._closing(lines, at, re.compile(rf".*\\end\{{{re.escape(environment[1])}\}}"), 0) or at + 1
        return at + 1 if _FIXED.match(line.text) else 0

    def _is_comment(self, line: TextLine) -> bool:
        """True for a comment, which is taken down."""
        found = _COMMENT.match(line.text)
        if found:
            start = line.start + line.indent
            self.comments.append(Comment(Span(start, line.end), Span(start + 1, line.end)))
        return found is not None

    def _keyword(self, line: TextLine, keyword: re.Match[str]) -> None:
        name = keyword[1].lower()
        value = line.text[keyword.end() :]
        if name in _METADATA and value:
            known = self.metadata.get(name)
            self.metadata[name] = f"{known} {value}" if known else value
        if name in _SHOWN_KEYWORDS:
            kind, level = (BlockKind.HEADING, 1) if name == "title" else (BlockKind.PARAGRAPH, 0)
            self._blocks.add([line.whole(keyword.end())], kind, level)

    def _closing(self, lines: Sequence[TextLine], at: int, end: re.Pattern[str], further: int = 1) -> int:
        """The line behind the one that ends what line `at` begins, before the next heading; 0 where none does."""
        if self._none_before.get(end.pattern, 0) > lines[at].start:
            return 0
        for number in range(at + further, len(lines)):
            if _HEADLINE.match(lines[number].text):
                self._none_before[end.pattern] = lines[number].start
                return 0
            if end.match(lines[number].text):
                return number + 1
        self._none_before[end.pattern] = lines[-1].behind
        return 0

    def _block_at(self, lines: Sequence[TextLine], at: int, kind: BlockKind, depth: int) -> int:
        """A block between `#+begin_` and `#+end_`, or the row of a table; returns the line behind it, 0 for none."""
        line = lines[at]
        if _ROW.match(line.text):
            self._row(line)
            return at + 1
        found = _BEGIN.match(line.text)
        if found is None:
            return 0
        name = found[1].lower()
        end = self._closing(lines, at, re.compile(rf"\s*#\+end_{re.escape(name)}\Z", re.IGNORECASE))
        if not end:
            return at + 1
        inside = lines[at + 1 : end - 1]
        if name.startswith("comment"):
            last = inside[-1].end if inside else line.end
            self.comments.append(
                Comment(Span(line.start, lines[end - 1].end), Span(line.behind, max(line.behind, last)))
            )
        elif name not in _NOT_PROSE and depth < _DEEPEST:
            self.read(inside, BlockKind.QUOTATION if name in _QUOTING else kind, depth + 1)
        elif name not in _NOT_PROSE:
            self._blocks.add([each.whole() for each in inside], kind)
        return end

    def _row(self, line: TextLine) -> None:
        cells = [line.whole(*cell.span()) for cell in _CELL.finditer(line.text, line.indent)]
        if not all(_WIDTH.match(cell.of(self._text)) or not cell.of(self._text).strip() for cell in cells):
            self._blocks.add_row(Excerpt(self._text), cells)

    def _item(self, lines: Sequence[TextLine], at: int, first: int, kind: BlockKind) -> int:
        """An item of a list; returns the line behind its first paragraph."""
        line = lines[at]
        kind = BlockKind.ITEM if kind is BlockKind.PARAGRAPH else kind
        term = _TERM.match(line.text, first)
        if term:
            self._blocks.add([line.whole(first, term.end(1))], kind)
            first = term.end()
        spans, end = self._running(lines, at + 1, line.indent)
        self._blocks.add([line.whole(min(first, len(line.text))), *spans], kind)
        return end

    def _paragraph(self, lines: Sequence[TextLine], at: int, kind: BlockKind) -> int:
        line = lines[at]
        note = _NOTE.match(line.text)
        spans, end = self._running(lines, at + 1, -1)
        self._blocks.add([line.whole(note.end() if note else 0), *spans], kind)
        return end

    def _running(self, lines: Sequence[TextLine], at: int, bullet: int) -> tuple[list[Span], int]:
        """The further lines of a paragraph from line `at` on without the comments among them; the line behind them.

        The text of an item is indented deeper than its bullet.
        """
        spans: list[Span] = []
        while at < len(lines) and lines[at].text:
            line = lines[at]
            if not self._is_comment(line):
                if line.indent <= bullet or _begins_another(line.text):
                    break
                spans.append(line.whole())
            at += 1
        return spans, at


def _begins_another(text: str) -> bool:
    """True for a line that cannot go on with a paragraph."""
    marks = (_HEADLINE, _ITEM, _ROW, _KEYWORD, _BEGIN, _DRAWER, _FIXED, _RULE, _ENVIRONMENT, _NOTE)
    return any(mark.match(text) for mark in marks)
