"""What every report is made of: what a run of the checker found, and how it is to look."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.model import Evidence, Finding, Severity, Standing
    from factlint.rule import Rule


def _no_claims() -> Mapping[Standing, int]:
    return MappingProxyType({})


class Outcome(Struct, frozen=True):
    """What a run of the checker found.

    `drafts` are the paths of the drafts that were checked, in order, `sources` those of all that they were checked
    against; `claims` is how many checkable claims of the drafts stand how; `rules` are those that were on; `problems`
    are the lines that the user was told of input that could not be used; `known` is how many findings more the
    baseline hides.
    """

    findings: tuple[Finding, ...] = ()
    drafts: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()
    claims: Mapping[Standing, int] = field(default_factory=_no_claims)
    rules: tuple[Rule, ...] = ()
    problems: tuple[str, ...] = ()
    known: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings are exactly this severe."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def by_rule(self) -> Mapping[str, int]:
        """How many findings each rule has that has any, that with most first."""
        counts = Counter(finding.rule for finding in self.findings)
        return dict(sorted(counts.items(), key=lambda counted: (-counted[1], counted[0])))

    @property
    def by_draft(self) -> Mapping[str, Sequence[Finding]]:
        """The findings of every draft that was checked, drafts without any among them."""
        found: dict[str, list[Finding]] = {path: [] for path in self.drafts}
        for finding in self.findings:
            found.setdefault(finding.document.path, []).append(finding)
        return found


class View(Struct, frozen=True):
    """How a report is to look: `width` is how many columns of a terminal a line may take.

    `shows_passages` is false where no text of the sources may get out but the words that a fix puts in;
    `has_summary` and `has_statistics` are for the formats that have room for them.
    """

    width: int = 100
    shows_passages: bool = True
    has_summary: bool = True
    has_statistics: bool = False

    def message(self, finding: Finding) -> str:
        """What a finding says, for reports that show no passages beside it."""
        return finding.message if self.shows_passages else finding.without_passage

    def passage(self, evidence: Evidence, most: int = 240) -> str | None:
        """The sentence around the telling words, about `most` code points at most; None where it is to be kept."""
        return evidence.document.passage(evidence.span, most) if self.shows_passages else None

    def sources(self, finding: Finding) -> Iterator[str]:
        """A line for each passage of a finding: where it stands and, where it may be shown, how it reads."""
        for evidence in finding.evidence:
            passage = self.passage(evidence)
            yield evidence.place if passage is None else f"{evidence.place}: {passage}"

    def account(self, finding: Finding) -> str:
        """All that is to be told of a finding, a line each: its message, where the sources say so, the fixes."""
        fixes = (f"Fix: {suggestion}" for suggestion in finding.suggestions)
        return "\n".join((finding.without_passage, *self.sources(finding), *fixes))


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The fingerprint of each finding; of findings with the same, the second ends in ":2", and so on."""
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        fingerprint = finding.fingerprint
        seen[fingerprint] += 1
        told.append(fingerprint if seen[fingerprint] == 1 else f"{fingerprint}:{seen[fingerprint]}")
    return tuple(told)
