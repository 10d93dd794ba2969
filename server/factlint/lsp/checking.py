"""Checks of open documents, one at a time and beside the event loop, always of the newest text."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factlint.config import ConfigError
from factlint.files import FileError, is_readable_kind
from factlint.lexicon_files import LexiconError
from factlint.lsp.projects import OpenProjects
from factlint.project import Project, Report
from factlint.rule import RuleError
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.lsp.documents import Documents, Snapshot
    from factlint.model import Finding
    from factlint.text import Document

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document cannot be checked, in a line for people; `is_loud` where they should be interrupted with it."""

    line: str
    is_loud: bool


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """What one version of an open document was found to say; `document` is None where it is not to be checked.

    `notes` are lines to know about the check, on the draft and on its sources.
    """

    snapshot: Snapshot
    project: Project | None
    document: Document | None
    report: Report
    notes: tuple[str, ...]
    problem: Problem | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the text."""
        return self.report.findings

    @property
    def settled(self) -> tuple[Finding, ...]:
        """The findings without those on the word that is being typed."""
        caret = self.snapshot.caret
        return tuple(f for f in self.findings if caret is None or not f.span.start < caret <= f.span.end)


class Checking:
    """Checks open documents; `folder` is where documents belong that are no files."""

    def __init__(self, documents: Documents) -> None:
        self.folder = Path.cwd()
        self._documents = documents
        self._projects = OpenProjects()
        self._results: dict[str, Checked] = {}
        # A lane of its own: pygls' threads read the input, and two checks at once would only slow each other down.
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")

    @property
    def generation(self) -> int:
        """A number that grows when sources or configuration have changed, so that earlier results are out of date."""
        return self._projects.generation

    async def newest(self, uri: str) -> Checked | None:
        """What the newest text of a document says, or None where the document is not open (any more)."""
        while snapshot := self._documents.get(uri):
            checked = await self.apart(partial(self._result_for, snapshot))
            if checked and self._documents.get(uri) is snapshot:
                return checked
        return None

    def projects(self) -> tuple[Project, ...]:
        """The projects of the open folder and documents that can be opened; to be asked for within `apart`."""
        folders = [self.folder, *(snapshot.path_within(self.folder).parent for snapshot in self._documents)]
        found = []
        for folder in dict.fromkeys(folders):
            with suppress(ConfigError, RuleError, LexiconError):
                found.append(self._projects.of(folder, self._documents.texts()))
        return tuple(dict.fromkeys(found))

    async def apart(self, work: Callable[[], _Answer]) -> _Answer:
        """The result of `work`, which is done after the checks that wait already."""
        return await asyncio.get_running_loop().run_in_executor(self._lane, work)

    def forget(self, uri: str) -> None:
        """Lets go of what was found in a document."""
        self._results.pop(uri, None)

    def _result_for(self, snapshot: Snapshot) -> Checked | None:
        """The result for a snapshot, kept from before where nothing has changed; None where it is outdated."""
        if self._documents.get(snapshot.uri) is not snapshot:
            return None
        try:
            path = snapshot.path_within(self.folder)
            project = self._projects.of(path.parent, self._documents.texts())
        except (ConfigError, RuleError, LexiconError) as error:
            return _unchecked(snapshot, None, Problem(str(error), is_loud=True))
        kept = self._results.get(snapshot.uri)
        if kept is None or kept.snapshot is not snapshot or kept.project is not project or kept.problem:
            kept = self._results[snapshot.uri] = _check(snapshot, project, path)
        return kept


def _check(snapshot: Snapshot, project: Project, path: Path) -> Checked:
    if not _is_draft(project, path):
        return _unchecked(snapshot, project, None)
    try:
        document = project.document(path, snapshot.text)
        report = project.check(document)
        notes = project.story_of(path).notes if report.account else ()
    except SourceError as error:
        is_meant = project.config.file is not None or any(entry.exists() for entry in project.sources_of(path))
        return _unchecked(snapshot, project, Problem(str(error), is_loud=is_meant))
    except FileError as error:
        return _unchecked(snapshot, project, Problem(str(error), is_loud=True))
    return Checked(snapshot, project, document, report, (*report.notes, *notes), None)


def _unchecked(snapshot: Snapshot, project: Project | None, problem: Problem | None) -> Checked:
    return Checked(snapshot, project, None, Report((), (), None), (), problem)


def _is_draft(project: Project, path: Path) -> bool:
    """True where a file has a reader, the configuration does not rule it out, and it is not itself a source."""
    is_source = any(path.is_relative_to(entry) for entry in project.sources_of(path))
    return is_readable_kind(path) and project.is_draft(path) and not project.is_excluded(path) and not is_source
