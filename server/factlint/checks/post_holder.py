"""An office without a name where the sources tell the same of the holder of another: "the foreign minister said"."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.office_part import wrong_part
from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.model import Fact, Finding, Slot, Statement, evidence_of
from factlint.sentences import Sentence, likest, tellings_without
from factlint.values.office import Office, agree, differs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.index import Index
    from factlint.rule import Rule

# The part of what the draft's sentence tells that the source's must tell.
_SHARE = 0.6


class Fault(StrEnum):
    """What is wrong: which office acts."""

    POST = "post"


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Offices without a name in the place of the one other office of the sources' statement."""
    for sentence in case.sentences:
        for said in sentence.about(Slot.POST):
            office = said.value
            if not said.is_held or not isinstance(office, Office) or office.is_former:
                continue
            other = _in_place_of(said, office, sentence, case.index)
            part = wrong_part(said, other, case.draft.lexicon) if other else None
            if other is not None and part is not None:
                told = " ".join(other.span.of(other.document.text).split())
                suggestions = (part[1],) if part[1] else ()
                evidence = evidence_of([Fact(other)])
                yield finding(rule, case, part[0], evidence, suggestions, fault=Fault.POST, office=told)


def _in_place_of(said: Statement, office: Office, sentence: Sentence, index: Index) -> Statement | None:
    """The one office left over in the sources' sentences, which differs from the draft's in one telling part."""
    language = sentence.account.lexicon.language
    words = frozenset(stem(fold(word), language) for word, _ in said.document.words(said.span))
    related = [telling for telling in tellings_without(sentence, words, index) if telling.overlap.is_related]
    found = likest([telling for telling in related if telling.overlap.is_same and telling.overlap.share >= _SHARE])
    around = [other for telling in related for other in _offices_around(telling.sentence)]
    if any(agree(office, other) for _, other in around):
        return None
    own = [other for _, other in _offices_in(sentence)]
    theirs = [each for telling in found for each in _offices_in(telling.sentence)]
    left = [(each, other) for each, other in theirs if not any(agree(mine, other) for mine in own)]
    is_one = bool(left) and all(agree(left[0][1], other) for _, other in left)
    return left[0][0] if is_one and differs(office, left[0][1]) else None


def _offices_in(sentence: Sentence) -> list[tuple[Statement, Office]]:
    said = (*sentence.about(Slot.POST), *sentence.about(Slot.OFFICE))
    held = [(each, each.value) for each in said]
    return [(each, office) for each, office in held if isinstance(office, Office) and not office.head.is_kin]


def _offices_around(sentence: Sentence) -> list[tuple[Statement, Office]]:
    """The offices of a sentence and of those either side of it in its block."""
    last = len(sentence.account.scans[sentence.block].stems)
    near = range(max(0, sentence.number - 1), min(last, sentence.number + 2))
    return [each for number in near for each in _offices_in(Sentence(sentence.account, sentence.block, number))]
