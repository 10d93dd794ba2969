"""The report for people: each finding with its line, the words underlined, the sources' passages and the fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint.model import Severity
from factlint.report.line import Excerpt, columns, cut, visible, wrap
from factlint.report.summary import counted, statistics, summary
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.model import Evidence, Finding
    from factlint.report.outcome import Outcome, View

MOST_EVIDENCE = 3
# Code points of a passage: about two lines of a terminal.
MOST_PASSAGE = 160
# Lines of the draft that one finding shows.
MOST_LINES = 4

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFORMATION: "blue", Severity.HINT: "cyan"}
_FRAME = "blue"
_INDENT = "    "
_STEP = "  "


def render(outcome: Outcome, view: View) -> str:
    """The findings and a line that sums them up, with ANSI colours."""
    parts = [one(finding, view) for finding in outcome.findings]
    if view.has_statistics:
        parts.append(statistics(outcome))
    if view.has_summary:
        parts.append(summary(outcome))
    return "\n\n".join(part for part in parts if part) + "\n" * bool(parts)


def one(finding: Finding, view: View) -> str:
    """One finding with its line, its passages and its fix, without a line end."""
    return "\n".join(_lines(finding, view))


def _lines(finding: Finding, view: View) -> Iterator[str]:
    margin = " " * len(str(finding.document.position(finding.last).line))
    yield from _head(finding, view)
    if view.shows_passages:
        yield from _excerpts(finding, margin, view)
    for first, *others in _notes(finding, view, len(margin) + 3):
        yield f"{margin} {click.style('=', fg=_FRAME)} {first}"
        yield from (f"{margin} {click.style('|', fg=_FRAME)} {line}" for line in others)


def _head(finding: Finding, view: View) -> list[str]:
    """Where, how bad, which rule, and what it says; the message runs on over as many lines as it needs."""
    where = visible(finding.place)
    told = f"{where} {finding.severity} {finding.rule}  "
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    head = f"{click.style(where, bold=True)} {severity} {click.style(finding.rule, bold=True)}"
    # The passages stand below.
    first, *others = _wrapped(visible(finding.without_passage), view.width, columns(told))
    return [f"{head}  {first}".rstrip(), *others]


def _wrapped(text: str, width: int, taken: int = 0) -> list[str]:
    """A text in lines of at most `width` columns, of which `taken` are taken on the first."""
    room = width - len(_INDENT)
    first, *others = wrap(text, room, width - taken)
    return [first.of(text), *(_INDENT + line.of(text) for line in others)]


def _excerpts(finding: Finding, margin: str, view: View) -> Iterator[str]:
    """The lines that a finding reaches over, what it marks underlined; of many the first ones and the last."""
    bar, severity = click.style("|", fg=_FRAME), _COLOURS[finding.severity]
    marked = list(_marked(finding, view.width - len(margin) - 3))
    yield f"{margin} {bar}"
    is_cut = len(marked) > MOST_LINES
    for number, excerpt in [*marked[: MOST_LINES - 2], marked[-1]] if is_cut else marked:
        if is_cut and number == marked[-1][0]:
            yield f"{margin} {click.style('…', fg=_FRAME)}"
        mark = click.style("^" * excerpt.marked, fg=severity, bold=True)
        yield f"{click.style(f'{number:>{len(margin)}}', fg=_FRAME)} {bar} {excerpt.text}".rstrip()
        yield f"{margin} {bar} {' ' * excerpt.before}{mark}"


def _marked(finding: Finding, room: int) -> Iterator[tuple[int, Excerpt]]:
    """The lines that a finding reaches over, each with its number and the part of it that is marked."""
    document, span = finding.document, finding.span
    first, last = document.position(span.start).line, document.position(finding.last).line
    for number in range(first, last + 1):
        line, begins = document.line(number), document.line_starts[number - 1]
        start, end = max(0, span.start - begins), min(len(line), span.end - begins)
        if number > first:
            start = len(line) - len(line.lstrip())
        if start < end:
            yield number, cut(line, start, end, room)


def _notes(finding: Finding, view: View, taken: int) -> Iterator[list[str]]:
    """What stands below the excerpt, each note in its lines; `taken` is how many columns stand before them."""
    room = view.width - taken
    evidence = [each for each in finding.evidence if not _is_marked(each, finding)]
    for each in evidence[:MOST_EVIDENCE]:
        yield list(_passage(each, view, room))
    rest = len(evidence) - MOST_EVIDENCE
    if rest > 0:
        yield [f"and {counted(rest, 'more passage')}"]
    if finding.suggestions:
        fixes = visible(" or ".join(suggestion or "leave it out" for suggestion in finding.suggestions))
        first, *others = wrap(fixes, room - len(_STEP), room - len("fix: "))
        yield [
            f"fix: {click.style(first.of(fixes), fg='green')}".rstrip(),
            *(_STEP + click.style(line.of(fixes), fg="green") for line in others),
        ]


def _is_marked(evidence: Evidence, finding: Finding) -> bool:
    """True for a passage of the draft that the excerpt shows already."""
    return evidence.document is finding.document and evidence.span.overlaps(finding.span)


def _passage(evidence: Evidence, view: View, room: int) -> Iterator[str]:
    """Where a passage stands and how it reads, the telling words underlined; beside each other where both fit."""
    place, told = visible(evidence.place), view.passage(evidence, MOST_PASSAGE)
    if told is None:
        yield place
        return
    passage = visible(told)
    telling = _telling(evidence, passage)
    before = columns(place) + 2
    if before + columns(passage) <= room:
        whole = Span(0, len(passage))
        yield f"{place}  {_emphasised(passage, whole, telling)}"
        yield from _underline(passage, whole, telling, before)
        return
    yield place
    for line in wrap(passage, room - len(_STEP)):
        yield _STEP + _emphasised(passage, line, telling)
        yield from _underline(passage, line, telling, len(_STEP))


def _telling(evidence: Evidence, passage: str) -> Span:
    """Where the telling words stand in a passage; nowhere where that cannot be told, or they are all of it."""
    words = visible(" ".join(evidence.span.of(evidence.document.text).split()))
    if passage.count(words) != 1 or words == passage:
        return Span(0, 0)
    start = passage.index(words)
    return Span(start, start + len(words))


def _within(line: Span, telling: Span) -> Span:
    """The part of the telling words that stands on a line."""
    start, end = max(line.start, telling.start), min(line.end, telling.end)
    return Span(start, max(start, end))


def _emphasised(passage: str, line: Span, telling: Span) -> str:
    part = _within(line, telling)
    if not part:
        return line.of(passage)
    return passage[line.start : part.start] + click.style(part.of(passage), bold=True) + passage[part.end : line.end]


def _underline(passage: str, line: Span, telling: Span, indent: int) -> Iterator[str]:
    part = _within(line, telling)
    if part:
        before = columns(passage[line.start : part.start])
        yield " " * (indent + before) + click.style("-" * max(1, columns(part.of(passage))), fg=_FRAME)
