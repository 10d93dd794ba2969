"""Plain text: paragraphs, and short lines that stand for themselves.

Blank lines part paragraphs. Within a paragraph a line end is taken for a fold of the text, and becomes a space,
where the next line goes on with the sentence in lower case, or where the text looks folded at some width: the longest
line of its paragraphs has 45 to 120 characters, and the next line's first word would not have fitted behind this line
(or the line is at least six tenths as long and ends in no sentence mark). Every other line end begins a new block, so
that the lines of a wire header (`SLUG: SYRIA`, `TX: FRIDAY`), a byline or a list of names do not run into one sentence,
and a file with one long line a paragraph keeps its paragraphs, while a name broken over a fold stays one name.

A line with gaps of three spaces or more, tabs or bars between its words is the row of a table.

Plain text has no comments of its own. What speaks to factlint, `# factlint-ignore` and the like, is one, at the end of
a line or on a line of its own; the text around it is read as though it were not there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.read.excerpt import Excerpt
from factlint.read.prose import Content, Prose
from factlint.text import Block, BlockKind, Comment, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]*(?:\r\n|[\r\n\f\v\x85\u2028\u2029]|\Z)")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|[\r\n])")
_ADDRESSEE = "factlint-"
_COMMENT = re.compile(
    rf"""(?:^|(?<=[ \t\r\n]))(?P<mark>(?:\#|//|%|;|\.\.)[ \t]*(?P<inner>{_ADDRESSEE}[^\r\n]*)
       | <!--\s*(?P<enclosed>{_ADDRESSEE}(?:(?!-->)[^\r\n])*)-->)""",
    re.VERBOSE,
)
_PARAGRAPH_ENDS = frozenset("\f\v\u2029")
_NARROWEST_FOLD = 45
_WIDEST_FOLD = 120
_FULL_ENOUGH = 0.6
_LONGEST_HEADLINE = 120

_BULLET = re.compile(r"[-*+•‣◦▪–—]\s+(?=\S)")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[A-Za-z]\))\s+(?=\S)")
_COLUMNS = re.compile(r"(?<=\S)(?: {3,}|[ ]*\t[ \t]*)(?:\|\s+)?(?=\S)|(?<=\S)\s+\|\s+(?=\S)")
_LABEL = re.compile(r"[A-Z][\w /-]{0,24}:(?:\s|$)")
_RULE = re.compile(r"[-=_*~#+.\s]+")
_SENTENCE_ENDS = (".", "!", "?")
_SENTENCE_MARKS = tuple('.!?:;…"”’)')
_HYPHENATED = re.compile(r"\w[-‐]$")


class _Line(Struct, frozen=True):
    """A line of the text without the white space around it; `ends_paragraph` at a page or paragraph mark."""

    text: str
    start: int
    ends_paragraph: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def content(text: str) -> Content:
    """The blocks of plain text; a first line that stands alone and ends like no sentence is its heading."""
    comments = tuple(_comments(Excerpt(text)))
    return Content(blocks_of(_without(text, comments)), comments=comments)


def blocks_of(excerpt: Excerpt) -> tuple[Block, ...]:
    """The blocks of an excerpt that is plain text without comments."""
    found: list[Block] = []
    paragraphs = list(_paragraphs(excerpt.text))
    width = _width(paragraphs)
    for paragraph in paragraphs:
        for lines in _folded(paragraph, width):
            kind = _kind(lines, paragraph, is_first=not found)
            block = _row(excerpt, lines[0]) if kind is BlockKind.ROW else _block(excerpt, lines, kind)
            if block is not None:
                found.append(block)
    if len(found) == 1:
        found[0] = replace(found[0], kind=BlockKind.PARAGRAPH)
    return tuple(found)


def _comments(excerpt: Excerpt) -> Iterator[Comment]:
    for found in _COMMENT.finditer(excerpt.text) if _ADDRESSEE in excerpt.text else ():
        name = "inner" if found["inner"] is not None else "enclosed"
        inner, start, end = found.span(name), found.start("mark"), found.end()
        yield excerpt.comment(start, end, inner[0] - start, end - inner[1])


def _without(text: str, comments: Sequence[Comment]) -> Excerpt:
    """The text without its comments, and without the lines that hold nothing else."""
    kept, start = [], 0
    for comment in comments:
        line = max(text.rfind("\n", 0, comment.span.start), text.rfind("\r", 0, comment.span.start)) + 1
        is_alone = not text[line : comment.span.start].strip()
        kept.append(Span(start, max(start, line if is_alone else comment.span.start)))
        behind = _LINE_END.match(text, comment.span.end) if is_alone else None
        start = behind.end() if behind else comment.span.end
    return Excerpt.of(text, [*kept, Span(start, len(text))])


def _lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        line = found.group()
        yield _Line(line.strip(), found.start() + len(line) - len(line.lstrip()), line[-1:] in _PARAGRAPH_ENDS)


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """The lines between blank lines; a line of rules or dots parts as a blank one does."""
    lines: list[_Line] = []
    for line in _lines(text):
        is_rule = _RULE.fullmatch(line.text) is not None
        if line.text and not is_rule:
            lines.append(line)
        if lines and (not line.text or is_rule or line.ends_paragraph):
            yield lines
            lines = []
    if lines:
        yield lines


def _width(paragraphs: list[list[_Line]]) -> int:
    """The length of the longest line that may be folded, of the paragraphs that have several lines."""
    lengths = (len(line.text) for paragraph in paragraphs for line in paragraph if len(paragraph) > 1)
    return max((length for length in lengths if length <= _WIDEST_FOLD), default=0)


def _folded(paragraph: list[_Line], width: int) -> Iterator[list[_Line]]:
    """The paragraph's lines, together where one is folded into the next; `width` is that of the text."""
    width = max(width, *(len(line.text) for line in paragraph))
    lines = paragraph[:1]
    for line in paragraph[1:]:
        if not _is_fold(lines[-1].text, line.text, width) or _begins_item(line.text, lines[-1].text, paragraph[0].text):
            yield lines
            lines = []
        lines.append(line)
    yield lines


def _is_fold(line: str, following: str, width: int) -> bool:
    if _is_row(line) or _is_row(following):
        return False
    if following[0].islower() and not line.endswith(_SENTENCE_ENDS):
        return True
    if not _NARROWEST_FOLD <= width <= _WIDEST_FOLD or (_LABEL.match(line) and _LABEL.match(following)):
        return False
    is_full = len(line) + 1 + len(following.split(None, 1)[0]) > width
    is_cut = len(line) >= max(_NARROWEST_FOLD, _FULL_ENOUGH * width) and not line.endswith(_SENTENCE_MARKS)
    return is_full or is_cut


def _begins_item(line: str, previous: str, first: str) -> bool:
    """True for a bullet or number in a list; elsewhere a fold may well come before a dash or a number."""
    return _is_item(line) and (_is_item(first) or previous.endswith(":"))


def _is_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


def _is_row(line: str) -> bool:
    """True for a line with gaps between words, other than one behind a bullet or number."""
    item = _BULLET.match(line) or _NUMBERED.match(line)
    return _COLUMNS.search(line, item.end() if item else 0) is not None


def _kind(lines: list[_Line], paragraph: list[_Line], *, is_first: bool) -> BlockKind:
    line = lines[0].text
    if _is_row(line):
        return BlockKind.ROW
    if _is_item(line):
        return BlockKind.ITEM
    stands_alone = is_first and len(paragraph) == 1 and len(line) <= _LONGEST_HEADLINE
    if stands_alone and not line.endswith((*_SENTENCE_MARKS, ",")) and not _LABEL.match(line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _row(excerpt: Excerpt, line: _Line) -> Block | None:
    prose = Prose(excerpt)
    bullet = _BULLET.match(line.text)
    start = line.start + (bullet.end() if bullet else 0)
    for gap in _COLUMNS.finditer(excerpt.text, start, line.end):
        prose.keep(start, gap.start())
        prose.cell(gap.start())
        start = gap.end()
    prose.keep(start, line.end)
    return prose.take(BlockKind.ROW)


def _block(excerpt: Excerpt, lines: list[_Line], kind: BlockKind) -> Block | None:
    prose = Prose(excerpt)
    bullet = _BULLET.match(lines[0].text)
    start = lines[0].start + (bullet.end() if bullet else 0)
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        prose.keep(start, line.end)
        if following is not None:
            # A compound name broken at its hyphen is one word; other lines are parted by the fold.
            if not _HYPHENATED.search(line.text):
                prose.keep(line.end, following.start)
            start = following.start
    return prose.take(kind)
