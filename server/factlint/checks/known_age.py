"""The age of a known person that the sources give otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.context import company
from factlint.extract.events import DEATH
from factlint.extract.tense import folded, time_words
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.values.age import Age, grown, may_be_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.account import Account
    from factlint.index import Entity
    from factlint.model import Statement
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
        if are_dated:
            return True
        if _tells_of_death(case.draft, claim.statement) and _tells_of_death(source, fact.statement):
            return False
        return not company((claim.statement,), case.draft, entity, case.index).is_same
    return False


def _tells_of_death(account: Account, statement: Statement) -> bool:
    """True where an age is told in one clause with a death, and with no relative: the dead grow no older."""
    place, lexicon = account.place_of(statement.span), account.lexicon
    words = account.words_beside(statement)
    if place is None or not words.isdisjoint((*lexicon.kin, *lexicon.plural_kin)):
        return False
    tokens, (first, last) = account.scans[place.block].tokens, (place.tokens.start, place.tokens.stop)
    deaths = [n for n in tokens.sentence_of(first) if tokens.items[n].folded in time_words(lexicon, DEATH)]
    between = (range(n, first) if n < first else range(last, n) for n in deaths)
    return any(time_words(lexicon, "subordinators").isdisjoint(folded(tokens, part)) for part in between)
