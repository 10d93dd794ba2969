"""Numbers that stand side by side: one has the noun of the other, or both are one amount in two units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.text import Span
from factlint.values.number import Number
from factlint.values.quantity import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.extract.quantities import Found
    from factlint.extract.tokens import Token, Tokens
    from factlint.values.number_words import NumberWords
    from factlint.values.quantity import Quantity

_MOST_BETWEEN = 2
# The dimensions that people give in two units at once.
_COMPOUND = frozenset({"duration", "length", "mass"})


def compounded(tokens: Tokens, found: Sequence[Found], words: NumberWords) -> list[Found]:
    """The quantities, those put together that are one amount in several units: "32 minutes and 42 seconds"."""
    result: list[Found] = []
    for one in found:
        if result and _is_one_amount(tokens, result[-1], one, words):
            result[-1] = _sum(tokens, result[-1], one)
        else:
            result.append(one)
    return result


def _is_one_amount(tokens: Tokens, first: Found, second: Found, words: NumberWords) -> bool:
    """True where a whole number of a larger unit and less than one such unit in a smaller one stand side by side."""
    large, small = first.value, second.value
    if {large.kind, small.kind} != {Kind.MEASURE} or large.of != small.of or large.of not in _COMPOUND:
        return False
    if small.number.bound or small.base.value >= large.factor or large.number.value.denominator != 1:
        return False
    between = _behind_unit(tokens, first, second)
    return between is not None and all(token.folded in words.lists.get("sums", ()) for token in between)


def _behind_unit(tokens: Tokens, first: Found, second: Found) -> Sequence[Token] | None:
    """The tokens between two numbers without the unit of the first; None where more than "and" stands there."""
    unit = len((first.value.unit or first.value.text.split()[-1]).split())
    between = tokens.items[first.place.stop : second.place.start]
    rest = between if first.value.is_compound else between[unit:]
    return rest if len(rest) <= _MOST_BETWEEN else None


def _sum(tokens: Tokens, first: Found, second: Found) -> Found:
    large, small = first.value, second.value
    value = small.number.value + large.number.value * large.factor / small.factor
    last = second.place.stop - 1
    while tokens.items[last].span.end < second.span.end or not _ends_unit(tokens, second, last):
        last += 1
    span = Span(first.span.start, tokens.items[last].span.end)
    whole = replace(
        small,
        text=span.of(tokens.text),
        number=Number(value, small.number.grain, large.number.bound),
        unit="",
        near=large.near | small.near,
        around=large.around | small.around,
        is_compound=True,
    )
    return replace(first, value=whole, span=span, place=range(first.place.start, last + 1))


def _ends_unit(tokens: Tokens, found: Found, last: int) -> bool:
    return tokens.items[last].span.end >= found.span.end + len(found.value.unit)


def completed(tokens: Tokens, found: Sequence[Found], words: NumberWords) -> list[Found]:
    """The quantities, those without a noun with that of the number they are joined to ("37 by 67 kilometers")."""
    result = list(found)
    joiners = words.lists.get("joiners", frozenset())
    for here in range(len(result)):
        for there in (here + 1, here - 1):
            if result[here].value.kind is not Kind.PLAIN or not 0 <= there < len(result):
                continue
            first, second = sorted((result[here], result[there]), key=lambda one: one.span.start)
            if {first.value.kind, second.value.kind} & {Kind.ORDINAL, Kind.CLOCK}:
                continue
            between: Sequence[Token] = tokens.items[first.place.stop : second.place.start]
            if first is result[there]:
                between = behind_noun(between, first.value)
            if between and len(between) <= _MOST_BETWEEN and all(token.folded in joiners for token in between):
                result[here] = replace(result[here], value=_like(result[here].value, result[there].value))
    return result


def _like(value: Quantity, other: Quantity) -> Quantity:
    """A quantity of what another one is of."""
    return replace(value, kind=other.kind, of=other.of, factor=other.factor, offset=other.offset, variety=other.variety)


def behind_noun(between: Sequence[Token], value: Quantity) -> Sequence[Token]:
    """The tokens between two numbers without the unit or noun of the first."""
    known = value.unit.casefold().split() if value.unit else []
    return between[max(len(known), 1 if value.kind is Kind.COUNT else 0) :]
