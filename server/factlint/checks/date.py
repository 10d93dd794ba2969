"""A date that the sources' statement of the same event contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from factlint.case import Case, finding
from factlint.checks.smallest import smallest
from factlint.dated import Dated, dates_of, is_far_from_event
from factlint.extract.scan import calendar_of
from factlint.kept import kept_lately
from factlint.model import Finding, Slot, Stance, Statement, evidence_of
from factlint.overlap import FEW, RIVAL, SEVERAL, SUPPORT, telling, weight_of
from factlint.same_event import (
    ONE_EVENT,
    Alike,
    alike,
    are_of_two_events,
    are_of_two_instances,
    compare,
    compared,
    rarity,
    sharing,
    without_wording,
)
from factlint.text import Document, Span
from factlint.values.date_format import format_like
from factlint.values.when import When, agree, slip_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from factlint.index import Index
    from factlint.model import Fact
    from factlint.overlap import Overlap
    from factlint.rule import Rule
    from factlint.values.when import Parts, Slip

# Roles in which a year names a thing and dates no event: "the 2018 ministers", "Act of 2014".
_NAMING = frozenset({"attributive", "of"})
# Roles of a time up to or from which something holds; another date for the thing itself is none for them.
_BOUNDS = frozenset({"by", "until", "before", "after"})
_ENDS = frozenset({"from", "since", "until"})
# How telling all that passages share must be where the dates themselves tell that one is a slip of the other, and where
# they tell nothing. The weights are those of `overlap.Overlap`: measured on labelled drafts.
_RARE, _TELLING, _LEAST, _SURE = 1.0, 2.0, 1.0, 2.5
_PART, _SAME, _MOST, _WHOLE = 0.4, 0.5, 0.7, 0.8
_MANY = 4
# The share of the best weight at which an agreeing date of what the draft names supports it.
_RELATED = 0.25
# Of how many dates of edited drafts what the sources have against them is kept.
_LATELY = 512


class _Against(Struct, frozen=True):
    """A date of the sources of the same event that is not the draft's."""

    one: Alike
    slip: Slip
    rarity: float

    @property
    def weight(self) -> float:
        """How telling the passages and the dates are together."""
        return self.one.overlap.total + self.rarity


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Dates of events that a source dates otherwise and no source dates so."""
    mine = dates_of(case.draft)
    for dated in mine:
        if not case.is_to_be_judged(dated.statement) or is_far_from_event(dated.statement, case.draft):
            continue
        content = _Content.of(dated, case.index)
        against = [
            one
            for one in _rivals(case.index, content, dated.topic, dated.names, dated.cast)
            if not _is_own_day(dated, one.one.fact, case) and not _is_taken(mine, dated, one.one, case)
        ]
        if not against or not _is_alone(against):
            continue
        best = against[0]
        if not _is_supported(case.index, content, best.slip.part, best.one.overlap.total):
            yield _told(case, rule, dated, against)


class _Content(Struct, frozen=True, eq=False):
    """What a date is and what its passage is about, the same wherever it stands: most in an edited draft are as before.

    What else the draft names, with every letter of a new name, does not count.
    """

    known: tuple[object, ...]
    dated: Dated

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self.known == other.known

    def __hash__(self) -> int:
        return hash(self.known)

    @classmethod
    def of(cls, dated: Dated, index: Index) -> Self:
        """That of a date of the draft, without the draft."""
        told = without_wording(dated, index)
        return cls(tuple(getattr(told, name) for name in _KNOWN), replace(told, statement=_NOWHERE))


_KNOWN = ("parts", "role", "words", "near", "people", "around", "event", "beside", "figures")
_NOWHERE = Statement(
    (), frozenset(), Slot.DATE, When("", None, None, ""), Stance.ASSERTED, None, None, Span(0, 0), Document("", "", ())
)


@kept_lately(_LATELY)
def _rivals(
    index: Index, content: _Content, topic: frozenset[str], names: frozenset[str], cast: frozenset[str]
) -> tuple[_Against, ...]:
    """The dates of the sources that are of the same event and are not the draft's, the likest first."""
    mine = replace(content.dated, topic=topic, names=names, cast=cast)
    found = (
        _Against(compared(mine, theirs, shared, index), slip, rarity(slip, mine.parts, index))
        for theirs, shared, slip in _near(index, content)
    )
    same = (against for against in found if _is_same(mine, against))
    return tuple(sorted(same, key=lambda against: against.weight, reverse=True))


@kept_lately(_LATELY)
def _near(index: Index, content: _Content) -> tuple[tuple[Dated, Overlap, Slip], ...]:
    """The dates of the sources that may be of the same event and are not the draft's, the likest first."""
    mine = content.dated
    slips = _Slips(mine.parts)
    # Whatever else they must share, this is the least that lets passages be of one event: see `_is_same`.
    least = min(_LEAST, _PART * weight_of(telling(mine.words), index))

    def is_wanted(theirs: Dated) -> bool:
        slip = slips[theirs.parts]
        return slip is not None and not theirs.is_reckoned and _may_be_same(mine, theirs, slip)

    near = ((theirs, shared, slips[theirs.parts]) for theirs, shared in sharing(mine, index, is_wanted, least))
    return tuple((theirs, shared, slip) for theirs, shared, slip in near if slip is not None)


