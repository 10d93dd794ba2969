"""The age of a known person that the sources give otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.context import company
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.values.age import Age, grown, may_be_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.index import Entity
    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Ages that no source bears out, where a source gives another that the person cannot have grown from."""
    for claim in case.claims(Slot.AGE):
        mine, entity = claim.statement.value, case.entity_of(claim.statement)
        facts = [fact for fact in (entity.of(Slot.AGE) if entity else ()) if isinstance(fact.statement.value, Age)]
        if entity is None or not facts or not isinstance(mine, Age):
            continue
        against = [fact for fact in facts if not _may_be(case, claim, mine, fact, entity)]
        if len(against) == len(facts):
            theirs = against[0].statement.value
            assert isinstance(theirs, Age)
            source = case.index.account_of(against[0].statement.document)
            number = str(grown(theirs, source.date, case.draft.date).years)
            right = (number,) if claim.statement.span.of(case.draft.document.text).isdigit() else ()
            yield finding(rule, case, claim.statement.span, evidence_of(against), right, number=str(theirs.years))


def _may_be(case: Case, claim: Claim, mine: Age, fact: Fact, entity: Entity) -> bool:
    """True where a person may be of both ages; texts that tell the same are of one time."""
    theirs, source = fact.statement.value, case.index.account_of(fact.statement.document)
    if not isinstance(theirs, Age) or mine == theirs:
        return True
    if may_be_one(mine, case.draft.date, theirs, source.date):
        are_dated = case.draft.date is not None and source.date is not None
        return are_dated or not company((claim.statement,), case.draft, entity, case.index).is_same
    return False
