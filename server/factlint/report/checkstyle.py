"""The report in the form of Checkstyle, which many build servers and review tools read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import Severity
from factlint.report.xml import element, written

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from factlint.model import Finding
    from factlint.report.outcome import Outcome, View

# That of the first readers, who ask for no other.
_VERSION = "4.3"
_SEVERITIES = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "info",
    Severity.HINT: "info",
}


def render(outcome: Outcome, view: View) -> str:
    """An element for every draft, with an element a finding; columns count from 1 in code points."""
    root = element("checkstyle", version=_VERSION)
    for path, findings in outcome.by_draft.items():
        file = element("file", name=path)
        file.extend(_error(finding, view) for finding in findings)
        root.append(file)
    return written(root)


def _error(finding: Finding, view: View) -> Element:
    start = finding.document.position(finding.span.start)
    return element(
        "error",
        line=start.line,
        column=start.column,
        severity=_SEVERITIES[finding.severity],
        message=view.message(finding),
        source=f"factlint.{finding.rule}",
    )
