"""Diagnostics on their way: given when asked for to clients that ask, sent unasked to the others, never both."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lsprotocol import types

from factlint.lsp.diagnostics import SOURCE, diagnostics, result_id
from factlint.lsp.pace import Pace

if TYPE_CHECKING:
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server

# Seconds after which a word is taken for finished though nothing follows it.
_MOMENT = 1.5
_THOUSAND = 1000


class _Told(NamedTuple):
    """What the client was told last of a document."""

    version: int
    result: str


class Publisher:
    """Brings the client's diagnostics up to date after something has changed."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._pace = Pace()
        self._told: dict[str, _Told] = {}
        # The documents that are being brought up to date, each with whether that has to be done once more.
        self._updating: dict[str, bool] = {}
        self._moments: dict[str, asyncio.TimerHandle] = {}
        self._is_asking = False
        self._asks_again = False

    def change(self, uri: str) -> None:
        """Brings a document up to date that was changed, and once more when it has been left alone for a moment."""
        self._pace.change(uri)
        self.update(uri)
        self._stop_moment(uri)
        self._moments[unquote(uri)] = asyncio.get_running_loop().call_later(_MOMENT, self._settle, uri)

    def update(self, uri: str) -> None:
        """Checks an open document once it is left alone, and tells the client what it does not know yet."""
        key = unquote(uri)
        is_running = key in self._updating
        self._updating[key] = is_running
        if not is_running:
            self._server.start(self._update(uri))

    def refresh(self) -> None:
        """Brings every open document up to date."""
        for snapshot in self._server.documents:
            self.update(snapshot.uri)

    def ask_again(self) -> None:
        """Tells the client to ask for diagnostics again, if it asks for them at all; one such request at a time."""
        self._asks_again = True
        if self._server.client.pulls and self._server.client.refreshes and not self._is_asking:
            self._is_asking = True
            self._server.start(self._ask())

    def clear(self, uri: str) -> None:
        """Takes back what was sent for a document that is open no more."""
        self._pace.forget(uri)
        self._stop_moment(uri)
        self._told.pop(unquote(uri), None)
        if not self._server.client.pulls:
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    async def answer(self, uri: str) -> tuple[list[types.Diagnostic], Checked | None]:
        """The diagnostics of a document for a client that asks, once the document is left alone."""
        await self._quiet(uri)
        checked = await self._checked(uri) if self._server.preferences.enable else None
        if checked is None:
            return [], None
        items = diagnostics(self._server, checked)
        self._is_news(checked, items)
        return items, checked

    async def _checked(self, uri: str) -> Checked | None:
        """What there is to tell a client that asks: what is found at once only where it can be told of the rest."""
        checking = self._server.checking
        return await (checking.newest(uri, patiently=True) if self._server.client.refreshes else checking.whole(uri))

    async def _update(self, uri: str) -> None:
        key = unquote(uri)
        try:
            self._updating[key] = True
            while self._updating[key]:
                self._updating[key] = False
                await self._quiet(uri)
                checked = await self._server.checking.newest(uri, patiently=True)
                if checked:
                    self._tell(checked)
        finally:
            del self._updating[key]

    def _tell(self, checked: Checked) -> None:
        server, snapshot = self._server, checked.snapshot
        server.messages.tell(checked)
        server.checking.reread(checked)
        before = self._told.get(unquote(snapshot.uri))
        if server.client.pulls and (before is None or before.version != snapshot.version):
            # It has not asked for this version yet, and will.
            return
        items = diagnostics(server, checked)
        if not self._is_news(checked, items):
            return
        if server.client.pulls:
            self.ask_again()
        else:
            server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri=snapshot.uri, version=snapshot.version, diagnostics=items)
            )

    def _is_news(self, checked: Checked, items: list[types.Diagnostic]) -> bool:
        """True where the client was told otherwise until now; from now on it counts as told."""
        key, version = unquote(checked.snapshot.uri), checked.snapshot.version
        told = _Told(version, result_id(items, version))
        is_news = self._told.get(key) != told
        self._told[key] = told
        return is_news

    def _settle(self, uri: str) -> None:
        """Takes the word that was typed last for finished."""
        self._moments.pop(unquote(uri), None)
        snapshot = self._server.documents.get(uri)
        if snapshot and self._server.documents.settle(snapshot):
            self.update(uri)

    def _stop_moment(self, uri: str) -> None:
        moment = self._moments.pop(unquote(uri), None)
        if moment:
            moment.cancel()

    async def _quiet(self, uri: str) -> None:
        await self._pace.quiet(uri, self._server.preferences.debounce / _THOUSAND)

    async def _ask(self) -> None:
        try:
            while self._asks_again:
                self._asks_again = False
                await self._server.workspace_diagnostic_refresh_async(None)
        finally:
            self._is_asking = False


def offer(server: Server) -> None:
    """Lets the client ask for diagnostics; to be called before the server says what it can."""

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True, identifier=SOURCE),
    )
    async def pull(
        params: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        items, checked = await server.publisher.answer(params.text_document.uri)
        name = result_id(items, checked.snapshot.version if checked else None)
        if name == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
        return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=name)
