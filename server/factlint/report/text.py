"""The report for people: each finding with its line, the words underlined, the sources' passages and the fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint.model import Severity
from factlint.report.line import Excerpt, cut, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.model import Evidence, Finding
    from factlint.report import Outcome

MOST_EVIDENCE = 3
# Code points of a passage: about two lines of a terminal.
MOST_PASSAGE = 160

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFORMATION: "blue", Severity.HINT: "cyan"}


def render(outcome: Outcome, width: int) -> str:
    """The findings and a line that sums them up, with ANSI colours; `width` is how many columns a line may take."""
    return "\n\n".join([*(one(finding, width) for finding in outcome.findings), _summary(outcome)]) + "\n"


def one(finding: Finding, width: int) -> str:
    """One finding with its line, evidence and fix, without a line end."""
    document, start = finding.document, finding.document.position(finding.span.start)
    where = click.style(f"{visible(document.path)}:{start.line}:{start.column}", bold=True)
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    head = f"{where} {severity} {click.style(finding.rule, bold=True)}  {visible(finding.message)}"
    last = document.position(max(finding.span.start, finding.span.end - 1)).line
    margin = " " * len(str(last))
    bar = click.style("|", fg="blue")
    lines = [head, f"{margin} {bar}"]
    for number, excerpt in _excerpts(finding, width - len(margin) - 3):
        mark = click.style("^" * excerpt.marked, fg=_COLOURS[finding.severity], bold=True)
        lines.append(f"{click.style(f'{number:>{len(margin)}}', fg='blue')} {bar} {excerpt.text}".rstrip())
        lines.append(f"{margin} {bar} {' ' * excerpt.before}{mark}")
    lines += [f"{margin} {click.style('=', fg='blue')} {note}" for note in _notes(finding)]
    return "\n".join(lines)


def _excerpts(finding: Finding, room: int) -> Iterator[tuple[int, Excerpt]]:
    """The lines that a finding reaches over, each with its number and the part of it that is marked."""
    document, span = finding.document, finding.span
    first, last = document.position(span.start).line, document.position(max(span.start, span.end - 1)).line
    for number in range(first, last + 1):
        line, begins = document.line(number), document.line_starts[number - 1]
        start, end = max(0, span.start - begins), min(len(line), span.end - begins)
        if number > first:
            start = len(line) - len(line.lstrip())
        if start < end:
            yield number, cut(line, start, end, room)


def _notes(finding: Finding) -> Iterator[str]:
    for evidence in finding.evidence[:MOST_EVIDENCE]:
        yield _passage(evidence)
    rest = len(finding.evidence) - MOST_EVIDENCE
    if rest > 0:
        yield f"and {_counted(rest, 'more passage')}"
    if finding.suggestions:
        fixes = " or ".join(visible(suggestion) or "leave it out" for suggestion in finding.suggestions)
        yield f"fix: {click.style(fixes, fg='green')}"


def _passage(evidence: Evidence) -> str:
    document, span = evidence.document, evidence.span
    position = document.position(span.start)
    passage, telling = visible(document.passage(span, MOST_PASSAGE)), visible(" ".join(span.of(document.text).split()))
    if passage.count(telling) == 1:
        passage = passage.replace(telling, click.style(telling, bold=True))
    return f"{visible(document.path)}:{position.line}:{position.column}  {passage}"


def _summary(outcome: Outcome) -> str:
    drafts, sources = _counted(outcome.drafts, "draft"), _counted(outcome.sources, "source")
    if not outcome.drafts:
        return "No draft was checked."
    if not outcome.findings:
        new = "new " if outcome.known else ""
        return f"No {new}disagreement with the {sources} in {drafts}.{_hidden(outcome)}"
    found = [
        (outcome.count(Severity.ERROR), "error"),
        (outcome.count(Severity.WARNING), "warning"),
        (outcome.count(Severity.INFORMATION), "remark"),
        (outcome.count(Severity.HINT), "hint"),
    ]
    counts = ", ".join(_counted(count, name) for count, name in found if count)
    return f"{counts} in {drafts}, checked against {sources}.{_hidden(outcome)}"


def _hidden(outcome: Outcome) -> str:
    """What the baseline keeps from being shown, as a further sentence."""
    return f" {_counted(outcome.known, 'known finding')} hidden by the baseline." if outcome.known else ""


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}" + ("" if count == 1 else "s")
