"""The report for other programs: JSON, version 1 of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.model import Severity, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.model import Evidence, Finding
    from factlint.report.outcome import Outcome, View
    from factlint.text import Document

_VERSION = 1
_COUNTED = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)


def render(outcome: Outcome, view: View) -> str:
    """The outcome as one JSON object that ends in a line end.

    Lines and columns count from 1, offsets from 0, all in code points of the decoded file; ends are exclusive.
    `fix` is null where there are no suggestions, `excerpt` where passages are not to be shown.
    """
    summary: dict[str, object] = {"files": len(outcome.drafts), "sources": len(outcome.sources)}
    summary |= {str(severity): outcome.count(severity) for severity in _COUNTED}
    summary |= {"claims": claims(outcome)}
    if outcome.known:
        summary |= {"known": outcome.known}
    report = {"version": _VERSION, "findings": [entry(finding, view) for finding in outcome.findings]}
    if view.has_statistics:
        report |= {"statistics": dict(outcome.by_rule)}
    return json.dumps(report | {"summary": summary}, ensure_ascii=False, indent=2) + "\n"


def claims(outcome: Outcome) -> Mapping[str, int]:
    """How many claims of the drafts could be checked, and how many of them stand how."""
    standing = {str(standing): outcome.claims.get(standing, 0) for standing in Standing}
    return {"checkable": sum(standing.values())} | standing


def entry(finding: Finding, view: View) -> dict[str, object]:
    """One finding as the contract has it."""
    return {
        "path": finding.document.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": view.message(finding),
        "start": place_entry(finding.document, finding.span.start),
        "end": place_entry(finding.document, finding.span.end),
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "fix": finding.fix if finding.suggestions else None,
        "fingerprint": finding.fingerprint,
        "evidence": [evidence_entry(evidence, view) for evidence in finding.evidence],
    }


def evidence_entry(evidence: Evidence, view: View) -> dict[str, object]:
    """A passage as the contract has it."""
    return {
        "path": evidence.document.path,
        "start": place_entry(evidence.document, evidence.span.start),
        "end": place_entry(evidence.document, evidence.span.end),
        "excerpt": view.passage(evidence),
    }


def place_entry(document: Document, offset: int) -> dict[str, int]:
    """A place in a file as the contract has it."""
    position = document.position(offset)
    return {"line": position.line, "column": position.column, "offset": offset}
