"""References: every mention of a name, or of the words of a quotation, in the sources and the open drafts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import evidence
from factlint.lsp.view import View, asked, view_of
from factlint.occurrences import Sought, in_draft, in_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Evidence


def register(server: Server) -> None:
    """Answers where else something is spoken of."""

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(params: types.ReferenceParams) -> list[types.Location] | None:
        def find(view: View, offset: int) -> tuple[list[types.Location], Sought | None]:
            found = _in_sources(view, offset, params.context.include_declaration)
            return _locations(server, view.checked, found), view.sought(offset)

        found = await asked(server, params.text_document.uri, params.position, find)
        if found is None:
            return None
        locations, sought = found
        if sought:
            for draft in await _drafts(server, params.text_document.uri):
                locations += await server.checking.apart(partial(_in_draft, server, draft, sought))
        return locations or None


def _in_sources(view: View, offset: int, is_whole: bool) -> tuple[Evidence, ...]:
    """The places in the sources; the one that a definition leads to first is what declares, and may be left out."""
    leads, sought = view.leads(offset), view.sought(offset)
    passages = leads.passages if leads else ()
    found = (in_sources(sought, view.index) if sought else ()) or passages
    return found if is_whole else tuple(each for each in found if each not in passages[:1])


async def _drafts(server: Server, uri: str) -> list[Checked]:
    """The open drafts of the project that a document belongs to, the document itself first."""
    uris = dict.fromkeys((uri, *(snapshot.uri for snapshot in server.documents)))
    found = [checked for each in uris if (checked := await server.checking.newest(each)) and checked.project]
    return [checked for checked in found if _root(checked) == _root(found[0])]


def _root(checked: Checked) -> object:
    return checked.project and checked.project.config.root


def _in_draft(server: Server, checked: Checked, sought: Sought) -> list[types.Location]:
    view = view_of(checked, server.checking.folder)
    return _locations(server, checked, in_draft(sought, view.case)) if view and view.case else []


def _locations(server: Server, checked: Checked, passages: Sequence[Evidence]) -> list[types.Location]:
    encoding = server.client.encoding
    return [evidence.location(each, checked, server.documents, encoding) for each in passages]
