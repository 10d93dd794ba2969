"""Markdown within a paragraph: emphasis, code, links, images, notes, raw tags, entities, escapes, formulas.

Follows CommonMark 0.31 with GitHub's and Pandoc's additions, as far as they decide what is prose; how emphasis nests
does not matter here. The inline grammar of tree-sitter-markdown is not used: 100 kB of `*` or `_a ` keep it busy for
minutes, `$5 million and $6 million` is a formula to it, and `[sic]` a link. All steps here take linear time.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.read import markup
from factlint.read.html import BLOCK_NAMES, CODE_NAMES, NOTE_MARK, comment_at
from factlint.read.links import address_end
from factlint.read.markdown_emphasis import Delimiter, consumed
from factlint.read.prose import PLACEHOLDER, Content, Prose
from factlint.text import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Set

    from factlint.read.excerpt import Excerpt

_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
      | (?P<code>`+)
      | (?P<delimiter>\*+|_+|~~+)
      | (?P<open>!?\[|\^\[)
      | (?P<close>\])
      | (?P<angle><)
      | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
      | (?P<formula>\$\$?)
      | (?P<template>\{\{[^{}]{0,300}\}\}|\{%[^{}]{0,300}%\})
      | (?P<address>(?:https?://|www\.)[^\s<>\[\]`]+)
      | (?P<hard_break>\\(?=[\r\n]))
    """,
    re.VERBOSE,
)
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,100}@[^\s<>@]{1,200})>")
_TARGET = re.compile(
    r"""\(\s*+
        (?:<[^<>\r\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]{0,500}+\)){0,500}+\)){0,2000}+)
        (?:\s++(?:"(?:[^"\\]|\\.){0,1000}"|'(?:[^'\\]|\\.){0,1000}'|\((?:[^()\\]|\\.){0,1000}\)))?+
        \s*+\)(?:\{[^{}\r\n]{0,200}\})?
    """,
    re.VERBOSE | re.DOTALL,
)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
# What brackets hold that is no text: the mark of a note, Pandoc's citations, the kind of a call-out.
_NOT_SHOWN = re.compile(r"\^|-?@[\w:.#$%&+?~/-]+|see @\S|!\w+\Z")
_IN_WORDS = re.compile(r"(?<![\\\w])(?:[A-Za-z]{3,}\s+[A-Za-z]{2}|\d[\d.,]*(?:\s|[–-])+[A-Za-z]{2})")
_ATTRIBUTES = re.compile(r"\{[#.:][^{}]{0,200}\}\s*\Z")


class _Act(Enum):
    """What becomes of an edited piece: left out, replaced, a comment, or the edge of text that makes a block itself."""

    PUT = auto()
    ENTER = auto()
    COMMENT = auto()
    LEAVE = auto()


class _Edit(Struct, frozen=True):
    start: int
    end: int
    prose: str = ""
    act: _Act = _Act.PUT


def read(excerpt: Excerpt, span: Span, prose: Prose, labels: Set[str]) -> Content:
    """Append the prose in `span` of an excerpt to `prose`; returns what stands apart: image texts, notes, comments.

    `labels` are the labels (see `normal_label`) of the document's link definitions.
    """
    scan = _Scan(span.of(excerpt.text), labels)
    scan.run()
    edits = sorted(scan.edits, key=lambda edit: (edit.start, edit.end))
    comments = [
        comment_at(excerpt, span.start + edit.start, span.start + edit.end)
        for edit in edits
        if edit.act is _Act.COMMENT
    ]
    return Content(tuple(_apply(excerpt, span, prose, edits)), comments=tuple(comments))


def normal_label(label: str) -> str:
    """A link label as it is compared: case folded, white space as one space."""
    return " ".join(label.split()).casefold()


