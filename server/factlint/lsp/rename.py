"""Rename: a name of the draft under another, wherever the draft speaks of the same; sources are never edited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from factlint.lsp import convert
from factlint.renaming import RenameError, renamable_at, renamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from factlint.case import Case
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.renaming import Renaming

    _Answer = TypeVar("_Answer")


class _Place(NamedTuple):
    """A place of a checked draft, as a code point offset."""

    checked: Checked
    case: Case
    offset: int


def register(server: Server) -> None:
    """Renames what the cursor is on, where that is a name of a draft; refuses with a line for the writer else."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
        place = await _place(server, params.text_document.uri, params.position)
        name = await _told(server, partial(renamable_at, place.case, place.offset))
        return types.PrepareRenamePlaceholder(
            range=convert.range_of(place.case.draft.document, name.span, server.client.encoding), placeholder=name.text
        )

    @server.feature(types.TEXT_DOCUMENT_RENAME)
    async def rename(params: types.RenameParams) -> types.WorkspaceEdit:
        place = await _place(server, params.text_document.uri, params.position)
        changes = await _told(server, partial(renamed, place.case, place.offset, params.new_name))
        return _edit(server, place, changes)


async def _place(server: Server, uri: str, at: types.Position) -> _Place:
    before = server.documents.get(uri)
    checked = await server.checking.newest(uri)
    if before is None or checked is None:
        raise _refusal("The document is not open.")
    if checked.snapshot.version != before.version:
        raise JsonRpcContentModified("The text has changed meanwhile.")
    if checked.report.case is None or checked.document is None:
        raise _refusal(_why_not(server, checked))
    return _Place(checked, checked.report.case, convert.offset(checked.document, at, server.client.encoding))


def _why_not(server: Server, checked: Checked) -> str:
    """Why the names of a document that was not checked cannot be renamed."""
    if checked.problem:
        return checked.problem.line
    path = checked.snapshot.path_within(server.checking.folder)
    is_source = checked.project is not None and checked.project.is_source(path)
    return "This is one of the sources, which are never edited." if is_source else "This is no draft that is checked."


async def _told(server: Server, work: Callable[[], _Answer]) -> _Answer:
    try:
        return await server.checking.apart(work)
    except RenameError as error:
        raise _refusal(str(error)) from error


def _refusal(message: str) -> JsonRpcException:
    return JsonRpcException(message, code=types.LSPErrorCodes.RequestFailed)


def _edit(server: Server, place: _Place, changes: tuple[Renaming, ...]) -> types.WorkspaceEdit:
    document, snapshot = place.case.draft.document, place.checked.snapshot
    edits = [
        types.TextEdit(convert.range_of(document, each.span, server.client.encoding), each.text) for each in changes
    ]
    if not server.client.versions_edits:
        return types.WorkspaceEdit(changes={snapshot.uri: edits})
    text = types.OptionalVersionedTextDocumentIdentifier(uri=snapshot.uri, version=snapshot.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=text, edits=[*edits])])
