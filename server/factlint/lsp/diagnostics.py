"""Findings as diagnostics: given when asked for to clients that ask, sent unasked to the others, never both."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import convert, evidence

if TYPE_CHECKING:
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Finding

SOURCE = "factlint"
# Seconds after which a word is taken for finished though nothing follows it.
_MOMENT = 1.5


def diagnostics(server: Server, checked: Checked) -> list[types.Diagnostic]:
    """The diagnostics of a checked document, in the order of the text.

    A word that is still being typed has none, where the client can be told of it afterwards.
    """
    client = server.client
    findings = checked.settled if client.refreshes or not client.pulls else checked.findings
    return [diagnostic(server, checked, finding) for finding in findings]


def diagnostic(server: Server, checked: Checked, finding: Finding) -> types.Diagnostic:
    """One finding as a diagnostic; evidence goes into the message where the client cannot show other places."""
    client = server.client
    related = [
        types.DiagnosticRelatedInformation(
            location=evidence.location(each, checked, server.documents, client.encoding),
            message=evidence.passage(each),
        )
        for each in finding.evidence
    ]
    return types.Diagnostic(
        range=convert.range_of(finding.document, finding.span, client.encoding),
        severity=convert.severity(finding.severity),
        source=SOURCE,
        code=finding.rule,
        message=finding.message if client.relates else "\n".join((finding.message, *_evidence_lines(checked, finding))),
        related_information=related if client.relates and related else None,
        data={
            "suggestions": list(finding.suggestions),
            "fix": finding.fix.value,
            "fingerprint": finding.fingerprint,
        },
    )


def _evidence_lines(checked: Checked, finding: Finding) -> list[str]:
    return [evidence.described(each, checked) for each in finding.evidence[: evidence.MOST_PASSAGES]]


def offer(server: Server) -> None:
    """Lets the client ask for diagnostics; to be called before the server says what it can."""

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier=SOURCE),
    )
    async def pull(params: types.DocumentDiagnosticParams) -> types.RelatedFullDocumentDiagnosticReport:
        checked = await server.checking.newest(params.text_document.uri)
        return types.RelatedFullDocumentDiagnosticReport(items=diagnostics(server, checked) if checked else [])


class Publisher:
    """Brings the client's diagnostics up to date after something has changed."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._published: dict[str, Checked] = {}
        self._generation = 0

    async def update(self, uri: str) -> None:
        """Checks an open document, and the others too where that shows that the sources have changed."""
        server = self._server
        checked = await server.checking.newest(uri)
        if checked is None:
            return
        server.messages.tell(checked)
        if not server.client.pulls:
            self._publish(checked)
        if self._generation != server.checking.generation:
            self._generation = server.checking.generation
            self.refresh()
            server.refresh_views()

    async def settle(self, uri: str) -> None:
        """Brings the diagnostics up to date once a word has been left as it is for a moment."""
        snapshot = self._server.documents.get(uri)
        await asyncio.sleep(_MOMENT)
        if snapshot and self._server.documents.settle(snapshot):
            await self.update(uri)
            if self._server.client.pulls:
                self.refresh()

    def refresh(self) -> None:
        """Has every open document checked anew, as far as the client lets itself be told."""
        server = self._server
        if not server.client.pulls:
            for snapshot in server.documents:
                server.start(self.update(snapshot.uri))
        elif server.client.refreshes:
            server.start(server.workspace_diagnostic_refresh_async(None))

    def clear(self, uri: str) -> None:
        """Takes back what was sent for a document that is open no more."""
        self._published.pop(uri, None)
        if not self._server.client.pulls:
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def _publish(self, checked: Checked) -> None:
        snapshot = checked.snapshot
        if self._published.get(snapshot.uri) is checked:
            return
        self._published[snapshot.uri] = checked
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=snapshot.uri, version=snapshot.version, diagnostics=diagnostics(self._server, checked)
            )
        )
