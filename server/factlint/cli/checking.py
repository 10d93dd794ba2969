"""What `factlint check` does: finds the drafts, checks each in its project, and reports."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.output import Output, write
from factlint.config import NEVER, ConfigError
from factlint.files import SUFFIXES, FileError, identity, reason_of, shown
from factlint.lexicon_files import LexiconError
from factlint.model import Finding, Severity, Standing
from factlint.project import Choice, Project, Projects
from factlint.read import ReadError
from factlint.read.decode import decode
from factlint.report.outcome import Outcome
from factlint.rule import Rule, RuleError
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text import Document

FOUND = 1
INPUT_ERROR = 2

_STDIN = Path("-")
_REFUSALS = (ConfigError, FileError, LexiconError, RuleError, SourceError, OSError)


@dataclass(frozen=True, slots=True)
class Request:
    """What to check: paths as given, the name for standard input, the choice of sources and rules, when to fail."""

    paths: tuple[Path, ...]
    stdin_filename: Path
    choice: Choice
    fail_on: str | None


@dataclass(slots=True)
class _Tally:
    """What a run has come to so far; `lines` go to standard error, each once."""

    findings: list[Finding] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    claims: Counter[Standing] = field(default_factory=Counter)
    rules: dict[str, Rule] = field(default_factory=dict)
    lines: dict[str, None] = field(default_factory=dict)
    problems: dict[str, None] = field(default_factory=dict)
    status: int = 0

    def refuse(self, error: Exception) -> None:
        """Notes input that cannot be used."""
        line = str(error)
        if isinstance(error, OSError) and error.filename:
            line = f"{shown(Path(error.filename))}: {reason_of(error)}"
        self.lines[line] = self.problems[line] = None
        self.status = INPUT_ERROR

    def outcome(self) -> Outcome:
        """All of it, for a report."""
        rules = tuple(self.rules[name] for name in sorted(self.rules))
        return Outcome(
            tuple(self.findings), tuple(self.drafts), frozenset(self.sources), self.claims, rules, tuple(self.problems)
        )


def run(request: Request, output: Output) -> int:
    """Checks and reports; the exit status is 0, 1 where a finding is loud enough, 2 where an input cannot be used."""
    output.refuse()
    tally = _Tally()
    projects = Projects(request.choice)
    for path in _drafts(request, projects, tally):
        try:
            _check(path, projects.of(_named(path, request)), request, tally)
        except _REFUSALS as error:
            tally.refuse(error)
    for line in tally.lines:
        click.echo(f"factlint: {line}", err=True)
    if tally.drafts or tally.status != INPUT_ERROR:
        write(tally.outcome(), output)
    return tally.status


def _drafts(request: Request, projects: Projects, tally: _Tally) -> Iterator[Path]:
    """The drafts that the paths of the request stand for, each once; a path that cannot be used is noted."""
    seen: set[str] = set()
    for path in request.paths:
        try:
            found = _drafts_at(path, projects)
        except _REFUSALS as error:
            tally.refuse(error)
            continue
        for draft in found:
            if identity(draft) not in seen:
                seen.add(identity(draft))
                yield draft


def _drafts_at(path: Path, projects: Projects) -> list[Path]:
    if path == _STDIN or not path.is_dir():
        return [path]
    project = projects.of(path)
    found = [draft for draft in project.drafts_in(path) if project.is_draft(draft)]
    if not found:
        raise FileError(f"{shown(path)}: {_why_none(project)}")
    return found


def _why_none(project: Project) -> str:
    if project.config.drafts and project.config.file:
        patterns = ", ".join(project.config.drafts)
        return f"no drafts there that “drafts” in {shown(project.config.file)} names ({patterns})"
    return f"no drafts there; a draft is a file that ends in {', '.join(sorted(SUFFIXES))}"


def _named(path: Path, request: Request) -> Path:
    return request.stdin_filename if path == _STDIN else path


def _check(path: Path, project: Project, request: Request, tally: _Tally) -> None:
    name = _named(path, request)
    if project.config.file and project.is_excluded(name):
        tally.lines[f"{shown(name)}: not checked: “exclude” in {shown(project.config.file)} names it"] = None
        return
    document = _from_stdin(name, project) if path == _STDIN else project.read(path)
    checked = project.check(document)
    tally.lines |= dict.fromkeys(checked.notes)
    if checked.account is None:
        return
    story = project.story_of(name)
    tally.lines |= dict.fromkeys(story.notes)
    tally.sources |= {source.path for source in story.sources}
    tally.findings += checked.findings
    tally.drafts.append(document.path)
    tally.claims.update(verdict.standing for verdict in checked.verdicts)
    severities = project.settings.severities
    tally.rules |= {rule.id: replace(rule, severity=severities.get(rule.id, rule.severity)) for rule in project.rules}
    least = _least(request, project)
    if least and tally.status == 0 and any(found.severity.loudness >= least.loudness for found in checked.findings):
        tally.status = FOUND


def _from_stdin(name: Path, project: Project) -> Document:
    try:
        return project.document(name, decode(sys.stdin.buffer.read()).text)
    except ReadError as error:
        raise FileError(f"{shown(name)}: {error}") from error


def _least(request: Request, project: Project) -> Severity | None:
    """The severity from which a finding makes the run fail, or None where none does."""
    if request.fail_on is None:
        return project.config.fail_on
    return None if request.fail_on == NEVER else Severity(request.fail_on)
