"""Inlay hints: who a surname is, and which source a claim rests on; shown only to those who have asked for them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.hints import Hint, hints
from factlint.lsp import convert, evidence

if TYPE_CHECKING:
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server


def register(server: Server) -> None:
    """Offers inlay hints."""

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def inlay_hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        if not server.preferences.inlay_hints:
            return []
        checked = await server.checking.newest(params.text_document.uri)
        if checked is None or checked.document is None or checked.report.case is None:
            return []
        verdicts = await server.judging.verdicts(checked)
        within = convert.span_of(checked.document, params.range, server.client.encoding)
        found = await server.checking.apart(partial(hints, checked.report.case, verdicts))
        return [_shown(server, checked, hint) for hint in found if within.start <= hint.offset <= within.end]


def _shown(server: Server, checked: Checked, hint: Hint) -> types.InlayHint:
    assert checked.document is not None
    where = evidence.location(hint.evidence, checked, server.documents, server.client.encoding)
    told = evidence.described(hint.evidence, checked)
    return types.InlayHint(
        position=convert.position(checked.document, hint.offset, server.client.encoding),
        label=[types.InlayHintLabelPart(hint.text, tooltip=told, location=where)],
        padding_left=True,
    )


def refresh(server: Server) -> None:
    """Has the client ask for hints anew, where it can be told to."""
    if server.client.refreshes_hints:
        server.start(server.workspace_inlay_hint_refresh_async(None))
