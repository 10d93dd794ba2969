"""Paragraphs that are no running text but the lines of a signature or contact block, each in title case.

Each line becomes a block of its own, so that a name and the office under it do not run into one sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.extract.scan import scan
from factlint.extract.signatures import paired
from factlint.read.runs import part_of
from factlint.text import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lexicon import Lexicon
    from factlint.text import Block, Document

_FEWEST_LINES = 2
_LONGEST_LINE, _LONGEST_PARAGRAPH = 50, 400
# Words of up to this many letters are often small in title case.
_SHORT = 3
_LINE_END = re.compile(r"[\r\n\v\f\x85\u2028\u2029]|<br\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_UNFINISHED = (",", ";", ":", "-", "‐", "–", "—", "&", ".", "!", "?", "…")
# Marks of the end of a sentence stand at the end of initials and of abbreviations as well ("Vestas Inc.").
_ABBREVIATED = re.compile(r"(?:\b\w|\b[A-Z][a-z]{1,3})\.$")


def in_lines(document: Document, lexicon: Lexicon) -> Document:
    """The document with each line of such a paragraph as a block; the document itself where it has none."""
    blocks = tuple(line for block in document.blocks for line in _lines_of(block, document.text, lexicon))
    return document if len(blocks) == len(document.blocks) else replace(document, blocks=blocks)


def _lines_of(block: Block, text: str, lexicon: Lexicon) -> Sequence[Block]:
    """The lines of a paragraph that signs, each a block; any other block as it is."""
    spans = _lines(block, text) if _may_have_lines(block, text) else []
    written = [span.of(block.text) for span in spans]
    if len(spans) < _FEWEST_LINES or not all(_is_title(line) or _is_label(line) for line in written):
        return (block,)
    lines = [part_of(block, span) for span in spans]
    is_signature = any(paired([scan(line, lexicon).labels for line in lines]))
    return lines if is_signature else (block,)


def _may_have_lines(block: Block, text: str) -> bool:
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM} or len(block.text) > _LONGEST_PARAGRAPH:
        return False
    return _LINE_END.search(text, block.runs[0].file, block.runs[-1].file_end) is not None


def _lines(block: Block, text: str) -> list[Span]:
    """The lines of a block in its prose, without the spaces between them."""
    ends = [at for at, mark in enumerate(block.text) if mark == " " and _is_line_end(block, at, text)]
    return [Span(before + 1, after) for before, after in pairwise([-1, *ends, len(block.text)])]


def _is_line_end(block: Block, at: int, text: str) -> bool:
    return _LINE_END.search(block.file_span(Span(at, at + 1)).of(text)) is not None


def _is_title(line: str) -> bool:
    """True for a short line whose longer words are all in capitals, and that may end there."""
    words = _WORD.findall(line)
    if not words or len(line) > _LONGEST_LINE or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    if line.endswith(_UNFINISHED) and not _ABBREVIATED.search(line):
        return False
    return words[-1][0] == words[-1][0].upper() and all(
        word[0] == word[0].upper() for word in words if len(word) > _SHORT
    )


def _is_label(line: str) -> bool:
    """True for a short line that announces the next ("For media:"), and for one without words (a telephone number)."""
    return len(line) <= _LONGEST_LINE and (line.endswith(":") or not any(mark.isalpha() for mark in line))
