"""Diagnostics of every draft in the open folders, open or not, worked out in the background when they are asked for."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lsprotocol import types

from factlint import files
from factlint.files import FileError
from factlint.lsp.diagnostics import diagnostics, result_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from factlint.lsp.server import Server
    from factlint.project import Project

_Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport


class _Seen(NamedTuple):
    """What a file was found to say: by which name, in which state of the file and of all projects."""

    state: object
    generation: int
    result: str


class WorkspaceDiagnostics:
    """Reports on every draft of the open folders; where the client knows the newest, it is not worked out again."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._seen: dict[str, _Seen] = {}
        self.is_wanted = False

    async def reports(self, known: list[types.PreviousResultId]) -> AsyncIterator[_Report]:
        """A report on each draft, and on each other document that the client still has diagnostics of."""
        self.is_wanted = True
        left = {unquote(each.uri): each for each in known}
        if self._server.preferences.enable:
            await self._look()
            for path in await self._drafts():
                uri = self._server.documents.uri_of(path)
                previous = left.pop(unquote(uri), None)
                report = await self._report(path, uri, previous.value if previous else None)
                if report:
                    yield report
        nothing = result_id([])
        for each in left.values():
            if each.value != nothing and not self._server.documents.get(each.uri):
                yield _full(each.uri, None, [], nothing)
        self._seen = {uri: seen for uri, seen in self._seen.items() if uri not in left}

    async def _look(self) -> None:
        """Has projects renewed first whose files have changed."""
        checking = self._server.checking
        if await asyncio.to_thread(checking.projects.is_stale):
            checking.indexing.wake(looks=True)
        await checking.indexing.settled()

    async def _drafts(self) -> list[Path]:
        checking, found = self._server.checking, dict[Path, None]()
        for root in checking.roots:
            project = await checking.lane.run(partial(checking.projects.opened, root), can_wait=True)
            if project:
                found |= dict.fromkeys(await checking.lane.run(partial(_drafts_in, project, root), can_wait=True))
        return list(found)

    async def _report(self, path: Path, uri: str, previous: str | None) -> _Report | None:
        if snapshot := self._server.documents.get(uri):
            items, checked = await self._server.publisher.answer(uri)
            version = checked.snapshot.version if checked else snapshot.version
            return _report(uri, version, items, result_id(items, version), previous)
        state, generation = files.stamps([path]), self._server.checking.projects.generation
        seen = self._seen.get(unquote(uri))
        if seen and seen == _Seen(state, generation, previous or ""):
            return types.WorkspaceUnchangedDocumentDiagnosticReport(uri=uri, result_id=seen.result)
        checked = await self._server.checking.closed(path)
        if checked is None:
            return None
        items = diagnostics(self._server, checked)
        name = result_id(items)
        self._seen[unquote(uri)] = _Seen(state, generation, name)
        return _report(uri, None, items, name, previous)


def offer(server: Server) -> None:
    """Answers for the whole workspace, bit by bit where the client wants that."""

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def pull(params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        collected: list[_Report] = []
        is_first = True
        async for report in server.workspace_diagnostics.reports(list(params.previous_result_ids)):
            if params.partial_result_token is None:
                collected.append(report)
                continue
            kind = types.WorkspaceDiagnosticReport if is_first else types.WorkspaceDiagnosticReportPartialResult
            is_first = False
            server.progress(types.ProgressParams(params.partial_result_token, kind(items=[report])))
        return types.WorkspaceDiagnosticReport(items=collected)


def _drafts_in(project: Project, root: Path) -> list[Path]:
    try:
        return list(project.drafts_in(root))
    except FileError:
        return []


def _report(uri: str, version: int | None, items: list[types.Diagnostic], name: str, previous: str | None) -> _Report:
    if name == previous:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(uri=uri, version=version, result_id=name)
    return _full(uri, version, items, name)


def _full(uri: str, version: int | None, items: list[types.Diagnostic], name: str) -> _Report:
    return types.WorkspaceFullDocumentDiagnosticReport(uri=uri, version=version, items=items, result_id=name)
