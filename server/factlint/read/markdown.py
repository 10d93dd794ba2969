"""Markdown: blocks by the tree-sitter grammar, what is inside them by `markdown_inline`.

The grammar sees the text with commas for what it has no use for. It knows no mark beyond ASCII, so that commas there
change nothing but that its byte offsets are offsets in the text. Escapes and ampersands it takes for errors where a
paragraph begins with a bracket, and bars for the head of a table over a line of hyphens; an error can cost it the rest
of the text. What is left of those is read as paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tree_sitter_markdown
from msgspec import Struct
from tree_sitter import Language, Node, Parser

from factlint.read import html, markdown_inline
from factlint.read.excerpt import Excerpt
from factlint.read.metadata import front_matter, front_matter_comments
from factlint.read.prose import Content, Prose, in_file_order, once
from factlint.text import BlockKind, Comment, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

_LANGUAGE = Language(tree_sitter_markdown.language())
_UNUSED = re.compile(r"[^\x01-\x7f]|\\[!-/:-@\[-`{-~]|&")
_LINE_END = r"(?>\r\n|\n|\r)"
_OVER_HYPHENS = re.compile(rf"(?:\A|(?<=[\r\n]))[^\r\n|]*+\|[^\r\n]*+(?={_LINE_END}[ \t>]*:?-+:?[ \t]*(?:[\r\n]|\Z))")
_RULE = re.compile(r"(?:---|\+\+\+)(?=[ \t]*[\r\n])")
_LINE_START = r"(?:\A|(?<=[\r\n]))[ \t]{0,3}"
_CLOSING = re.compile(r"(?<=[ \t])#+[ \t]*\Z")
_NOTE = re.compile(rf"{_LINE_START}\[\^[^\]\s]{{1,200}}\]:[ \t]*")
_COMMENT = re.compile(r"""\[(?://|comment)\]:\s*(?:#|<>)\s+["'(](.*)["')][ \t]*""", re.DOTALL | re.IGNORECASE)
# What parts a paragraph of the grammar's: the mark of a definition (Pandoc, kramdown), the fence of a division, the
# label of a note, a blank line within a note.
_PARTING = re.compile(
    rf"{_LINE_START}(?::[ \t]+(?=\S)|:::+[^\r\n]*|\[\^[^\]\s]{{1,200}}\]:[ \t]*)|{_LINE_END}[ \t]*{_LINE_END}"
)

_KINDS = {
    "atx_heading": BlockKind.HEADING,
    "setext_heading": BlockKind.HEADING,
    "block_quote": BlockKind.QUOTATION,
    "list_item": BlockKind.ITEM,
}
_LEVELS = {f"atx_h{level}_marker": level for level in range(1, 7)} | {
    "setext_h1_underline": 1,
    "setext_h2_underline": 2,
}
_NOT_PROSE = frozenset({"fenced_code_block", "minus_metadata", "plus_metadata", "thematic_break"})
_ROWS = frozenset({"pipe_table_header", "pipe_table_row"})
_LEAVES = frozenset({"ERROR", "inline", "html_block", "indented_code_block", "link_reference_definition"}) | _ROWS


class _Leaf(Struct, frozen=True):
    """A part of the document without blocks inside, the kind of block that it lies in, and how deep a heading."""

    node: Node
    kind: BlockKind
    level: int = 0


def content(text: str) -> Content:
    """The blocks of a Markdown text; front matter is its metadata."""
    metadata, start = front_matter(text)
    leaves = list(_leaves(Parser(_LANGUAGE).parse(_stand_in(text, start).encode("ascii")).root_node))
    found: list[Content] = []
    labels = frozenset(_labels(text, leaves))
    in_note = False
    for leaf in leaves:
        excerpt = _excerpt(text, leaf.node)
        # The grammar knows no notes: their further paragraphs are indented code to it.
        if leaf.node.type != "indented_code_block" or in_note:
            found += _parts_of(excerpt, leaf, labels)
        in_note = bool(_NOTE.match(excerpt.text)) or (in_note and leaf.node.type == "indented_code_block")
    blocks = [block for part in found for block in part.blocks]
    comments = [*front_matter_comments(text, start), *(comment for part in found for comment in part.comments)]
    return Content(in_file_order(blocks), metadata, once(comments))


def _stand_in(text: str, start: int) -> str:
    """The text as the grammar sees it, of the same length but for a last line end; no front matter up to `start`."""
    if not start:
        # A rule at the very top is not to be taken for front matter, which was ruled out.
        start = found.end() if (found := _RULE.match(text)) else 0
    body = _UNUSED.sub(lambda found: "," * len(found.group()), text[start:])
    return "\n" * start + _OVER_HYPHENS.sub(lambda found: found.group().replace("|", ","), body) + "\n"


def _leaves(root: Node) -> Iterator[_Leaf]:
    waiting = [_Leaf(root, BlockKind.PARAGRAPH)]
    while waiting:
        leaf = waiting.pop()
        if leaf.node.type in _LEAVES:
            yield leaf
        elif leaf.node.type not in _NOT_PROSE:
            kind = _KINDS.get(leaf.node.type, leaf.kind)
            level = next((_LEVELS[child.type] for child in leaf.node.children if child.type in _LEVELS), leaf.level)
            waiting += (_Leaf(child, kind, level) for child in reversed(leaf.node.named_children))


def _excerpt(text: str, node: Node) -> Excerpt:
    """The text of a node without the marks of quotations and lists that its further lines begin with."""
    start, end = node.start_byte, min(node.end_byte, len(text))
    spans = []
    for child in node.named_children if "\n" in text[start:end] or "\r" in text[start:end] else ():
        if child.type == "block_continuation" and child.start_byte < child.end_byte:
            spans.append(Span(start, max(start, child.start_byte)))
            start = child.end_byte
    return Excerpt.of(text, [*spans, Span(start, max(start, end))])


def _labels(text: str, leaves: list[_Leaf]) -> Iterator[str]:
    for leaf in leaves:
        if leaf.node.type == "link_reference_definition":
            label = leaf.node.named_children[0]
            yield markdown_inline.normal_label(text[label.start_byte + 1 : label.end_byte - 1])


def _parts_of(excerpt: Excerpt, leaf: _Leaf, labels: Set[str]) -> Iterator[Content]:
    kind = leaf.node.type
    if kind == "html_block":
        yield html.piece(excerpt, leaf.kind)
        return
    if kind in _ROWS:
        yield _read(excerpt, _cells(leaf.node), BlockKind.ROW, labels)
        return
    if kind == "link_reference_definition" and not _NOTE.match(excerpt.text):
        yield Content((), comments=tuple(_in_definition(excerpt)))
        return
    closing = _CLOSING.search(excerpt.text) if leaf.kind is BlockKind.HEADING else None
    text = excerpt.text[: closing.start()] if closing else excerpt.text
    for part in _parts(text):
        yield _read(excerpt, [part], leaf.kind, labels, leaf.level)


def _in_definition(excerpt: Excerpt) -> Iterator[Comment]:
    """The title of a link definition that links to nothing, which is how Markdown without HTML has comments."""
    found = _COMMENT.match(excerpt.text)
    if found:
        yield excerpt.comment(*found.span(), found.start(1), found.end() - found.end(1))


def _read(excerpt: Excerpt, cells: list[Span], kind: BlockKind, labels: Set[str], level: int = 0) -> Content:
    prose = Prose(excerpt)
    aside: list[Content] = []
    for number, cell in enumerate(cells):
        if number:
            prose.cell(cells[number - 1].end)
        aside.append(markdown_inline.read(excerpt, cell, prose, labels))
    block = prose.take(kind, level)
    blocks = (*([block] if block else ()), *(block for part in aside for block in part.blocks))
    return Content(blocks, comments=tuple(comment for part in aside for comment in part.comments))


def _parts(text: str) -> Iterator[Span]:
    """The text cut where a line of it begins a definition, a division or a note."""
    start = 0
    for found in _PARTING.finditer(text):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, len(text))


def _cells(row: Node) -> list[Span]:
    start = row.start_byte
    cells = (cell for cell in row.named_children if cell.type == "pipe_table_cell")
    return [Span(cell.start_byte - start, cell.end_byte - start) for cell in cells]
