"""The day that a document gives as its own: in its metadata, or in a date line at its opening."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from factlint.patterns import compiled
from factlint.values.date_expression import find_dates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from factlint.values.calendar import Calendar
    from factlint.values.date_expression import DateExpression

# Best first: the day of publication is what "yesterday" was written from, a later change is not.
_PUBLISHED = ("date", "published", "publication_date", "pubdate", "datepublished", "article:published_time", "issued")
_CHANGED = ("created", "updated", "modified", "lastmod", "article:modified_time")
_OPENING = 600
_PREFIX = 80
_SHORT_REST = 40
_WORD = compiled(r"[\p{L}\p{N}][\p{L}\p{N}’'.&/-]*")
# Words that name the act whose day follows, and those that may join them to it.
_LABELS = compiled(
    r"""date|dated|published|publication|posted|updated?|issued|released?|created|modified|revised|filed|written
    |recorded|transmission|tx|broadcast|aired|embargo|embargoed|week""",
    regex.VERBOSE,
)
_JOINTS = compiled(
    "ended|since|between|before|after|and|to|on|by|for|at|from|until|the|this|last|first|ending|press|in"
)
_TELLING = compiled(r"\A[\s~]*\|[\s~]*\p{L}|\p{L}[^.!?]*\p{Ll}{2}[.!?…][\"'”’»)]*(?:\s|\Z)")
_LINE_END = compiled(
    r"""(?:[\s~]*\(\p{L}+\.?\))?(?:
    [\s~.]*\Z                                             # the line ends here
    |[\s~]*[-–—|•·:;()\[\]/]                              # or in a mark that parts it from the text
    |,?[\s~]+(?:at[\s~]+)?\d{1,2}[.:h]?\d\d(?!\d)|T\d\d   # or with the time of day
    |,?[\s~]+(?:at|by)[\s~]+[\p{Lu}\d]
    |,?[\s~]+\p{Lu}[\p{Lu}\d]+\b
    |\.?[\s~]+\p{Lu}
    )""",
    regex.VERBOSE,
)


def document_date(metadata: Mapping[str, str], opening: Sequence[str], calendar: Calendar) -> date | None:
    """The day of a document: what its metadata says, else the date line in its opening blocks, else None.

    `opening` holds the texts of the first blocks. A date line begins its block, behind no more than a label
    ("Updated:"), a place ("TEHRAN,") or capitals, and is parted from what follows; a date in a sentence is no date
    line, nor are those that open the items of a list of events. A date that 12/05/2023 leaves open is not taken.
    """
    for key in (*_PUBLISHED, *_CHANGED):
        day = _written(metadata.get(key, ""), calendar)
        if day is not None:
            return day
    seen, events = 0, _events(opening, calendar)
    for text in opening:
        if seen > _OPENING:
            break
        day = None if text in events else _date_line(text, calendar)
        if day is not None:
            return day
        seen += len(text)
    return None


def _events(opening: Sequence[str], calendar: Calendar) -> frozenset[str]:
    """The blocks that tell of an event behind its date, where several do and of several dates."""
    told = {}
    for text in opening:
        first = next(iter(_in_front(text[: 2 * _PREFIX], calendar)), None)
        is_in_front = first is not None and first.range is not None and _ends(first)[0] == 0
        if first is not None and is_in_front and _TELLING.search(text[_ends(first)[1] :]):
            told[text] = first.range
    return frozenset(told) if len(set(told.values())) > 1 else frozenset()


@lru_cache(maxsize=64)
def _in_front(text: str, calendar: Calendar) -> tuple[DateExpression, ...]:
    """The dates at the beginning of a block; while a draft is edited it mostly stays as it is."""
    return find_dates(text, calendar)


def _written(value: str, calendar: Calendar) -> date | None:
    """The first day that a metadata value names, in ISO 8601 or in words."""
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        days = (found.range for found in find_dates(value, calendar))
        return next((days.first for days in days if days is not None and days.is_day), None)


def _date_line(text: str, calendar: Calendar) -> date | None:
    """The day of the first full date in a block, where it stands as a date line does."""
    for found in _in_front(text[: 2 * _PREFIX], calendar):
        if found.range is not None and found.range.is_day:
            start, end = _ends(found)
            is_line = start <= _PREFIX and _opens_line(text[:start]) and _closes_line(text[end:])
            return found.range.first if is_line else None
    return None


def _ends(found: DateExpression) -> tuple[int, int]:
    spans = [span for span in (found.span, found.weekday_span) if span is not None]
    return min(span.start for span in spans), max(span.end for span in spans)


def _opens_line(prefix: str) -> bool:
    """True for nothing but marks, a label, a byline, a place or words in capitals before the date."""
    words = [word.rstrip(".") for word in _WORD.findall(prefix)]
    is_label = any(_LABELS.fullmatch(word.lower()) for word in words)
    joints = [word for word in words if _JOINTS.fullmatch(word.lower())]
    if not all(word[0].isupper() or word[0].isdigit() or word in joints or _LABELS.fullmatch(word) for word in words):
        return False
    if is_label or not words or (words[0].lower() == "by" and len(words) > 2):
        return True
    is_place = len(words) <= 3 and prefix.rstrip().endswith(",")
    return not joints and (is_place or all(word == word.upper() for word in words))


def _closes_line(rest: str) -> bool:
    """True where the line ends behind the date, or a mark, a time or a name in capitals follows."""
    if _LINE_END.match(rest):
        return True
    words = _WORD.findall(rest)
    return len(rest) <= _SHORT_REST and all(word[0].isupper() or word[0].isdigit() for word in words)
