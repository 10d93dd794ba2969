"""Which day is told by a lone weekday, or by its distance from a day that is told before it or from the document."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.dated import dates_of, far_words, undated_times
from factlint.kept import kept
from factlint.model import Slot
from factlint.values.date import DateRange, Weekday, weekday_of
from factlint.values.date_context import Role
from factlint.values.relative_date import Anchor, Unit, reckon, weekday_near
from factlint.values.when import When

if TYPE_CHECKING:
    from factlint.dated import Dated
    from factlint.extract.account import Account
    from factlint.model import Statement

# How many blocks before its own the day may be told that a distance is counted from.
_REACH = 3
_WEEK = 7
# How many words before a day, or behind one that opens a sentence, its verb may stand; and where such a day stands.
_BEFORE, _BEHIND, _FRONT = 4, 6, 2
# Roles of a date that does not move the time that is told.
_ASIDE = frozenset({Role.SINCE, Role.UNTIL, Role.BY, Role.BEFORE, Role.AFTER, Role.OF, Role.ATTRIBUTIVE})
# A month or a year is counted from one day to any day about as far.
_EXACT = frozenset({Unit.DAY, Unit.WEEK})


class ToldDay(Struct, frozen=True, eq=False):
    """A day of a document, by its days, by its weekday or by how many days it lies from the day told before.

    `steps` is that number, None where it is not told by a distance; `anchor` is the day told before, with its weekday.
    `is_near` where the document's own day alone tells which week is meant, `is_of_text` for "last week" and the like.
    """

    dated: Dated
    days: DateRange | None
    weekday: Weekday | None
    steps: int | None = None
    anchor: ToldDay | None = None
    is_near: bool = False
    is_of_text: bool = False

    @property
    def statement(self) -> Statement:
        """What the document says."""
        return self.dated.statement


@kept
def told_days(account: Account) -> tuple[ToldDay, ...]:
    """The days that a document tells by a weekday or by a distance."""
    found: list[ToldDay] = []
    exact = [day for dated in dates_of(account) if (day := _of_date(dated)) is not None]
    lone = [_of_weekday(account, dated) for dated in undated_times(account) if dated.statement.slot is Slot.WEEKDAY]
    for dated in undated_times(account):
        if dated.statement.slot is Slot.DISTANCE:
            found.extend(filter(None, [_of_distance(account, dated, (*exact, *lone, *found))]))
    return (*lone, *found)


@kept
def exact_days(account: Account) -> tuple[ToldDay, ...]:
    """The days that a document gives with their year."""
    return tuple(day for dated in dates_of(account) if (day := _of_date(dated)) is not None)


def _of_date(dated: Dated) -> ToldDay | None:
    days = dated.parts.days() if dated.parts.year is not None and dated.parts.day is not None else None
    return ToldDay(dated, days, weekday_of(days)) if days is not None and dated.is_whole else None


def _of_weekday(account: Account, dated: Dated) -> ToldDay:
    value = dated.statement.value
    assert isinstance(value, When)
    assert value.weekday is not None
    days = weekday_near(value.weekday, None, account.date) if account.date and value.relative is None else None
    return ToldDay(dated, days, value.weekday, is_near=True)


def _of_distance(account: Account, dated: Dated, known: tuple[ToldDay, ...]) -> ToldDay | None:
    """The day that a distance tells; None where neither its day nor what it is counted from is known."""
    value = dated.statement.value
    relative = value.relative if isinstance(value, When) else None
    if relative is None or _is_aside(account, dated):
        return None
    if relative.anchor is Anchor.DOCUMENT:
        days = reckon(relative, account.date) if account.date is not None and not relative.is_rounded else None
        return ToldDay(dated, days, weekday_of(days), is_of_text=True) if days is not None else None
    if relative.unit not in _EXACT:
        return None
    anchor = _before(account, dated.statement, known)
    steps = relative.amount * (_WEEK if relative.unit is Unit.WEEK else 1)
    if anchor is None or (relative.unit is Unit.WEEK and not relative.is_rounded):
        return None
    days = _shifted(anchor.days, steps)
    weekday = Weekday((anchor.weekday + steps) % _WEEK) if anchor.weekday is not None else None
    return ToldDay(dated, days, weekday, steps, anchor, anchor.is_near)


def _is_aside(account: Account, dated: Dated) -> bool:
    """True for "last week's visit" and for "two days after the vote", which is counted from what stands behind."""
    end, text = dated.statement.span.end, account.document.text
    written = dated.statement.span.of(text).casefold().split()
    return text[end : end + 1] in {"'", "’"} or written[-1] in far_words(account.lexicon)


def is_of_speech(account: Account, statement: Statement) -> bool:
    """True for the day on which something was said, "police said on Monday that ...", not that of what was said."""
    place = account.place_of(statement.span)
    if place is None:
        return False
    tokens = account.scans[place.block].tokens
    sentence = tokens.sentence_of(place.tokens.start)
    is_front = place.tokens.start - sentence.start <= _FRONT
    first = place.tokens.stop if is_front else max(sentence.start, place.tokens.start - _BEFORE)
    last = min(sentence.stop, place.tokens.stop + _BEHIND) if is_front else place.tokens.start
    nouns_after = account.lexicon.grammar["determiners"] | account.lexicon.grammar["articles"]
    return any(
        tokens.items[n].folded in account.lexicon.speech_verbs and not (n and tokens.items[n - 1].folded in nouns_after)
        for n in range(first, last)
    )


def _shifted(days: DateRange | None, steps: int) -> DateRange | None:
    try:
        day = days.first + timedelta(days=steps) if days is not None else None
    except OverflowError:
        return None
    return DateRange(day, day) if day is not None else None


def _before(account: Account, statement: Statement, known: tuple[ToldDay, ...]) -> ToldDay | None:
    """The day told last before a distance; None where a longer time is told last, or none near it."""
    place = account.sentence_of(statement)
    said = [
        other
        for slot in (Slot.DATE, Slot.WEEKDAY, Slot.DISTANCE)
        for other in account.about(slot)
        if other.span.end <= statement.span.start and _moves(account, other)
    ]
    last = max(said, key=lambda other: other.span.end, default=None)
    where = account.sentence_of(last) if last is not None else None
    if place is None or where is None or place[0] - where[0] > _REACH:
        return None
    days = [day for day in known if day.statement.span == last.span] if last is not None else []
    return days[0] if days else None


def _moves(account: Account, statement: Statement) -> bool:
    """True for a time that what is told then lies in."""
    value, end = statement.value, statement.span.end
    is_owner = account.document.text[end : end + 1] in {"'", "’"}
    return isinstance(value, When) and value.role not in _ASIDE and not is_owner and statement.is_held
