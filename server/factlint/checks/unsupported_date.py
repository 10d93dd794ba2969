"""A date or weekday that no source gives or implies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.kept import kept
from factlint.model import Finding, Slot
from factlint.values.date import DateRange
from factlint.values.quantity import Quantity
from factlint.values.when import When, falls_on, lies_in
from factlint.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Claim
    from factlint.rule import Rule

_DAY, _DURATION, _WEEK = 86400, "duration", 7


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Dates in which no date of a source lies, weekdays on which none falls, and neither is there in so many words."""
    known = vocabulary(case.index)
    if known is None:
        return
    told = _told(case.index)
    for claim in (*case.claims(Slot.DATE), *case.claims(Slot.WEEKDAY)):
        said, mine = claim.statement, claim.statement.value
        if not isinstance(mine, When) or known.has_together(said.document.prose(said.span).split()):
            continue
        if said.slot is Slot.WEEKDAY:
            is_told = mine.range is not None or any(falls_on(theirs, mine) for theirs in told)
        else:
            is_told = _is_own(mine, case) or any(lies_in(theirs, mine) for theirs in (*told, *_reckoned(claim, case)))
        if not is_told:
            yield finding(rule, case, said.span, ())


def _is_own(mine: When, case: Case) -> bool:
    """True for the draft's own date, of which the sources cannot tell."""
    day = case.draft.date
    return day is not None and mine.range is not None and mine.range.contains(DateRange(day, day))


@kept
def _told(index: Index) -> tuple[When, ...]:
    """The dates that the sources give, those on which they were written, and the days near those that they name."""
    found: dict[When, None] = {}
    for account in index.accounts:
        for slot in (Slot.DATE, Slot.WEEKDAY):
            for statement in account.about(slot):
                if isinstance(statement.value, When):
                    found.update(dict.fromkeys((statement.value, *_near_days(statement.value, account))))
        if account.date is not None:
            found[_on(account.date)] = None
    return tuple(found)


def _near_days(value: When, account: Account) -> Iterator[When]:
    """The days, before and behind that of the document, that a weekday alone may name."""
    if value.weekday is not None and value.range is None and account.date is not None:
        back = (account.date.weekday() - value.weekday) % _WEEK
        for days in (-back - _WEEK, -back, _WEEK - back):
            yield from _moved(account.date, days)


def _reckoned(claim: Claim, case: Case) -> Iterator[When]:
    """The sources' days, so much earlier or later as the draft's sentence says ("within ninety days")."""
    values = (beside.value for beside in case.draft.beside(claim.statement))
    lengths = {v.base.value // _DAY for v in values if isinstance(v, Quantity) and v.of == _DURATION}
    for theirs in _told(case.index) if lengths else ():
        if theirs.range is not None and theirs.range.is_day:
            for days in lengths:
                yield from _moved(theirs.range.first, days)
                yield from _moved(theirs.range.first, -days)


def _moved(day: date, days: int) -> Iterator[When]:
    """The day so many days later; none where the calendar has no such day."""
    if date.min.toordinal() <= day.toordinal() + days <= date.max.toordinal():
        yield _on(date.fromordinal(day.toordinal() + days))


def _on(day: date) -> When:
    return When(str(day), DateRange(day, day), None, "")
