"""HTML and XHTML: block elements part blocks, the cells of a row are joined, what a browser hides is left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.read import markup
from factlint.read.excerpt import Excerpt
from factlint.read.markup import Token, TokenKind
from factlint.read.metadata import standard
from factlint.read.names import names
from factlint.read.prose import PLACEHOLDER, Content, Prose, in_file_order
from factlint.text import Block, BlockKind, Comment, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    **dict.fromkeys(_LEVELS, BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.ITEM),
    **dict.fromkeys(("table", "caption", "figcaption"), BlockKind.PARAGRAPH),
    "blockquote": BlockKind.QUOTATION,
    "tr": BlockKind.ROW,
}
BLOCK_NAMES = names(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre
    section summary table tbody td tfoot th thead tr ul
    """
)
_VOID = names(
    """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
    """
)
_HIDDEN = names(
    """
    audio canvas iframe ix:header ix:hidden noembed noframes noscript object rp rt script select style svg template
    textarea title video xmp
    """
)
CODE_NAMES = frozenset({"code", "kbd", "samp", "tt", "math"})
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# A raised number, letter or sign by itself is the mark of a note, no part of the word before it.
NOTE_MARK = re.compile(
    r"(?:\s|<[^<>]{0,300}>){0,4}+[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]|note \d{1,3})[\])]?(?:\s|<[^<>]{0,300}>){0,4}?</sup",
    re.IGNORECASE,
)
# The date of publication in a page's structured data (JSON-LD).
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_BLANK_LINE = re.compile(r"(?>\r\n|\n|\r)[^\S\r\n]*(?>\r\n|\n|\r)\s*")

# Elements whose end tag may be missing: which open ones an opening tag closes, and how far up it looks for them.
_CLOSES = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    **dict.fromkeys(("dt", "dd"), ({"dt", "dd"}, {"dl"})),
    **dict.fromkeys(("td", "th"), ({"td", "th"}, {"tr", "table"})),
    "tr": ({"tr"}, {"table"}),
    **dict.fromkeys(("tbody", "thead", "tfoot"), ({"tbody", "thead", "tfoot", "caption"}, {"table"})),
    "option": ({"option"}, {"select"}),
}
_CELLS = frozenset({"td", "th"})
_TABLE_NAMES = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"})
_LONGEST_ROW = 400
_DEEPEST_SEARCH = 200


class _Element(Struct, frozen=True):
    """An open element: the kind of block its text makes, how deep a heading, and whether it is shown or is code."""

    name: str
    kind: BlockKind = BlockKind.PARAGRAPH
    is_shown: bool = True
    in_cell: bool = False
    in_pre: bool = False
    start: int = 0
    level: int = 0


def content(text: str) -> Content:
    """The blocks of a page; `<title>`, `<meta name= content=>` and the language of `<html>` are its metadata."""
    page = _Page(Excerpt(text))
    page.read()
    return Content(in_file_order(page.blocks), standard(page.metadata), tuple(page.comments))


def piece(excerpt: Excerpt, kind: BlockKind) -> Content:
    """What is in a piece of HTML within another format; blocks are of `kind` where their element says no other."""
    page = _Page(excerpt, kind)
    page.read()
    return Content(tuple(page.blocks), comments=tuple(page.comments))


def comment_at(excerpt: Excerpt, start: int, end: int) -> Comment:
    """The comment of an excerpt from `start` to `end`; one that is never closed has no closing mark."""
    is_closed = excerpt.text.endswith(markup.COMMENT_CLOSES, start + len(markup.COMMENT_OPENS), end)
    return excerpt.comment(start, end, len(markup.COMMENT_OPENS), len(markup.COMMENT_CLOSES) if is_closed else 0)


