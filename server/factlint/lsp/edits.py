"""Edits of the client's texts: for the version that they were made for, and how the client is asked to make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from factlint.changes import Change, between
from factlint.lsp import convert
from factlint.text import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.lsp.documents import Snapshot
    from factlint.lsp.server import Server


def of_snapshot(
    server: Server, snapshot: Snapshot, document: Document, changes: Iterable[Change]
) -> types.WorkspaceEdit:
    """The edit of an open document at one version; `document` is what its text was read as."""
    edits = [
        types.TextEdit(convert.range_of(document, change.span, server.client.encoding), change.text)
        for change in changes
    ]
    if not server.client.versions_edits:
        return types.WorkspaceEdit(changes={snapshot.uri: edits})
    text = types.OptionalVersionedTextDocumentIdentifier(uri=snapshot.uri, version=snapshot.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=text, edits=edits)])


def to_text(server: Server, snapshot: Snapshot, text: str) -> types.WorkspaceEdit:
    """The edit that gives an open document another text."""
    document = Document("", snapshot.text, ())
    return of_snapshot(server, snapshot, document, [between(snapshot.text, text)])


def new_file(uri: str, text: str) -> types.WorkspaceEdit:
    """The edit that makes a file which is not there yet; for clients that can create files."""
    made = types.CreateFile(uri=uri, options=types.CreateFileOptions(overwrite=False, ignore_if_exists=False))
    start = types.Position(0, 0)
    filled = types.TextDocumentEdit(
        text_document=types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=None),
        edits=[types.TextEdit(types.Range(start, start), text)],
    )
    return types.WorkspaceEdit(document_changes=[made, filled])


async def make(server: Server, label: str, edit: types.WorkspaceEdit) -> None:
    """Has the client make an edit. Raises a refusal with the client's reason where it does not."""
    metadata = types.WorkspaceEditMetadata(is_refactoring=True)
    answer = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label, metadata))
    if not answer.applied:
        reason = f": {answer.failure_reason}" if answer.failure_reason else ""
        raise refusal(f"the editor has not made the change “{label}”{reason}")


def refusal(line: str) -> JsonRpcException:
    """The error of a request that is in order and cannot be done, with a line for people."""
    return JsonRpcException(line, types.LSPErrorCodes.RequestFailed.value)


def moved_on() -> JsonRpcException:
    """The error of a request about a text that is another one by now."""
    return JsonRpcContentModified("the text has changed meanwhile; ask again")
