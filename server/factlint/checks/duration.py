"""A stated length of time that the dates at its ends contradict."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.checks.event_dates import told_dates
from factlint.extract.scan import calendar_of
from factlint.extract.spans_of_time import Spanned, find_spanned
from factlint.model import Evidence, Finding
from factlint.values.date import DateRange, in_month, on_day
from factlint.values.length_format import both_written, capital_like, days_written, written
from factlint.values.length_of_time import may_be, reckoned, stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.scan import Scan
    from factlint.rule import Rule
    from factlint.text import Block
    from factlint.values.date_expression import DateExpression

_TURNED = {"after": "before", "before": "after", "later": "earlier", "earlier": "later"}


class Fault(StrEnum):
    """How a length differs from what the dates make of it."""

    LENGTH = "length"
    SAME = "same"
    ORDER = "order"


class _Ends(Struct, frozen=True):
    """The days at both ends of a length, the earlier one first as the draft tells it, and where they are told."""

    first: DateRange
    last: DateRange
    evidence: tuple[Evidence, ...]


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Lengths of time that cannot lie between the dates that draft and sources give their ends."""
    for block, scanned in zip(case.draft.document.blocks, case.draft.scans, strict=True):
        for spanned in find_spanned(scanned):
            readings = _readings(case, block, scanned, spanned)
            fits = any(may_be(spanned.stated.length, stretch(ends.first, ends.last)) for ends in readings)
            if readings and not fits:
                nearest = min(readings, key=lambda ends: abs(stretch(ends.first, ends.last).least))
                yield _told(case, rule, block, spanned, nearest)


def _readings(case: Case, block: Block, scanned: Scan, spanned: Spanned) -> Sequence[_Ends]:
    """What the ends may be; nothing where one of them is not surely known."""
    mine = (Evidence(case.draft.document, block.file_span(spanned.date.span)),)
    if spanned.is_to_now:
        if case.draft.date is None:
            return ()
        today = DateRange(case.draft.date, case.draft.date)
        return [_Ends(days, today, mine) for days in _days(spanned.date, case.draft.date.year)]
    if spanned.other is not None:
        here = (Evidence(case.draft.document, block.file_span(spanned.other.span)),)
        theirs = [(days, here) for days in _days(spanned.other, _year(spanned.date, case.draft.date))]
        is_sure = True
    else:
        found = told_dates(case, scanned, spanned.event, block.file_span(spanned.date.span))
        theirs = [(told.days, (told.evidence,)) for told in sorted(found, key=lambda told: not told.is_sure)]
        is_sure = any(told.is_sure for told in found)
    if not is_sure:
        return ()
    pairs = [
        (days, other, evidence)
        for other, evidence in theirs
        for days in _days(spanned.date, other.first.year if other.first.year == other.last.year else None)
    ]
    return [
        _Ends(other, days, evidence) if spanned.is_after else _Ends(days, other, evidence)
        for days, other, evidence in pairs
    ]


def _year(found: DateExpression, written: date | None) -> int | None:
    if found.range is not None:
        return found.range.first.year
    return written.year if written is not None else date.max.year // 5


def _days(found: DateExpression, year: int | None) -> list[DateRange]:
    """The days that a date may name; one without its year those in a year and the ones beside it."""
    if found.range is not None:
        return [found.range]
    if found.month is None or year is None:
        return []
    years = range(max(1, year - 1), min(date.max.year, year + 1) + 1)
    return [days for each in years if (days := _in_year(found.month, found.day, each)) is not None]


def _in_year(month: int, day: int | None, year: int) -> DateRange | None:
    try:
        return on_day(year, month, day) if day is not None else in_month(year, month)
    except ValueError:
        return None


def _told(case: Case, rule: Rule, block: Block, spanned: Spanned, ends: _Ends) -> Finding:
    names, stated, time = calendar_of(case.draft.lexicon), spanned.stated, stretch(ends.first, ends.last)
    if time.is_backwards:
        return _turned(case, rule, block, spanned, ends)
    right = reckoned(ends.first, ends.last, stated.length)
    sides = both_written(ends.first, ends.last, names)
    span = block.file_span(stated.span)
    if right is None and ends.first.overlaps(ends.last):
        return finding(rule, case, span, ends.evidence, (), Fault.SAME, date=days_written(ends.first, names))
    text = capital_like(written(right, names), span.of(case.draft.document.text)) if right is not None else ""
    fault, found = Fault.LENGTH if text else "", block.text[stated.span.start : stated.span.end].lower()
    said = (text,) if text else ()
    return finding(rule, case, span, ends.evidence, said, fault, sides=sides, number=text.lower(), found=found)


def _turned(case: Case, rule: Rule, block: Block, spanned: Spanned, ends: _Ends) -> Finding:
    """The finding where what is told to come after the other comes before it."""
    names, stated = calendar_of(case.draft.lexicon), spanned.stated
    text = block.text[stated.span.start : stated.end]
    span = block.file_span(type(stated.span)(stated.span.start, stated.end))
    is_long_enough = may_be(stated.length, stretch(ends.last, ends.first))
    right = (text[: -len(stated.tail)] + _TURNED[stated.tail],) if is_long_enough and stated.tail in _TURNED else ()
    sides, date = days_written(ends.last, names), days_written(ends.first, names)
    return finding(rule, case, span, ends.evidence, right, Fault.ORDER, sides=sides, date=date)
