"""Symbols: the outline of an open document, and the names and quotations of the sources for a query."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability

from factlint.catalogue import Known, Quoted, catalogue, passage_of
from factlint.files import FileError, absolute, is_readable_kind
from factlint.lsp import convert
from factlint.outline import Entry, EntryKind, kind_of, outline
from factlint.right_name import full_name
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.catalogue import Entry as Found
    from factlint.extract.account import Account
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.project import Project
    from factlint.text import Document

# Of the kinds that every client knows; there are none for people, bodies and places.
_KINDS = {
    EntryKind.HEADING: types.SymbolKind.Module,
    EntryKind.PERSON: types.SymbolKind.Class,
    EntryKind.ORGANISATION: types.SymbolKind.Package,
    EntryKind.PLACE: types.SymbolKind.Namespace,
    EntryKind.NAME: types.SymbolKind.Constant,
    EntryKind.QUOTATION: types.SymbolKind.String,
}
_MOST_FOUND = 128
_LONGEST = 72


def register(server: Server) -> None:
    """Answers for the symbols of a document and of the workspace."""

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def in_document(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        checked = await server.checking.newest(params.text_document.uri)
        account = await server.checking.apart(partial(_account, server, checked)) if checked else None
        if checked is None or account is None:
            return None
        entries = await server.checking.apart(partial(outline, account))
        support = "text_document.document_symbol.hierarchical_document_symbol_support"
        if get_capability(server.client_capabilities, support):
            return [_nested(entry, account.document, server.client.encoding) for entry in entries]
        return list(_flat(entries, checked.snapshot.uri, account.document, server.client.encoding))

    # Where a symbol stands costs next to nothing to tell, so that there is nothing to resolve later.
    @server.feature(types.WORKSPACE_SYMBOL)
    async def in_workspace(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        projects = await server.checking.open_projects()
        return await server.checking.apart(partial(_search, server, projects, params.query))


def shortened(text: str) -> str:
    """A text that is short enough for a list, cut between words."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0].rstrip(",;:") + " …"


def _account(server: Server, checked: Checked) -> Account | None:
    """What a draft, with sources or without, or an open source says; None for any other document."""
    project = checked.project
    if checked.report.account or project is None:
        return checked.report.account
    path = checked.snapshot.path_within(server.checking.folder)
    is_meant = project.is_source(path) or (project.is_draft(path) and not project.is_excluded(path))
    if not (is_readable_kind(path) and is_meant):
        return None
    try:
        return project.shelf.account(project.document(path, checked.snapshot.text))
    except FileError:
        return None


def _title(entry: Entry) -> str:
    return f"“{shortened(entry.text)}”" if entry.kind is EntryKind.QUOTATION else entry.text


def _nested(entry: Entry, document: Document, encoding: convert.Encoding) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=_title(entry),
        detail=entry.detail or None,
        kind=_KINDS[entry.kind],
        range=convert.range_of(document, entry.whole, encoding),
        selection_range=convert.range_of(document, entry.own, encoding),
        children=[_nested(each, document, encoding) for each in entry.inside] or None,
    )


def _flat(
    entries: tuple[Entry, ...], uri: str, document: Document, encoding: convert.Encoding, container: str | None = None
) -> Iterator[types.SymbolInformation]:
    for entry in entries:
        place = types.Location(uri, convert.range_of(document, entry.whole, encoding))
        yield types.SymbolInformation(
            location=place, name=_title(entry), kind=_KINDS[entry.kind], container_name=container
        )
        yield from _flat(entry.inside, uri, document, encoding, _title(entry))


def _search(server: Server, projects: Sequence[Project], query: str) -> list[types.WorkspaceSymbol]:
    found: dict[tuple[str, str], types.WorkspaceSymbol] = {}
    for project in projects:
        try:
            index = project.library().index
        except (SourceError, FileError):
            continue
        known = catalogue(index)
        for entry in known.search(query, _MOST_FOUND):
            container = known.office_of(entry) if isinstance(entry, Known) else _speaker(entry, project.settings.prefer)
            symbol = _symbol(server, entry, project.settings.prefer, container)
            found.setdefault((symbol.name, symbol.location.uri), symbol)
    return list(found.values())[:_MOST_FOUND]


def _symbol(server: Server, entry: Found, prefer: Mapping[str, str], container: str) -> types.WorkspaceSymbol:
    evidence = entry.evidence[0] if isinstance(entry, Quoted) else passage_of(entry)
    place = types.Location(
        uri=server.documents.uri_of(absolute(Path(evidence.document.path))),
        range=convert.range_of(evidence.document, evidence.span, server.client.encoding),
    )
    if isinstance(entry, Quoted):
        name, kind = f"“{shortened(entry.text)}”", EntryKind.QUOTATION
    else:
        name, kind = full_name(entry.entity, prefer), kind_of(entry.entity.kind)
    return types.WorkspaceSymbol(location=place, name=name, kind=_KINDS[kind], container_name=container or None)


def _speaker(quoted: Quoted, prefer: Mapping[str, str]) -> str:
    return full_name(quoted.speaker, prefer) if quoted.speaker else ""
