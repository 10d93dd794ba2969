"""reStructuredText: blocks line by line, what is inside them by `rst_inline`, tables by `rst_tables`.

Written by hand after the docutils specification, because the tree-sitter grammar leaves tables and the bodies of
directives as loose words, and takes time that grows with the square of the number of blank lines or open marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read import rst_inline, rst_tables
from factlint.read.excerpt import Excerpt
from factlint.read.metadata import standard
from factlint.read.prose import Content, Prose, in_file_order, once
from factlint.read.rst_directives import Body, body_of
from factlint.read.rst_tables import Line
from factlint.text import Block, BlockKind, Comment, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_ADORNMENT = re.compile(r"(?!(?:::|\.\.)\Z)([!-/:-@\[-`{-~])\1*")
_GRID = re.compile(r"\+[-=][-=+]*\+")
_SIMPLE = re.compile(r"=+(?: +=+)+")
_BULLET = re.compile(r"[-*+•‣⁃](?:\s+|\Z)")
# A lone letter and full stop is as often an initial ("A. Smith") as a number, so it stays in the text.
_NUMBER = re.compile(r"(?:\(?(?:\d{1,4}|#)\)|(?:\d{1,4}|#)\.)(?:\s+|\Z)")
_FIELD = re.compile(r":(?=[^\s:`])((?:[^:\\]|\\.|:(?!\s|\Z)){1,200}):(?:\s+|\Z)")
_EXPLICIT = re.compile(r"\.\.(?:\s+|\Z)")
_DIRECTIVE = re.compile(r"(?:\|[^|]{1,200}\|\s+)?([A-Za-z][\w.+:-]*?)\s?::(?:\s+|\Z)")
_NOTE = re.compile(r"\[[^\]]{1,200}\](?:\s+|\Z)")
_TARGET = re.compile(r"__?(?:\s|[^\s:][^:]*:|`)")
_LITERAL = re.compile(r"(\s?)::\Z")
_DEEPEST = 50


def content(text: str) -> Content:
    """The blocks of a reStructuredText; the fields at its top and those of `meta` directives are its metadata."""
    reader = _Reader(Excerpt(text))
    reader.read(list(_lines(text)), BlockKind.PARAGRAPH, 0)
    return Content(in_file_order(reader.blocks), standard(reader.metadata), once(reader.comments))


def _lines(text: str) -> Iterator[Line]:
    for found in _LINE.finditer(text):
        written = found[1]
        indent = len(written) - len(written.lstrip())
        start = found.start() + indent
        yield Line(start, start + len(written.strip()), len(written[:indent].expandtabs(8)))


class _Reader:
    """The blocks of an excerpt, read line by line; nested bodies are read as lines of their own."""

    def __init__(self, excerpt: Excerpt) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.metadata: dict[str, str] = {}
        self._excerpt = excerpt
        self._text = excerpt.text
        self._in_head = True
        self._levels: dict[tuple[str, bool], int] = {}

    def read(self, lines: list[Line], kind: BlockKind, depth: int) -> None:
        """Read lines whose blocks are of `kind` where they are nothing else."""
        base = min((line.indent for line in lines if not line.is_blank), default=0)
        if depth > _DEEPEST:
            self._block([Span(line.start, line.end) for line in lines if not line.is_blank], kind)
            return
        at = 0
        while at < len(lines):
            if lines[at].is_blank:
                at += 1
            elif lines[at].indent > base:
                end = _indented(lines, at, base)
                self.read(lines[at:end], BlockKind.QUOTATION if kind is BlockKind.PARAGRAPH else kind, depth + 1)
                at = end
            else:
                at = self._construct(lines, at, kind, depth)

    def _construct(self, lines: list[Line], at: int, kind: BlockKind, depth: int) -> int:
        """Read what begins at line `at`, which is not blank and not indented; returns the line behind it."""
        if end := self._section(lines, at):
            return end
        if end := self._table(lines, at):
            self._in_head = False
            return end
        written = self._written(lines[at])
        end = _indented(lines, at + 1, lines[at].indent)
        if explicit := _EXPLICIT.match(written):
            # Two dots alone over a blank line are an empty comment: what is indented below them is not part of it.
            end = at + 1 if written == ".." and end > at + 1 and lines[at + 1].is_blank else end
            self._explicit(lines[at:end], explicit.end(), kind, depth)
            return end
        if field := _FIELD.match(written):
            self._field(lines[at:end], field, kind, depth)
            return end
        self._in_head = False
        if written.startswith("__ "):
            return at + 1
        item = _BULLET.match(written) or _NUMBER.match(written)
        if item:
            self.read(self._body(lines[at:end], item.end()), BlockKind.ITEM, depth + 1)
            return end
        if at + 1 < end and not lines[at + 1].is_blank and not written.endswith("::"):
            self._block([Span(lines[at].start, lines[at].end)], BlockKind.ITEM)
            self.read(lines[at + 1 : end], BlockKind.ITEM, depth + 1)
            return end
        return self._paragraph(lines, at, kind)

    def _written(self, line: Line) -> str:
        return self._text[line.start : line.end]

    def _section(self, lines: list[Line], at: int) -> int:
        """A title with the line under it (and over it), or a rule; returns the line behind it, 0 for neither."""
        here, below, beyond = (self._adornment(lines, number) for number in (at, at + 1, at + 2))
        if len(here) > 2 and at + 2 < len(lines) and not lines[at + 1].is_blank and beyond[:1] == here[:1]:
            self._heading(lines[at + 1], (here[0], True))
            return at + 3
        if below and not here and (len(below) > 3 or len(below) >= len(self._written(lines[at]))):
            self._heading(lines[at], (below[0], False))
            return at + 2
        return at + 1 if len(here) > 3 else 0

    def _heading(self, line: Line, style: tuple[str, bool]) -> None:
        """A title in one of the styles of adornment, of which each first one in a file is a level deeper."""
        level = self._levels.setdefault(style, len(self._levels) + 1)
        self._block([Span(line.start, line.end)], BlockKind.HEADING, level)

    def _adornment(self, lines: list[Line], number: int) -> str:
        written = self._written(lines[number]) if number < len(lines) else ""
        return written if _ADORNMENT.fullmatch(written) else ""

    def _table(self, lines: list[Line], at: int) -> int:
        written = self._written(lines[at])
        end = at + 1
        if _GRID.fullmatch(written):
            while end < len(lines) and self._written(lines[end])[:1] in {"+", "|"} and not lines[end].is_blank:
                end += 1
            self._rows(rst_tables.grid_rows(self._text, lines[at:end]))
            return end
        if not _SIMPLE.fullmatch(written):
            return 0
        while end < len(lines) and not (
            _SIMPLE.fullmatch(self._written(lines[end])) and (end + 1 == len(lines) or lines[end + 1].is_blank)
        ):
            end += 1
        self._rows(rst_tables.simple_rows(self._text, lines[at:end]))
        return end + 1

    def _explicit(self, lines: list[Line], mark: int, kind: BlockKind, depth: int) -> None:
        """What begins with `..`: a directive, a note, or else a target or comment, which are not prose."""
        written = self._written(lines[0])[mark:]
        block = self._body(lines, mark)
        if directive := _DIRECTIVE.match(written):
            rest = self._body(lines, mark + directive.end())
            self._directive(body_of(self._text, directive[1].lower(), rest), kind, depth)
        elif note := _NOTE.match(written):
            self.read(self._body(block, note.end()), kind, depth + 1)
        elif not _TARGET.match(written):
            last = next(line for line in reversed(lines) if not line.is_blank)
            self.comments.append(self._excerpt.comment(lines[0].start, last.end, mark, 0))

    def _directive(self, body: Body, kind: BlockKind, depth: int) -> None:
        self.metadata.update({key: value for key, value in body.metadata.items() if key not in self.metadata})
        self._block(body.title, BlockKind.HEADING)
        self._block(body.alternative, BlockKind.PARAGRAPH)
        if body.form == "list":
            self._rows(rst_tables.list_rows(self._text, body.lines))
        elif body.form == "csv" and body.lines:
            for header in body.header:
                self._rows(rst_tables.csv_rows(self._text, header))
            self._rows(rst_tables.csv_rows(self._text, Span(body.lines[0].start, body.lines[-1].end)))
        else:
            self.read(body.lines, kind, depth + 1)

    def _field(self, lines: list[Line], field: re.Match[str], kind: BlockKind, depth: int) -> None:
        """A field: its name and first paragraph are one block. At the top of the document it is metadata too."""
        first = lines[0]
        end = next((number for number, line in enumerate(lines) if line.is_blank), len(lines))
        value = Span(first.start + field.end(), lines[end - 1].end)
        if not len(value):
            self.read(lines[end:], kind, depth + 1)
            return
        name = Span(first.start + field.start(1), first.start + field.end(1))
        if self._in_head:
            self.metadata.setdefault(name.of(self._text).strip().lower(), " ".join(value.of(self._text).split()))
        self._block([Span(name.start, value.end)], kind)
        self.read(lines[end:], kind, depth + 1)

    def _paragraph(self, lines: list[Line], at: int, kind: BlockKind) -> int:
        end = at
        is_verse = self._written(lines[at])[:2] in {"| ", "|"}
        while end < len(lines) and not lines[end].is_blank:
            end += 1
        spans = [Span(line.start, line.end) for line in lines[at:end]]
        if self._written(lines[at]).startswith(">>> "):
            return end
        if is_verse:
            spans = [Span(span.start + (self._text[span.start] == "|"), span.end) for span in spans]
            self._block(spans, kind)
            return end
        literal = _LITERAL.search(self._text[spans[-1].start : spans[-1].end])
        if literal:
            # One colon of the two is shown where it follows a word.
            shown = spans[-1].start + literal.start() + (not literal[1])
            spans[-1] = Span(spans[-1].start, shown)
        self._block(spans, kind)
        return self._literal_end(lines, end, lines[at].indent) if literal else end

    def _literal_end(self, lines: list[Line], at: int, base: int) -> int:
        """The line behind the literal block that follows, which is indented or has one mark before each line."""
        while at < len(lines) and lines[at].is_blank:
            at += 1
        if at == len(lines) or lines[at].indent > base:
            return _indented(lines, at, base)
        mark = self._text[lines[at].start]
        while not mark.isalnum() and at < len(lines) and self._written(lines[at])[:1] == mark:
            at += 1
        return at

    def _body(self, lines: list[Line], width: int) -> list[Line]:
        """The lines behind a mark `width` wide: the first without it, indented like those that follow."""
        first, rest = lines[0], lines[1:]
        indent = min([first.indent + width, *(line.indent for line in rest if not line.is_blank)])
        return [Line(min(first.start + width, first.end), first.end, indent), *rest]

    def _rows(self, rows: Iterable[rst_tables.Row]) -> None:
        for row in rows:
            if all(len(cell) < 2 for cell in row) or _is_in_order(row):
                self._row(row)
                continue
            # Cells of several lines side by side: each is a block, for blocks run through the file in order.
            for cell in row:
                self._block(cell, BlockKind.ROW)

    def _row(self, row: rst_tables.Row) -> None:
        prose = Prose(self._excerpt)
        behind = next((span.start for cell in row for span in cell), 0)
        for number, cell in enumerate(row):
            if number:
                prose.cell(behind)
            self._inline(cell, prose)
            behind = cell[-1].end if cell else behind
        self._add(prose, BlockKind.ROW)

    def _block(self, spans: list[Span], kind: BlockKind, level: int = 0) -> None:
        prose = Prose(self._excerpt)
        self._inline(spans, prose)
        self._add(prose, kind, level)

    def _inline(self, spans: list[Span], prose: Prose) -> None:
        """Append what is in the lines; those with nothing but white space between them are read as one text."""
        joined: list[Span] = []
        for span in spans:
            if joined and self._text[joined[-1].end : span.start].isspace():
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        for number, span in enumerate(joined):
            if number:
                prose.put(" ", joined[number - 1].end, span.start)
            rst_inline.read(self._excerpt, span, prose)

    def _add(self, prose: Prose, kind: BlockKind, level: int = 0) -> None:
        block = prose.take(kind, level)
        if block is not None:
            self.blocks.append(block)


def _indented(lines: list[Line], at: int, base: int) -> int:
    """The number of the line behind the block that is indented deeper than `base`, from line `at` on."""
    end = at
    for number in range(at, len(lines)):
        if lines[number].is_blank:
            continue
        if lines[number].indent <= base:
            break
        end = number + 1
    return end


def _is_in_order(row: rst_tables.Row) -> bool:
    starts = [span.start for cell in row for span in cell]
    return starts == sorted(starts)
