"""Reading a text again of which an edit changed some words: at the cost of the paragraph that they stand in.

That is so for a paragraph of Markdown that is nothing but words and marks between blank lines, before the edit and
behind it, and for words that stand behind the first of their line: they cannot make anything else of the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.edit import Edit
from factlint.read.excerpt import Excerpt
from factlint.read.prose import Prose
from factlint.text import Block, BlockKind, Comment, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TELLING = frozenset({"md", "markdown", "qmd", "rmd"})
# What is only words and marks in any Markdown, and what of it may be edited.
_PLAIN = re.compile(r"(?:[^\W_]|[ \r\n,;:.!?()%…'’‘\"“”–—-])+")
_WORDS = re.compile(r"(?:[^\W_]|[ ,;.!?'’‘\"“”])*")
_FIRST_WORD = re.compile(r"[A-Za-z]{2,}[,;]? ")
_BLANK_BEFORE = re.compile(r"(?:\A|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))\Z")
_BLANK_BEHIND = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|\Z)|[ \t]*\Z")
# What begins an address, and at the start of a line a definition or a division.
_NOT_PLAIN = re.compile(r"www\.|mailto:|(?:\A|[\r\n])[ ]*:")
# How far before a paragraph a blank line is looked for.
_NEAR = 80


def read_again(old: Document, text: str) -> Document | None:
    """The document in `text`, an edit of an old one's; None where it has to be read as a whole."""
    if old.path.rpartition(".")[2].lower() not in _TELLING or old.as_written is not None:
        return None
    edit = Edit.between(old.text, text)
    block = old.block_at(max(0, edit.start - 1))
    place = _place(block) if block is not None else None
    if block is None or place is None or not _is_plain_edit(old, text, edit, block, place):
        return None
    new = Span(place.start, place.end + edit.by)
    prose = Prose(Excerpt.of(text, [new]))
    prose.keep(0, len(new))
    made = prose.take(block.kind)
    return (
        replace(
            old,
            text=text,
            blocks=tuple(_moved(old.blocks, block, made, edit)),
            comments=tuple(_moved_comments(old, edit)),
        )
        if made is not None
        else None
    )


def _place(block: Block) -> Span | None:
    """Where in the file a block stands that is one paragraph."""
    return Span(block.runs[0].file, block.runs[-1].file_end) if block.kind is BlockKind.PARAGRAPH else None


def _is_plain_edit(old: Document, text: str, edit: Edit, block: Block, place: Span) -> bool:
    """True where words of a plain paragraph give way to others behind the first word of their line."""
    if not (place.start < edit.start and edit.end <= place.end):
        return False
    before, behind = place.of(old.text), text[place.start : place.end + edit.by]
    line = old.text[old.line_starts[old.position(edit.start).line - 1] : edit.start]
    return (
        all(_WORDS.fullmatch(words) for words in (old.text[edit.start : edit.end], _put(text, edit)))
        and all(_is_plain(each) for each in (before, behind))
        and " ".join(before.split()) == block.text
        and _FIRST_WORD.search(line) is not None
        and _BLANK_BEFORE.search(old.text[max(0, place.start - _NEAR) : place.start]) is not None
        and _BLANK_BEHIND.match(old.text, place.end) is not None
    )


def _put(text: str, edit: Edit) -> str:
    return text[edit.start : edit.end + edit.by]


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and _NOT_PLAIN.search(text) is None and text == text.strip()


def _moved(blocks: tuple[Block, ...], changed: Block, made: Block, edit: Edit) -> Iterator[Block]:
    for block in blocks:
        if block is changed:
            yield made
        elif block.runs[0].file >= edit.end:
            yield replace(block, runs=tuple(replace(run, file=run.file + edit.by) for run in block.runs))
        else:
            yield block


def _moved_comments(old: Document, edit: Edit) -> Iterator[Comment]:
    for comment in old.comments:
        span, inner = edit.moved(comment.span), edit.moved(comment.inner)
        if span is not None and inner is not None:
            yield Comment(span, inner)
