"""Definition: from a name, date, number or quotation to the passages of the sources that tell of it, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import convert, evidence
from factlint.lsp.view import View, asked

if TYPE_CHECKING:
    from factlint.answer import Leads
    from factlint.lsp.server import Server
    from factlint.model import Evidence


def register(server: Server) -> None:
    """Answers where a writer wants to see what the sources say."""

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> list[types.LocationLink] | list[types.Location] | None:
        def find(view: View, offset: int) -> list[types.LocationLink] | list[types.Location] | None:
            leads = view.leads(offset)
            return places(server, view, leads) if leads else None

        return await asked(server, params.text_document.uri, params.position, find)


def places(server: Server, view: View, leads: Leads) -> list[types.LocationLink] | list[types.Location]:
    """The passages as places to go to; with what was asked about, where the client can show it."""
    if server.client.links:
        return [_link(server, view, leads, each) for each in leads.passages]
    encoding = server.client.encoding
    return [evidence.location(each, view.checked, server.documents, encoding) for each in leads.passages]


def _link(server: Server, view: View, leads: Leads, passage: Evidence) -> types.LocationLink:
    document, encoding = passage.document, server.client.encoding
    return types.LocationLink(
        target_uri=evidence.uri(passage, view.checked, server.documents),
        target_range=convert.range_of(document, document.sentence(passage.span), encoding),
        target_selection_range=convert.range_of(document, passage.span, encoding),
        origin_selection_range=convert.range_of(view.document, leads.span, encoding),
    )
