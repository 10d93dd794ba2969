"""Opening, changing, saving and closing: the documents are kept as the editor has them, then checked anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.baseline import FILE_NAME

if TYPE_CHECKING:
    from factlint.lsp.server import Server

# Formats of drafts and sources, what a project is configured with, and its baseline.
_WATCHED = ("**/*.{txt,md,markdown,html,htm,xhtml,rst,tex,toml}", f"**/{FILE_NAME}")


def register(server: Server) -> None:
    """Follows what the client does with documents and files."""

    # None of these waits for a check: the next message must find the text that this one brought.
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.documents.open(params.text_document)
        server.start(server.publisher.update(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        if params.content_changes:
            server.documents.change(document.uri, document.version, params.content_changes[-1].text)
            server.start(server.publisher.update(document.uri))
            server.start(server.publisher.settle(document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        snapshot = server.documents.get(params.text_document.uri)
        if snapshot:
            server.documents.settle(snapshot)
        server.start(server.publisher.update(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.documents.close(uri)
        server.checking.forget(uri)
        server.messages.forget(uri)
        server.publisher.clear(uri)
        # An edited source that is closed counts no more; any other document notices that.
        for other in list(server.documents)[:1]:
            server.start(server.publisher.update(other.uri))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.refresh()


async def watch(server: Server) -> None:
    """Asks the client to report files that change; without that, changes are noticed at the next check."""
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(pattern) for pattern in _WATCHED])
    registration = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    await server.client_register_capability_async(types.RegistrationParams([registration]))
