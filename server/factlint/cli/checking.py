"""What `factlint check` does: finds the drafts, checks each in its project, and reports."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct, field
from msgspec.structs import replace

from factlint.cli import mending
from factlint.cli.drafts import STDIN, drafts_at, from_stdin
from factlint.cli.output import Output, show, write
from factlint.cli.refusal import REFUSALS, line_of
from factlint.cli.watching import watch
from factlint.config import NEVER
from factlint.files import FileError, identity, shown
from factlint.ignore_files import IgnoreFiles
from factlint.mending import mend
from factlint.model import Finding, Severity, Standing
from factlint.project import Choice, Project, Projects
from factlint.report.outcome import Outcome
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from factlint.cli.mending import Original
    from factlint.draft_report import Report
    from factlint.rule import Rule
    from factlint.text import Document

# So many drafts take long enough for a bar.
_MANY = 20
FOUND = 1
INPUT_ERROR = 2


class Mode(StrEnum):
    """What to do with safe fixes: only offer them, put them in, or show what they would change."""

    CHECK = "check"
    FIX = "fix"
    DIFF = "diff"


class Request(Struct, frozen=True):
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


class _Tally(Struct):
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
    if len(drafts) < _MANY or not sys.stderr.isatty():
        return nullcontext(drafts)
    return click.progressbar(drafts, label="Checking", file=sys.stderr)


def _drafts(request: Request, projects: Projects, tally: _Tally) -> Iterator[Path]:
    """The drafts that the paths of the request stand for, each once; a path that cannot be used is noted."""
    seen: set[str] = set()
    for path in request.paths:
        try:
            found = drafts_at(path, projects)
        except REFUSALS as error:
            tally.refuse(error)
            continue
        for draft in found:
            if identity(draft) not in seen:
                seen.add(identity(draft))
                yield draft


def _named(path: Path, request: Request) -> Path:
    return request.stdin_filename if path == STDIN else path


def _check(path: Path, project: Project, request: Request, tally: _Tally) -> None:
    name = _named(path, request)
    why = _why_left_out(name, project) if request.force_exclude else None
    if why:
        tally.lines[f"{shown(name)}: not checked: {why}"] = None
        return
    document, original = _input(path, name, project, request.mode)
    checked = project.check(document)
    tally.lines |= dict.fromkeys(checked.notes)
    if checked.account is None:
        return
    story = project.story_of(name)
    tally.lines |= dict.fromkeys(story.notes)
    tally.sources |= {source.path for source in story.sources}
    if request.mode is not Mode.CHECK:
        checked = _mended(checked, document, original, project, request, tally)
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


def _input(path: Path, name: Path, project: Project, mode: Mode) -> tuple[Document, Original | None]:
    """A draft, and the file as it is where that is to be changed or compared."""
    if path == STDIN:
        return from_stdin(name, project), None
    if mode is Mode.CHECK:
        return project.read(path), None
    original = mending.read(path)
    return project.document(name, original.decoded.text), original


def _mended(
    checked: Report, document: Document, original: Original | None, project: Project, request: Request, tally: _Tally
) -> Report:
    """Puts safe fixes in, or shows what they would change; the report on what the draft then holds."""
    path = Path(document.path)
    mended = mend(project, path, document.text, checked)
    if request.mode is Mode.DIFF:
        tally.texts.append(mending.difference(document.path, document.text, mended.text))
        return checked
    if original is None:
        tally.texts.append(mended.text)
    elif mended.done:
        try:
            mending.write(path, *original, mended.text)
        except FileError as error:
            tally.refuse(error)
            return checked
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
