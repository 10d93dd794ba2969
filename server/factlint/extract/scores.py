"""Scores in a block: "4–3", "6-4, 3-6, 7-5", "by two goals to one", where their sentence tells of a contest."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.extract.pieces import words_of
from factlint.patterns import compiled
from factlint.text import Span
from factlint.values.score import Score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

_GAME = r"\d{1,3}(?:(?:[-–‑‐]|\s–\s)\d{1,3})(?:\s?\(\d{1,2}(?:[-–]\d{1,2})?\))?"
_GAMES = compiled(rf"(?<![\w.,:/$€£#'’–-])(?<!\d\s){_GAME}(?:,\s{_GAME})*(?![\w%°:/–-]|[.,]\d|\s?%)")
_EACH = compiled(r"(?<![(\d–-])(\d{1,3})\s?[-–‑‐]\s?(\d{1,3})(?!\d)")
# How many words either side of a score may tell of which part of a contest it is, in one clause.
_NEAR = 5
_BREAKS = frozenset({",", ";", ":", "(", ")", "—", ".", "|"})
# What parts the cells of a row, and what ends a result in running text.
_CELL, _ENDS = "|", frozenset({",", ";"})
# What is in brackets behind a result in a row.
_PART = "part"


class Scored(Struct, frozen=True):
    """A score where it stands: its span in the prose, and the tokens that it takes."""

    value: Score
    span: Span
    place: range


def find_scores(tokens: Tokens, lexicon: Lexicon, taken: Sequence[Span]) -> list[Scored]:
    """The scores of a block that are no part of what is taken, in the order of the text."""
    table = lexicon.tables.get("scores", {})
    cues = frozenset(table.get("cues", ()))
    if not cues:
        return []
    labels = words_of(lexicon).lists.get("labels", frozenset())
    found = []
    for span, games, is_written in sorted(_all(tokens.text, lexicon), key=lambda one: one[0].start):
        place = range(tokens.at(span.start), tokens.at(span.end - 1) + 1)
        sentence = tokens.sentence_of(place.start)
        is_told = any(tokens.items[number].folded in cues for number in sentence) or _is_between_names(tokens, place)
        is_labelled = place.start > sentence.start and tokens.items[place.start - 1].folded in labels
        if is_told and not is_labelled and not any(span.overlaps(other) for other in taken):
            is_part = any(token.text == _CELL for token in tokens.items) and tokens.items[place.start - 1].text == "("
            stage = _PART if is_part else _stage(tokens, place, table.get("stages", {}))
            found.append(Scored(Score(span.of(tokens.text), games, stage, is_written), span, place))
    return found


def _all(text: str, lexicon: Lexicon) -> Iterator[tuple[Span, tuple[tuple[int, int], ...], bool]]:
    for match in _GAMES.finditer(text):
        games = tuple((int(one), int(other)) for one, other in _EACH.findall(match.group()))
        yield Span(*match.span()), games, False
    cardinals, folded = words_of(lexicon).cardinals, text.casefold()
    table = lexicon.tables.get("scores", {})
    is_asked = " to " in folded and any(word in folded for key in ("nouns", "decisions") for word in table.get(key, ()))
    for match in _in_words(lexicon).finditer(text) if is_asked else ():
        one, other = (_value(match[side], cardinals) for side in ("one", "other"))
        yield Span(match.start("one"), match.end("other")), ((one, other),), True


def _is_between_names(tokens: Tokens, place: range) -> bool:
    """True for what stands between two capital words, as in a list of results: "Lyon 3-1 (1-0) Nice"."""
    items = tokens.items
    marks = [number for number, token in enumerate(items) if token.text == _CELL]
    start = max((mark for mark in marks if mark < place.start), default=place.start)
    before = items[start - 1] if start else None
    behind = next((t for t in items[place.stop :] if t.is_capital or (not marks and t.text in _ENDS)), None)
    return bool(before and before.is_capital and behind and behind.is_capital)


def _value(text: str, cardinals: Mapping[str, int]) -> int:
    return int(text) if text.isdigit() else cardinals[text.casefold()]


@lru_cache(maxsize=16)
def _in_words(lexicon: Lexicon) -> regex.Pattern[str]:
    number = "|".join((r"\d{1,3}", *map(regex.escape, words_of(lexicon).cardinals)))
    table = lexicon.tables.get("scores", {})
    lists = ("nouns", "decisions", "decided")
    nouns, decisions, decided = ("|".join(map(regex.escape, table.get(each, ()))) for each in lists)
    one, other = rf"(?P<one>{number})", rf"(?P<other>{number})"
    named = rf"(?<![\w-]){one}\s(?:{nouns})\sto\s{other}(?![\w-])(?!\s(?:{nouns}))"
    told = rf"(?<=\b(?:{decisions})\s(?:by\s|of\s)?){one}\sto\s{other}(?=\s(?:{decided})\b|[,.;:)]|$)"
    return compiled(f"{named}|{told}", regex.IGNORECASE)


def _stage(tokens: Tokens, place: range, stages: Mapping[str, Sequence[str]]) -> str:
    """Which part of a contest a score is of, by the nearest word of its clause that tells; empty where none does."""
    sentence = tokens.sentence_of(place.start)
    behind = range(place.stop, min(sentence.stop, place.stop + _NEAR))
    before = range(place.start - 1, max(sentence.start, place.start - _NEAR) - 1, -1)
    for places in (place, behind, before):
        for number in places:
            if tokens.items[number].text in _BREAKS:
                break
            stage = next((each for each, words in stages.items() if tokens.items[number].folded in words), "")
            if stage:
                return stage
    return ""
