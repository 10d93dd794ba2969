"""The report for reviewdog: the Reviewdog Diagnostic Format, with the fixes as suggestions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.model import Severity

if TYPE_CHECKING:
    from factlint.model import Finding
    from factlint.report.outcome import Outcome, View
    from factlint.text import Document, Span

_SEVERITIES = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFORMATION: "INFO",
    Severity.HINT: "INFO",
}


def render(outcome: Outcome, view: View) -> str:
    """One JSON object; columns count from 1 in bytes of UTF-8, as the format has it, the end is exclusive."""
    diagnostics = [_diagnostic(finding, view) for finding in outcome.findings]
    report = {"source": {"name": "factlint"}, "diagnostics": diagnostics}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding, view: View) -> dict[str, object]:
    where = _range(finding.document, finding.span)
    diagnostic: dict[str, object] = {
        "message": "\n".join((finding.without_passage, *view.sources(finding))),
        "location": {"path": finding.document.path, "range": where},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.suggestions:
        diagnostic["suggestions"] = [{"range": where, "text": suggestion} for suggestion in finding.suggestions]
    return diagnostic


def _range(document: Document, span: Span) -> dict[str, object]:
    return {"start": _position(document, span.start), "end": _position(document, span.end)}


def _position(document: Document, offset: int) -> dict[str, int]:
    position = document.position(offset)
    before = document.text[offset - position.column + 1 : offset]
    return {"line": position.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
