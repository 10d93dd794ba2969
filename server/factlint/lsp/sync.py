"""Opening, changing, saving and closing: the documents are kept as the editor has them, then checked anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from factlint.lsp.server import Server


def register(server: Server) -> None:
    """Follows what the client does with documents, files and folders."""

    # None of these waits for a check: the next message must find the text that this one brought.
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.documents.open(params.text_document)
        server.checking.indexing.wake()
        server.publisher.update(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        if params.content_changes:
            server.documents.change(document.uri, document.version, params.content_changes[-1].text)
            server.checking.garbage.put_off()
            server.publisher.change(document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        snapshot = server.documents.get(params.text_document.uri)
        if snapshot:
            server.documents.settle(snapshot)
        server.watching.notice()
        server.publisher.update(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.documents.close(uri)
        server.checking.forget(uri)
        server.messages.forget(uri)
        server.publisher.clear(uri)
        # An edited source that is closed counts no more, and what was known of a draft may go.
        server.checking.indexing.wake()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.watching.notice()
        server.workspace_diagnostics.ask_again()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.checking.roots = server.checking.roots.changed(params.event)
        server.watching.renew()
        server.checking.indexing.wake()
        server.publisher.refresh()
        server.workspace_diagnostics.ask_again()
