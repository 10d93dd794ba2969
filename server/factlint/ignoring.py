"""Ignoring: where a comment goes into a draft so that a finding is hidden, in its place or in the whole file.

Formats differ in where a comment may stand without harm: one between two rows ends a table, one behind a paragraph of
reStructuredText is prose. So places are tried in order, the draft is read again with the comment in it, and the first
place is taken at which it is understood, covers the finding, and leaves all prose as it was.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from factlint.changes import Change, applied
from factlint.ignore_comments import Directive, Kind, directives
from factlint.read import format_of, read
from factlint.read.metadata import front_matter
from factlint.suppression import covered
from factlint.text import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.model import Finding
    from factlint.text import Block, Document

_ENCLOSED = ("<!-- ", " -->")
_MARKS = {
    **dict.fromkeys(("markdown", "html"), _ENCLOSED),
    **dict.fromkeys(("adoc", "typst"), ("// ", "")),
    **dict.fromkeys(("git", "org", "plain"), ("# ", "")),
    "rst": (".. ", ""),
    "tex": ("% ", ""),
}
# Formats that have no comments behind text.
_ON_LINES_ALONE = frozenset({"adoc", "git", "org", "rst"})
# Those in which nothing may stand before a comment.
_AT_LINE_STARTS = frozenset({"adoc", "git"})
# What stays behind a comment at the end of a line of Markdown: a forced line end, the last bar of a row.
_KEPT_LAST = re.compile(r"[ \t]*(?:\\|\|[ \t]*|[ \t])\Z")
_TRAILING = re.compile(r"[ \t]*\Z")
_INDENT = re.compile(r"[ \t]*")
_DECLARATION = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>]*>|\s*<\?xml[^>]*>", re.IGNORECASE)
_COMMENT_LINES = re.compile(r"(?:%[^\r\n]*(?:\r\n|\n|\r))*")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
# The line over a title of reStructuredText.
_OVERLINE = re.compile(r"([^\w\s])\1*\s*\Z")


def ignored_here(finding: Finding) -> Change | None:
    """What hides a finding in its place, for its rule alone; None where no comment can stand there."""
    document = finding.document
    block = document.block_at(finding.span.start)
    places = _around(finding, block) if block else iter(())
    return next((each for each in (*_named_too(finding, Kind.NEXT), *places) if _hides(each, finding)), None)


def ignored_in_file(finding: Finding) -> Change | None:
    """What hides all findings of a finding's rule in the draft; None where no comment can stand in it."""
    document = finding.document
    comment = _comment(document, Kind.FILE, finding.rule)
    top, end = _top(document), _line_end(document)
    is_tight = format_of(document.path) not in ("html", "markdown", "rst") or _LINE_END.match(document.text, top)
    behind = "" if is_tight else end
    before = "" if top == 0 or document.text[top - 1] in "\r\n" else end
    last = "" if document.text.endswith(("\n", "\r")) else end
    places = (
        Change(Span(top, top), f"{before}{comment}{end}{behind}"),
        Change(Span(len(document.text), len(document.text)), f"{last}{end}{comment}{end}"),
    )
    return next((each for each in (*_named_too(finding, Kind.FILE), *places) if _hides(each, finding)), None)


def _named_too(finding: Finding, kind: Kind) -> Iterator[Change]:
    """The rule put into comments that name others already."""
    for directive in directives(finding.document):
        if directive.kind is kind and directive.names and not directive.unread:
            at = directive.names[-1].span.end
            yield Change(Span(at, at), f", {finding.rule}")


def _around(finding: Finding, block: Block) -> Iterator[Change]:
    """Places for a comment of its own, those that cover least first; a line of its own where that is no more."""
    document, form = finding.document, format_of(finding.document.path)
    comment = _comment(document, Kind.NEXT, finding.rule)
    first = document.position(block.runs[0].file).line
    last = document.position(block.runs[-1].file_end - 1).line
    above = _above(document, first, comment, is_apart=form == "rst")
    if first == last and block.kind not in (BlockKind.ITEM, BlockKind.ROW):
        yield above
    if form not in _ON_LINES_ALONE:
        yield from _behind(document, document.position(finding.last).line, comment)
    elif form != "rst":
        # Between two lines of a paragraph it covers what follows.
        yield _above(document, document.position(finding.span.start).line, comment, is_apart=False)
    yield above
    if _MARKS[form] is _ENCLOSED:
        yield Change(Span(finding.span.end, finding.span.end), f" {comment}")


def _above(document: Document, number: int, comment: str, *, is_apart: bool) -> Change:
    """A comment on a line before line `number`, indented like that; where it is to be apart, between blank lines."""
    if is_apart and number > 1 and _OVERLINE.match(document.line(number - 1)):
        number -= 1
    start, end = document.line_starts[number - 1], _line_end(document)
    indent = None if format_of(document.path) in _AT_LINE_STARTS else _INDENT.match(document.line(number))
    needs_blank = is_apart and number > 1 and document.line(number - 1).strip()
    before, behind = (end if needs_blank else "", end if is_apart else "")
    return Change(Span(start, start), f"{before}{indent.group() if indent else ''}{comment}{end}{behind}")


def _behind(document: Document, number: int, comment: str) -> Iterator[Change]:
    """A comment at the end of line `number`, before what has to stay last there."""
    line, start = document.line(number), document.line_starts[number - 1]
    for pattern in (_KEPT_LAST, _TRAILING):
        found = pattern.search(line)
        if found:
            at = start + found.start()
            yield Change(Span(at, at), f" {comment}")


def _comment(document: Document, kind: Kind, rule: str) -> str:
    opening, closing = _MARKS[format_of(document.path)]
    return f"{opening}{kind}: {rule}{closing}"


def _top(document: Document) -> int:
    """Where the document proper begins: behind front matter, declarations, and comments that have to come first."""
    form, text = format_of(document.path), document.text
    end = front_matter(text)[1] if form in ("adoc", "markdown") else 0
    first = {"html": _DECLARATION, "tex": _COMMENT_LINES}.get(form)
    found = first.match(text) if first else None
    end = found.end() if found else end
    behind = _LINE_END.match(text, end) if end else None
    return behind.end() if behind else end


def _line_end(document: Document) -> str:
    """The line end that the document uses first."""
    found = re.search(r"\r\n|\n|\r", document.text)
    return found.group() if found else "\n"


def _hides(change: Change, finding: Finding) -> bool:
    """True where a change does no more than to hide the finding."""
    before = finding.document
    # With a byte-order mark before it the text is read as it is, whatever character set it declares.
    text = applied(before.text, [change])
    after = read(before.path, codecs.BOM_UTF8 + text.encode("utf-8", "replace"))
    if _prose(after) != _prose(before) or after.metadata != before.metadata:
        return False
    moved = len(change.text) if change.span.start <= finding.span.start else 0
    span = Span(finding.span.start + moved, finding.span.end + moved)
    return any(_asks_for(directive, finding.rule, span, after) for directive in directives(after))


def _asks_for(directive: Directive, rule: str, span: Span, document: Document) -> bool:
    if directive.unread or rule not in {name.text for name in directive.names}:
        return False
    reach = covered(document, directive.comment.span) if directive.kind is Kind.NEXT else None
    return directive.kind is Kind.FILE or (reach is not None and reach.overlaps(span))


def _prose(document: Document) -> list[tuple[BlockKind, str]]:
    """The blocks as they read; a comment in the midst of one may leave a space."""
    return [(block.kind, " ".join(block.text.replace("\ufffc", " ").split())) for block in document.blocks]
