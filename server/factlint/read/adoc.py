"""AsciiDoc: blocks line by line, what is inside them by `adoc_inline`.

Written by hand after the language's documentation, for want of a mature parser for Python. What is not prose is code,
formulas and what is passed through, attributes and block attributes, directives, and comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read import adoc_inline
from factlint.read.adoc_tables import is_table, rows_of
from factlint.read.blocks import Blocks
from factlint.read.excerpt import Excerpt
from factlint.read.lines import TextLine, lines_of
from factlint.read.metadata import front_matter, front_matter_comments, standard
from factlint.read.names import names
from factlint.read.prose import Content, once
from factlint.text import Block, BlockKind, Comment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMENT = re.compile(r"//(?!/)")
_DELIMITER = re.compile(r"(?:/{4,}|-{4,}|\.{4,}|\+{4,}|={4,}|\*{4,}|_{4,}|--|```.*|~{4,})\Z")
_ENTRY = re.compile(r":(!?[\w][\w-]*!?):(?:[ \t]+(.*))?\Z")
_TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_DOCUMENT_TITLE = re.compile(r"[=#][ \t]+\S")
_IN_HEADER = re.compile(r"//|:!?\w[\w-]*!?:")
_TITLE_END = re.compile(r"[ \t]+(=+|#+)\Z")
_UNDERLINE = re.compile(r"(=+|-+|~+|\^+|\++)\Z")
_UNDERLINES = "=-~^+"
_ATTRIBUTES = re.compile(r"\[(?:[\w.#%,\"'$:{ \u0080-\U0010ffff].*|\[[^\[\]]*\])?\]\Z")
_STYLE = re.compile(r"\[\s*([\w-]*)")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_MACRO = re.compile(r"([a-z][\w-]*)::(\S*)\[(.*)\]\Z")
_BREAK = re.compile(r"(?:<{3,}|'{3,}|- ?- ?-|\* ?\* ?\*|_ ?_ ?_)\Z")
# A lone letter and full stop is as often an initial ("A. Smith") as a number, so it stays in the text.
_ITEM = re.compile(r"\s*(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|<(?:\d{1,3}|\.)>|•)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)")
_TERM = re.compile(r"(?!//)(\s*)(\S.*?)(:{2,4}|;;)(?:[ \t]+|\Z)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_MARKED_QUOTE = re.compile(r">[ \t]?")
_REVISION = re.compile(r"(?:v?[\d.]+,?\s*)?(?P<date>[^:]*?)(?::.*)?\Z")
_AUTHOR = re.compile(r"[^\W\d_][\w .'’-]*(?:<[^<>]*>)?(?:;\s*[^\W\d_][\w .'’-]*(?:<[^<>]*>)?)*\Z")
_NOT_PROSE_STYLES = names("source listing literal stem latexmath asciimath pass comment")
_NOT_PROSE_MARKS = "-.+`/~"
_DEEPEST = 40


def content(text: str) -> Content:
    """The blocks of an AsciiDoc text; its header, and front matter before it, are its metadata."""
    metadata, start = front_matter(text)
    reader = _Reader(text)
    reader.metadata.update(metadata)
    lines = list(lines_of(text, start))
    reader.read(lines[reader.header(lines) :], BlockKind.PARAGRAPH, 0)
    comments = [*front_matter_comments(text, start), *reader.comments]
    return Content(reader.blocks, standard(reader.metadata), once(comments))


class _Reader:
    """The blocks of a text, read line by line; what stands between two delimiters is read as lines of its own."""

    def __init__(self, text: str) -> None:
        self._blocks = Blocks(text, adoc_inline.read)
        self.comments: list[Comment] = []
        self.metadata: dict[str, str] = {}
        self._text = text
        # What the line above says of the next block: its style, and the attributes whole.
        self._style = ""
        self._attributes = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What has been read, in the order of the file."""
        return self._blocks.in_order()

    def header(self, lines: Sequence[TextLine]) -> int:
        """Read the title of the document with author, revision and attributes under it; returns the line behind."""
        at = 0
        while at < len(lines) and (not lines[at].text or _IN_HEADER.match(lines[at].text)):
            at = self._skipped(lines, at) or at + 1
        if at == len(lines) or not _DOCUMENT_TITLE.match(lines[at].text):
            return 0
        self._heading(lines[at])
        self.metadata.setdefault("title", self._blocks.last.text if self._blocks.last else "")
        at, told = at + 1, 0
        while at < len(lines) and lines[at].text:
            end = self._skipped(lines, at) if _IN_HEADER.match(lines[at].text) else 0
            if not end and told == 0 and _AUTHOR.match(lines[at].text):
                authors = (each.partition("<")[0].strip() for each in lines[at].text.split(";"))
                self.metadata.setdefault("author", ", ".join(authors))
            elif not end and told == 1 and "author" in self.metadata:
                self._revision(lines[at].text)
            elif not end:
                break
            told += not end
            at = end or at + 1
        return at

    def _revision(self, line: str) -> None:
        found = _REVISION.match(line)
        if found and found["date"].strip():
            self.metadata.setdefault("date", found["date"].strip())

    def read(self, lines: Sequence[TextLine], kind: BlockKind, depth: int) -> None:
        """Read lines whose blocks are of `kind` where they are nothing else."""
        at = 0
        in_list = False
        while at < len(lines):
            text = lines[at].text
            if not text or text == "+":
                at += 1
                continue
            if end := self._skipped(lines, at):
                at = end
                continue
            here = BlockKind.ITEM if in_list and kind is BlockKind.PARAGRAPH else kind
            if end := self._delimited(lines, at, here if at and lines[at - 1].text == "+" else kind, depth):
                at = end
                continue
            is_attached = in_list and lines[at - 1].text == "+"
            if end := self._item(lines, at, kind):
                in_list, at = True, end
                continue
            in_list = is_attached
            at = self._paragraph(lines, at, BlockKind.ITEM if is_attached and kind is BlockKind.PARAGRAPH else kind)
            self._style = self._attributes = ""

    def _skipped(self, lines: Sequence[TextLine], at: int) -> int:
        """Comments, attributes, macros and rules, which are no prose; returns the line behind them, 0 for none."""
        line = lines[at]
        if _COMMENT.match(line.text):
            self._comment(line.start, line.end, 2, 0)
            return at + 1
        if re.fullmatch(r"/{4,}", line.text):
            return self._comment_block(lines, at)
        if entry := _ENTRY.match(line.text):
            return self._entry(lines, at, entry)
        if macro := _MACRO.match(line.text):
            if macro[1] in {"image", "video"}:
                arguments = Span(line.start + macro.start(3), line.start + macro.end(3))
                self._blocks.add(
                    [adoc_inline.shown_in(self._text, arguments, is_first_alone=True)], BlockKind.PARAGRAPH
                )
            return at + 1
        if _ATTRIBUTES.match(line.text):
            style = _STYLE.match(line.text)
            self._style = style[1].lower() if style and style[1] else self._style
            self._attributes += line.text
            return at + 1
        return at + 1 if _BREAK.match(line.text) else 0

    def _comment(self, start: int, end: int, opening: int, closing: int) -> None:
        self.comments.append(Comment(Span(start, end), Span(start + opening, max(start + opening, end - closing))))

    def _comment_block(self, lines: Sequence[TextLine], at: int) -> int:
        mark = lines[at].text
        end = _closing(lines, at, mark)
        last = lines[min(end, len(lines)) - 1]
        is_closed = end > at + 1 and last.text == mark
        self._comment(lines[at].start, last.end, len(mark), len(mark) if is_closed else 0)
        return end

    def _entry(self, lines: Sequence[TextLine], at: int, entry: re.Match[str]) -> int:
        """An attribute of the document: metadata, which goes on behind a backslash."""
        values = [entry[2] or ""]
        while values[-1].endswith("\\") and at + 1 < len(lines):
            at += 1
            values.append(lines[at].text.strip())
        name = {"revdate": "date"}.get(entry[1].lower(), entry[1].lower())
        value = " ".join(value.removesuffix("\\").strip() for value in values)
        if value:
            self.metadata.setdefault(name, value)
        return at + 1

    def _delimited(self, lines: Sequence[TextLine], at: int, kind: BlockKind, depth: int) -> int:
        """A section's title, a table, or what stands between two delimiters; returns the line behind, 0 for none."""
        line = lines[at]
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        is_title = bool(_TITLE.match(line.text)) or _is_underlined(line.text, below)
        is_fence = not is_title and _DELIMITER.match(line.text)
        if not (is_title or is_fence or is_table(line.text)):
            if _BLOCK_TITLE.match(line.text):
                self._blocks.add([line.whole(1)], BlockKind.HEADING)
                return at + 1
            return 0
        style, attributes = self._style, self._attributes
        self._style = self._attributes = ""
        if is_title:
            return at + self._heading(line, below)
        mark = "```" if line.text.startswith("```") else line.text
        end = _closing(lines, at, mark)
        inside = lines[at + 1 : end - 1 if end > at + 1 and lines[end - 1].text == mark else end]
        if is_table(line.text):
            self._table(inside, line.text[0], attributes)
        elif mark[0] not in _NOT_PROSE_MARKS or (mark == "--" and style not in _NOT_PROSE_STYLES):
            inner = BlockKind.QUOTATION if mark[0] == "_" or style in {"quote", "verse"} else kind
            if depth < _DEEPEST:
                self.read(inside, inner, depth + 1)
            else:
                self._blocks.add([each.whole() for each in inside], inner)
        return end

    def _heading(self, line: TextLine, below: str = "") -> int:
        """A title of either kind; returns how many lines it takes."""
        title = _TITLE.match(line.text)
        if title is None:
            self._blocks.add([line.whole()], BlockKind.HEADING, _UNDERLINES.index(below[0]) + 1)
            return 2
        closing = _TITLE_END.search(line.text, title.end())
        is_closed = closing is not None and closing[1] == title[1]
        self._blocks.add(
            [line.whole(title.end(), closing.start() if closing and is_closed else len(line.text))],
            BlockKind.HEADING,
            len(title[1]),
        )
        return 1

    def _table(self, lines: Sequence[TextLine], mark: str, attributes: str) -> None:
        kept: list[Span] = []
        for line in lines:
            if _COMMENT.match(line.text):
                self._comment(line.start, line.end, 2, 0)
            else:
                kept.append(line.whole())
        excerpt = Excerpt.of(self._text, kept)
        for row in rows_of(excerpt.text, mark, attributes):
            self._blocks.add_row(excerpt, row)

    def _item(self, lines: Sequence[TextLine], at: int, kind: BlockKind) -> int:
        """An item of a list, or a term with what it means; returns the line behind it, 0 for neither."""
        text = lines[at].text
        item = _ITEM.match(text)
        term = None if item else _TERM.match(text)
        if item is None and term is None:
            return 0
        inner = BlockKind.ITEM if kind is BlockKind.PARAGRAPH else kind
        first = item.end() if item else 0
        if term:
            self._blocks.add([lines[at].whole(term.end(1), term.end(2))], inner)
            first = term.end()
        spans, end = self._running(lines, at + 1, in_list=True)
        if first < len(text):
            spans.insert(0, lines[at].whole(first))
        self._blocks.add(spans, inner)
        return end

    def _paragraph(self, lines: Sequence[TextLine], at: int, kind: BlockKind) -> int:
        """The lines up to a blank one or to what cannot be part of a paragraph; returns the line behind them."""
        first = lines[at].text
        spans, end = self._running(lines, at, in_list=False)
        if self._style in _NOT_PROSE_STYLES or first[:1].isspace():
            return end
        if self._style in {"quote", "verse"} or _MARKED_QUOTE.match(first):
            kind = BlockKind.QUOTATION
        if _MARKED_QUOTE.match(first):
            spans = [self._without(_MARKED_QUOTE, span) for span in spans]
        elif _ADMONITION.match(first):
            spans[0] = self._without(_ADMONITION, spans[0])
        elif first.startswith('"') and spans[1:] and spans[-1].of(self._text).startswith("-- "):
            kind = BlockKind.QUOTATION
            self._blocks.add([Span(spans[-1].start + 3, spans[-1].end)], BlockKind.PARAGRAPH)
            spans = spans[:-1]
        self._blocks.add(spans, kind)
        return end

    def _without(self, mark: re.Pattern[str], span: Span) -> Span:
        found = mark.match(self._text, span.start, span.end)
        return Span(found.end(), span.end) if found else span

    def _running(self, lines: Sequence[TextLine], at: int, *, in_list: bool) -> tuple[list[Span], int]:
        """The lines of a paragraph from line `at` on without the comments among them, and the line behind them."""
        spans: list[Span] = []
        start = at
        while at < len(lines) and lines[at].text:
            line = lines[at]
            if _COMMENT.match(line.text):
                self._comment(line.start, line.end, 2, 0)
            elif (in_list or at > start) and self._ends_paragraph(line.text, in_list=in_list):
                break
            else:
                spans.append(line.whole())
            at += 1
        return spans, at

    def _ends_paragraph(self, text: str, *, in_list: bool) -> bool:
        if in_list and (text == "+" or _ITEM.match(text) or _TERM.match(text)):
            return True
        return bool(_DELIMITER.match(text) or _ATTRIBUTES.match(text) or _MACRO.match(text)) or is_table(text)


def _closing(lines: Sequence[TextLine], at: int, mark: str) -> int:
    """The number of the line behind the one that ends what line `at` begins; all lines where none does."""
    return next((number + 1 for number in range(at + 1, len(lines)) if lines[number].text == mark), len(lines))


def _is_underlined(line: str, below: str) -> bool:
    """True for a title with a line under it that is as long, but for one character."""
    found = _UNDERLINE.match(below)
    return found is not None and len(below) > 1 and abs(len(line) - len(below)) < 2 and any(map(str.isalnum, line))
