"""A relative whom the sources make another: of two people that they name, or one unnamed in the same statement."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.checks.smallest import smallest
from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Fact, Finding, Slot, Statement, evidence_of
from factlint.sentences import likest, tellings_without
from factlint.values.office import Office, is_inverse, is_one_kinship

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.index import Index
    from factlint.lexicon import OfficeHead
    from factlint.rule import Rule
    from factlint.sentences import Sentence

# The part of what the draft's sentence tells that the source's must tell of an unnamed relative.
_SHARE = 0.5
# How many words of the names of two relatives must be the same.
_LEAST_SHARED = 3


class Fault(StrEnum):
    """What is wrong: what one person is to another."""

    KIN = "kin"


class _Kinship(Struct, frozen=True):
    """That one person is such a relative of another, both by the folded words of their names."""

    said: Statement
    office: Office
    relative: frozenset[str]
    whose: frozenset[str]


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Relatives to whom the sources give another kinship, and never the draft's."""
    told = _told_in(case.index)
    for claim in case.claims(Slot.OFFICE):
        kinship = _kinship(claim.statement)
        against = _against(kinship, told) if kinship else None
        if kinship is not None and against is not None:
            is_told = _are_one(kinship.relative, kinship.whose, against)
            yield _told(case, rule, claim.statement, against.said, has_word=is_told)
    for sentence in case.sentences:
        for said in sentence.about(Slot.RELATIVE):
            other = _in_place_of(said, sentence, case.index) if said.is_held else None
            if other is not None:
                yield _told(case, rule, said, other)


@kept
def _told_in(index: Index) -> Sequence[_Kinship]:
    """What the sources say of who is whose relative."""
    return [kinship for fact in index.facts(Slot.OFFICE) if (kinship := _kinship(fact.statement))]


def _kinship(said: Statement) -> _Kinship | None:
    """What a statement says of two people; None where it is no kinship or one that may be beside others."""
    office = said.value
    if not isinstance(office, Office) or not office.head.inverse or not said.subject or not said.is_held:
        return None
    relative = frozenset(fold(word) for word in said.subject[0].words)
    return _Kinship(said, office, relative, frozenset(map(fold, office.body)))


def _against(claim: _Kinship, told: Sequence[_Kinship]) -> _Kinship | None:
    """What makes the same two people another kind of relatives; None where anything bears the draft out."""
    others = []
    for fact in told:
        is_told = _are_one(claim.relative, claim.whose, fact)
        if not is_told and not _are_one(claim.whose, claim.relative, fact):
            continue
        agree = is_one_kinship if is_told else is_inverse
        if agree(claim.office.head, fact.office.head):
            return None
        others.append(fact)
    return others[0] if others else None


def _are_one(relative: frozenset[str], whose: frozenset[str], fact: _Kinship) -> bool:
    """True where two people are a fact's: by a word each that the other has not, and three words in all."""
    one, other = relative & fact.relative, whose & fact.whose
    is_short = all(a <= b or b <= a for a, b in ((relative, fact.relative), (whose, fact.whose)))
    return is_short and bool(one - whose) and bool(other - relative) and len(one) + len(other) >= _LEAST_SHARED


def _in_place_of(said: Statement, sentence: Sentence, index: Index) -> Statement | None:
    """The one other relative of the same person of whom the sources tell the same as the draft of an unnamed one."""
    mine = said.value
    assert isinstance(mine, Office)
    language = sentence.account.lexicon.language
    word, names = (stem(fold(said.span.of(said.document.text)), language), (stem(fold(w), language) for w in mine.body))
    found = likest(
        [
            telling
            for telling in tellings_without(sentence, frozenset({word, *names}), index)
            if telling.overlap.is_same or (telling.overlap.is_familiar and telling.overlap.share >= _SHARE)
        ]
    )
    theirs = [other for telling in found for other in _relatives_in(telling.sentence) if _are_of_one(mine, other)]
    if any(is_one_kinship(mine.head, _head(other)) for other in theirs) or any(
        word in telling.sentence.stems_around for telling in found
    ):
        return None
    own = [_head(other) for other in _relatives_in(sentence)]
    left = [other for other in theirs if not any(is_one_kinship(_head(other), head) for head in own)]
    return left[0] if len({_head(other).name for other in left}) == 1 else None


def _relatives_in(sentence: Sentence) -> list[Statement]:
    """The relatives of a sentence, named and unnamed."""
    said = (*sentence.about(Slot.RELATIVE), *sentence.about(Slot.OFFICE))
    return [each for each in said if isinstance(each.value, Office) and each.value.head.inverse]


def _head(said: Statement) -> OfficeHead:
    assert isinstance(said.value, Office)
    return said.value.head


def _are_of_one(mine: Office, other: Statement) -> bool:
    """True where the relatives of one person are meant, who is named by more than a surname in one of them."""
    assert isinstance(other.value, Office)
    one, two = frozenset(map(fold, mine.body)), frozenset(map(fold, other.value.body))
    return bool(one & two) and (one <= two or two <= one)


def _told(case: Case, rule: Rule, claim: Statement, against: Statement, *, has_word: bool = True) -> Finding:
    """A finding with the sources' word for the relative, where they have one for the same of the two."""
    span, right = smallest(claim, _head(against).name)
    told = " ".join(against.span.of(against.document.text).split())
    return finding(
        rule, case, span, evidence_of([Fact(against)]), (right,) if has_word else (), fault=Fault.KIN, office=told
    )
