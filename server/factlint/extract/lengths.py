"""Stated lengths of time in the prose of one block: "almost four weeks after", "about ten years ago"."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.extract.scan import calendar_of
from factlint.patterns import compiled
from factlint.text import Span
from factlint.values.alternatives import any_of
from factlint.values.length_of_time import Degree, Length
from factlint.values.relative_date import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.lexicon import Lexicon
    from factlint.values.calendar import Calendar

_UNITS = {"fortnight": (Unit.WEEK, 2), "centur": (Unit.CENTURY, 1)}
_QUARTER = Fraction(1, 4)
# A part of a longer amount, or a word that makes another of it or no distance: "two or three years", "every two years".
_REST = compiled(
    r"""(?i)(?:\d[\d.,/½¼–-]*|(?<!\p{L})(?:hundred|thousand|(?:hundred|thousand)[\s~]and|or|to|a|point|every|each|another|not|first|last|next|past|
    further|within|up[\s~]to|during|throughout|these|those|this|other|remaining)[\s~]*)\Z""",
    regex.VERBOSE,
)


class Stated(Struct, frozen=True):
    """A length of time at `span` of a block's prose, and the word of direction behind it ("ago", "after"), if any.

    `end` is where that word ends.
    """

    length: Length
    span: Span
    tail: str
    end: int


def find_lengths(text: str, lexicon: Lexicon) -> Iterator[Stated]:
    """The lengths of time in a text that surely are whole ones."""
    names = calendar_of(lexicon)
    for match in _pattern(lexicon).finditer(text):
        if _REST.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        amount = _amount(match, names, lexicon)
        if amount is None:
            continue
        unit, factor = _UNITS.get(match["unit"].casefold(), (None, 1))
        kind = unit or Unit(match["unit"].casefold())
        length = Length(amount * factor, kind, _degree(match["degree"], lexicon), match["amount"][:1].isdigit())
        end = match.end("tail") if match["tail"] else match.end()
        stop = match.start("tail") if match["tail"] else match.end()
        span = Span(match.start(), match.start() + len(text[match.start() : stop].rstrip(" \t\n~")))
        yield Stated(length, span, (match["tail"] or "").casefold(), end)


def _amount(match: regex.Match[str], names: Calendar, lexicon: Lexicon) -> Fraction | None:
    words = " ".join(match["amount"].casefold().split())
    parts: Mapping[str, int] = lexicon.tables.get("lengths", {}).get("parts", {})
    if words in parts:
        return parts[words] * _QUARTER
    try:
        number = Fraction(names.number_of(words))
    except ValueError:
        return None
    return number + Fraction(1, 2) if match["half"] or match["rest"] else number


def _degree(words: str | None, lexicon: Lexicon) -> Degree:
    wanted = " ".join((words or "").casefold().split())
    return next((Degree(name) for name, forms in _degrees(lexicon).items() if wanted in forms), Degree.NONE)


def _degrees(lexicon: Lexicon) -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = lexicon.tables.get("lengths", {}).get("degrees", {})
    return found


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    names = calendar_of(lexicon)
    degrees = any_of(form for forms in _degrees(lexicon).values() for form in forms)
    amounts = any_of([*names.numbers, *lexicon.tables.get("lengths", {}).get("parts", {})])
    return compiled(
        rf"""(?<![\p{{L}}\d.,/-])(?i:
        (?:(?P<degree>{degrees})[\s~]+)?
        (?P<amount>\d{{1,3}}|{amounts})(?P<half>[\s~]+and[\s~]+a[\s~]+half)?[\s~-]+
        (?P<unit>day|week|fortnight|month|year|decade|centur(?=y|ies))(?:s|y|ies)?(?P<rest>[\s~]+and[\s~]+a[\s~]+half)?
        (?!['’\p{{L}}\d])
        (?:[\s~]+(?P<tail>ago|earlier|later|before|after|since)(?![\p{{L}}\d-]))?)""",
        regex.VERBOSE,
    )
