"""When an event was that the draft tells of without its date: by what draft and sources say with the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.dated import dates_of
from factlint.extract.relation import stems_in
from factlint.extract.tense import time_words
from factlint.model import Evidence, Slot
from factlint.same_event import dates_in
from factlint.values.relative_date import weekday_near
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.case import Case
    from factlint.dated import Dated
    from factlint.extract.account import Account
    from factlint.extract.scan import Scan
    from factlint.model import Statement
    from factlint.text import Span
    from factlint.values.date import DateRange

_LEAST = 2
# How many words behind "the 1962" may belong to what it names beside those of the event.
_REACH = 2


class Told(Struct, frozen=True):
    """Days that an event may have been on, and the passage that says so; `is_sure` where that tells of this event."""

    days: DateRange
    evidence: Evidence
    is_sure: bool


def told_dates(case: Case, scanned: Scan, event: range, besides: Span) -> tuple[Told, ...]:
    """The days that draft and sources give the event told at tokens `event` of a block of the draft.

    `besides` is a date of the draft that is not of it.
    """
    words = stems_in(scanned.tokens, scanned.lexicon, event)
    names = frozenset().union(
        *(
            stems_in(scanned.tokens, scanned.lexicon, range(n, n + 1))
            for n in event
            if scanned.tokens.items[n].is_capital
        )
    )
    if not words:
        return ()
    is_tellable = bool(names) and bool(words - names)
    own = (
        _told(case, each, words, least=1, is_tellable=len(words) >= _LEAST)
        for each in dates_of(case.draft)
        if not each.statement.span.overlaps(besides)
    )
    theirs = (_told(case, each, words, least=_LEAST, is_tellable=is_tellable) for each in dates_in(case.index))
    weekdays = _weekdays(case, words) if is_tellable else ()
    return (*filter(None, own), *filter(None, theirs), *weekdays)


def _told(case: Case, dated: Dated, words: frozenset[str], *, least: int, is_tellable: bool) -> Told | None:
    if dated.parts.year is None or not words <= dated.words:
        return None
    days = dated.parts.days()
    if days is None:
        return None
    statement = dated.statement
    is_named = len(words) >= least and _is_named_by(case, statement, words)
    is_sure = is_named or (is_tellable and words <= dated.near and not dated.beside and _is_plain(case, statement))
    return Told(days, Evidence(statement.document, statement.span), is_sure)


def _is_named_by(case: Case, statement: Statement, words: frozenset[str]) -> bool:
    """True for "the 1962 Hamburg Flood": the date stands right before the words."""
    value = statement.value
    place = _account(case, statement).place_of(statement.span)
    if place is None or not isinstance(value, When) or value.role != "attributive":
        return False
    scanned = _account(case, statement).scans[place.block]
    stop = min(place.tokens.stop + len(words) + _REACH, scanned.tokens.sentence_of(place.tokens.start).stop)
    return words <= stems_in(scanned.tokens, scanned.lexicon, range(place.tokens.stop, stop))


def _account(case: Case, statement: Statement) -> Account:
    is_own = statement.document is case.draft.document
    return case.draft if is_own else case.index.account_of(statement.document)


def _is_plain(case: Case, statement: Statement) -> bool:
    """True in a sentence that tells one thing: no clause within it is of another time."""
    account = _account(case, statement)
    openers = time_words(account.lexicon, "subordinators") - {"as", "that", "who", "which", "than", "how", "whether"}
    return openers.isdisjoint(account.words_beside(statement))


def _weekdays(case: Case, words: frozenset[str]) -> Iterator[Told]:
    """The days that dated sources tell by a weekday."""
    for account in case.index.accounts:
        written = case.index.timeline.of(account.document).about
        for statement in account.about(Slot.WEEKDAY) if written is not None and written.is_day else ():
            value = statement.value
            is_alone = isinstance(value, When) and value.range is None and value.month is None
            if not is_alone or not statement.is_held or not words <= statement.relation:
                continue
            assert isinstance(value, When)
            assert written is not None
            days = weekday_near(value.weekday, None, written.first) if value.weekday is not None else None
            if days is not None:
                yield Told(days, Evidence(statement.document, statement.span), _is_plain(case, statement))
