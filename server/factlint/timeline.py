"""When the sources were written, and so when what they say held: by their own dates, or by what they tell."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.ongoing import beginnings, latest_told, ongoing
from factlint.model import Slot
from factlint.post import Posts, is_one_post
from factlint.values.date import DateRange
from factlint.values.office import Office, agree
from factlint.values.quote import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.extract.ongoing import Beginning
    from factlint.index import Entity
    from factlint.model import Fact
    from factlint.text import Document

_EVER = DateRange(date.min, date.max)
# How many things a source must share with a dated one, and how many words in a row make a quotation one of them.
_LEAST_SHARED, _SHARED_WORDS = 2, 8


class Dating(Struct, frozen=True):
    """When something was: surely within `bounds`, and, where that can be told, at some day of `about`.

    `ground` says how it is known: the words of the source that tell, or the path of a source that is like it; empty
    for a date that is given.
    """

    bounds: DateRange
    about: DateRange | None = None
    ground: str = ""


_UNKNOWN = Dating(_EVER)
_Held = tuple["Entity", Office]


def share_year(first: DateRange, second: DateRange) -> bool:
    """True where two stretches of time lie in one year of the calendar somewhere."""
    return first.first.year <= second.last.year and second.first.year <= first.last.year


class Timeline(Struct, frozen=True, eq=False, dict=True):
    """The sources in time.

    A source without a date is placed, in this order, by something that it says goes on in its Nth year, by the holders
    of offices and the quotations that it shares with dated sources, and at least after what it tells as past and
    before those that call its ministers former. Where nothing tells, nothing is assumed.
    """

    accounts: Sequence[Account]
    entities: Sequence[Entity]

    def of(self, document: Document) -> Dating:
        """When a source was written."""
        return self._datings.get(document, _UNKNOWN)

    def when(self, fact: Fact) -> Dating:
        """When a fact about an office held; of one that is over only the end is known, and not when it was held."""
        said, office = fact.statement, fact.statement.value
        is_told = not self._is_own_time(fact)
        dating = _told(said.period) if is_told and said.period is not None else self.of(said.document)
        is_over = isinstance(office, Office) and (office.is_former or (office.is_past and not is_told))
        return Dating(DateRange(date.min, dating.bounds.last)) if is_over else dating

    def _is_own_time(self, fact: Fact) -> bool:
        """True for what a source says of its own time, not of one that it tells of."""
        period, day = fact.statement.period, self._days.get(fact.statement.document)
        return period is None or (day is not None and period == DateRange(day, day))

    @cached_property
    def _days(self) -> Mapping[Document, date | None]:
        return {account.document: account.date for account in self.accounts}

    @cached_property
    def _datings(self) -> Mapping[Document, Dating]:
        sure = {account.document: found for account in self.accounts if (found := self._by_itself(account))}
        others = [account for account in self.accounts if account.document not in sure]
        return sure | {account.document: self._by_others(account, sure) for account in others}

    def _by_itself(self, account: Account) -> Dating | None:
        """The dating that a source gives by its own date, or by what goes on in its Nth year."""
        if account.date is not None:
            return _told(DateRange(account.date, account.date))
        found = ongoing(account, self._beginnings)
        return Dating(found.days, found.days, f"“{found.text}”") if found else None

    @cached_property
    def _beginnings(self) -> Sequence[Beginning]:
        """What the sources say began when, each told once."""
        return tuple(dict.fromkeys(begun for account in self.accounts for begun in beginnings(account)))

    def _by_others(self, account: Account, sure: Mapping[Document, Dating]) -> Dating:
        """The dating that a source gets from what it tells as past and from the sources that are surely dated."""
        told = latest_told(account)
        first = told.days.first if told else date.min
        last = min((end for end in self._ends(account, sure) if end >= first), default=date.max)
        bounds = DateRange(first, last)
        alike = {
            document: dating.about
            for document, dating in sure.items()
            if dating.about and share_year(dating.about, bounds) and self._are_of_one_time(account.document, document)
        }
        if not alike:
            return Dating(bounds, None, f"“{told.text}”" if told else "")
        about = DateRange(min(days.first for days in alike.values()), max(days.last for days in alike.values()))
        return Dating(bounds, about, next(iter(alike)).path)

    def _ends(self, account: Account, sure: Mapping[Document, Dating]) -> Iterator[date]:
        """The last days of dated sources that call a holder of an office of this source its former holder."""
        for entity, office in self._held.get(account.document, ()):
            for fact in entity.of(Slot.OFFICE):
                former, dating = fact.statement.value, sure.get(fact.statement.document)
                if dating and isinstance(former, Office) and former.is_former and agree(office, former):
                    yield dating.bounds.last

    def _are_of_one_time(self, document: Document, other: Document) -> bool:
        """True where two sources share holders of offices and quotations, and no office has two holders."""
        mine, theirs = self._held.get(document, ()), self._held.get(other, ())
        shared = {entity for entity, office in mine for e, o in theirs if e is entity and agree(office, o)}
        if len(shared) + (not self._quoted[document].isdisjoint(self._quoted[other])) < _LEAST_SHARED:
            return False
        return not any(_is_taken(held, theirs) for held in mine)

    @cached_property
    def _held(self) -> Mapping[Document, Sequence[_Held]]:
        """The offices of one holder at a time that each source gives somebody in its own time."""
        posts = {account.document: Posts(account) for account in self.accounts}
        found: dict[Document, list[_Held]] = defaultdict(list)
        for entity in self.entities:
            for fact in entity.of(Slot.OFFICE):
                office = posts[fact.statement.document].of(fact.statement)
                is_over = office is None or office.is_former or office.is_past
                if office is not None and office.head.sole and not is_over and self._is_own_time(fact):
                    found[fact.statement.document].append((entity, office))
        return {document: tuple(dict.fromkeys(held)) for document, held in found.items()}

    @cached_property
    def _quoted(self) -> Mapping[Document, frozenset[tuple[str, ...]]]:
        return {account.document: frozenset(_runs(account)) for account in self.accounts}


def _told(period: DateRange) -> Dating:
    """The dating of what is dated; what has been since a day and may still be is at no known time."""
    return Dating(period, None if period.last == date.max else period)


def _is_taken(held: _Held, others: Sequence[_Held]) -> bool:
    """True where the very post is another's among `others`, and not this holder's too."""
    rivals = [other for other, theirs in others if is_one_post(held[1], theirs)]
    return bool(rivals) and held[0] not in rivals


def _runs(account: Account) -> Iterator[tuple[str, ...]]:
    """Every run of so many quoted words that two sources have them from one occasion."""
    for said in account.about(Slot.QUOTATION):
        for part in said.value.parts if isinstance(said.value, Quotation) else ():
            words = [word.folded for word in part]
            yield from (tuple(words[n : n + _SHARED_WORDS]) for n in range(len(words) - _SHARED_WORDS + 1))
