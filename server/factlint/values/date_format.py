"""The right date in the style of the wrong one: "Sept. 26th" becomes "Oct. 3rd", "mid-2020" "early 2021"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from factlint.patterns import compiled
from factlint.values.date import DateRange, Part, Season, Weekday, in_month, in_season, in_year, in_years, part_of
from factlint.values.date_pattern import ORDINARY_WORDS
from factlint.values.date_reading import Order, part_named, parts_of, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    import regex

    from factlint.values.calendar import Calendar

_SUFFIX = compiled(r"(?i)(?:st|nd|rd|th)(?!\p{L})")
_ARTICLE = compiled(r"(?i)\A[\s~]*the[\s~]+")
_JOINT = compiled(r"[\s~-]")
_WORD = compiled(r"[\p{L}\p{N}]")
_OF_WORDS = {Part.EARLY: "beginning", Part.MID: "middle", Part.LATE: "end"}
_SEASON_MONTHS = {
    Season.SPRING: (3, 4, 5, 6),
    Season.SUMMER: (6, 7, 8, 9),
    Season.AUTUMN: (9, 10, 11, 12),
    Season.WINTER: (12, 1, 2, 3),
}
_SEASON_DAYS = 115
_NAMES = ("month", "first_month", "weekday")
# Style guides that abbreviate with a full stop write the shortest names out: March, April, May, June, July.
_SHORT_NAME = 5


def format_like(found: str, range: DateRange, calendar: Calendar, order: Order | None = None) -> str:
    """`range` as the writer of `found` would have written it: same forms, order of parts, case and exactness.

    Where the style cannot hold the range ("12 May 2023" for all of June) the range is written plainly, in the same
    order. `order` tells what 12/05/2023 means; where nothing does, the day comes first.
    """
    matches = [match for match in calendar.dates.finditer(found) if "date" in parts_of(match)]
    if len(matches) == 2:
        return _both_ends(found, matches[0], matches[1], range, calendar)
    if not matches:
        return _plainly(range, calendar, None)
    match, order = matches[0], order or _order_of(matches[0])
    if _WORD.search(_ARTICLE.sub("", found[: match.start()]) + found[match.end() :]):
        return _plainly(range, calendar, match)
    numbers = _numbers(parts_of(match), range, order)
    candidates = (_rewritten(match, numbers, part, season, calendar) for part, season in _choices(match, range))
    written = next((text for text in candidates if _says(text, range, calendar, order)), None)
    if written is None:
        written = _plainly(range, calendar, match)
    return found[: match.start()] + written + found[match.end() :]


def weekday_like(found: str, weekday: Weekday, calendar: Calendar) -> str:
    """The name of `weekday` in the form of another: "Thu." becomes "Fri.", "THURSDAY" "FRIDAY"."""
    return _name_like(found, calendar.weekdays, weekday)


def _both_ends(
    found: str, first: regex.Match[str], last: regex.Match[str], range: DateRange, calendar: Calendar
) -> str:
    """A range of two dates, "20 March to 22 April 1923", each end in its own style."""
    start, end = range.first, range.last
    ends = DateRange(start, start), DateRange(end, end)
    if "day" not in parts_of(last):
        ends = in_month(start.year, start.month), in_month(end.year, end.month)
    if range.is_day or ends[0] == ends[1] or ends[0].to(ends[1]) != range:
        return _plainly(range, calendar, last)
    is_one_year = start.year == end.year or "year" in parts_of(first)
    opening = format_like((first if is_one_year else last)[0], ends[0], calendar)
    return opening + found[first.end() : last.start()] + format_like(last[0], ends[1], calendar)


def _choices(match: regex.Match[str], range: DateRange) -> Iterator[tuple[Part | None, Season | None]]:
    """Parts and seasons to try where the date has one: the one it has first, no part at all last."""
    parts = parts_of(match)
    is_coarser = ("day" in parts and _is_months(range)) or ("month" in parts and range == in_year(range.first.year))
    if "first_part" in parts or is_coarser:
        return
    named = (part_named(parts["part"]), *Part, None) if "part" in parts else (None,)
    yield from product(named, _seasons(range) if "season" in parts else (None,))


def _seasons(range: DateRange) -> list[Season]:
    """The seasons that the range may lie in: one or two, as they overlap."""
    middle = _middle(range)
    return [
        season
        for season, months in _SEASON_MONTHS.items()
        if (middle.month in months and range.days <= _SEASON_DAYS) or range == in_season(middle.year, season)
    ]


def _says(text: str, range: DateRange, calendar: Calendar, order: Order) -> bool:
    """True where `text` reads back as that range, or as one that it lies in, without repeating itself."""
    match = calendar.dates.fullmatch(text)
    parts = parts_of(match) if match else {}
    reading = reading_of(parts, calendar, order) if "date" in parts else None
    if reading is None or (reading.range is not None and not reading.range.contains(range)):
        return False
    if any(parts[name].endswith(parts[name.removeprefix("first_")]) for name in parts if name.startswith("first_")):
        return False
    is_month = range.first.month == range.last.month == reading.month
    return reading.range is not None or (is_month and reading.day in {None, range.first.day if range.is_day else 0})


def _rewritten(
    match: regex.Match[str], numbers: Mapping[str, int], part: Part | None, season: Season | None, calendar: Calendar
) -> str:
    """The text of the match with each of its parts replaced."""
    parts, text, at = parts_of(match), match.string, match.start()
    edits = [(_span(match, name), name) for name in parts if name in numbers or name in {"part", "season"}]
    written = []
    for (start, end), name in sorted(edits):
        old = text[start:end]
        if name == "part":
            new = _part_like(old, part)
        elif name == "season" and season is not None:
            new = _cased(old, calendar.seasons[season][0])
        elif name in {"one", "two"} or "month_figure" in parts:
            new = str(numbers[name]).zfill(len(old))
        else:
            new = _number_like(name, old, numbers[name], calendar)
        written += [text[at:start], new]
        at = end
    return "".join((*written, text[at : match.end()]))


def _numbers(parts: Mapping[str, str], range: DateRange, order: Order) -> dict[str, int]:
    """What each part of a date is to say, by the part's name; months and weekdays by their place."""
    first, last, middle = range.first, range.last, _middle(range)
    is_dated = bool(parts.keys() & {"month", "month_figure", "one", "first_year"})
    day_first = order is Order.DAY_FIRST
    return {
        "year": last.year if is_dated else middle.year,
        "first_year": first.year,
        "month": last.month - 1,
        "first_month": first.month - 1,
        "month_figure": last.month,
        "day": last.day,
        "first_day": first.day,
        "one": last.day if day_first else last.month,
        "two": last.month if day_first else last.day,
        "weekday": last.weekday(),
        "quarter": (middle.month + 2) // 3,
        "half": (middle.month + 5) // 6,
        "ordinal": (middle.month + 5) // 6 if "halves" in parts else (middle.month + 2) // 3,
        "century": first.year // 100 + 1,
        "decade": first.year // 10 * 10,
        "spoken": last.year,
    }


