"""The report for GitLab: a Code Quality artifact."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.model import Severity
from factlint.report.outcome import fingerprints

if TYPE_CHECKING:
    from factlint.model import Finding
    from factlint.report.outcome import Outcome, View

_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFORMATION: "info",
    Severity.HINT: "info",
}


def render(outcome: Outcome, view: View) -> str:
    """A JSON list with an entry a finding; lines count from 1, both ends inclusive."""
    told = zip(outcome.findings, fingerprints(outcome.findings), strict=True)
    entries = [_entry(finding, fingerprint, view) for finding, fingerprint in told]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, fingerprint: str, view: View) -> dict[str, object]:
    document, span = finding.document, finding.span
    return {
        "description": view.message(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": document.path,
            "lines": {"begin": document.position(span.start).line, "end": document.position(finding.last).line},
        },
    }
