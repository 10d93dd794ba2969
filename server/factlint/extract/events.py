"""Which kind of event a date is of, where a thing has but one such: its birth, its death, its beginning or end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.tense import time_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.scan import Scan
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon
    from factlint.text import Span

BIRTH, DEATH = "birth", "death"
KINDS = (BIRTH, DEATH, "begin", "end")
# How many words before or behind a date its event may be named.
_BEFORE, _BEHIND = 10, 6
# How many tokens may stand between a name and what its brackets hold (", Jr.").
_TITLE = 5
_CONJUNCTIONS = frozenset({"and", "but", "or", "while", "yet"})
_BREAKS = frozenset({";", ":", "|"})


def event_near(scanned: Scan, span: Span, end: int | None, lexicon: Lexicon) -> str:
    """The kind of event that the words nearest before a date name, else those behind it; empty for any other.

    `end` is 0 or 1 for the ends of a range: in brackets behind a name those are a birth and a death.
    """
    tokens = scanned.tokens
    first, behind = tokens.at(span.start), tokens.at(span.end)
    if first >= len(tokens.items):
        return ""
    if end is not None and _is_life(scanned, first):
        return (BIRTH, DEATH)[end]
    sentence = tokens.sentence_of(first)
    dated = {
        number for found in scanned.dates for number in range(tokens.at(found.span.start), tokens.at(found.span.end))
    }
    before = range(first - 1, max(sentence.start, first - _BEFORE) - 1, -1)
    after = range(behind, min(sentence.stop, behind + _BEHIND))
    found = (kind for place in (before, after) for kind in _kinds(scanned, place, dated, lexicon))
    return next(found, "")


def event_in(tokens: Tokens, sentence: range, lexicon: Lexicon) -> str:
    """The kind of event that a sentence names, such as the question that a date answers; empty for any other."""
    words = {tokens.items[number].folded for number in sentence}
    return next((kind for kind in KINDS if words & time_words(lexicon, kind)), "")


def _kinds(scanned: Scan, place: range, dated: set[int], lexicon: Lexicon) -> Iterator[str]:
    for number in place:
        token = scanned.tokens.items[number]
        if token.text in _BREAKS or number in dated or _joins(scanned, number):
            return
        for kind in KINDS:
            if token.folded in time_words(lexicon, kind):
                yield kind


def _joins(scanned: Scan, number: int) -> bool:
    """True for ", but" and ", and", behind which something else is told."""
    items = scanned.tokens.items
    return items[number].text == "," and number + 1 < len(items) and items[number + 1].folded in _CONJUNCTIONS


def _is_life(scanned: Scan, first: int) -> bool:
    """True for a range of dates that opens brackets behind a name."""
    items = scanned.tokens.items
    if not first or items[first - 1].text != "(":
        return False
    return any(written.end < first <= written.end + _TITLE for written in scanned.written)
