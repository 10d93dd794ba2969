"""The report for other programs: JSON, version 1 of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.model import Severity

if TYPE_CHECKING:
    from factlint.model import Evidence, Finding
    from factlint.report import Outcome
    from factlint.text import Document

_VERSION = 1
_COUNTED = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)


def render(outcome: Outcome) -> str:
    """The outcome as one JSON object that ends in a line end.

    Lines and columns count from 1, offsets from 0, all in code points of the decoded file; ends are exclusive.
    `fix` is null where there are no suggestions.
    """
    summary = {"files": outcome.drafts, "sources": outcome.sources}
    summary |= {str(severity): outcome.count(severity) for severity in _COUNTED}
    if outcome.known:
        summary["known"] = outcome.known
    findings = [_finding(finding) for finding in outcome.findings]
    report = {"version": _VERSION, "findings": findings, "summary": summary}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.document.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": _place(finding.document, finding.span.start),
        "end": _place(finding.document, finding.span.end),
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "fix": finding.fix if finding.suggestions else None,
        "fingerprint": finding.fingerprint,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "path": evidence.document.path,
        "start": _place(evidence.document, evidence.span.start),
        "end": _place(evidence.document, evidence.span.end),
        "excerpt": evidence.document.passage(evidence.span),
    }


def _place(document: Document, offset: int) -> dict[str, int]:
    position = document.position(offset)
    return {"line": position.line, "column": position.column, "offset": offset}
