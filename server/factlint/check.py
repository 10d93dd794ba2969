"""The one pure function that every front end calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.aliases import read_as
from factlint.case import Case
from factlint.checks import MECHANISMS
from factlint.overlaps import Taken
from factlint.rulebook import Rulebook
from factlint.suppression import suppress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Finding, Settings
    from factlint.rule import Rule


def check(draft: Account, index: Index, rules: Sequence[Rule], settings: Settings) -> tuple[Finding, ...]:
    """Where the draft says something else than the sources, in the order of the text.

    Of findings whose spans overlap only the loudest stays; of equally loud ones the one that marks fewest
    characters, then the one whose rule comes first. What the draft's own comments hide is left out.
    """
    case = Case(read_as(draft, settings.aliases), index, settings)
    return suppress(case, findings_in(case, rules), Rulebook.of(rules)).findings


def findings_in(case: Case, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The same for a case that is at hand, with what comments of the draft hide."""
    return strongest(found_in(case, rules))


def found_in(case: Case, rules: Sequence[Rule], without: Set[str] = frozenset()) -> Iterator[Finding]:
    """Everything that the mechanisms, but for some, find in a case, one on top of another."""
    for rule in rules:
        for name in rule.checks:
            case.heed()
            for found in MECHANISMS[name](case, rule) if name in MECHANISMS and name not in without else ():
                if not any(passage.document.is_left_out(passage.span) for passage in found.evidence):
                    yield found


def strongest(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding a place, in the order of the text: the loudest, then the narrowest."""
    taken = Taken()
    ordered = sorted(findings, key=lambda f: (-f.severity.loudness, len(f.span), f.span, f.rule))
    return tuple(sorted((each for each in ordered if taken.take(each.span)), key=lambda finding: finding.span))
