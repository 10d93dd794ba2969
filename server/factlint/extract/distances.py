"""The day of a text that tells one time twice: "four years ago, in 2014", "now twelve years after the 2011 flood"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.quotations import find_quoted
from factlint.extract.sentence_time import dates_by_sentence
from factlint.extract.tense import folded, has_any, is_of_now, is_past
from factlint.patterns import compiled
from factlint.values.date import DateRange, in_year, in_years
from factlint.values.relative_date import Anchor, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.account import Account
    from factlint.extract.scan import Scan
    from factlint.lexicon import Lexicon
    from factlint.values.date_expression import DateExpression

# What may stand between the two tellings of one time ("last year, in 2017", "last year's 2017 vote").
_BESIDE = compiled(r"(?i)(?:['’]s)?[\s~,(–—]*(?:in[\s~]+)?\Z")
# What an event's year follows behind "twelve years after": at most a few words, and no mark.
_TO_YEAR = compiled(r"(?:[\s~]+[\p{L}’'-]+){0,4}[\s~]+\Z")
# How many words may stand before a distance that opens its sentence, or between "now" and it.
_FRONT = 2
_FIRST_YEAR, _LAST_YEAR = 1, 9998


class Clue(Struct, frozen=True):
    """Days that a text tells of, and the words that tell them."""

    days: DateRange
    text: str


def distances(account: Account) -> Iterator[Clue]:
    """The years in which a text must lie that gives a distance from itself together with the year at its other end."""
    for scanned in account.scans:
        for number, dates in dates_by_sentence(scanned).items():
            if len(dates) < 2 or sum(found.range is not None for found in dates) != 1:
                continue
            sentence = scanned.tokens.sentences[number]
            for first, second in pairwise(dates):
                days = _days(scanned, first, second, sentence, account.lexicon)
                if days is not None and not _is_quoted(scanned, first):
                    yield Clue(days, scanned.tokens.text[first.span.start : second.span.end])


def _days(
    scanned: Scan, first: DateExpression, second: DateExpression, sentence: range, lexicon: Lexicon
) -> DateRange | None:
    """The years of a text in which two dates, one behind the other, tell one time."""
    distance, told = (first, second) if second.range is not None else (second, first)
    year, relative = _year(told), distance.relative
    if year is None or relative is None or relative.unit is not Unit.YEAR:
        return None
    here = year - relative.amount if relative.anchor is Anchor.DOCUMENT else year + relative.amount
    if not _FIRST_YEAR <= here <= _LAST_YEAR:
        return None
    between = scanned.tokens.text[first.span.end : second.span.start]
    if relative.anchor is Anchor.DOCUMENT:
        return in_year(here) if _BESIDE.fullmatch(between) else None
    is_since = relative.amount > 0 and distance is first and distance.span.of(scanned.tokens.text).endswith("after")
    is_told = is_since and _TO_YEAR.fullmatch(between) and _is_to_now(scanned, distance, sentence, lexicon)
    return in_years(here, here + 1) if is_told else None


def _is_quoted(scanned: Scan, found: DateExpression) -> bool:
    """True for what a speaker says: it is reckoned from the day of the speech."""
    tokens = scanned.tokens
    return any(tokens.span(each.start, each.end).overlaps(found.span) for each in find_quoted(tokens))


def _year(found: DateExpression) -> int | None:
    """The one year that a date lies in."""
    days = found.range
    return days.first.year if days is not None and days.first.year == days.last.year else None


def _is_to_now(scanned: Scan, found: DateExpression, sentence: range, lexicon: Lexicon) -> bool:
    """True where a distance ends in the present: behind "now", or in front of a sentence that tells nothing past."""
    token = scanned.tokens.at(found.span.start)
    before = folded(scanned.tokens, range(max(sentence.start, token - _FRONT), token))
    if has_any(before, lexicon, "now"):
        return True
    is_front = token - sentence.start < _FRONT
    words = folded(scanned.tokens, sentence)
    return is_front and is_of_now(scanned.tokens, sentence, lexicon) and not is_past(words, lexicon)
