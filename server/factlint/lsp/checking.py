"""Checks of open documents, one at a time and beside the event loop, always of the newest text."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from factlint.draft_report import Report
from factlint.files import FileError
from factlint.lsp.documents import Snapshot
from factlint.lsp.garbage import Garbage
from factlint.lsp.indexing import Indexing
from factlint.lsp.lane import Lane
from factlint.lsp.projects import BROKEN, OpenProjects, Wanted, is_checked
from factlint.lsp.roots import Roots
from factlint.lsp.whole_checks import WholeChecks
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.lsp.server import Server
    from factlint.model import Finding
    from factlint.project import Project
    from factlint.text import Document

_Answer = TypeVar("_Answer")
# So many seconds waits whoever can do without an answer.
_PATIENCE = 2.0
# A draft that is not there: what is asked for belongs to its folder.
_ANY = "draft"
_CANCELLED = "reading the sources was cancelled; it is taken up again when a document is opened or saved"


class Problem(Struct, frozen=True):
    """Why a document cannot be checked, in a line for people; `is_loud` where they should be interrupted with it."""

    line: str
    is_loud: bool


class Checked(Struct, frozen=True, eq=False):
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
    """Checks open documents against projects that are ready, and has those made ready that are not.

    `roots` are the folders that the client has open; `renewed` is called when a project has given way to a newer one.
    """

    def __init__(self, server: Server, renewed: Callable[[], None]) -> None:
        self.roots = Roots()
        self.projects = OpenProjects()
        self.lane = Lane()
        self._documents = server.documents
        self._renewed = renewed
        self._results: dict[str, Checked] = {}
        self.indexing = Indexing(server, self, self._succeed)
        self.garbage = Garbage()
        self._whole_checks = WholeChecks(server, self)

    @property
    def folder(self) -> Path:
        """Where documents belong that are no files."""
        return self.roots.first

    async def newest(self, uri: str, *, patiently: bool = False) -> Checked | None:
        """What the newest text of a document says, or None where the document is not open (any more).

        While its sources are read for the first time the answer is None after a while too, unless it is waited for
        `patiently`.
        """
        return await self._newest(uri, None if patiently else _PATIENCE)

    async def whole(self, uri: str) -> Checked | None:
        """The same, however long it takes, once all of the draft has been judged together."""
        while (checked := await self._newest(uri)) and not checked.report.is_whole:
            await self._whole_checks.make(checked)
        return checked

    async def apart(self, work: Callable[[], _Answer]) -> _Answer:
        """The result of `work`, which is done after the checks that wait already."""
        return await self.lane.run(work)

    def wanted(self, *, looks: bool) -> Wanted:
        """What projects are to be ready for, as things are now."""
        paths = tuple(snapshot.path_within(self.folder) for snapshot in self._documents)
        return Wanted(paths, self._documents.texts(), looks)

    async def closed(self, path: Path) -> Checked | None:
        """What the file of a draft says that is not open, checked while nobody waits; None where it cannot be read."""
        project = await self.lane.run(partial(self.projects.opened, path.parent), can_wait=True)
        if project is None or not is_checked(project, path):
            return None
        await self.indexing.drive(project.steps(path))
        return await self.lane.run(partial(_check_file, project, path, self._documents.uri_of(path)), can_wait=True)

    async def open_projects(self) -> tuple[Project, ...]:
        """The projects of the open folders and documents with their sources read, but for those that are broken."""
        await self.indexing.settled()
        folders = [*self.roots] or [self.folder]
        paths = [*(folder / _ANY for folder in folders), *self.wanted(looks=False).paths]
        found: dict[Project, None] = {}
        for path in paths:
            project = await self.lane.run(partial(self.projects.opened, path.parent))
            if project is not None and project not in found:
                await self.indexing.drive(project.steps(path))
                found[project] = None
        return tuple(found)

    def stands(self, checked: Checked) -> bool:
        """True where a result is the newest there is, and of the newest text, whatever is being typed in it."""
        snapshot, kept = self._documents.get(checked.snapshot.uri), self._results.get(unquote(checked.snapshot.uri))
        is_same = snapshot is not None and _is_same(snapshot, checked.snapshot)
        return is_same and kept is not None and kept.report is checked.report

    def put(self, checked: Checked, report: Report) -> None:
        """Puts a report in place of that of a result, which `stands`, of the same document."""
        key = unquote(checked.snapshot.uri)
        # Its last word may have been taken for finished since.
        kept = self._results[key]
        rest = kept.notes[len(kept.report.notes) :]
        self._results[key] = replace(kept, report=report, notes=(*report.notes, *rest))

    def reread(self, checked: Checked) -> None:
        """Has the sources read anew where the document is one of them and the editor has another text of it by now."""
        project = checked.project
        if project and checked.document is None and project.overlaid(self._documents.texts()) is not project:
            self.indexing.wake()

    def forget(self, uri: str) -> None:
        """Lets go of what was found in a document."""
        self._results.pop(unquote(uri), None)

    async def _newest(self, uri: str, patience: float | None = None) -> Checked | None:
        while snapshot := self._documents.get(uri):
            checked = await self.lane.run(partial(self._result_for, snapshot))
            if self._documents.get(uri) is not snapshot:
                continue
            if checked:
                self._whole_checks.plan(checked)
                return checked
            if self.indexing.is_cancelled:
                return _unchecked(snapshot, None, Problem(_CANCELLED, is_loud=False))
            self.indexing.ensure()
            try:
                async with asyncio.timeout(patience):
                    await self.indexing.settled()
            except TimeoutError:
                return None
        return None

    def _result_for(self, snapshot: Snapshot) -> Checked | None:
        """The result for a snapshot, kept from before where nothing has changed.

        None where it is outdated, or its sources are not read yet.
        """
        if self._documents.get(snapshot.uri) is not snapshot:
            return None
        try:
            path = snapshot.path_within(self.folder)
            project = self.projects.of(path.parent)
        except BROKEN as error:
            return _unchecked(snapshot, None, Problem(str(error), is_loud=True))
        if project is None:
            return None
        kept = self._results.get(unquote(snapshot.uri))
        if kept is None or kept.snapshot is not snapshot or kept.project is not project:
            if is_checked(project, path) and not project.is_ready(path):
                return None
            before = kept if kept and kept.project is project else None
            kept = self._results[unquote(snapshot.uri)] = _check(snapshot, project, path, before)
            if before is None:
                # Much of what the sources tell is only worked out when a draft asks for it.
                self.garbage.set_aside()
        return kept

    def _succeed(self) -> None:
        """Lets go of what was found by projects that are no more."""
        results = list(self._results.items())
        self._results = {
            uri: result for uri, result in results if result.project and self.projects.is_current(result.project)
        }
        self.garbage.search_later()
        self._renewed()


def _check(snapshot: Snapshot, project: Project, path: Path, before: Checked | None = None) -> Checked:
    """What a text says; where it is an edit of one that was checked `before`, by judging only what the edit changed."""
    if not is_checked(project, path):
        return _unchecked(snapshot, project, None)
    if before and before.document and _is_same(before.snapshot, snapshot):
        return replace(before, snapshot=snapshot)
    try:
        document = project.document(path, snapshot.text)
        report = project.recheck(before.report, document) if before else project.check(document)
        notes = project.story_of(path).notes if report.account else ()
    except SourceError as error:
        is_meant = project.config.file is not None or any(entry.exists() for entry in project.sources_of(path))
        return _unchecked(snapshot, project, Problem(str(error), is_loud=is_meant))
    except FileError as error:
        return _unchecked(snapshot, project, Problem(str(error), is_loud=True))
    return Checked(snapshot, project, document, report, (*report.notes, *notes), None)


def _is_same(one: Snapshot, other: Snapshot) -> bool:
    """True for the same text, whatever is being typed in it."""
    return one.language == other.language and one.text == other.text


def _unchecked(snapshot: Snapshot, project: Project | None, problem: Problem | None) -> Checked:
    return Checked(snapshot, project, None, Report((), (), None), (), problem)


def _check_file(project: Project, path: Path, uri: str) -> Checked | None:
    try:
        text = project.read(path).text
    except FileError:
        return None
    return _check(Snapshot(uri, "", 0, text), project, path)
