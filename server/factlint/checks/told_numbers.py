"""The numbers of the sources, each with what it is told in: what numbers of a draft are set beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.kept import kept
from factlint.model import Claim, Fact, Slot
from factlint.overlap import Passage
from factlint.postings import Postings, by_key
from factlint.values.quantity import Quantity, digits, slip_keys

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Statement

_TELLING_DIGITS = 3
# How many code points apart numbers stand beside each other.
_NEAREST = 300

# Of what a number is, its value, and how many digits it has.
NumberBeside = tuple[str, "Fraction", int]


class ToldNumber(Struct, frozen=True, eq=False):
    """A number of a source with the stems of its sentence, of it and the one before, and of what it speaks of unnamed.

    Of a list or table they are those near it. `passage` is what is compared of it, `beside` the numbers beside it, and
    `number` that of the statement in its source.
    """

    fact: Fact
    quantity: Quantity
    sentence: frozenset[str]
    around: frozenset[str]
    topic: frozenset[str]
    passage: Passage
    beside: frozenset[NumberBeside]
    number: int


def quantity_of(said: Claim | Fact) -> Quantity:
    """The quantity that a claim or fact about a number holds."""
    value = said.statement.value
    assert isinstance(value, Quantity)
    return value


@kept
def numbers_told(index: Index) -> Postings[ToldNumber]:
    """All numbers of the sources."""
    return Postings(numbers_by_key(account) for account in index.accounts)


@kept
def numbers_by_key(account: Account) -> Mapping[Hashable, Sequence[ToldNumber]]:
    """The numbers of a source by the stems of their passages and by the numbers beside them."""
    facts = [Fact(statement) for statement in account.about(Slot.NUMBER) if statement.is_held]
    # What numbers of one sentence have in common is kept once.
    known: dict[frozenset[str], frozenset[str]] = {}
    told = [_told(fact, account, number, known) for number, fact in enumerate(facts)]
    return by_key((one, _keys(one)) for one in told)


def _keys(told: ToldNumber) -> Iterator[Hashable]:
    yield from told.passage.sentence | told.passage.near | told.passage.around
    yield from told.beside
    yield from value_keys(told.quantity)
    yield told.quantity.kind, told.quantity.of
    yield "digits", slip_keys(told.quantity)[0]
    yield "source", told.fact.statement.document


def value_keys(quantity: Quantity) -> tuple[Hashable, ...]:
    """What numbers have in common that are the same, of the same thing or of whatever."""
    return (quantity.kind, quantity.of, quantity.base.value), quantity.number.value


def _told(fact: Fact, account: Account, number: int, known: dict[frozenset[str], frozenset[str]]) -> ToldNumber:
    statement, theirs = fact.statement, quantity_of(fact)
    there, about = theirs.around, theirs.around
    if not there:
        there, about = account.stems_of(statement), account.stems_of(statement, 1)
    topic, own = account.topic_of(statement), own_stems(theirs)
    sets = (there, about, topic, (there | topic) - own, theirs.near | theirs.modifiers, about - own)
    there, about, topic, *passage = (known.setdefault(each, each) for each in sets)
    return ToldNumber(fact, theirs, there, about, topic, Passage(*passage), numbers_beside(account, statement), number)


def numbers_beside(account: Account, statement: Statement) -> frozenset[NumberBeside]:
    """The other numbers in the sentence of a number and next to it: of what each is, its value, how many digits."""
    beside = [other for other in account.beside(statement, 1) if isinstance(other.value, Quantity)]
    near = [other.value for other in beside if abs(other.span.start - statement.span.start) <= _NEAREST]
    return frozenset(
        (_measure(one), one.base.value, digits(one.number.value)) for one in near if isinstance(one, Quantity)
    )


def _measure(quantity: Quantity) -> str:
    """What a number must be of to be the same number beside others: of no matter what, where it has many digits."""
    return "" if digits(quantity.number.value) >= _TELLING_DIGITS else quantity.of


def own_stems(number: Quantity) -> frozenset[str]:
    """The stems that a number itself puts into its sentence: its noun or unit, and its figures."""
    return frozenset({number.of, number.text.strip("$€£%")})
