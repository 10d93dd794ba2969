"""What `factlint accept` and `factlint reject` do: find what is meant, and write it down beside the configuration."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from factlint import decisions
from factlint.accepting import Grounds, with_finding, with_name, with_rejection, with_spelling
from factlint.cli.refusal import refusing
from factlint.files import FileError, shown
from factlint.project import Choice, Project, Projects
from factlint.rejection import Place, Rejection, places_of
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factlint.model import Finding
    from factlint.text import Block, Document

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
_WHOLE = 1_000_000
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


class Where(Struct, frozen=True):
    """A place as it is written on a command line: a file, and a line and column from 1 where they are given."""

    path: Path
    line: int | None = None
    column: int | None = None


def place_in(written: str) -> Where:
    """The place that "path:line:column" names; line and column may be left out."""
    found = _PLACE.fullmatch(written)
    if found is None or Path(written).exists():
        return Where(Path(written))
    return Where(Path(found["path"]), int(found["line"]), int(found["column"]) if found["column"] else None)


def accept_spelling(written: str, meant: str, because: str, by: str) -> None:
    """Lets a written name stand for one that the sources know."""
    with refusing():
        project = Project.open(Path())
        if not _is_known(meant, project):
            click.echo(f"factlint: no source has “{meant}” yet, so there is nothing it could stand for", err=True)
        grounds = _grounds(because, by)
        is_new = _write(project, lambda text: with_spelling(text, written, meant, grounds))
        _tell(project, f"“{written}” stands for “{meant}”", is_new=is_new)


def accept_name(name: str, because: str, by: str) -> None:
    """Takes a name as right as it is written."""
    with refusing():
        project, grounds = Project.open(Path()), _grounds(because, by)
        is_new = _write(project, lambda text: with_name(text, name, grounds))
        _tell(project, f"“{name}” is right as it is written", is_new=is_new)


def accept_finding(which: str, because: str, by: str) -> None:
    """Lets one finding be, named by its place or its fingerprint."""
    with refusing():
        project, found = finding_named(which)
        path = decisions.relative(Path(found.document.path), project.config.root)
        grounds = _grounds(because, by)
        is_new = _write(project, lambda text: with_finding(text, found, path, grounds))
        _tell(project, f"{found.rule} on “{_plain(found.text)}” in {found.document.path} is not shown", is_new=is_new)


def reject(where: Where, says: str, because: str, by: str) -> None:
    """Leaves words of a source out of what the sources say."""
    with refusing():
        project = Project.open(Path())
        if not project.is_source(where.path):
            sources = ", ".join(shown(entry) for entry in project.sources_of(where.path))
            raise FileError(f"{shown(where.path)}: not one of the sources ({sources})")
        document = project.read(where.path)
        place, words = _place_of(document, where, says)
        grounds = _grounds_of_rejection(because, by)
        _reject(project, [(document, place, words)], grounds)


def reject_evidence(which: str, because: str, by: str) -> None:
    """Leaves the passages that one finding rests on out of what the sources say."""
    with refusing():
        project, found = finding_named(which)
        grounds = _grounds_of_rejection(because, by)
        wrong = [
            (evidence.document, place, words)
            for evidence in found.evidence
            for words in [evidence.document.prose(evidence.span)]
            for place in places_of(evidence.document, words)
            if place.span.overlaps(evidence.span) and project.is_source(Path(evidence.document.path))
        ]
        if not wrong:
            raise FileError(f"{found.document.path}: “{_plain(found.text)}” rests on no passage of a source")
        _reject(project, wrong, grounds)
        _tell_what_is_left(found)


def _tell_what_is_left(found: Finding) -> None:
    """Says where a finding rests on further passages, which are not rejected unseen."""
    path = Path(found.document.path)
    project = Projects(Choice(uses_baseline=False)).of(path)
    report = project.check(project.read(path))
    left = next((each for each in report.findings if each.fingerprint == found.fingerprint), None)
    if left is not None:
        places = ", ".join(evidence.place for evidence in left.evidence)
        click.echo(f"factlint: {found.place}: still found, by {places}; run this again to reject that too", err=True)


def _reject(project: Project, wrong: Sequence[tuple[Document, Place, str]], grounds: Grounds) -> None:
    root = project.config.root
    for document, place, words in wrong:
        entry = Rejection(decisions.relative(Path(document.path), root), _plain(words), place.passage)
        is_new = _write(project, lambda text, entry=entry: with_rejection(text, entry, grounds))  # type: ignore[misc]
        line = document.position(place.span.start).line
        _tell(project, f"“{_plain(words)}” in {document.path}:{line} counts for nothing", is_new=is_new)


def finding_named(which: str) -> tuple[Project, Finding]:
    """The finding at a place ("draft.md:14:8") or with a fingerprint, and its project. Raises FileError for none."""
    projects = Projects(Choice(uses_baseline=False))
    if _FINGERPRINT.fullmatch(which) and not Path(which).exists():
        for project, found in _every_finding(projects):
            if found.fingerprint == which:
                return project, found
        raise FileError(f"{which}: no draft below this folder has a finding of this fingerprint")
    where = place_in(which)
    project = projects.of(where.path)
    report = project.check(project.read(where.path))
    if where.line is None:
        raise FileError(f"{shown(where.path)}: which line? Name the finding as {which}:LINE or {which}:LINE:COLUMN")
    here = [each for each in report.findings if _is_at(each, where)]
    if len(here) == 1:
        return project, here[0]
    if not here:
        raise FileError(f"{which}: no finding there")
    listed = "; ".join(f"{shown(where.path)}:{_written(each)} {each.rule} “{_plain(each.text)}”" for each in here)
    raise FileError(f"{which}: {len(here)} findings there; name one of them: {listed}")


def _every_finding(projects: Projects) -> Iterator[tuple[Project, Finding]]:
    start = projects.of(Path())
    for path in start.drafts_in(Path()):
        project = projects.of(path)
        if project.is_draft(path):
            yield from ((project, found) for found in project.check(project.read(path)).findings)


def _is_at(found: Finding, where: Where) -> bool:
    start, end = (found.document.position(at) for at in (found.span.start, max(found.span.start, found.span.end - 1)))
    if where.line is None or not start.line <= where.line <= end.line:
        return False
    return where.column is None or (start.line, start.column) == (where.line, where.column)


def _written(found: Finding) -> str:
    position = found.document.position(found.span.start)
    return f"{position.line}:{position.column}"


def _place_of(document: Document, where: Where, says: str) -> tuple[Place, str]:
    """The one sentence that is meant, with the words in it. Raises FileError where there is none, or are several."""
    name = f"{document.path}:{where.line}" if where.line else document.path
    found = places_of(document, says) if says else _sentences(document, where)
    here = [place for place in found if _is_on_line(place, document, where.line)]
    if len({place.passage for place in here}) == 1:
        return here[0], says or here[0].passage
    if here:
        lines = ", ".join(str(document.position(place.span.start).line) for place in here)
        raise FileError(
            f"{name}: it says “{says}” in {len(here)} sentences (lines {lines}); name the line, or more words"
            if says
            else f"{name}: {len(here)} sentences there; give the words that are wrong with --says"
        )
    if found:
        lines = ", ".join(str(document.position(place.span.start).line) for place in found)
        raise FileError(f"{name}: it does not say “{says}” there, but on line {lines}")
    raise FileError(f"{name}: it does not say “{says}”" if says else f"{name}: no text there")


def _is_on_line(place: Place, document: Document, line: int | None) -> bool:
    first, last = document.position(place.span.start).line, document.position(place.span.end - 1).line
    return line is None or first <= line <= last


def _sentences(document: Document, where: Where) -> list[Place]:
    """The sentences on a line."""
    if where.line is None:
        raise FileError(f"{document.path}: give the words that are wrong with --says, or a line: {document.path}:LINE")
    if where.line > len(document.line_starts):
        return []
    start = document.line_starts[where.line - 1]
    line = Span(start, start + len(document.line(where.line)))
    spans = [block.file_span(block.prose_span(run)) for block in document.blocks for run in _runs(block, line)]
    words = [span.start for whole in spans for _, span in document.words(whole)]
    passages = dict.fromkeys(document.passage(Span(at, at + 1), _WHOLE) for at in words)
    return [place for passage in passages for place in places_of(document, passage)]


def _runs(block: Block, line: Span) -> Iterator[Span]:
    for run in block.runs:
        start, end = max(run.file, line.start), min(run.file_end, line.end)
        if start < end:
            yield Span(start, end)


def _is_known(meant: str, project: Project) -> bool:
    """True where a source has the name, or where there are no sources yet to ask."""
    try:
        return any(places_of(source, meant) for source in project.library().sources)
    except ValueError:
        return True


def _write(project: Project, change: Callable[[str], str]) -> bool:
    """Changes the file that says what is accepted; False where it says so already."""
    return decisions.rewrite(decisions.accepted_file(project.config), change)


def _tell(project: Project, what: str, *, is_new: bool) -> None:
    file = shown(decisions.accepted_file(project.config))
    click.echo(f"{file}: {what}{' from now on' if is_new else ' already; nothing was changed'}.")


def _grounds(because: str, by: str) -> Grounds:
    return Grounds(because, by or decisions.author(), date.today())


def _grounds_of_rejection(because: str, by: str) -> Grounds:
    grounds = _grounds(because, by)
    if not grounds.because.strip():
        raise click.UsageError("say why with --because: whoever reads the file later cannot ask the source")
    if not grounds.by.strip():
        raise click.UsageError("say who you are with --by; Git, which would know, has no user.name here")
    return grounds


def _plain(text: str) -> str:
    return " ".join(text.split())
