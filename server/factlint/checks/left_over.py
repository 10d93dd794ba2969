"""A number or date that a slip makes of the one value left over in the sources' sentence of the same thing."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from factlint.checks import date, number
from factlint.dated import dated_at, is_far_from_event
from factlint.model import Claim, Fact, Slot
from factlint.overlap import FEW, SUPPORT, shared
from factlint.patterns import compiled
from factlint.same_event import are_of_two_events, compare
from factlint.sentences import likest, tellings_without
from factlint.values.quantity import Kind, Quantity, Slip, are_of_one_thing, same
from factlint.values.quantity import slip as slip_of_number
from factlint.values.when import When, agree, parts_of
from factlint.values.when import slip_of as slip_of_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factlint.case import Case
    from factlint.index import Index
    from factlint.model import Finding, Statement
    from factlint.rule import Rule
    from factlint.sentences import Sentence, Telling

# The part of what the draft's sentence tells that the source's must tell, and that of a short sentence.
_SHARE, _MOST = 1 / 3, 0.75
_FIGURES = compiled(r"\d+(?:[.,:/]\d+)*")


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Values of a `slot` one slip away from the only one that the sources' sentence has and the draft's has not."""
    slot = Slot(rule.when["slot"])
    held = {claim.statement for claim in case.claims(slot)}
    # A day that the draft gives elsewhere is that of something else there; a number may be of two things.
    is_in_draft = cache(partial(_is_given, case.draft.about(slot)))
    for sentence in case.sentences:
        is_given = is_in_draft if slot is Slot.DATE else partial(_is_given, sentence.about(slot))
        for statement in sentence.about(slot):
            if statement in held and not date.is_day(statement, case.draft.date):
                fact = _left_over(statement, is_given, sentence, case)
                if fact is not None:
                    yield _told(case, rule, statement, fact)


def _is_given(mine: Sequence[Statement], other: Statement) -> bool:
    """True where one of some statements has the value of another."""
    return any(_agree(each, other) for each in mine)


def _left_over(
    statement: Statement, is_given: Callable[[Statement], bool], sentence: Sentence, case: Case
) -> Fact | None:
    """The one value of the sources that a slip may have made the draft's of; not one that the draft gives, too."""
    index = case.index
    found = _likest(statement, sentence, index)
    theirs = [other for telling in found for other in telling.sentence.about(statement.slot)]
    if any(_agree(statement, other) for other in theirs):
        return None
    left = [
        Fact(other) for other in theirs if other.is_held and _is_slip(statement, other, case) and not is_given(other)
    ]
    is_one = bool(left) and all(_agree(left[0].statement, fact.statement) for fact in left)
    if not is_one or _is_borne_out(statement, sentence, found[0].overlap.weight, index):
        return None
    own = index.account_of(left[0].statement.document).date
    is_own_day = date.is_day(statement, own) or date.is_day(left[0].statement, case.draft.date)
    return None if is_own_day else left[0]


def _likest(statement: Statement, sentence: Sentence, index: Index) -> list[Telling]:
    """The sentences of the sources that tell most of what one of the draft tells, its value left out."""
    own = frozenset(_FIGURES.findall(statement.span.of(statement.document.text)))
    found = [
        telling
        for telling in tellings_without(sentence, own, index)
        if (telling.overlap.is_familiar and telling.overlap.share >= _SHARE)
        or (telling.overlap.words >= FEW and telling.overlap.share >= _MOST)
    ]
    return likest(found)


def _agree(first: Statement, second: Statement) -> bool:
    """True where two values may be one: numbers of one thing, or dates of which one lies in the other."""
    one, other = first.value, second.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return same(one, other) if are_of_one_thing(one, other) else one.number.value == other.number.value
    if isinstance(one, When) and isinstance(other, When):
        return any(agree(mine, theirs) for mine in parts_of(one) for theirs in parts_of(other))
    return False


def _is_slip(first: Statement, second: Statement, case: Case) -> bool:
    """True where a slip makes one value of the other: figures changed about, one part of a day of one event."""
    one, other = first.value, second.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        slip = slip_of_number(one, other)
        if slip is None or not are_of_one_thing(one, other) or (one.kind is Kind.PLAIN and slip is not Slip.SWAP):
            return False
        return number.may_be_of_one(case, Claim(first), Fact(second), slip)
    return isinstance(one, When) and isinstance(other, When) and _is_slip_of_day(first, second, case)


def _is_slip_of_day(first: Statement, second: Statement, case: Case) -> bool:
    mine, theirs = dated_at(first, case.draft), dated_at(second, case.index.account_of(second.document))
    if mine is None or theirs is None or is_far_from_event(first, case.draft):
        return False
    slip = slip_of_date(mine.parts, theirs.parts)
    is_near = slip is not None and slip.is_exact and (slip.part == "month" or (slip.part == "day" and slip.is_figure))
    is_of_one = compare(mine, theirs, case.index).is_anchored and not are_of_two_events(mine, theirs)
    return is_near and is_of_one and date.relate_alike(mine.role, theirs.role)


def _is_borne_out(statement: Statement, sentence: Sentence, most: float, index: Index) -> bool:
    """True where a sentence of the sources has the draft's value and tells half as much of the same."""
    words = sentence.stems - sentence.numbers
    return any(
        shared(words & index.account_of(fact.statement.document).stems_of(fact.statement), index).weight
        >= SUPPORT * most
        for fact in index.facts(statement.slot)
        if _agree(statement, fact.statement)
    )


def _told(case: Case, rule: Rule, statement: Statement, fact: Fact) -> Finding:
    mine, theirs = statement.value, fact.statement.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        return number.told(case, rule, Claim(statement), (fact,), slip_of_number(mine, theirs))
    assert isinstance(mine, When)
    assert isinstance(theirs, When)
    return date.told(case, rule, statement, parts_of(mine)[0], (fact,), parts_of(theirs)[0])
