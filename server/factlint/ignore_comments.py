"""Comments that speak to factlint: `factlint-ignore: wrong-date -- why`, read from the comments of a document."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text import Comment, Document

_ADDRESS = re.compile(r"\s*(?P<kind>factlint(?:-[A-Za-z-]*(?<!-)|(?=:\s*ignore\b)))", re.IGNORECASE)
_REASON = re.compile(r"(?:^|\s)(?:--+|–|—)(?=\s|$)")
_NAME = re.compile(r"[^\s,]+")


class Kind(StrEnum):
    """What a comment asks for."""

    NEXT = "factlint-ignore"
    START = "factlint-ignore-start"
    END = "factlint-ignore-end"
    FILE = "factlint-ignore-file"


class Named(Struct, frozen=True):
    """A rule or pattern of rules as a comment writes it, and where."""

    text: str
    span: Span


class Directive(Struct, frozen=True):
    """A comment that speaks to factlint; no `names` stand for every rule.

    `kind` is None where it asks for what there is not; `likely` is then what was most likely meant. `unread` is the
    span of words that are neither rules nor a reason.
    """

    comment: Comment
    asked: Span
    kind: Kind | None
    names: tuple[Named, ...] = ()
    likely: Kind | None = None
    unread: Span | None = None


def directives(document: Document) -> Iterator[Directive]:
    """What the comments of a document ask for, in the order of the text."""
    for comment in document.comments:
        found = _ADDRESS.match(document.text, comment.inner.start, comment.inner.end)
        if found:
            yield _directive(comment, Span(*found.span("kind")), document.text)


def _directive(comment: Comment, asked: Span, text: str) -> Directive:
    word = asked.of(text).lower()
    if word not in set(Kind):
        import difflib  # noqa: PLC0415  only for a message

        near = difflib.get_close_matches(word, list(Kind), n=1, cutoff=0.5)
        return Directive(comment, asked, None, likely=Kind(near[0]) if near else None)
    kind, start, end = Kind(word), asked.end, comment.inner.end
    reason = _REASON.search(text, start, end)
    end = reason.start() if reason else end
    rest = text[start:end]
    start += len(rest) - len(rest.lstrip())
    end = max(start, asked.end + len(rest.rstrip()))
    if start == end:
        return Directive(comment, asked, kind)
    names = tuple(Named(name.group(), Span(*name.span())) for name in _NAME.finditer(text, start + 1, end))
    if text[start] == ":" and names:
        return Directive(comment, asked, kind, names)
    return Directive(comment, asked, kind, unread=Span(start, end))
