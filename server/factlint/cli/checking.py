"""What `factlint check` does: finds the drafts, checks each in its project, and reports."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli import mending
from factlint.cli.output import Output, show, write
from factlint.cli.refusal import REFUSALS, line_of
from factlint.cli.watching import watch
from factlint.config import NEVER
from factlint.decisions import OWN_FILES
from factlint.files import SUFFIXES, FileError, identity, shown
from factlint.ignore_files import IgnoreFiles
from factlint.model import Finding, Severity, Standing
from factlint.project import Choice, Project, Projects, Report
from factlint.read import ReadError
from factlint.read.decode import Decoded, decode
from factlint.report.outcome import Outcome
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from factlint.rule import Rule
    from factlint.text import Document

# So many drafts take long enough for a bar.
_MANY = 20
FOUND = 1
INPUT_ERROR = 2

_STDIN = Path("-")


class Mode(StrEnum):
    """What to do with safe fixes: only offer them, put them in, or show what they would change."""

    CHECK = "check"
    FIX = "fix"
    DIFF = "diff"


@dataclass(frozen=True, slots=True)
class Request:
    """What to check: paths as given, the name for standard input, the choice of sources and rules, when to fail.

    `force_exclude` leaves out what is excluded, ignored or a source even where it is named outright; without
    `needs_sources` a draft whose sources are not there is passed over.
    """

    paths: tuple[Path, ...]
    stdin_filename: Path
    choice: Choice
    fail_on: str | None
    mode: Mode = Mode.CHECK
    force_exclude: bool = False
    needs_sources: bool = True


@dataclass(slots=True)
class _Tally:
    """What a run has come to so far; `lines` go to standard error, each once, and
    `texts`, the diffs or the fixed text, to standard output before the report."""

    findings: list[Finding] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    claims: Counter[Standing] = field(default_factory=Counter)
    rules: dict[str, Rule] = field(default_factory=dict)
    lines: dict[str, None] = field(default_factory=dict)
    problems: dict[str, None] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    known: int = 0
    gone: Counter[str] = field(default_factory=Counter)
    status: int = 0

    def refuse(self, error: Exception) -> None:
        """Notes input that cannot be used."""
        line = line_of(error)
        self.lines[line] = self.problems[line] = None
        self.status = INPUT_ERROR

    def outcome(self) -> Outcome:
        """All of it, for a report."""
        rules = tuple(self.rules[name] for name in sorted(self.rules))
        return Outcome(
            tuple(self.findings),
            tuple(self.drafts),
            frozenset(self.sources),
            self.claims,
            rules,
            tuple(self.problems),
            self.known,
        )


def run(request: Request, output: Output) -> int:
    """Checks and reports; the exit status is 0, 1 where a finding is loud enough, 2 where an input cannot be used."""
    output.refuse()
    return _run(request, output, Projects(request.choice))


def keep_running(request: Request, output: Output) -> int:
    """The same again after every change of a draft, a source or the configuration, until the user interrupts."""
    kept = [Projects(request.choice)]

    def check() -> int:
        if kept[0].is_stale():
            kept[0] = Projects(request.choice)
        return _run(request, output, kept[0])

    def drafts() -> list[Path]:
        return list(_drafts(request, kept[0], _Tally()))

    def is_stale() -> bool:
        return kept[0].is_stale()

    return watch(check, drafts, is_stale)


def _run(request: Request, output: Output, projects: Projects) -> int:
    tally = _Tally()
    drafts = list(_drafts(request, projects, tally))
    with _progress(drafts) as each:
        for path in each:
            try:
                _check(path, projects.of(_named(path, request)), request, tally)
            except SourceError as error:
                if request.needs_sources:
                    tally.refuse(error)
                else:
                    tally.lines[f"{shown(_named(path, request))}: not checked: {error}"] = None
            except REFUSALS as error:
                tally.refuse(error)
    for file, count in tally.gone.items():
        known = "1 known finding is" if count == 1 else f"{count} known findings are"
        tally.lines[f"{file}: {known} no more; `factlint baseline` takes them out"] = None
    for line in tally.lines:
        click.echo(f"factlint: {line}", err=True)
    show("".join(tally.texts), output)
    if tally.drafts or tally.status != INPUT_ERROR:
        write(tally.outcome(), output, is_aside=bool(tally.texts))
    return tally.status


def _progress(drafts: list[Path]) -> AbstractContextManager[Iterable[Path]]:
    """The drafts, with a bar on a terminal where they are many."""
    is_hidden = len(drafts) < _MANY or not sys.stderr.isatty()
    return click.progressbar(drafts, label="Checking", file=sys.stderr, hidden=is_hidden)


def _drafts(request: Request, projects: Projects, tally: _Tally) -> Iterator[Path]:
    """The drafts that the paths of the request stand for, each once; a path that cannot be used is noted."""
    seen: set[str] = set()
    for path in request.paths:
        try:
            found = _drafts_at(path, projects)
        except REFUSALS as error:
            tally.refuse(error)
            continue
        for draft in found:
            if identity(draft) not in seen:
                seen.add(identity(draft))
                yield draft


def _drafts_at(path: Path, projects: Projects) -> list[Path]:
    if path.name in OWN_FILES:
        return []
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
    why = _why_left_out(name, project) if request.force_exclude else None
    if why:
        tally.lines[f"{shown(name)}: not checked: {why}"] = None
        return
    document = _from_stdin(name, project) if path == _STDIN else project.read(path)
    checked = project.check(document)
    tally.lines |= dict.fromkeys(checked.notes)
    if checked.account is None:
        return
    story = project.story_of(name)
    tally.lines |= dict.fromkeys(story.notes)
    tally.sources |= {source.path for source in story.sources}
    if request.mode is not Mode.CHECK:
        checked = _mended(path, document, project, request, tally)
    tally.findings += checked.findings
    tally.known += len(checked.known)
    if checked.gone:
        tally.gone[shown(project.baseline_file)] += checked.gone
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


def _mended(path: Path, document: Document, project: Project, request: Request, tally: _Tally) -> Report:
    """Puts safe fixes in, or shows what they would change; the report on what the draft then holds."""
    name = _named(path, request)
    data, decoded = (b"", Decoded(document.text, "utf-8")) if path == _STDIN else mending.read(path)
    before = project.check(project.document(name, decoded.text))
    mended = mending.mend(project, name, decoded.text, before)
    if request.mode is Mode.DIFF:
        tally.texts.append(mending.difference(document.path, decoded.text, mended.text))
        return before
    if path == _STDIN:
        tally.texts.append(mended.text)
    elif mended.done:
        try:
            mending.write(path, data, decoded, mended.text)
        except FileError as error:
            tally.refuse(error)
            return before
    if mended.done:
        tally.lines[f"{document.path}: {len(mended.done)} fixed"] = None
    return mended.report


def _why_left_out(path: Path, project: Project) -> str | None:
    """Why a draft that is named outright is not checked where exclusion is forced; None for one that is."""
    if project.is_excluded(path) and project.config.file:
        return f"“exclude” in {shown(project.config.file)} names it"
    if IgnoreFiles().is_within_ignored(path):
        return "a .gitignore or .factlintignore names it"
    return "it is a source" if project.is_source(path) else None


def _least(request: Request, project: Project) -> Severity | None:
    """The severity from which a finding makes the run fail, or None where none does."""
    if request.fail_on is None:
        return project.config.fail_on
    return None if request.fail_on == NEVER else Severity(request.fail_on)