def _span(match: regex.Match[str], name: str) -> tuple[int, int]:
    """Where a part stands, with the full stop, the suffix (12th) or the joint (mid-) that belongs to it."""
    start, end = match.span(name)
    text = match.string
    if name in _NAMES:
        return start, end + (text[end : end + 1] == "." and end < match.end())
    if name in {"day", "first_day"}:
        suffix = _SUFFIX.match(text, end)
        return start, suffix.end() if suffix else end
    if name == "part":
        return start, min(at for part in parts_of(match) if (at := match.start(part)) > start)
    return start, end


def _number_like(name: str, old: str, number: int, calendar: Calendar) -> str:
    if name in _NAMES:
        return _name_like(old, calendar.weekdays if name == "weekday" else calendar.months, number)
    if name in {"year", "first_year"}:
        return str(number)[-len(old) :]
    if name in {"decade", "spoken"}:
        return str(number)
    return _ordinal_like(old, number, calendar)


def _name_like(found: str, names: Sequence[Sequence[str]], place: int) -> str:
    """The name at `place` in the form of `found`: full or short, with or without full stop, in the same case."""
    bare, forms = found.rstrip("."), names[place]
    full_names = {other[0].casefold() for other in names if other}
    has_stop = found.endswith(".")
    if not forms:
        return found
    if bare.casefold() in full_names or len(forms) == 1 or (has_stop and len(forms[0]) <= _SHORT_NAME):
        name = _cased(bare, forms[0])
        return forms[0] if name in ORDINARY_WORDS else name
    short = forms[1] if has_stop else min(forms[1:], key=lambda form: abs(len(form) - len(bare)))
    return _cased(bare, short) + "." * has_stop


