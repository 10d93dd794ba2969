"""A name that stands where the sources have another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.comparable import kind_of_both, written_like
from factlint.checks.same_frame import rival_in_statement
from factlint.checks.same_holder import rival_of_holder
from factlint.checks.same_list import rival_in_list
from factlint.checks.same_surroundings import rival_in_surroundings
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Evidence, Slot
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.model import Finding
    from factlint.rule import Rule
    from factlint.sentences import Named


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names of a `kind` in the place of one other of that kind: in a list, behind a name, or in a statement."""
    kind = Kind(rule.when["kind"])
    for named, rival in _rivals(case):
        if kind_of_both(named, rival, case.index, case.draft.lexicon) is kind:
            yield _told(case, rule, named, rival)


@kept
def _rivals(case: Case) -> tuple[tuple[Named, Named], ...]:
    """The names of the draft in whose place the sources have another, with that one; found once for all rules."""
    return tuple(_find_rivals(case))


def _find_rivals(case: Case) -> Iterator[tuple[Named, Named]]:
    doubted = {statement.span for statement in case.draft.about(Slot.NAME) if not statement.is_held}
    for sentence in case.sentences:
        for named in sentence.names:
            is_claim = named.statement.span not in doubted and not sentence.is_own and not sentence.is_additional(named)
            if is_claim and _is_surely_name(named, case) and not case.is_accepted(named.mention.name):
                ways = (rival_in_list, rival_of_holder, rival_in_statement, rival_in_surroundings)
                rival = next((found for way in ways if (found := way(named, sentence, case.index))), None)
                if rival is not None:
                    yield named, rival


def _is_surely_name(named: Named, case: Case) -> bool:
    """False for a word that only the start of a sentence or a title in capitals shows as a name: "How to Dent It"."""
    lexicon, words = case.draft.lexicon, [fold(word) for word in named.mention.name.words]
    tables = (lexicon.places, lexicon.countries, lexicon.demonyms, case.words_of_strong_names, case.index.by_word)
    return not named.mention.is_weak or any(word in table for word in words for table in tables)


def _told(case: Case, rule: Rule, named: Named, rival: Named) -> Finding:
    right = written_like(named, rival, case.draft.lexicon)
    evidence = (Evidence(rival.statement.document, rival.statement.span),)
    return finding(rule, case, named.statement.span, evidence, (right,), name=right)
