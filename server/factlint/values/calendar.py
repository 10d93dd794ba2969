"""The calendar's words in one language: names of months, weekdays and seasons, number words, and patterns over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factlint.values.date import Season, Weekday
from factlint.values.date_pattern import date_pattern, relative_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import regex

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SEPARATORS = re.compile(r"[\s~-]+")


class Calendar(Struct, frozen=True, eq=False):
    """Names and number words with what they stand for, and the compiled patterns of written dates.

    `months` and `weekdays` hold the forms of each name, the full one first, from January and from Monday on;
    `numbers` and `ordinals` lower-case words up to ninety-nine, their parts joined by single spaces.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    seasons: Mapping[Season, tuple[str, ...]]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    dates: regex.Pattern[str]
    relatives: regex.Pattern[str]

    def month_of(self, name: str) -> int:
        """The number of a month from 1, by any of its forms. Raises ValueError for another word."""
        return _place(name, self.months) + 1

    def weekday_of(self, name: str) -> Weekday:
        """The weekday of that name. Raises ValueError for another word."""
        return Weekday(_place(name, self.weekdays))

    def season_of(self, name: str) -> Season:
        """The season of that name. Raises ValueError for another word."""
        return tuple(self.seasons)[_place(name, tuple(self.seasons.values()))]

    def number_of(self, words: str) -> int:
        """What figures or number words count to. Raises ValueError for other words."""
        return _number(words, self.numbers)

    def ordinal_of(self, words: str) -> int:
        """The number of an ordinal, in words or as figures with a suffix. Raises ValueError for other words."""
        return _number(words.rstrip("stndrhSTNDRH") if words[:1].isdigit() else words, self.ordinals)


def calendar(tables: Mapping[str, Mapping[str, Any]]) -> Calendar:
    """The calendar in a lexicon's tables "calendar" (months, weekdays, seasons) and "numbers" (cardinals, ordinals).

    A table that is missing leaves out the dates that need it. Compiling takes about a tenth of a second: keep it.
    """
    names, words = tables.get("calendar", {}), tables.get("numbers", {})
    months = _forms(names.get("months", {}), _MONTHS)
    weekdays = _forms(names.get("weekdays", {}), [weekday.name.casefold() for weekday in Weekday])
    seasons = dict(zip(Season, _forms(names.get("seasons", {}), Season), strict=True))
    cardinals = {_plain(word): int(number) for word, number in words.get("cardinals", {}).items()}
    numbers = {"a": 1, "an": 1, **_compounds(cardinals, cardinals), **cardinals}
    single = {_plain(word): int(number) for word, number in words.get("ordinals", {}).items()}
    ordinals = {word: number for word, number in (_compounds(cardinals, single) | single).items() if 1 <= number <= 99}
    return Calendar(
        months,
        weekdays,
        seasons,
        numbers,
        ordinals,
        date_pattern(months, weekdays, [form for forms in seasons.values() for form in forms], numbers, ordinals),
        relative_pattern(numbers),
    )


def _forms(table: Mapping[str, Iterable[str]], keys: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The forms under each key in turn, without full stops and doubles."""
    return tuple(tuple(dict.fromkeys(form.rstrip(".") for form in table.get(key, ()))) for key in keys)


def _compounds(tens: Mapping[str, int], units: Mapping[str, int]) -> dict[str, int]:
    """Twenty-one to ninety-nine, or twenty-first to ninety-ninth where `units` are ordinals."""
    return {
        f"{ten} {unit}": high + low
        for ten, high in tens.items()
        if high in range(20, 100, 10)
        for unit, low in units.items()
        if 1 <= low <= 9
    }


def _place(name: str, names: Sequence[Sequence[str]]) -> int:
    wanted = name.casefold().rstrip(".")
    for place, forms in enumerate(names):
        if any(form.casefold() == wanted for form in forms):
            return place
    raise ValueError(f"“{name}” is no name of the calendar")


def _number(words: str, names: Mapping[str, int]) -> int:
    if words.isdecimal():
        return int(words)
    plain = _plain(words)
    if plain not in names:
        raise ValueError(f"“{words}” is no number of the calendar")
    return names[plain]


def _plain(words: str) -> str:
    return _SEPARATORS.sub(" ", words.strip().casefold())
