"""The report for build servers that show tests: a suite for every draft, a test that fails for every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import Severity
from factlint.report.xml import element, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from factlint.model import Finding
    from factlint.report.outcome import Outcome, View

_FAILURES = frozenset({Severity.ERROR, Severity.WARNING})


def render(outcome: Outcome, view: View) -> str:
    """Suites of tests: a draft with nothing wrong has one that passes; input that cannot be used is an error.

    What is less than a warning is a test that passes and says so.
    """
    suites = [_suite(path, findings, view) for path, findings in outcome.by_draft.items()]
    if outcome.problems:
        suites.append(_unusable(outcome.problems))
    totals = {name: sum(int(suite.attrib[name]) for suite in suites) for name in ("tests", "failures", "errors")}
    root = element("testsuites", name="factlint", **totals)
    root.extend(suites)
    return written(root)


def _suite(path: str, findings: Sequence[Finding], view: View) -> Element:
    cases = [_case(finding, view) for finding in findings]
    if not any(finding.severity in _FAILURES for finding in findings):
        cases.insert(0, element("testcase", name="agrees with its sources", classname=path, file=path, time=0))
    failures = sum(finding.severity in _FAILURES for finding in findings)
    suite = element("testsuite", name=path, tests=len(cases), failures=failures, errors=0, skipped=0, time=0)
    suite.extend(cases)
    return suite


def _case(finding: Finding, view: View) -> Element:
    path, start = finding.document.path, finding.document.position(finding.span.start)
    name = f"{finding.rule} {start.line}:{start.column}"
    case = element("testcase", name=name, classname=path, file=path, line=start.line, time=0)
    account = f"{finding.place}: {view.account(finding)}"
    if finding.severity in _FAILURES:
        case.append(element("failure", account, message=finding.without_passage, type=finding.severity))
    else:
        case.append(element("system-out", account))
    return case


def _unusable(problems: Sequence[str]) -> Element:
    suite = element(
        "testsuite", name="factlint", tests=len(problems), failures=0, errors=len(problems), skipped=0, time=0
    )
    for number, problem in enumerate(problems, 1):
        case = element("testcase", name=f"usable input {number}", classname="factlint", time=0)
        case.append(element("error", problem, message=problem, type="input"))
        suite.append(case)
    return suite
