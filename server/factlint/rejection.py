"""Rejection: passages of the sources that are known to be wrong, which neither support nor contradict anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import Indel

from factlint.read.prose import PLACEHOLDER
from factlint.read.runs import masked
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.text import Block, Document

# How alike two sentences that both have the words must be for one to be an edited form of the other.
_LEAST = 0.8
_WHOLE = 1_000_000


class Rejection(Struct, frozen=True):
    """Words of a source that are wrong: the source's path, the words, and the sentence that they stand in.

    All are as people read them, without markup. `line` is that of the entry in its file, from 1.
    """

    source: str
    says: str
    passage: str
    line: int = 0


class Place(Struct, frozen=True):
    """Words of a source that a rejection may mean: where they stand in the file, and their sentence."""

    span: Span
    passage: str


def places_of(document: Document, says: str) -> tuple[Place, ...]:
    """Where a source has these words, whole and in their order, whatever white space and markup parts them."""
    words = says.replace(PLACEHOLDER, " ").split()
    if not words:
        return ()
    joined = rf"[\s{PLACEHOLDER}]++".join(map(re.escape, words))
    before, behind = (r"(?<!\w)" if words[0][0].isalnum() else "", r"(?!\w)" if words[-1][-1].isalnum() else "")
    return tuple(_places(document, re.compile(before + joined + behind)))


def _places(document: Document, wanted: re.Pattern[str]) -> Iterator[Place]:
    for block in document.blocks:
        for found in wanted.finditer(block.text):
            span = block.file_span(Span(*found.span()))
            yield Place(span, document.passage(span, _WHOLE))


def without(document: Document, rejections: Iterable[Rejection]) -> tuple[Document, tuple[Rejection, ...]]:
    """The source as it is to be believed, and the rejections that nothing in it answers to any more.

    The rejected words are no prose of it; its text, its other words and every span stay as they are.
    """
    spans: list[Span] = []
    stale = []
    for rejection in rejections:
        found = _meant(rejection, places_of(document, rejection.says))
        spans += found
        stale += [] if found else [rejection]
    if not spans:
        return document, tuple(stale)
    blocks = tuple(_masked(block, spans) for block in document.blocks)
    return replace(document, blocks=blocks, left_out=tuple(spans), as_written=document), tuple(stale)


def _meant(rejection: Rejection, places: tuple[Place, ...]) -> list[Span]:
    """The places in the sentence that was rejected, or in the one that it has been edited to."""
    wanted = _plain(rejection.passage)
    exact = [place.span for place in places if _plain(place.passage) == wanted]
    if exact:
        return exact
    rated = {place.passage: Indel.normalized_similarity(_plain(place.passage), wanted) for place in places}
    likest = max(rated, key=lambda passage: rated[passage], default=None)
    if likest is None or rated[likest] < _LEAST:
        return []
    return [place.span for place in places if place.passage == likest]


def _plain(passage: str) -> str:
    return " ".join(passage.split())


def _masked(block: Block, spans: Iterable[Span]) -> Block:
    inside = sorted(block.prose_span(span) for span in spans if block.has_read(span.start))
    return masked(block, inside, PLACEHOLDER)