def _apply(excerpt: Excerpt, span: Span, prose: Prose, edits: list[_Edit]) -> list[Block]:
    """Append what the edits leave of `span`; they are in order and count from its start."""
    aside: list[Block | None] = []
    proses = [prose]
    at = span.start
    for edit in edits:
        start, end = span.start + edit.start, span.start + edit.end
        if start < at:
            continue
        proses[-1].keep(at, start)
        at = end
        if edit.act is _Act.ENTER:
            proses.append(Prose(excerpt))
        elif edit.act is _Act.LEAVE and len(proses) > 1:
            aside.append(proses.pop().take(BlockKind.PARAGRAPH))
        elif edit.prose:
            proses[-1].put(edit.prose, start, end)
    proses[-1].keep(at, span.end)
    aside += (left.take(BlockKind.PARAGRAPH) for left in proses[1:])
    return [block for block in aside if block is not None]


class _Scan:
    """One pass over the text of a paragraph; `edits` says afterwards what is not to be kept as it stands."""

    def __init__(self, text: str, labels: Set[str]) -> None:
        self.edits: list[_Edit] = []
        self._text = text
        self._labels = labels
        self._last_angle = text.rfind(">")
        self._openers: list[Span] = []
        self._delimiters: list[Delimiter] = []
        self._absent: set[str] = set()
        self._fences: dict[int, list[int]] = {}

    def run(self) -> None:
        """Scan the whole text."""
        text = self._text
        attributes = _ATTRIBUTES.match(text, max(0, text.rfind("{")))
        if attributes:
            self._leave_out(attributes.start(), attributes.end())
        for fence in re.finditer("`+", text):
            self._fences.setdefault(len(fence.group()), []).append(fence.start())
        found = _TOKEN.search(text)
        while found:
            at: int = getattr(self, f"_{found.lastgroup}")(found.start(), found.end())
            found = _TOKEN.search(text, at)
        for span in consumed(self._delimiters):
            self._leave_out(span.start, span.end)

    def _leave_out(self, start: int, end: int) -> None:
        self.edits.append(_Edit(start, end))

    def _put(self, prose: str, start: int, end: int) -> int:
        self.edits.append(_Edit(start, end, prose))
        return end

    def _find(self, mark: str, start: int) -> int:
        """The offset of `mark` at or behind `start`, or -1; a mark that is not there is looked for only once."""
        at = -1 if mark in self._absent else self._text.find(mark, start)
        if at < 0:
            self._absent.add(mark)
        return at

    def _escape(self, start: int, end: int) -> int:
        return self._put(self._text[start + 1], start, end)

    def _hard_break(self, start: int, end: int) -> int:
        return self._put(" ", start, end)

    def _entity(self, start: int, end: int) -> int:
        token = markup.entity(self._text, start)
        return self._put(token.value, start, token.end) if token and token.end == end else start + 1

    def _address(self, start: int, end: int) -> int:
        return self._put(PLACEHOLDER, start, max(start + 1, address_end(self._text, start, end)))

    def _template(self, start: int, end: int) -> int:
        return self._put(PLACEHOLDER if self._text[start + 1] == "{" else "", start, end)

    def _code(self, start: int, end: int) -> int:
        starts = self._fences.get(end - start, [])
        number = bisect_left(starts, end)
        return self._put(PLACEHOLDER, start, starts[number] + end - start) if number < len(starts) else end

    def _formula(self, start: int, end: int) -> int:
        """Pandoc's rule: no space inside the dollar signs, no digit behind; and what has words in it is no formula."""
        mark, text = self._text[start:end], self._text
        close = self._find(mark, end)
        if close < 0 or (mark == "$" and (text[end].isspace() or _IN_WORDS.search(text, end, close))):
            return end
        behind = close + len(mark)
        if mark == "$" and (
            text[close - 1].isspace() or text[close - 1] == "\\" or text[behind : behind + 1].isdigit()
        ):
            return end
        return self._put(PLACEHOLDER, start, behind)

    def _delimiter(self, start: int, end: int) -> int:
        before = self._text[start - 1 : start] or " "
        after = self._text[end : end + 1] or " "
        opens = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
        closes = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
        if self._text[start] == "_":
            opens, closes = opens and (not closes or _is_mark(before)), closes and (not opens or _is_mark(after))
        if opens or closes:
            self._delimiters.append(Delimiter(self._text[start], start, end, opens, closes))
        return end

    def _angle(self, start: int, end: int) -> int:
        found = _AUTOLINK.match(self._text, start)
        if found:
            return self._put(PLACEHOLDER, start, found.end())
        if self._text.startswith(markup.COMMENT_OPENS, start):
            close = self._find(markup.COMMENT_CLOSES, start + 4)
            if close >= 0:
                self.edits.append(_Edit(start, close + 3, act=_Act.COMMENT))
            return close + 3 if close >= 0 else end
        tag = markup.tag(self._text, start, self._last_angle)
        if tag is None:
            return end
        return self._tag(tag)

    def _tag(self, tag: markup.Token) -> int:
        name, opens = tag.value, tag.kind is markup.TokenKind.OPEN
        if opens and name in CODE_NAMES:
            close = self._find(f"</{name}>", tag.end)
            if close >= 0:
                return self._put(PLACEHOLDER, tag.start, close + len(name) + 3)
        if opens and name == "sup" and NOTE_MARK.match(self._text, tag.end):
            close = self._find("</sup>", tag.end)
            return self._put("", tag.start, close + 6 if close >= 0 else tag.end)
        if name == "q":
            return self._put("“" if opens else "”", tag.start, tag.end)
        return self._put(" " if name == "br" or name in BLOCK_NAMES else "", tag.start, tag.end)

    def _open(self, start: int, end: int) -> int:
        self._openers.append(Span(start, end))
        return end

    def _close(self, start: int, end: int) -> int:
        if not self._openers:
            return end
        opener = self._openers.pop()
        mark, inner = opener.of(self._text), Span(opener.end, start)
        if mark == "^[":
            return self._stand_apart(opener, start, end)
        is_double = self._text.startswith("]", end) and not self._text.startswith(("(", "["), end + 1)
        if is_double and self._openers and self._openers[-1].end == opener.start:
            return self._wiki_link(inner, end)
        label = inner.of(self._text) if len(inner) < 1000 else ""
        behind = self._link_end(label, end)
        if behind == start and mark == "[" and _NOT_SHOWN.match(label):
            self._forget(opener.start)
            return self._put("", opener.start, end)
        if behind == start:
            return end
        if mark == "![":
            return self._stand_apart(opener, start, behind)
        self._leave_out(opener.start, opener.end)
        return self._put("", start, behind)

    def _link_end(self, label: str, end: int) -> int:
        """Where the link whose text ends before `end` ends itself; `end` - 1 where the brackets are no link."""
        target = _TARGET.match(self._text, end)
        if target:
            return target.end()
        if not self._labels or "[" in label:
            return end - 1
        reference = _LABEL.match(self._text, end)
        if reference and normal_label(reference[1] or label) in self._labels:
            return reference.end()
        return end if normal_label(label) in self._labels else end - 1

    def _wiki_link(self, inner: Span, end: int) -> int:
        """`[[page]]` or `[[page|text]]`; an embedded `![[file]]` shows no text of its own."""
        outer = self._openers.pop()
        if outer.of(self._text) == "![":
            self._forget(outer.start)
            return self._put("", outer.start, end + 1)
        bar = self._text.rfind("|", inner.start, inner.end)
        if bar >= 0:
            self._forget(outer.start, bar)
        self._leave_out(outer.start, bar + 1 if bar >= 0 else inner.start)
        return self._put("", inner.end, end + 1)

    def _stand_apart(self, opener: Span, close: int, end: int) -> int:
        self.edits.append(_Edit(opener.start, opener.end, act=_Act.ENTER))
        self.edits.append(_Edit(close, end, act=_Act.LEAVE))
        return end

    def _forget(self, start: int, end: int | None = None) -> None:
        """Take back what was found from `start` (up to `end`), which is left out as a whole."""
        kept = []
        while self.edits and self.edits[-1].start >= start:
            edit = self.edits.pop()
            if end is not None and edit.start > end:
                kept.append(edit)
        self.edits += reversed(kept)
        while self._delimiters and self._delimiters[-1].start >= start:
            self._delimiters.pop()


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
