"""How dates are written in English: two patterns, compiled over the calendar's names.

Group names are the parts of a date: `day`, `month`, `year`, with `first_` before those of the earlier end of a
range. The group `date` holds the date itself, without weekday, article and preposition.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import regex

from factlint.patterns import compiled
from factlint.values.alternatives import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Month names that are common words too, unless a capital says otherwise.
ORDINARY_WORDS = frozenset({"may", "march", "august"})

_GAP = r"[\s~]+"
_DASH = r"[\s~]*[-–—‑][\s~]*"
_TO = rf"(?:{_DASH}|/|{_GAP}(?i:to|until|till|through|thru){_GAP})"
_WORD_START = r"(?<![\p{L}\p{N}_])"
# No figure of a longer number, amount, reference, address or version.
_FIGURE_START = r"(?<![\p{L}\p{N}_$€£¥₹§№@\#/\\.:=+&–—‑-])(?<!\d,)(?<![$€£¥₹§№\#][\s~])"
# A day of the month may stand behind the dash of a range.
_DAY_START = _FIGURE_START.replace("–—‑-", "-")

# One of these is in whatever `relative_pattern` matches.
RELATIVE_WORDS = (
    *("day", "week", "month", "year", "decade", "centur"),
    *("night", "morning", "afternoon", "evening", "tomorrow"),
)

_YEARS = r"(?:1\d{3}|20\d\d|2100)"
_YEAR_END = r"(?![\p{L}\d%°€£$¥]|[.,:/-]\d)"
_YEAR = rf"(?P<year>{_YEARS}){_YEAR_END}"
# "12 May 2000 people": a round number before a plural counts, even behind a date; "12.5.2000" is one date.
_COUNT = compiled(
    rf"""(?<!\d|\d[-–/.])(?:\d\d00(?={_GAP}(?!always|perhaps|towards|besides)\p{{Ll}}{{4,}}s\b)
    |\d{{4}}(?={_GAP}(?:people|men|women|children)\b))""",
    regex.VERBOSE,
)
_SHORT_YEAR = rf"(?P<year>{_YEARS}|\d\d){_YEAR_END}"
_FIRST_YEAR = rf"(?P<first_year>{_YEARS})"

_DAYS = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_SUFFIX = r"(?:(?i:st|nd|rd|th)(?!\p{L}))?"
_DAY = rf"(?P<day>{_DAYS}){_SUFFIX}"
_YEAR_AND = rf"(?<=\b(?i:between){_GAP}\d{{4}}|\A\d{{4}}){_GAP}and{_GAP}"
_AND = rf"(?<=(?:\b(?i:between){_GAP}|\A)\d\d?{_SUFFIX}){_GAP}(?i:and){_GAP}"
_FIRST_DAY = rf"(?:(?P<first_day>{_DAYS}){_SUFFIX}(?:{_TO}|{_AND}))?"

# What words open a date beside names and numbers, by their first three letters: early, mid, late and so on.
_STARTS = "ear|mid|lat|beg|sta|end|las|nex|thi|pas|pre|fol|fis|fin|fy"
_PART = rf"""
    (?:(?P<first_part>(?i:early|mid))[\s~-]+(?i:to)[\s~-]+)?
    (?P<part>(?i:early|mid|late))(?:{_DASH}|{_GAP}(?i:in{_GAP})?)
    | (?P<part>(?i:beginning|start|middle|end)){_GAP}(?i:of){_GAP}(?i:the{_GAP})?"""


def date_pattern(
    months: Sequence[Sequence[str]],
    weekdays: Sequence[Sequence[str]],
    seasons: Iterable[str],
    cardinals: Mapping[str, int],
    ordinals: Mapping[str, int],
) -> regex.Pattern[str]:
    """A pattern of every written date, year, quarter, season, century, month alone and weekday alone.

    `months` holds the forms of each month from January on, the full name first; `weekdays` those of each weekday
    from Monday on. Bare years, months and weekdays match wherever they stand: the words around them decide.
    """
    month, first_month, weekday = _name("month", months), _name("first_month", months), _name("weekday", weekdays)
    forms = (
        _with_day(month, weekday, any_of(word for word, number in ordinals.items() if number <= 31)),
        rf"{_WORD_START}(?P<date>(?:{_PART})?(?:{first_month}{_TO})?{month}(?:,?{_GAP}(?i:of{_GAP})?|-){_YEAR})",
        rf"{_WORD_START}(?P<date>(?:{_PART}){month})",
        _part_of_year(seasons, any_of(word for word, number in ordinals.items() if number <= 4)),
        _years(any_of(ordinals)),
        rf"{_WORD_START}(?P<date>(?P<spoken>{_spoken_year(cardinals)}))(?![\p{{L}}-])",
        rf"{_WORD_START}(?:(?P<which>(?i:last|next|this)){_GAP})?(?P<date>{month})",
        rf"{_WORD_START}{weekday}{_TO}{weekday}",
        rf"{_WORD_START}(?:(?P<which>(?i:last|next|this|past|previous|following)){_GAP})?(?P<date>{weekday})",
    )
    starts = _starts(chain(*months, *weekdays, seasons, ordinals, _hundreds(cardinals), ("two",)))
    alternatives = "|".join(f"(?:{form})" for form in forms)
    return compiled(rf"\b(?=\d|[QH]\d|(?i:{starts}))(?:{alternatives})", regex.VERBOSE)


def _starts(words: Iterable[str]) -> str:
    """The first three letters of all that a date can begin with: most words of a text are ruled out by them alone."""
    return f"{any_of(word[:3].lower() for word in words)}|{_STARTS}"


def _with_day(month: str, weekday: str, ordinals: str) -> str:
    """Dates with a day, and weekdays beside them: 12 May 2023, a Friday, May 12-14, twelfth of May, 2023-05-12."""
    year_after = rf"(?:(?:[\s~]?,?{_GAP}(?i:(?:of|in){_GAP})?|,){_YEAR})?"
    number_first = rf"""
        {_DAY_START}{_FIRST_DAY}{_DAY}(?:{_GAP}(?i:day{_GAP})?(?i:of))?(?:{_GAP}(?i:the))?[\s~-]+{month}
        (?:(?:,?{_GAP}(?i:of{_GAP})?|-){_YEAR})?
        | (?<=[Tt]he[\s~]|\A)(?P<day>(?i:{ordinals})){_GAP}(?i:day{_GAP})?(?i:of){_GAP}{month}{year_after}"""
    month_first = rf"""
        {_WORD_START}{month}{_GAP}(?i:the{_GAP})?{_FIRST_DAY}(?:{_DAY}|(?P<day>(?i:{ordinals}))(?![\p{{L}}-]))
        (?![.,:]\d|[\s~]?%|\p{{L}}){year_after}"""
    figures = rf"""
        {_FIGURE_START}(?:(?P<year>{_YEARS})(?P<mark>[-/.])(?P<month_figure>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d|[-/.]\d)
        |(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark)(?P<year>{_YEARS})(?![\p{{L}}\d%]|[-/.]\d))"""
    return rf"""
        (?:{_WORD_START}{weekday},?{_GAP}\(?(?i:the{_GAP})?)?
        (?P<date>{number_first}|{month_first}|{figures})
        (?:{_GAP}\({weekday}\)|(?:,|{_GAP}(?i:was|is|fell{_GAP}on)){_GAP}(?i:a{_GAP}){weekday}(?=[\s~]*[,.;:)]))?"""


def _part_of_year(seasons: Iterable[str], ordinals: str) -> str:
    """Quarters, halves and seasons with their year: Q3 2022, third quarter of 2021, H1 2022, summer of 2020."""
    counted = rf"(?P<ordinal>(?i:{ordinals}|1st|2nd|3rd|4th))[\s~-]+"
    of_year = rf"(?:,?{_GAP}(?i:(?:of|in){_GAP})?(?i:the{_GAP}year{_GAP})?){_YEAR}"
    return rf"""
        {_WORD_START}(?P<date>
            Q(?P<quarter>[1-4])(?:{of_year}|[\s~]*['’-]?{_YEAR})
            | H(?P<half>[12])(?:{of_year}|[\s~]*['’-]?{_YEAR})
            | {counted}(?:(?P<quarters>(?i:quarter))|(?P<halves>(?i:half))){of_year}
            | (?P<season>(?i:{any_of(seasons)})),?{_GAP}(?i:(?:of|in){_GAP})?
              (?:{_FIRST_YEAR}[-–/]{_SHORT_YEAR}|{_YEAR})
        )
        | {_FIGURE_START}(?P<date>{_YEAR}[\s~-]*Q(?P<quarter>[1-4]))(?![\p{{L}}\d])
        | {_FIGURE_START}(?P<date>{_YEAR}{_GAP}{counted}(?:(?P<quarters>(?i:quarter))|(?P<halves>(?i:half))))
          (?!\p{{L}})"""


def _years(ordinals: str) -> str:
    """Centuries, decades, fiscal years, ranges of years and bare years."""
    return rf"""
        {_WORD_START}(?P<date>
            (?:{_PART})?(?P<century>\d\d?(?i:st|nd|rd|th)|(?i:{ordinals}))[\s~-]+(?i:century)(?!{_GAP}B)
            | (?:{_PART})(?:(?P<decade>1\d\d0|20\d0)['’]?s(?!\p{{L}})|{_YEAR})
            | (?P<fiscal>(?i:fiscal(?:{_GAP}year)?|financial{_GAP}year|FY))[\s~-]*
              (?:{_FIRST_YEAR}[-–/]{_SHORT_YEAR}|{_YEAR})
        )
        | {_FIGURE_START}(?P<date>
            (?P<decade>1\d\d0|20\d0)['’]?s(?!\p{{L}})
            | {_FIRST_YEAR}(?:{_YEAR_AND}{_YEAR}|{_TO}{_YEAR}|[-–/]{_SHORT_YEAR})
            | {_YEAR}
        )
        | (?<={_WORD_START}(?i:pre|post)[-–])(?P<date>{_YEAR})"""


def _hundreds(cardinals: Mapping[str, int]) -> list[str]:
    return [word for word, number in cardinals.items() if 11 <= number <= 20]


def _spoken_year(cardinals: Mapping[str, int]) -> str:
    """Years in words: nineteen forty-five, twenty-eleven, two thousand and twenty."""
    hundreds = any_of(_hundreds(cardinals))
    tens = any_of(word for word, number in cardinals.items() if 10 <= number <= 99)
    units = any_of(word for word, number in cardinals.items() if 1 <= number <= 99)
    return rf"(?i:(?:{hundreds})[\s~-]+(?:{tens})|two{_GAP}thousand(?:{_GAP}(?:and{_GAP})?(?:{units}))?)"


def without_counts(text: str) -> str:
    """The text with zeros for what the words behind make no year: told once here, not at each year of a pattern."""
    return _COUNT.sub("0000", text)


def relative_pattern(cardinals: Mapping[str, int]) -> regex.Pattern[str]:
    """A pattern of what is reckoned from the document's date ("last week") or from an event ("two days later")."""
    amounts = any_of(cardinals)
    return compiled(
        rf"""{_WORD_START}(?i:
        (?:(?P<amount>\d{{1,3}}|an?|{amounts}){_GAP}(?P<unit>day|week|month|year|decade|centur(?=y|ies))(?:s|y|ies)?{_GAP}(?P<tail>ago|earlier|later|before|after|afterwards|previously|on(?=,)))
        | last{_GAP}night|tonight|this{_GAP}(?:morning|afternoon|evening)
        | yesterday|today|tomorrow
        | (?P<article>the{_GAP})?(?P<which>last|next|this|previous|following|same|that){_GAP}
            (?P<unit>day|week|month|year|decade|century)
        | (?P<article>the{_GAP})(?P<unit>day|week|month|year){_GAP}(?P<tail>before|after)
        )(?![\p{{L}}\p{{N}}_-])""",
        regex.VERBOSE,
    )


def _name(group: str, names: Sequence[Sequence[str]]) -> str:
    """A pattern of names: full ones in any case where they can be nothing else, short ones with a full stop."""
    full = [form for forms in names for form in forms[:1]]
    short = [form for forms in names for form in forms[1:]]
    plain = [form for form in full if form.lower() not in ORDINARY_WORDS]
    others = [form for form in full if form.lower() in ORDINARY_WORDS]
    return rf"""(?:(?P<{group}>(?i:{any_of(plain)})|{any_of([*others, *map(str.upper, others)])})(?![\p{{L}}\p{{N}}_])
        |(?P<{group}>{any_of([*short, *map(str.upper, short)])})(?![\p{{L}}\p{{N}}_])\.?)"""