class _Page:
    """A page being read: the elements open at the present token, the block in the making, and what is done."""

    def __init__(self, excerpt: Excerpt, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.metadata: dict[str, str] = {}
        self._excerpt = excerpt
        self._text = excerpt.text
        self._prose = Prose(excerpt)
        self._open = [_Element("", kind)]
        self._counts: Counter[str] = Counter()
        self._cells = 0
        self._had_break = False

    def read(self) -> None:
        """Read the whole excerpt."""
        for token in markup.tokens(self._text):
            if token.kind is TokenKind.OPEN:
                self._start(token)
            elif token.kind is TokenKind.CLOSE:
                self._close(token)
            elif token.kind is TokenKind.RAW:
                self._raw(token)
            elif token.kind is TokenKind.COMMENT:
                self.comments.append(comment_at(self._excerpt, token.start, token.end))
            elif self._open[-1].is_shown:
                self._show(token)
        self._pop(1, len(self._text))
        self._flush()

    def _show(self, token: Token) -> None:
        written = token.value or self._text[token.start : token.end]
        if not written.isspace():
            self._had_break = False
        if token.kind is TokenKind.ENTITY:
            self._prose.put(token.value, token.start, token.end)
        elif self._open[-1].in_pre:
            self._show_lines(token)
        else:
            self._prose.keep(token.start, token.end)

    def _show_lines(self, token: Token) -> None:
        """Text as it was typed: its blank lines part blocks."""
        start = token.start
        for blank in _BLANK_LINE.finditer(self._text, token.start, token.end):
            self._prose.keep(start, blank.start())
            self._flush()
            start = blank.end()
        self._prose.keep(start, token.end)

    def _raw(self, token: Token) -> None:
        if self._open[-1].name == "title" and "title" not in self.metadata and not self._counts["svg"]:
            self._note("title", Span(token.start, token.end))
        elif self._open[-1].name == "script":
            found = _PUBLISHED.search(self._text, token.start, token.end)
            self._note("datepublished", Span(*found.span(1)) if found else None)

    def _start(self, token: Token) -> None:
        name = token.value
        if name in _VOID:
            self._void(token)
            return
        self._end_implied(name, token.start)
        if name in BLOCK_NAMES:
            self._part(name, token.start)
        outer = self._open[-1]
        values = markup.attributes(self._text, token)
        if name == "html":
            self._note("lang", values.get("lang") or values.get("xml:lang"))
        is_shown = outer.is_shown and not self._hides(token, values)
        if name == "q" and is_shown:
            self._prose.put("“", token.start, token.end)
        # What neither parts nor hides needs no end: that of `<b>` may stand anywhere.
        if token.is_closed or not (name in BLOCK_NAMES or name in CODE_NAMES or not is_shown):
            return
        kind = _KINDS.get(name, outer.kind)
        in_cell = name in _CELLS or (outer.in_cell and name != "table")
        is_shown = is_shown and name not in CODE_NAMES
        in_pre, level = outer.in_pre or name == "pre", _LEVELS.get(name, outer.level)
        self._open.append(_Element(name, kind, is_shown, in_cell, in_pre, token.start, level))
        self._counts[name] += 1

    def _hides(self, token: Token, values: Mapping[str, Span]) -> bool:
        if token.value in _HIDDEN or ("hidden" in values and values["hidden"].of(self._text) != "until-found"):
            return True
        style = values.get("style")
        if style is not None and _INVISIBLE.search(self._text, style.start, style.end):
            return True
        return token.value == "sup" and NOTE_MARK.match(self._text, token.end) is not None

    def _void(self, token: Token) -> None:
        if token.value == "br" and self._open[-1].is_shown:
            # One break goes on with the paragraph, two are how old pages part paragraphs.
            if self._had_break:
                self._part("p", token.start)
            else:
                self._had_break = True
            self._prose.put(" ", token.start, token.end)
        elif token.value == "hr":
            self._part("hr", token.start)
        elif token.value == "meta":
            self._meta(token)
        elif token.value == "img" and self._open[-1].is_shown:
            alternative = markup.attributes(self._text, token).get("alt")
            if alternative:
                self._alternative(alternative)

    def _alternative(self, span: Span) -> None:
        aside = Prose(self._excerpt)
        at = span.start
        while at < span.end:
            mark = self._text.find("&", at, span.end)
            token = markup.entity(self._text, mark) if mark >= 0 else None
            stop = mark + (token is None) if mark >= 0 else span.end
            aside.keep(at, stop)
            if token is not None and token.end <= span.end:
                aside.put(token.value, token.start, token.end)
            at = token.end if token is not None else stop
        block = aside.take(BlockKind.PARAGRAPH)
        # Some programs put the picture's file name there.
        if block is not None and " " in block.text:
            self.blocks.append(block)

    def _meta(self, token: Token) -> None:
        values = markup.attributes(self._text, token)
        named = values.get("name") or values.get("property") or values.get("itemprop") or values.get("http-equiv")
        if named:
            self._note(named.of(self._text).strip().lower(), values.get("content"))

    def _note(self, key: str, value: Span | None) -> None:
        from html import unescape  # noqa: PLC0415  reads its table when it is first needed

        text = " ".join(unescape(value.of(self._text)).split()) if value else ""
        if key and text:
            self.metadata.setdefault(key, text)

    def _close(self, token: Token) -> None:
        name = token.value
        if self._counts[name]:
            barrier = {"table"} if name in _TABLE_NAMES else _TABLE_NAMES
            number = self._nearest({name}, barrier)
            if number:
                self._pop(number, token.end)
                return
        if name in BLOCK_NAMES - _CELLS:
            self._part(name, token.start)
        elif name == "q" and self._open[-1].is_shown:
            self._prose.put("”", token.start, token.end)

    def _nearest(self, names: set[str], barrier: set[str] | frozenset[str]) -> int:
        """The number of the innermost open element of one of `names` within the nearest of `barrier`, or 0."""
        for number in range(len(self._open) - 1, max(0, len(self._open) - _DEEPEST_SEARCH), -1):
            if self._open[number].name in names:
                return number
            if self._open[number].name in barrier:
                return 0
        return 0

    def _end_implied(self, name: str, at: int) -> None:
        if name in BLOCK_NAMES and self._counts["p"]:
            number = self._nearest({"p"}, BLOCK_NAMES)
            if number:
                self._pop(number, at)
        if name in _CLOSES:
            closed, barrier = _CLOSES[name]
            number = self._nearest(closed, barrier) if any(self._counts[each] for each in closed) else 0
            if number:
                self._pop(number, at)

    def _pop(self, number: int, at: int) -> None:
        """Close the open elements from `number` on; `at` is where the tag that does so ends or the next begins."""
        while len(self._open) > number:
            element = self._open[-1]
            if element.name in BLOCK_NAMES:
                self._part(element.name, at)
            self._open.pop()
            self._counts[element.name] -= 1
            if not self._open[-1].is_shown:
                continue
            if element.name in CODE_NAMES and not element.in_pre:
                self._prose.put(PLACEHOLDER, element.start, at)

    def _part(self, name: str, at: int) -> None:
        """End the block, or begin a cell, or keep in mind that a second paragraph of a cell begins a block."""
        self._had_break = False
        if not self._open[-1].is_shown:
            return
        if name in _CELLS:
            if self._open[-1].name not in _CELLS:
                if self._cells or self._prose.length:
                    self._prose.cell(at)
                    self._cells = max(self._cells, 1)
                self._cells += 1
        elif self._open[-1].in_cell and name not in _KINDS:
            self._prose.part(at)
        else:
            self._flush()
            if name in _TABLE_NAMES:
                self._cells = 0

    def _flush(self) -> None:
        kind = self._open[-1].kind
        # Rows of one cell, and of cells with paragraphs in them, are how pages lay out text that is no table.
        if kind is BlockKind.ROW and (self._cells < 2 or self._prose.length > _LONGEST_ROW):
            self.blocks += self._prose.take_parts(BlockKind.PARAGRAPH if self._cells < 2 else kind)
        else:
            self._add(self._prose.take(kind, self._open[-1].level if kind is BlockKind.HEADING else 0))

    def _add(self, block: Block | None) -> None:
        if block is not None:
            self.blocks.append(block)
