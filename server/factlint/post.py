"""Which post an office is, and so who else may not hold it: also where the text leaves its country to be understood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.lexicon import surface
from factlint.model import Mention, Slot, Statement
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.extract import Account
    from factlint.lexicon import Lexicon


def is_one_post(one: Office, other: Office) -> bool:
    """True for one post that has one holder at a time: of the same state or body, for the same thing."""
    is_of_one = bool(one.country and one.country == other.country) or bool(one.body & other.body)
    is_whole = one.portfolios == other.portfolios and one.is_deputy == other.is_deputy
    return one.head.sole and one.head == other.head and is_whole and is_of_one and agree(one, other)


def post_of(statement: Statement, account: Account) -> Office | None:
    """The office of a statement, its country filled in where only one can be meant.

    Of the countries named in the sentence, or else in the paragraph, those are left out whose holder of this office the
    text names otherwise: beside the Iranian minister, Syria's visitor meets his own.
    """
    office = statement.value
    if not isinstance(office, Office):
        return None
    if office.country or office.body or not office.portfolios:
        return office
    taken = {theirs.country for theirs in _others(statement, office, account)}
    block = account.document.block_at(statement.span.start)
    in_block = (said for said in account.statements if account.document.block_at(said.span.start) is block)
    for statements in (account.beside(statement), in_block):
        free = set(_countries(statements, account.lexicon)) - taken
        if free:
            return replace(office, country=free.pop()) if len(free) == 1 else office
    return office


def _others(statement: Statement, office: Office, account: Account) -> Iterator[Office]:
    """This office as the text gives it to others."""
    for said in account.about(Slot.OFFICE):
        theirs = said.value
        is_other = said.subject[:1] != statement.subject[:1]
        if is_other and isinstance(theirs, Office) and theirs.head == office.head and agree(office, theirs):
            yield theirs


def _countries(statements: Iterable[Statement], lexicon: Lexicon) -> Iterator[str]:
    for said in statements:
        if isinstance(said.value, Office) and said.value.country:
            yield said.value.country
        if isinstance(said.value, Mention):
            key = surface(str(said.value.name))
            country = lexicon.countries.get(key) or lexicon.demonyms.get(key) or lexicon.capitals.get(key)
            if country:
                yield country.name