class _Slips(dict["Parts", "Slip | None"]):
    """The slips that make a date of the draft of others, each worked out once."""

    def __init__(self, mine: Parts) -> None:
        super().__init__()
        self._mine = mine

    def __missing__(self, theirs: Parts) -> Slip | None:
        self[theirs] = slip_of(self._mine, theirs)
        return self[theirs]


class _Agreeing(dict["Parts", bool]):
    """Which dates tell a part and agree with one of the draft, each worked out once."""

    def __init__(self, mine: Parts, part: str) -> None:
        super().__init__()
        self._mine, self._part = mine, part

    def __missing__(self, theirs: Parts) -> bool:
        self[theirs] = theirs.tells(self._part) and agree(self._mine, theirs)
        return self[theirs]


def _is_own_day(mine: Dated, fact: Fact, case: Case) -> bool:
    """True for the day of the source itself, which a draft may give for what the source tells."""
    return is_day(mine.statement, case.index.account_of(fact.statement.document).date)


def is_day(statement: Statement, day: datetime.date | None) -> bool:
    """True where a date of the draft is, or takes in, a day that is known."""
    value = statement.value
    if day is None or not isinstance(value, When) or value.range is None:
        return False
    return value.range.first <= day <= value.range.last


def _may_be_same(mine: Dated, theirs: Dated, slip: Slip) -> bool:
    """True unless what a date of the sources is of, and the dates beside it, show that it is of another event."""
    if (
        are_of_two_events(mine, theirs)
        or are_of_two_instances(mine, theirs)
        or not relate_alike(mine.role, theirs.role)
    ):
        return False
    if any(agree(mine.parts, other) for other in theirs.beside) or theirs.parts in mine.beside:
        return False
    if _lies_within(mine, theirs) or (slip.part == "period" and _may_recur(mine, theirs)):
        return False
    return not (slip.part == "day" and _is_one_of_several(mine, theirs))


def _is_same(mine: Dated, against: _Against) -> bool:
    """True where a date of the sources, which may be of the event of the draft's date, surely is."""
    one, theirs, told = against.one, against.one.dated, against.one.overlap
    if mine.role in _NAMING and mine.parts.is_year:
        return told.share >= _MOST and told.words >= _MANY
    if against.slip.part == "year" and mine.parts.is_edge:
        return False
    if one.is_of_other:
        return False
    if one.is_one_event and one.is_named:
        return True
    # What lasts since a year needs no deed: the thing and "since" are all that is said.
    if mine.role == theirs.role == "since" and one.is_named and told.words >= FEW and told.share >= _SAME:
        return True
    return _is_rare(against) or _is_told_alike(mine, against)


def _lies_within(mine: Dated, theirs: Dated) -> bool:
    """True for a date between the ends of a stretch of time that a source tells of, and no end itself."""
    whole, days = theirs.statement.value, mine.parts.days() if mine.parts.year is not None else None
    if theirs.role not in _ENDS or theirs.is_whole or mine.role in _ENDS or days is None:
        return False
    return isinstance(whole, When) and whole.range is not None and whole.range.contains(days)


def _may_recur(mine: Dated, theirs: Dated) -> bool:
    """True where one of two sentences has numbers, and none in common: every quarter has figures of its own."""
    here, there = ({word for word in dated.words if word[0].isdigit()} for dated in (mine, theirs))
    return bool(here or there) and not here & there


def _is_one_of_several(mine: Dated, theirs: Dated) -> bool:
    """True for one of several days of a month that a source tells of, and for the day that it was written on."""
    slips = (slip_of(mine.parts, other) for other in theirs.beside)
    return theirs.is_own or any(slip is not None and slip.part == "day" for slip in slips)


def _is_rare(against: _Against) -> bool:
    """True where dates so alike would hardly be there by chance, in passages that have something in common."""
    one, told = against.one, against.one.overlap
    is_told = one.is_known and told.share >= _WHOLE and told.words >= FEW
    if against.rarity < _RARE or not (one.is_anchored or is_told) or not (one.deeds or one.is_one_event):
        return False
    return against.weight >= _TELLING and told.total >= _LEAST


