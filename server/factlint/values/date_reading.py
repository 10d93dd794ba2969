"""One written date read as a range of days, from the parts that the pattern found in it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.values.date import (
    DateRange,
    Part,
    Season,
    in_century,
    in_decade,
    in_fiscal_year,
    in_half,
    in_month,
    in_quarter,
    in_season,
    in_year,
    in_years,
    on_day,
    part_of,
)
from factlint.values.period import Period, century, decade, end_of, half, quarter, season

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

    from factlint.values.calendar import Calendar

_PARTS = {"beginning": Part.EARLY, "start": Part.EARLY, "middle": Part.MID, "end": Part.LATE}


class Order(StrEnum):
    """Which of the first two figures in 12/05/2023 is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class Reading(Struct, frozen=True):
    """The days that a date names; `range` is None where the year is unknown, or the order of day and month is."""

    range: DateRange | None = None
    month: int | None = None
    day: int | None = None
    period: Period | None = None


def parts_of(match: regex.Match[str]) -> dict[str, str]:
    """The named parts of a written date, each as written."""
    return {name: text for name, text in match.groupdict().items() if text is not None}


def reading_of(parts: Mapping[str, str], calendar: Calendar, order: Order | None) -> Reading | None:
    """What the parts of a written date mean; None for what no calendar has (31 February) or what runs backwards."""
    try:
        if "one" in parts:
            return _figures(int(parts["one"]), int(parts["two"]), int(parts["year"]), order)
        if "month_figure" in parts:
            return _day(int(parts["year"]), int(parts["month_figure"]), int(parts["day"]))
        if "month" in parts:
            return _month(parts, calendar)
        whole = _whole(parts, calendar)
        return Reading(_parted(whole, parts) if whole else None, period=_period(parts, calendar))
    except ValueError:
        return None


def years_of(parts: Mapping[str, str]) -> tuple[int, ...]:
    """The year, or the first and the last, that are written in figures; "1916-18" ends in 1918."""
    if "year" not in parts:
        return ()
    if "first_year" not in parts:
        return (int(parts["year"]),)
    first, last = int(parts["first_year"]), int(parts["year"])
    if len(parts["year"]) == 2:
        last += first // 100 * 100
        # "1999-00" is the only way for a short second year to lie in the next century.
        last += 100 if first % 100 == 99 and last % 100 == 0 else 0
    return (first, last)


def part_named(word: str) -> Part:
    """The part of a period that a word means ("beginning", "mid")."""
    return _PARTS.get(word.casefold()) or Part(word.casefold())


def _day(year: int, month: int, day: int) -> Reading:
    return Reading(on_day(year, month, day), month, day)


def _figures(one: int, two: int, year: int, order: Order | None) -> Reading | None:
    """Both readings of 12/05/2023, as far as both are valid; where they differ only `order` decides."""
    readings = {}
    for candidate, (day, month) in {Order.DAY_FIRST: (one, two), Order.MONTH_FIRST: (two, one)}.items():
        try:
            readings[candidate] = _day(year, month, day)
        except ValueError:
            continue
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    return readings.get(order, Reading()) if order and readings else (Reading() if readings else None)


def _month(parts: Mapping[str, str], calendar: Calendar) -> Reading:
    month = calendar.month_of(parts["month"])
    years, day = years_of(parts), _day_of_month(parts, calendar)
    if not years:
        if day:
            on_day(2000, month, day)
        return Reading(None, month, None if "first_day" in parts else day)
    if day is None:
        return Reading(
            _parted(_months(parts, calendar, years[0], month), parts), month, period=_period(parts, calendar)
        )
    if "first_day" in parts:
        return Reading(on_day(years[0], month, int(parts["first_day"])).to(on_day(years[0], month, day)), month)
    return _day(years[0], month, day)


def _period(parts: Mapping[str, str], calendar: Calendar) -> Period | None:
    """The period that a date names, if its bounds are clear: no winter, which may be of either of two years."""
    if "century" in parts:
        return century(calendar.ordinal_of(parts["century"]))
    if "decade" in parts:
        return decade(int(parts["decade"]))
    if "season" in parts:
        of = calendar.season_of(parts["season"])
        return season(of) if of is not Season.WINTER and "first_year" not in parts else None
    if "quarter" in parts or "quarters" in parts:
        return quarter(int(parts.get("quarter") or calendar.ordinal_of(parts["ordinal"])))
    if "half" in parts or "halves" in parts:
        return half(int(parts.get("half") or calendar.ordinal_of(parts["ordinal"])))
    if "part" in parts and "first_part" not in parts:
        return end_of(part_named(parts["part"]))
    return None


def _months(parts: Mapping[str, str], calendar: Calendar, year: int, month: int) -> DateRange:
    last = in_month(year, month)
    if "first_month" not in parts:
        return last
    first = calendar.month_of(parts["first_month"])
    return in_month(year if first <= month else year - 1, first).to(last)


def _day_of_month(parts: Mapping[str, str], calendar: Calendar) -> int | None:
    if "day" not in parts:
        return None
    return calendar.ordinal_of(parts["day"])


def _parted(whole: DateRange, parts: Mapping[str, str]) -> DateRange:
    if "part" not in parts:
        return whole
    part = part_of(whole, part_named(parts["part"]))
    return part_of(whole, part_named(parts["first_part"])).to(part) if "first_part" in parts else part


def _whole(parts: Mapping[str, str], calendar: Calendar) -> DateRange | None:
    """The period without early, mid or late; None for a weekday alone."""
    if "century" in parts:
        return in_century(calendar.ordinal_of(parts["century"]))
    if "decade" in parts:
        return in_decade(int(parts["decade"]))
    if "spoken" in parts:
        return in_year(spoken_year(parts["spoken"], calendar))
    years = years_of(parts)
    if not years:
        return None
    if "season" in parts:
        return _season(calendar.season_of(parts["season"]), years)
    if "quarter" in parts or "quarters" in parts:
        return in_quarter(years[0], int(parts.get("quarter") or calendar.ordinal_of(parts["ordinal"])))
    if "half" in parts or "halves" in parts:
        return in_half(years[0], int(parts.get("half") or calendar.ordinal_of(parts["ordinal"])))
    if "fiscal" in parts and len(years) == 1:
        return in_fiscal_year(years[0])
    return in_years(years[0], years[-1])


def _season(season: Season, years: tuple[int, ...]) -> DateRange:
    if len(years) == 1:
        return in_season(years[0], season)
    if years[1] != years[0] + 1:
        raise ValueError("a season lies in two years at most")
    if season is Season.WINTER:
        return DateRange(in_month(years[0], 12).first, in_season(years[0], season).last)
    return in_season(years[0], season).to(in_season(years[1], season))


def spoken_year(words: str, calendar: Calendar) -> int:
    """The year in words: nineteen forty-five, two thousand and twenty. Raises ValueError for other words."""
    head, *rest = words.replace("~", " ").replace("-", " ").casefold().split()
    if rest[:1] == ["thousand"]:
        tail = [word for word in rest[1:] if word != "and"]
        return 2000 + (calendar.number_of(" ".join(tail)) if tail else 0)
    return 100 * calendar.number_of(head) + calendar.number_of(" ".join(rest))
