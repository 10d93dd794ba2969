"""One quantity to which the draft itself gives two values."""

from __future__ import annotations

from enum import StrEnum
from itertools import combinations, islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.case import Case, finding
from factlint.extract.attributes import Attribute, attribute_of, is_single
from factlint.extract.counted_things import Counted, numbers_of
from factlint.extract.enumerations import list_words
from factlint.extract.pieces import words_of
from factlint.model import Evidence, Finding, Slot
from factlint.patterns import compiled
from factlint.values.number import Bound, agrees
from factlint.values.number_format import written_like
from factlint.values.quantity import Kind, Quantity, Slip, slip
from factlint.values.when import Parts, When, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule

_LEAST = 2
# How many numbers of a draft are compared with each other, and how many of its dates.
_MOST_NUMBERS, _MOST_DATES = 600, 60
# How many words into its sentence a summary's opening ends, and how many words of the sentence two numbers share.
_OPENING, _SHARED = 3, 3
# How many times as much the one value of an attribute may be: beyond, they are of two things.
_FARTHEST = 2.5
_DAY = compiled(r"\b\d{1,2}\b")
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365, "decad": 3652}


class Fault(StrEnum):
    """How the two numbers are known to be of one thing."""

    BACKWARD = "backward"
    SUMMARY = "summary"
    ATTRIBUTE = "attribute"
    SWAP = "swap"


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Numbers that differ from one that the draft gives for the same thing."""
    numbers = numbers_of(case.draft)
    for place, later in enumerate(numbers):
        if not later.is_own:
            continue
        earlier = numbers[:place]
        first, fault = _backward(case, later, earlier), Fault.BACKWARD
        if first is None:
            first, fault = _summarised(later, numbers, earlier), Fault.SUMMARY
        if first is not None:
            yield _told(case, rule, later, first, fault)
    for one, other, fault in (*_attributes(case, numbers), *_swaps(numbers)):
        wrong, right = (one, other) if _is_known(case, other) and not _is_known(case, one) else (other, one)
        yield _told(case, rule, wrong, right, fault)


def _backward(case: Case, later: Counted, earlier: Sequence[Counted]) -> Counted | None:
    """The number that "those six days" take up, where it is another and no other can be meant."""
    lexicon = later.scanned.lexicon
    if not _is_exact(later) or later.value.kind not in (Kind.COUNT, Kind.MEASURE):
        return None
    if later.is_told_apart or not set(later.before()) & list_words(lexicon, "backward"):
        return None
    told = [one for one in earlier if one.is_like(later) and one.sentence is not later.sentence]
    if not told or any(one.value.number.value == later.value.number.value for one in earlier):
        return None
    values = {one.value.number.value for one in told}
    is_one = len(values) == 1 and all(_is_exact(one) and one.is_own and _is_whole(one) for one in told)
    if not is_one or _is_added_up(later, earlier) or _is_between_dates(case, later):
        return None
    return None if _is_changed(told[-1], later) else told[-1]


def _is_exact(one: Counted) -> bool:
    number = one.value.number
    return number.bound is Bound.NONE and number.value.denominator == 1 and number.value >= _LEAST


def _is_whole(one: Counted) -> bool:
    """True for a count, and for a stretch of time that something lasts; not for "four days later"."""
    return one.value.kind is Kind.COUNT or bool(set(one.before()) & list_words(one.scanned.lexicon, "lasting"))


def _is_added_up(later: Counted, earlier: Sequence[Counted]) -> bool:
    """True where two numbers of the same thing add up or come down to it."""
    values = {one.value.number.value for one in earlier if one.value.of == later.value.of}
    mine = later.value.number.value
    return any(mine in (first + second, abs(first - second)) for first, second in combinations(values, 2))


def _is_between_dates(case: Case, later: Counted) -> bool:
    """True where two dates of the draft are so many days, weeks or years apart, counted either way."""
    length = _LENGTHS.get(later.unit)
    if length is None:
        return False
    mine = float(later.value.number.value)
    days = sorted(islice(dict.fromkeys(_days(case)), _MOST_DATES))
    return any(mine - 1 <= (last - first) / length <= mine + 1 for first, last in combinations(days, 2))


def _days(case: Case) -> Iterator[int]:
    """The days of the draft's dates as running numbers, both ends of "3 to 8 June"."""
    said = (statement.value for statement in case.draft.about(Slot.DATE))
    for value in said:
        if isinstance(value, When):
            ends = (end for parts in parts_of(value) for end in _ends(parts, value.text))
            yield from (days.first.toordinal() for each in ends if (days := each.days()) is not None)


def _ends(parts: Parts, text: str) -> list[Parts]:
    """The days that the text of a date names in a month without a year, or what it gives as it is."""
    days = [] if parts.day or parts.is_year else [int(day) for day in _DAY.findall(text)]
    return [replace(parts, day=day) for day in days] or [parts]