def _is_told_alike(mine: Dated, against: _Against) -> bool:
    """True where sentences that name the same say the same."""
    one, told = against.one, against.one.overlap
    is_of_no_other = mine.names <= one.dated.around | one.dated.topic
    is_full = told.words > _MANY and one.is_naming and one.deeds >= SEVERAL and is_of_no_other
    if not (one.is_anchored or is_full or (one.is_known and told.weight >= _TELLING and told.words >= _MANY)):
        return False
    # Two things often happen within one month.
    if against.slip.part == "day" and not against.slip.is_figure and one.near_deeds < FEW:
        return False
    is_flanked = one.is_flanked and one.is_named and told.share >= _SAME
    if is_flanked and told.total >= _SURE and told.words >= FEW:
        return True
    if against.slip.is_exact:
        is_close = told.share >= _SAME or (
            told.share >= _PART and (one.is_flanked or against.slip.part != "day" or against.slip.is_figure)
        )
        if is_close and told.words >= SEVERAL and one.deeds >= FEW:
            return True
        return told.share >= _MOST and told.words >= FEW and one.is_named and one.deeds > 0
    if told.share >= _WHOLE and told.words >= _MANY and one.deeds >= SEVERAL:
        return True
    is_close = told.words >= SEVERAL and (told.share >= _MOST or (told.share >= _SAME and one.is_named))
    return is_close and one.near_deeds >= FEW


def relate_alike(mine: str, theirs: str) -> bool:
    """True unless one date is a bound ("to be paid by 17 July") and the other none, or another one."""
    return mine == theirs or _BOUNDS.isdisjoint({mine, theirs})


@kept_lately(_LATELY)
def _is_supported(index: Index, content: _Content, part: str, most: float) -> bool:
    """True where a source gives the draft's date to an event nearly as like, or to a thing that the draft names.

    The likest of another date shares `most` with it in all, and differs in a `part`.
    """
    mine = content.dated
    # The least that passages share of which one of the following is true.
    least = min(_RELATED * most, SUPPORT * most, SUPPORT / 2 * weight_of(telling(mine.words), index))
    least = min(least, ONE_EVENT) if mine.event else least

    agreeing = _Agreeing(mine.parts, part)

    def is_wanted(theirs: Dated) -> bool:
        return agreeing[theirs.parts]

    for one in alike(mine, index, is_wanted, least):
        theirs, told = one.dated, one.overlap
        is_named = one.is_named and (theirs.parts.exactness > 1 or told.near > 0) and told.total >= _RELATED * most
        if told.total >= SUPPORT * most or told.share >= SUPPORT / 2 or one.is_one_event or is_named:
            return True
    return False


def _is_taken(dates: Sequence[Dated], mine: Dated, one: Alike, case: Case) -> bool:
    """True where the draft has the source's date elsewhere, in words more like the source's or for something else."""
    others = [
        other
        for other in dates
        if other is not mine and agree(other.parts, one.dated.parts) and other.parts.exactness >= _least(mine)
    ]
    return any(
        compare(other, one.dated, case.index).overlap.total >= one.overlap.total or not _is_told_twice(mine, other)
        for other in others
    )


def _least(mine: Dated) -> int:
    return min(mine.parts.exactness, FEW)


def _is_told_twice(mine: Dated, other: Dated) -> bool:
    """True where two dates of the draft are of one event, told in the same words, so that one of them is wrong."""
    shared = mine.words & other.words
    return 2 * len(shared) >= min(len(mine.words), len(other.words)) > 0


def _is_alone(against: Sequence[_Against]) -> bool:
    """True where no other date of the sources is as likely to be the right one."""
    best = against[0]
    return not any(
        rival.weight >= RIVAL * best.weight
        and rival.slip.is_exact >= best.slip.is_exact
        and not agree(rival.one.dated.parts, best.one.dated.parts)
        for rival in against[1:]
    )


def _told(case: Case, rule: Rule, mine: Dated, against: Sequence[_Against]) -> Finding:
    best = against[0].one.dated
    said = [one.one.fact for one in against if agree(one.one.dated.parts, best.parts)]
    claim = mine.statement
    end = None if mine.is_whole else _end_of(claim, mine.parts)
    if end is not None:
        claim = replace(claim, span=end)
    return told(case, rule, claim, mine.parts if mine.is_whole or end is not None else None, said, best.parts)


def _end_of(claim: Statement, mine: Parts) -> Span | None:
    """Where a range has its one end that is a year; None where that is not written once in full."""
    text, year = claim.span.of(claim.document.text), str(mine.year)
    if not mine.is_year or text.count(year) != 1:
        return None
    start = claim.span.start + text.index(year)
    return Span(start, start + len(year))


def told(case: Case, rule: Rule, claim: Statement, mine: Parts | None, facts: Sequence[Fact], theirs: Parts) -> Finding:
    """The finding that the sources, in the facts, have another date; no fix is offered for a date in parts unknown."""
    text, value = case.draft.document.text, facts[0].statement.value
    assert isinstance(value, When)
    found, days = claim.span.of(text), mine.corrected(theirs).days() if mine else None
    expected = format_like(found, days, calendar_of(case.draft.lexicon)) if days else ""
    span, right = smallest(claim, expected) if expected else (claim.span, "")
    is_other = right and right != span.of(text)
    return finding(rule, case, span, evidence_of(facts), (right,) if is_other else (), date=value.text, found=found)
