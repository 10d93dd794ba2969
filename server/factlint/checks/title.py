"""A person with a title or letters that the sources do not give them, where they give them others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.holders import is_elsewhen, office_of, offices_of
from factlint.extract.relation import stem
from factlint.lexicon import Honorific, surface
from factlint.model import Claim, Fact, Finding, Mention, Slot, Statement, evidence_of
from factlint.values.honorific import agree, exclude

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.account import Account
    from factlint.index import Entity, Index
    from factlint.rule import Rule

# How many code points behind a name may hold what tells it from others ("Sr.").
_NEAR = 10


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Titles of known persons under their full names that the sources give only others under theirs."""
    for claim in case.claims(Slot.TITLE):
        entity, title = case.entity_of(claim.statement), claim.statement.value
        if entity is None or not isinstance(title, Honorific) or not _is_of_full_name(claim.statement, case.draft):
            continue
        facts = _against(title, claim, entity, case)
        if facts:
            span, first = claim.statement.span, facts[0].statement
            right = " ".join(first.span.of(first.document.text).split())
            yield finding(rule, case, span, evidence_of(facts), (right,), name=entity.name)


def _against(title: Honorific, claim: Claim, entity: Entity, case: Case) -> tuple[Fact, ...]:
    """The facts that rule a title out; nothing where a source gives it or one that its bearer has too."""
    facts = [(fact, fact.statement.value) for fact in entity.of(Slot.TITLE)]
    borne = [(fact, value) for fact, value in facts if isinstance(value, Honorific)]
    is_borne = any(agree(title, value) for value in (*(value for _, value in borne), *_by_office(entity)))
    if is_borne or _is_shown(title, entity, case.index):
        return ()
    return tuple(
        fact
        for fact, value in borne
        if exclude(title, value)
        and _is_of_full_name(fact.statement, case.index.account_of(fact.statement.document))
        and not is_elsewhen(claim.statement.period, case.index.timeline.when(fact))
    )


def _by_office(entity: Entity) -> Iterator[Honorific]:
    """The titles that go with an entity's offices: "professor of law"."""
    for fact in offices_of(entity):
        title = entity.lexicon.honours.get(office_of(fact).head.name.split()[-1])
        if title is not None:
            yield title


def _is_shown(title: Honorific, entity: Entity, index: Index) -> bool:
    """True where the sources say of an entity what shows the title: "a surgeon", "was knighted"."""
    signs = {stem(word, entity.lexicon.language) for word in title.signs}
    return any(signs & said for said in index.stems_about(entity))


def _is_of_full_name(statement: Statement, account: Account) -> bool:
    """True where a title stands beside a given name and a surname: relatives share surnames and initials."""
    names = [said for said in account.beside(statement) if said.subject[:1] == statement.subject[:1]]
    named = [(said, said.value) for said in names if isinstance(said.value, Mention)]
    nearest = min(named, key=lambda each: abs(each[0].span.start - statement.span.start), default=None)
    if nearest is None:
        return False
    behind = surface(statement.document.text[nearest[0].span.end :][:_NEAR].partition(" ")[2].partition(" ")[0])
    lexicon = account.lexicon
    is_told_apart = behind.strip(",;") in lexicon.name_suffixes - lexicon.letters.keys()
    return sum(len(word) > 1 for word in nearest[1].name.words) > 1 and not is_told_apart