def _is_changed(first: Counted, later: Counted) -> bool:
    """True where the text between two numbers tells of more or fewer."""
    further = list_words(later.scanned.lexicon, "further")
    if first.number == later.number:
        between = first.scanned.tokens.items[first.behind : later.token]
    else:
        between = (
            *first.scanned.tokens.items[first.behind :],
            *later.scanned.tokens.items[: later.token],
        )
    return later.value.kind is Kind.COUNT and any(token.folded in further for token in between)


def _summarised(later: Counted, numbers: Sequence[Counted], earlier: Sequence[Counted]) -> Counted | None:
    """The one number that the draft gives before for what a summing-up counts otherwise."""
    if not (_is_exact(later) and later.value.kind is Kind.COUNT and _sums_up(later)):
        return None
    beside = {one.value.number.value for one in numbers if one.sentence is later.sentence and one is not later}
    told = [one for one in earlier if one.is_like(later)]
    values = {one.value.number.value for one in told}
    is_one = len(values) == 1 and all(_is_exact(one) and one.is_own for one in told)
    ordinals = {one.value.number.value for one in earlier if one.value.kind is Kind.ORDINAL}
    if not is_one or later.value.number.value in values | ordinals or values & beside:
        return None
    return next((one for one in reversed(told) if one.is_of_owner), None)


def _sums_up(later: Counted) -> bool:
    """True in a sentence that opens with "in short" or the like, and names nobody."""
    sentence, tokens = later.sentence, later.scanned.tokens
    words = [token.folded for token in tokens.items[sentence.start : sentence.start + _OPENING]]
    openings = (" ".join(words[:length]) for length in range(1, len(words) + 1))
    if list_words(later.scanned.lexicon, "summaries").isdisjoint(openings):
        return False
    return not any(name.start in sentence for name in later.scanned.written)


def _attributes(case: Case, numbers: Sequence[Counted]) -> Iterator[tuple[Counted, Counted, Fault]]:
    """Two values of one attribute of a thing: "the 340-metre bridge", "the bridge is 430 metres long"."""
    found = [(one, attribute) for one in numbers if one.is_own and (attribute := attribute_of(one)) is not None]
    for (one, mine), (other, theirs) in combinations(found[:_MOST_NUMBERS], 2):
        if mine.is_same(theirs) and _is_near(one.value, other.value) and _is_unchanged(case, one, other, mine):
            yield one, other, Fault.ATTRIBUTE


def _is_near(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.base, theirs.base
    return not agrees(one, other) and other.value > 0 and 1 / _FARTHEST <= one.value / other.value <= _FARTHEST


def _is_unchanged(case: Case, one: Counted, other: Counted, attribute: Attribute) -> bool:
    """True where neither sentence tells of a change or time, and the draft has one thing of the name."""
    cues = case.draft.lexicon.cues.get("change", frozenset())
    for each in (one, other):
        words = {each.scanned.tokens.items[number].folded for number in each.sentence}
        if not words.isdisjoint(cues) or _is_dated(each):
            return False
    return is_single(case.draft, attribute)


def _is_dated(one: Counted) -> bool:
    tokens = one.scanned.tokens
    return any(tokens.at(date.span.start) in one.sentence for date in one.scanned.dates)


def _swaps(numbers: Sequence[Counted]) -> Iterator[tuple[Counted, Counted, Fault]]:
    """Two numbers of one noun or unit, the same three digits or more in another order, in sentences of like words."""
    own = [one for one in numbers if one.is_own and one.value.kind is not Kind.PLAIN][:_MOST_NUMBERS]
    for one, other in combinations(own, 2):
        if one.is_like(other) and slip(one.value, other.value) is Slip.SWAP and _say_alike(one, other):
            yield one, other, Fault.SWAP


def _say_alike(one: Counted, other: Counted) -> bool:
    """True where two sentences, of no other time, share words beside what is counted."""
    mine, theirs = (each.scanned.stems[each.seen.sentence] for each in (one, other))
    if one.sentence is other.sentence or _is_dated(one) or _is_dated(other):
        return False
    return len((mine & theirs) - {one.value.of}) >= _SHARED


def _is_known(case: Case, one: Counted) -> bool:
    """True where a source has the number for the same kind of thing."""
    facts = (fact.statement.value for fact in case.index.facts(Slot.NUMBER))
    return any(
        isinstance(theirs, Quantity) and theirs.of == one.value.of and agrees(theirs.base, one.value.base)
        for theirs in facts
    )


def _told(case: Case, rule: Rule, wrong: Counted, right: Counted, fault: Fault) -> Finding:
    expected = written_like(wrong.value, right.value, words_of(case.draft.lexicon).cardinals)
    evidence = (Evidence(case.draft.document, right.span),)
    return finding(rule, case, wrong.span, evidence, (expected,), fault, number=right.value.text)
