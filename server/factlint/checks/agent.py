"""Who did a thing that a passive tells: "the show was installed by X"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.context import stems_of_names
from factlint.kept import kept
from factlint.model import Evidence, Finding, Mention, Slot, Statement
from factlint.overlap import shared
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.rule import Rule


class Deed(Struct, frozen=True):
    """That somebody, the agent whom a statement names, did something: the stems of what was done and to what."""

    thing: str
    verb: str
    agent: Statement
    about: frozenset[str]


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Agents of whom no source tells the deed, where all that tell it have one other."""
    for deed in _deeds(case.draft, before=0):
        case.heed()
        facts = _by_deed(case.index).get((deed.thing, deed.verb), ())
        is_told_of_one = len({fact.agent.subject[0] for fact in facts}) == 1
        if not is_told_of_one or not deed.agent.is_held or _is_there(deed, facts[0], case):
            continue
        told = next((fact for fact in facts if shared(deed.about & fact.about, case.index).is_related), None)
        if told is not None:
            fact, name = told.agent, str(told.agent.subject[0])
            yield finding(rule, case, deed.agent.span, (Evidence(fact.document, fact.span),), (name,), name=name)


def _is_there(deed: Deed, fact: Deed, case: Case) -> bool:
    """True where both agents may be one, or the source's sentence has the draft's agent too."""
    identity = case.identities.get(deed.agent.span)
    if identity is not None and identity.entity is case.index.entity_named(fact.agent.subject[0]):
        return True
    mine, theirs = (stems_of_names(agent.subject, case.draft) for agent in (deed.agent, fact.agent))
    return not mine.isdisjoint(theirs | fact.about)


@kept
def _by_deed(index: Index) -> Mapping[tuple[str, str], Sequence[Deed]]:
    found: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for account in index.accounts:
        for deed in _deeds(account, before=1):
            found[deed.thing, deed.verb].append(deed)
    return found


def _deeds(account: Account, before: int) -> Iterator[Deed]:
    """The passives of an account whose agent is a name, each in its sentence and `before` sentences that lead to it."""
    for statement in account.about(Slot.NAME):
        value = statement.value
        if isinstance(value, Mention) and value.name.kind is not Kind.PLACE and statement.subject:
            passive = account.passive_before(statement)
            if passive is not None:
                own = stems_of_names((value.name,), account)
                yield Deed(*passive, statement, account.stems_of(statement, before) - own - set(passive))
