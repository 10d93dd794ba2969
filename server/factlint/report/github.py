"""The report for GitHub Actions: a workflow command a finding, which GitHub shows beside the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.model import Finding
    from factlint.report.outcome import Outcome, View

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
    Severity.HINT: "notice",
}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def render(outcome: Outcome, view: View) -> str:
    """A line a finding; columns count from 1 in code points, the end is exclusive."""
    return "".join(f"{_command(finding, view)}\n" for finding in outcome.findings)


def _command(finding: Finding, view: View) -> str:
    told = {"title": f"factlint ({finding.rule})", "file": finding.document.path, **_place(finding)}
    properties = ",".join(f"{name}={value.translate(_IN_PROPERTIES)}" for name, value in told.items())
    # A log shows the message alone.
    message = f"{finding.place}: {view.account(finding)}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{message.translate(_IN_MESSAGES)}"


def _place(finding: Finding) -> Mapping[str, str]:
    """Where the finding stands; columns are left out of one that runs over a line end: GitHub would refuse it."""
    start, end = finding.document.position(finding.span.start), finding.document.position(finding.span.end)
    if start.line != end.line:
        return {"line": str(start.line), "endLine": str(end.line)}
    return {
        "line": str(start.line),
        "col": str(start.column),
        "endLine": str(end.line),
        "endColumn": str(end.column),
    }
