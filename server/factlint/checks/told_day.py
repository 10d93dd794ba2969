"""A lone weekday, or a day told by its distance from another, that the sources' statement of the event contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.date import relate_alike
from factlint.extract.scan import calendar_of
from factlint.extract.tense import has_any, is_past
from factlint.kept import kept
from factlint.model import Finding, evidence_of
from factlint.overlap import FEW, RIVAL, SEVERAL, SUPPORT
from factlint.same_event import Alike, are_of_two_events, are_of_two_instances, compare
from factlint.told_days import ToldDay, exact_days, is_of_speech, told_days
from factlint.values.date_format import weekday_like
from factlint.values.relative_date import day_like
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Statement
    from factlint.rule import Rule

# The part of what the draft says that a passage must share to tell of one event.
_HALF, _MOST = 0.5, 0.7
# How many figures a number has at most that many sentences have.
_LONE = 2
# How many days apart texts, or a day and the one that it is counted from, may be.
_WEEK, _MONTH = 7, 31


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Days of events that a source tells on another day of the week and no source on that one."""
    mine = told_days(case.draft)
    theirs = _days_in(case.index) if mine else ()
    for day in filter(lambda day: case.is_to_be_judged(day.statement), mine):
        found = [(compare(day.dated, other.dated, case.index), other) for other in theirs]
        against = sorted(
            ((one, other) for one, other in found if _contradicts(case, day, other) and _is_same(case, day, one)),
            key=lambda pair: pair[0].overlap.total,
            reverse=True,
        )
        against = [(one, other) for one, other in against if not _is_taken(case, mine, day, one, other)]
        if against and not _is_supported(day, found, against[0][0]) and _is_alone(against):
            yield _told(case, rule, day, against)


@kept
def _days_in(index: Index) -> tuple[ToldDay, ...]:
    return tuple(day for account in index.accounts for day in (*told_days(account), *exact_days(account)))


def _agree(mine: ToldDay, theirs: ToldDay) -> bool | None:
    """Whether two days may be one; None where they have nothing in common to tell by."""
    if mine.days is not None and theirs.days is not None and not (mine.is_near or theirs.is_near):
        return mine.days.overlaps(theirs.days)
    if mine.weekday is not None and theirs.weekday is not None:
        return mine.weekday == theirs.weekday
    if mine.steps is not None and theirs.steps is not None:
        return mine.steps == theirs.steps
    return None


def _contradicts(case: Case, mine: ToldDay, theirs: ToldDay) -> bool:
    """True where two days are not one, in texts of one week if those are dated, and not far apart."""
    if _agree(mine, theirs) is not False:
        return False
    written, about = case.draft.date, case.index.account_of(theirs.statement.document).date
    are_of_texts = (mine.is_near or mine.is_of_text) and (theirs.is_near or theirs.is_of_text)
    if are_of_texts and written is not None and about is not None and abs((written - about).days) >= _WEEK:
        return False
    days = mine.anchor.days if mine.anchor is not None else mine.days
    if days is None or theirs.days is None:
        return True
    gap = max(days.first - theirs.days.last, theirs.days.first - days.last).days
    return gap <= (_MONTH if mine.is_of_text else _WEEK)


def _is_same(case: Case, mine: ToldDay, one: Alike) -> bool:
    """True where a source surely tells of the same event."""
    theirs, told = one.dated, one.overlap
    if are_of_two_events(mine.dated, theirs) or are_of_two_instances(mine.dated, theirs) or one.is_of_other:
        return False
    if not relate_alike(mine.dated.role, theirs.role) or _have_other_figures(mine, one):
        return False
    source = case.index.account_of(theirs.statement.document)
    if any(tells(case.draft, mine.statement) != tells(source, theirs.statement) for tells in (_is_ahead, is_of_speech)):
        return False
    if not (one.is_anchored or one.is_known) or not mine.dated.names <= theirs.around | theirs.topic:
        return False
    if told.share >= _HALF and told.words > SEVERAL and one.deeds >= FEW and one.near_deeds >= FEW:
        return True
    return told.share >= _MOST and told.words >= SEVERAL and one.is_named and one.near_deeds > 0


def _is_ahead(account: Account, statement: Statement) -> bool:
    """True where a sentence tells what is to come, and nothing past."""
    words = account.text_of(statement).casefold().split()
    return has_any(words, account.lexicon, "future") and not is_past(words, account.lexicon)


def _have_other_figures(mine: ToldDay, one: Alike) -> bool:
    """True where each sentence has a figure that the other has not: of what recurs each time has its own."""
    here, there = (
        frozenset(word for word in words if word[0].isdigit()) for words in (mine.dated.words, one.dated.words)
    )
    is_one = any(len(each) > _LONE for each in here & there)
    return bool(here - there) and bool(there - here) and not is_one


def _is_taken(case: Case, days: Sequence[ToldDay], mine: ToldDay, one: Alike, theirs: ToldDay) -> bool:
    """True where the draft tells on the source's day, elsewhere, what is more like the source's."""
    return any(
        other is not mine
        and _agree(other, theirs)
        and compare(other.dated, theirs.dated, case.index).overlap.total >= one.overlap.total
        for other in (*days, *exact_days(case.draft))
    )


def _is_supported(mine: ToldDay, found: Sequence[tuple[Alike, ToldDay]], best: Alike) -> bool:
    """True where a source tells an event nearly as like on the draft's day."""
    return any(
        _agree(mine, theirs) and (one.overlap.total >= SUPPORT * best.overlap.total or one.overlap.share >= SUPPORT / 2)
        for one, theirs in found
    )


def _is_alone(against: Sequence[tuple[Alike, ToldDay]]) -> bool:
    best, day = against[0]
    return not any(
        one.overlap.total >= RIVAL * best.overlap.total and _agree(day, theirs) is False for one, theirs in against[1:]
    )


def _told(case: Case, rule: Rule, mine: ToldDay, against: Sequence[tuple[Alike, ToldDay]]) -> Finding:
    theirs = against[0][1]
    facts = [one.fact for one, other in against if other is theirs or _agree(theirs, other)]
    value, span = theirs.statement.value, mine.statement.span
    assert isinstance(value, When)
    right = _right(case, mine, theirs, span.of(case.draft.document.text))
    return finding(rule, case, span, evidence_of(facts), (right,) if right else (), date=value.text)


def _right(case: Case, mine: ToldDay, theirs: ToldDay, found: str) -> str:
    """The right words in the place of a weekday or of "the next day"; none for other distances."""
    if mine.steps is None:
        is_weekday = mine.weekday is not None and theirs.weekday is not None and mine.is_near
        return weekday_like(found, theirs.weekday, calendar_of(case.draft.lexicon)) if is_weekday else ""  # type: ignore[arg-type]
    anchor = mine.anchor
    if anchor is not None and anchor.weekday is not None and anchor.weekday == theirs.weekday:
        return day_like(found)
    return ""
