"""Reports: what a run of the checker found, one file an output format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the checker found, how many drafts it checked, and against how many different sources.

    `known` is how many findings the baseline hides.
    """

    findings: tuple[Finding, ...]
    drafts: int
    sources: int
    known: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings are exactly this severe."""
        return sum(finding.severity is severity for finding in self.findings)
