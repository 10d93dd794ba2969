"""Mending: a draft with its safe fixes put in, until none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.changes import Change, composed
from factlint.fixes import fixed

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.draft_report import Report
    from factlint.model import Finding
    from factlint.project import Project

# A fix may bring another finding to light; more rounds than this would be a rule that fights another.
_MOST_ROUNDS = 10


class Mended(Struct, frozen=True):
    """A draft's text after its fixes, the findings that they were for, and what checking it finds now.

    `changes` are what makes this text of the one before.
    """

    text: str
    done: tuple[Finding, ...]
    report: Report
    changes: tuple[Change, ...]


def mend(project: Project, path: Path, text: str, report: Report) -> Mended:
    """The draft with safe fixes put in until none is left, and what is found in it then."""
    before = len(text)
    done: tuple[Finding, ...] = ()
    rounds: list[list[Change]] = []
    for _ in range(_MOST_ROUNDS):
        result = fixed(text, report.findings)
        if not result.findings:
            break
        rounds.append([Change(finding.span, finding.suggestions[0]) for finding in result.findings])
        text, done = result.text, done + result.findings
        report = project.check(project.document(path, text))
    return Mended(text, done, report, composed(before, rounds))
