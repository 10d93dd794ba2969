"""A number that no source has or adds up to."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.amounts import Unread, is_cut_short, loose_figures, quantities, unread_figures
from factlint.case import Case, finding
from factlint.kept import kept
from factlint.model import Finding, Slot
from factlint.values.number import Bound, Number, agrees
from factlint.values.quantity import Kind, Quantity
from factlint.values.when import When
from factlint.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from factlint.index import Index
    from factlint.model import Claim, Statement
    from factlint.rule import Rule

# Up to here a reader can count what a source names, and older than this nobody gets.
_COUNTABLE, _OLDEST = 10, 120
_UNMEASURED = frozenset({Kind.COUNT, Kind.PLAIN, Kind.ORDINAL})
_CENTURY, _APOSTROPHES = 100, frozenset("'’‘")
_LIMITS = frozenset({Bound.OVER, Bound.UNDER})
_YEAR, _DURATION, _SHARE = Fraction(31556952), "duration", "share"


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Numbers that agree with none of the sources' of their kind, nor with what two of a sentence make."""
    known = vocabulary(case.index)
    if known is None:
        return
    told, loose = quantities(case.index), loose_figures(case.index)
    for claim in case.claims(Slot.NUMBER):
        mine = claim.statement.value
        if not isinstance(mine, Quantity) or is_cut_short(claim.statement, case.draft):
            continue
        if mine.number.value not in loose and not _is_told(mine, told) and not _is_span_of_years(mine, claim, case):
            yield finding(rule, case, claim.statement.span, ())
    every = loose | {theirs.number.value for sentence in told for theirs in sentence}
    for unread in unread_figures(case.draft):
        # A draft that numbers parts of its own ("Option 2") says nothing of the sources'.
        is_own = unread.may_number_a_part and not known.has(unread.label)
        if not is_own and not unread.figures <= every and not _is_short_year(unread, every, case):
            yield finding(rule, case, unread.span, ())


def _is_short_year(unread: Unread, every: Set[Fraction], case: Case) -> bool:
    """True for the last figures of a year of the sources: "'40s" for 1940s."""
    before = case.draft.document.text[unread.span.start - 1 : unread.span.start]
    return before in _APOSTROPHES and unread.figures <= {year % _CENTURY for year in every if year > _CENTURY}


def is_countable(quantity: Quantity) -> bool:
    """True for a small count or a place in a row, which a text may well have counted up for itself."""
    return quantity.kind in _UNMEASURED and quantity.number.value <= _COUNTABLE


def _is_told(mine: Quantity, told: Sequence[Sequence[Quantity]]) -> bool:
    if any(_makes(mine, sentence) for sentence in told) or _is_part(mine, told):
        return True
    return is_countable(mine) and not any(mine.of and mine.of == theirs.of for sentence in told for theirs in sentence)


def _is_part(mine: Quantity, told: Sequence[Sequence[Quantity]]) -> bool:
    """True for such a part of an amount of the sources as one of them names in words: half of it, two thirds."""
    every = [theirs for sentence in told for theirs in sentence]
    parts = {theirs.number.value / 100 for theirs in every if theirs.is_part}
    wholes = [theirs for theirs in every if theirs.of == mine.of and theirs.factor == mine.factor]
    return any(_agree(mine, replace(whole, number=whole.number.times(part))) for part in parts for whole in wholes)


def _makes(mine: Quantity, sentence: Sequence[Quantity]) -> bool:
    """True where a number of a source's sentence, or what two of them make, is the draft's."""
    alike = [theirs for theirs in sentence if _are_alike(mine, theirs)]
    if any(_agree(mine, theirs) for theirs in (*alike, *_sums(alike))):
        return True
    return mine.of == _SHARE and any(_agree(mine, share) for share in _shares(sentence))


def _agree(mine: Quantity, theirs: Quantity) -> bool:
    is_other_kind = (mine.kind in _UNMEASURED) is not (theirs.kind in _UNMEASURED) and Kind.PLAIN not in (
        mine.kind,
        theirs.kind,
    )
    is_vaguer = theirs.number.bound in _LIMITS and theirs.number.bound is not mine.number.bound
    if is_other_kind or is_vaguer:
        return mine.number.value == theirs.number.value
    return agrees(mine.base, theirs.base)


def _are_alike(mine: Quantity, theirs: Quantity) -> bool:
    """True unless both say what they measure and it is not one thing."""
    kinds = {mine.kind, theirs.kind}
    return Kind.PLAIN in kinds or kinds <= _UNMEASURED or mine.of == theirs.of


def _sums(alike: Sequence[Quantity]) -> Iterator[Quantity]:
    """The sums and differences of two numbers that measure or count one thing."""
    for first, second in _pairs(alike):
        one, other = first.number, second.number
        for value in (one.value + other.value, abs(one.value - other.value)):
            yield replace(first, number=Number(value, max(one.grain, other.grain)))


def _shares(sentence: Sequence[Quantity]) -> Iterator[Quantity]:
    """What share of the larger the smaller is of two numbers that measure or count one thing."""
    for first, second in _pairs(sentence):
        less, more = sorted((first.number.value, second.number.value))
        if more:
            yield Quantity("", Number(100 * less / more, bound=Bound.ABOUT), Kind.MEASURE, _SHARE)


def _pairs(alike: Iterable[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Two numbers of one thing each; one that does not say what it is of ("seven of the 19 ships") stands behind."""
    for one, other in combinations(alike, 2):
        first, second = (other, one) if one.kind is Kind.PLAIN else (one, other)
        if second.kind is Kind.PLAIN or (first.of == second.of and first.factor == second.factor):
            yield first, second


def _is_span_of_years(mine: Quantity, claim: Claim, case: Case) -> bool:
    """True for the years, or the age, between a date of the draft's sentence or its own and one of the sources."""
    is_years = mine.of == _DURATION and mine.factor % _YEAR == 0
    is_age = mine.kind is Kind.PLAIN and mine.number.value <= _OLDEST
    if not is_years and not is_age:
        return False
    count = replace(mine.number, value=mine.number.value * (mine.factor / _YEAR if is_years else 1))
    here = _years(case.draft.beside(claim.statement, reach=1))
    if case.draft.date is not None:
        here |= {case.draft.date.year}
    spans = {abs(first - second) for first in here for second in here | _years_told(case.index)}
    return any(agrees(count, Number(Fraction(years))) or abs(count.value - years) <= 1 for years in spans)


@kept
def _years_told(index: Index) -> frozenset[int]:
    """The years of the sources' dates, and those in which they were written."""
    written = {account.date.year for account in index.accounts if account.date is not None}
    return _years(fact.statement for fact in index.facts(Slot.DATE)) | written


def _years(statements: Iterable[Statement]) -> frozenset[int]:
    dates = (each.value for each in statements if isinstance(each.value, When))
    return frozenset(day.year for date in dates if date.range for day in (date.range.first, date.range.last))
