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
    from collections.abc import Iterable, Sequence

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
    checks = [(rule, name) for rule in rules for name in rule.checks if name in MECHANISMS]
    found = (finding for rule, name in checks for finding in MECHANISMS[name](case, rule))
    believed = (finding for finding in found if not any(e.document.is_left_out(e.span) for e in finding.evidence))
    return strongest(believed)


def strongest(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of findings whose spans overlap the one that stays, in the order of the text."""
    taken = Taken()
    ordered = sorted(findings, key=lambda f: (-f.severity.loudness, len(f.span), f.span, f.rule))
    kept = [finding for finding in ordered if taken.take(finding.span)]
    return tuple(sorted(kept, key=lambda finding: finding.span))
