"""Messages of git commits: what is written above the scissors, without comments and trailers, read as plain text."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from factlint.read import plain
from factlint.read.excerpt import Excerpt
from factlint.read.lines import TextLine, lines_of
from factlint.read.names import names
from factlint.read.prose import Content
from factlint.text import Comment

if TYPE_CHECKING:
    from collections.abc import Sequence

# Below this line git has put what is committed, whatever the mark of comments.
_SCISSORS = re.compile(r"\S[ ]-{10,}[ ]>8[ ]-{10,}\Z")
_TRAILER = re.compile(r"([A-Za-z][A-Za-z0-9-]*)(?::[ \t]|[ \t]*#\d)|\(cherry picked from commit [0-9a-f]+\)\Z")
# A word and a colon begin sentences as well ("Note: ..."), so a trailer of one word has to be one of these.
_TRAILER_WORDS = names("bug cc closes fixes issue link refs references resolves see ticket")


def content(text: str) -> Content:
    """The blocks of a commit message."""
    lines = list(lines_of(text))
    cut = next((number for number, line in enumerate(lines) if _SCISSORS.match(line.text)), len(lines))
    message = [line for line in lines[:cut] if not line.text.startswith("#")]
    comments = (line for line in lines[:cut] if line.text.startswith("#"))
    kept = message[: len(message) - _trailers(message)]
    blocks = plain.blocks_of(Excerpt.of(text, [line.whole() for line in kept]))
    return Content(
        blocks,
        comments=tuple(Comment(line.whole(0, len(line.text)), line.whole(1, len(line.text))) for line in comments),
    )


def _trailers(lines: Sequence[TextLine]) -> int:
    """How many lines at the end are trailers, with the blank ones about them: their paragraph is never the first."""
    paragraphs = [(is_text, list(group)) for is_text, group in groupby(lines, key=lambda line: bool(line.text))]
    while paragraphs and not paragraphs[-1][0]:
        paragraphs.pop()
    if sum(is_text for is_text, _ in paragraphs) < 2 or not _are_trailers(paragraphs[-1][1]):
        return 0
    return len(lines) - sum(len(group) for _, group in paragraphs[:-1])


def _are_trailers(paragraph: Sequence[TextLine]) -> bool:
    return not paragraph[0].indent and all(line.indent or _is_trailer(line.text) for line in paragraph)


def _is_trailer(line: str) -> bool:
    found = _TRAILER.match(line)
    return found is not None and (not found[1] or "-" in found[1] or found[1].lower() in _TRAILER_WORDS)
