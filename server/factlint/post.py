"""Which post an office is, and so who else may not hold it: also where the text leaves its country to be understood."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.lexicon import surface
from factlint.model import Mention, Slot, Statement
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.values.name import Name


def is_one_post(one: Office, other: Office) -> bool:
    """True for one post that has one holder at a time: of the same state or body, for the same thing."""
    is_of_one = bool(one.country and one.country == other.country) or bool(one.body & other.body)
    is_whole = one.portfolios == other.portfolios and one.is_deputy == other.is_deputy
    return one.head.sole and one.head == other.head and is_whole and is_of_one and agree(one, other)


class Posts(Struct, frozen=True, eq=False, dict=True):
    """The posts that one text speaks of."""

    account: Account

    def of(self, statement: Statement) -> Office | None:
        """The office of a statement, its country filled in where only one can be meant.

        Of the countries named in the sentence, or else in the paragraph, those are left out whose holder of this office
        the text names otherwise: beside the Iranian minister, Syria's visitor meets his own.
        """
        office = statement.value
        if not isinstance(office, Office):
            return None
        if office.country or office.body or not office.portfolios:
            return office
        taken = set(self._taken(statement, office))
        near = set(_countries(self.account.beside(statement), self.account.lexicon)) - taken
        free = near or self._in_block[self._block_of(statement)] - taken
        return replace(office, country=next(iter(free))) if len(free) == 1 else office

    def _taken(self, statement: Statement, office: Office) -> Iterator[str]:
        """The countries whose holder of this office the text names otherwise."""
        for holder, theirs in self._held:
            is_other = holder != statement.subject[:1] and theirs.head == office.head
            if is_other and theirs.country and agree(office, theirs):
                yield theirs.country

    @cached_property
    def _held(self) -> Sequence[tuple[tuple[Name, ...], Office]]:
        """Who holds which office in the text, each once."""
        said = ((each.subject[:1], each.value) for each in self.account.about(Slot.OFFICE))
        return tuple(dict.fromkeys((holder, value) for holder, value in said if isinstance(value, Office)))

    @cached_property
    def _in_block(self) -> Mapping[int, frozenset[str]]:
        """The countries that each block names, by where the block starts."""
        found: dict[int, set[str]] = defaultdict(set)
        for said in (*self.account.about(Slot.NAME), *self.account.about(Slot.OFFICE)):
            found[self._block_of(said)].update(_countries((said,), self.account.lexicon))
        return defaultdict(frozenset, {block: frozenset(names) for block, names in found.items()})

    def _block_of(self, statement: Statement) -> int:
        block = self.account.document.block_at(statement.span.start)
        return block.runs[0].file if block is not None and block.runs else -1


def _countries(statements: Iterable[Statement], lexicon: Lexicon) -> Iterator[str]:
    for said in statements:
        if isinstance(said.value, Office) and said.value.country:
            yield said.value.country
        if isinstance(said.value, Mention):
            key = surface(str(said.value.name))
            country = lexicon.countries.get(key) or lexicon.demonyms.get(key) or lexicon.capitals.get(key)
            if country:
                yield country.name