def _ordinal_like(found: str, number: int, calendar: Calendar) -> str:
    """A number as `found` has it: 12, 05, 12th, 12TH, twelfth."""
    if not found[:1].isdigit():
        words = next((word for word, value in calendar.ordinals.items() if value == number), None)
        return _cased(found, words.replace(" ", "-")) if words else f"{number}{_suffix(number)}"
    if found.isdigit():
        return str(number).zfill(len(found) if found.startswith("0") else 1)
    suffix = _suffix(number)
    return f"{number}{suffix.upper() if found[-1].isupper() else suffix}"


def _suffix(number: int) -> str:
    return "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _part_like(found: str, part: Part | None) -> str:
    """Early, mid- or late as `found` has it ("beginning of the "), or nothing for the whole."""
    words = found.split()
    if part is None:
        return ""
    if len(words) > 1 and words[1].lower() == "of":
        return _cased(words[0], _OF_WORDS[part]) + found[len(words[0]) :]
    return _cased(_JOINT.split(found)[0], part.value) + ("-" if part is Part.MID else " ")


def _cased(found: str, word: str) -> str:
    """`word` in the case of `found`: all capitals, all small, capitalised, else as it is."""
    if len(found) > 1 and found.isupper():
        return word.upper()
    if found.islower():
        return word.lower()
    return word[:1].upper() + word[1:]


def _order_of(match: regex.Match[str]) -> Order:
    """The order that 05/13/2023 shows by itself; the day first where both are possible."""
    parts = parts_of(match)
    return Order.MONTH_FIRST if "two" in parts and int(parts["two"]) > 12 else Order.DAY_FIRST


def _plainly(range: DateRange, calendar: Calendar, like: regex.Match[str] | None) -> str:
    """The range in plain words, with months in the form and days in the place that `like` shows, if it has any."""
    first, last = range.first, range.last
    for days, name in _named(range, calendar, like):
        if days == range:
            return name
    is_one_year = first.year == last.year
    if _is_months(range):
        start, end = _month_like(first, calendar, like), _month_like(last, calendar, like)
        return f"{start if is_one_year else f'{start} {first.year}'} to {end} {last.year}"
    if range.is_day:
        return _day_like(first, calendar, like, has_year=True)
    start = _day_like(first, calendar, like, has_year=not is_one_year)
    return f"{start} to {_day_like(last, calendar, like, has_year=True)}"


def _named(range: DateRange, calendar: Calendar, like: regex.Match[str] | None) -> Iterator[tuple[DateRange, str]]:
    """Periods that have a name of their own and may be the range."""
    first, last, middle = range.first.year, range.last.year, _middle(range)
    month = f"{_month_like(middle, calendar, like)} {middle.year}"
    periods = ((in_year(middle.year), str(middle.year)), (in_month(middle.year, middle.month), month))
    yield from periods
    for (whole, name), part in product(periods, Part):
        yield part_of(whole, part), f"{part}{'-' if part is Part.MID else ' '}{name}"
    for season, forms in calendar.seasons.items():
        yield in_season(middle.year, season), f"{forms[0] if forms else season} {middle.year}"
    if first % 10 == 0 and last == first + 9:
        yield in_years(first, last), f"{first}s"
    if first % 100 == 0 and last == first + 100:
        yield in_years(first, last), f"{first // 100 + 1}{_suffix(first // 100 + 1)} century"
    yield in_years(first, last), f"{first} to {last}"


def _day_like(day: date, calendar: Calendar, like: regex.Match[str] | None, *, has_year: bool) -> str:
    month = _month_like(day, calendar, like)
    if like is not None and -1 < like.start("month") < like.start("day"):
        return f"{month} {day.day}" + f", {day.year}" * has_year
    return f"{day.day} {month}" + f" {day.year}" * has_year


def _month_like(day: date, calendar: Calendar, like: regex.Match[str] | None) -> str:
    if like is not None and like["month"]:
        return _name_like(like.string[slice(*_span(like, "month"))], calendar.months, day.month - 1)
    names = calendar.months[day.month - 1]
    return names[0] if names else str(day.month)


def _is_months(range: DateRange) -> bool:
    first, last = range.first, range.last
    return range == in_month(first.year, first.month).to(in_month(last.year, last.month))


def _middle(range: DateRange) -> date:
    return range.first + (range.last - range.first) / 2
