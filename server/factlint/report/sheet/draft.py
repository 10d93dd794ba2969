"""The draft's side of the page: its text as it is laid out, each claim a mark that leads to its evidence."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from factlint.report.sheet.layout import Part, Shape, parts
from factlint.report.sheet.markup import element, text
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.model import Verdict
    from factlint.report.sheet import Sheet
    from factlint.text import Block, Document

_PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"
_CELL_MARKS = re.compile(r"((?: \|)+ )")
_DEEPEST_HEADING = 6
_CODE_MARKS = "`<> \t"


def article(sheet: Sheet) -> str:
    """The whole draft as HTML."""
    return "\n".join(_Draft(sheet).parts())


class _Draft:
    """A draft on its way to the page: which part of a claim is the first decides where the link to it leads."""

    def __init__(self, sheet: Sheet) -> None:
        self._document = sheet.draft
        self._claims = list(enumerate(sheet.verdicts, 1))
        self._seen: set[int] = set()

    def parts(self) -> Iterator[str]:
        for part in parts(self._document):
            yield self._part(part)

    def _part(self, part: Part) -> str:
        match part.shape:
            case Shape.UNREAD:
                return _unread(self._document, part)
            case Shape.TABLE:
                return self._table(part)
            case Shape.HEADING:
                level = min(part.level + 1, _DEEPEST_HEADING)
                return element(f"h{level}", self._prose(part.blocks[0]))
            case Shape.LIST | Shape.NUMBERED_LIST:
                items = "\n".join(element("li", self._prose(block)) for block in part.blocks)
                is_numbered = part.shape is Shape.NUMBERED_LIST
                start = part.number if is_numbered and part.number > 1 else None
                depth = f"depth-{part.depth}" if part.depth else None
                return element("ol" if is_numbered else "ul", items, start=start, class_=depth)
            case Shape.QUOTATION:
                return element("blockquote", "\n".join(element("p", self._prose(block)) for block in part.blocks))
        return element("p", self._prose(part.blocks[0]))

    def _table(self, part: Part) -> str:
        rows = []
        for number, block in enumerate(part.blocks):
            cell = "th" if part.has_head and number == 0 else "td"
            scope = "col" if cell == "th" else None
            cells = (element(cell, self._stretch(block, span), scope=scope) for span in _cells(block))
            rows.append(element("tr", "".join(cells)))
        # A focusable frame, so that a wide table can be scrolled by keyboard.
        table = element("table", element("tbody", "\n".join(rows)))
        return element("div", table, class_="table", tabindex=0, role="group", aria_label="Table")

    def _prose(self, block: Block) -> str:
        return self._stretch(block, Span(0, len(block.text)))

    def _stretch(self, block: Block, stretch: Span) -> str:
        """A stretch of a block's prose with the claims in it marked."""
        written, at = [], stretch.start
        for number, verdict, span in self._claims_in(block, stretch):
            if span.end <= at:
                continue
            start = max(span.start, at)
            written.append(_plain(self._document, block, Span(at, start)))
            written.append(self._mark(number, verdict, _faults(self._document, block, Span(start, span.end), verdict)))
            at = span.end
        written.append(_plain(self._document, block, Span(at, stretch.end)))
        return "".join(written)

    def _claims_in(self, block: Block, stretch: Span) -> Iterator[tuple[int, Verdict, Span]]:
        for number, verdict in self._claims:
            span = _span_in(self._document, block, verdict.span)
            if span is not None and span.overlaps(stretch):
                yield number, verdict, Span(max(span.start, stretch.start), min(span.end, stretch.end))

    def _mark(self, number: int, verdict: Verdict, inner: str) -> str:
        is_first = number not in self._seen
        self._seen.add(number)
        return element(
            "a",
            inner,
            class_=f"claim {verdict.standing}",
            id=f"claim-{number}" if is_first else None,
            href=f"#evidence-{number}",
            data_claim=number,
            aria_describedby=f"verdict-{number}",
        )


def _span_in(document: Document, block: Block, span: Span) -> Span | None:
    """The part of a block's prose that a span of the file covers; a block within another one goes without."""
    if not (block.runs[0].file < span.end and span.start < block.runs[-1].file_end):
        return None
    home = document.block_at(span.start)
    if block is not home and home is not None and block.runs[0].file < home.runs[-1].file_end:
        return None
    return block.prose_span(span)


def _faults(document: Document, block: Block, stretch: Span, verdict: Verdict) -> str:
    """A stretch of a claim, with the words that findings mark in it set apart."""
    spans = (_span_in(document, block, finding.span) for finding in verdict.findings)
    bounds = {at for span in spans if span for at in range(span.start, span.end)}
    if not bounds or all(at in bounds for at in range(stretch.start, stretch.end)):
        return _plain(document, block, stretch)
    written = []
    for is_fault, run in groupby(range(stretch.start, stretch.end), bounds.__contains__):
        places = list(run)
        inner = _plain(document, block, Span(places[0], places[-1] + 1))
        written.append(element("span", inner, class_="fault") if is_fault else inner)
    return "".join(written)


def _plain(document: Document, block: Block, stretch: Span) -> str:
    """A stretch of prose as HTML; where code or an address was left out, the file's own text stands."""
    words = stretch.of(block.text)
    if _PLACEHOLDER not in words:
        return text(words)
    written = []
    for at, character in enumerate(words, stretch.start):
        if character != _PLACEHOLDER:
            written.append(text(character))
        elif code := block.file_span(Span(at, at + 1)).of(document.text).strip(_CODE_MARKS):
            written.append(element("code", text(" ".join(code.split()))))
    return "".join(written)


def _cells(block: Block) -> Sequence[Span]:
    """The cells of a table row as stretches of its prose; an empty cell is a stretch without length."""
    found, at = [], 0
    for marks in _CELL_MARKS.finditer(block.text):
        found.append(Span(at, marks.start()))
        found += [Span(marks.start(), marks.start())] * (marks.group().count("|") - 1)
        at = marks.end()
    return [*found, Span(at, len(block.text))]


def _unread(document: Document, part: Part) -> str:
    """Lines that were not checked, folded away."""
    lines = f"line {part.first}" if part.first == part.last else f"lines {part.first}–{part.last}"
    start = document.line_starts[part.first - 1]
    end = document.line_starts[part.last - 1] + len(document.line(part.last))
    summary = element("summary", f"Not prose, not checked: {lines}")
    return element("details", summary + element("pre", text(document.text[start:end])), class_="unread")
