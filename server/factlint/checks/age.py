"""An age that the dates of a birth and of what is told contradict."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.extract.events import BIRTH, DEATH
from factlint.extract.scan import calendar_of
from factlint.kept import kept
from factlint.lives import Life, ToldAge, ages_of, lives_of
from factlint.model import Evidence, Finding
from factlint.values.date import DateRange
from factlint.values.length_format import both_written, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factlint.index import Index
    from factlint.rule import Rule
    from factlint.values.name import Name


class Fault(StrEnum):
    """What is wrong."""

    AGE = "age"


# More years than anybody holds an office: up to here those in brackets behind a name may be of one.
_LONGEST_TENURE = 55


class _Lived(Struct, frozen=True):
    """The days of a birth and of the day at which an age is told."""

    birth: Life
    then: DateRange

    @property
    def ages(self) -> range:
        """How old one may have been."""
        least = _years(self.birth.days.last, self.then.first)
        return range(max(0, least), _years(self.birth.days.first, self.then.last) + 1)


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Ages that nobody born and told of at those days has."""
    ages = tuple(ages_of(case.draft))
    lives = (*lives_of(case.draft), *_lives_in(case.index)) if ages else ()
    for age in ages:
        lived = list(_lived(case, age, lives))
        if lived and not any(age.age.years in one.ages or _may_be_tenure(one, age) for one in lived):
            yield _told(case, rule, age, lived[0])


@kept
def _lives_in(index: Index) -> tuple[Life, ...]:
    return tuple(life for account in index.accounts for life in lives_of(account))


def _lived(case: Case, age: ToldAge, lives: Sequence[Life]) -> Iterator[_Lived]:
    known = [life for life in lives if _is_of(case, life.name, age)]
    for birth in (life for life in known if life.event == BIRTH):
        for days in _times(case, age, known):
            if birth.days.first <= days.last:
                yield _Lived(birth, days)


def _times(case: Case, age: ToldAge, known: Sequence[Life]) -> list[DateRange]:
    """When somebody is told to be so old."""
    if age.is_of_now:
        written = case.draft.date
        return [DateRange(written, written)] if written is not None and age.at is None else []
    if age.is_at_death:
        return [life.days for life in known if life.event == DEATH]
    if age.at is None:
        return []
    days = age.at.parts.days() if age.at.parts.year is not None else None
    return [days] if days is not None and age.at.is_whole else []


def _is_of(case: Case, name: Name, age: ToldAge) -> bool:
    """True where a name of the draft or the sources is that of the one whose age is told."""
    if name == age.of.subject[0]:
        return True
    entity = case.entity_of(age.of)
    return entity is not None and case.index.entity_named(name) is entity


def _may_be_tenure(lived: _Lived, age: ToldAge) -> bool:
    """True where years in brackets may be those of an office: they are fewer than the age, and not too many."""
    is_stretch = not lived.birth.is_told
    return is_stretch and age.age.years > lived.ages.stop - 1 and lived.ages.stop - 1 <= _LONGEST_TENURE


def _years(first: date, last: date) -> int:
    """The whole years from one day to another."""
    return int(last.year - first.year - ((last.month, last.day) < (first.month, first.day)))


def _told(case: Case, rule: Rule, age: ToldAge, lived: _Lived) -> Finding:
    block, names = case.draft.document.blocks[age.block], calendar_of(case.draft.lexicon)
    found = block.text[age.span.start : age.span.end]
    ages = [str(each) if found.isdigit() else in_words(each, names) for each in lived.ages]
    is_year = len(ages) == 2
    sides = both_written(lived.birth.days, lived.then, names)
    statement = lived.birth.statement
    evidence = (Evidence(statement.document, statement.span),)
    right = tuple(reversed(ages)) if len(ages) == 1 or is_year else ()
    return finding(
        rule, case, block.file_span(age.span), evidence, right, Fault.AGE, sides=sides, number=" or ".join(ages)
    )
