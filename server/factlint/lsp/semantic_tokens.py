"""Semantic tokens: the claims of a draft by what the sources say of them; only for those who have asked for them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import convert
from factlint.model import Standing
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lsp.server import Server
    from factlint.model import Verdict
    from factlint.text import Document

CLAIM = "claim"
_STANDINGS = tuple(Standing)
LEGEND = types.SemanticTokensLegend(token_types=[CLAIM], token_modifiers=[str(standing) for standing in _STANDINGS])


def register(server: Server) -> None:
    """Offers the tokens of a document and of a part of it."""

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    async def full(params: types.SemanticTokensParams) -> types.SemanticTokens:
        return await _tokens(server, params.text_document.uri, None)

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, LEGEND)
    async def part(params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
        return await _tokens(server, params.text_document.uri, params.range)


async def _tokens(server: Server, uri: str, part: types.Range | None) -> types.SemanticTokens:
    checked = await server.checking.newest(uri) if server.preferences.semantic_tokens else None
    if checked is None or checked.document is None:
        return types.SemanticTokens(data=[])
    verdicts = await server.judging.verdicts(checked)
    encoding = server.client.encoding
    within = convert.span_of(checked.document, part, encoding) if part else None
    work = partial(tokens, checked.document, verdicts, encoding, within)
    return types.SemanticTokens(data=await server.checking.apart(work))


def tokens(
    document: Document, verdicts: Sequence[Verdict], encoding: convert.Encoding, within: Span | None = None
) -> list[int]:
    """The claims of a document that touch a span of it, or all, as LSP numbers them: five integers each.

    Line and column are told from the token before, columns and lengths in units of the encoding.
    """
    data: list[int] = []
    before = types.Position(0, 0)
    for verdict in sorted(verdicts, key=lambda verdict: verdict.span):
        if within is not None and not verdict.span.overlaps(within):
            continue
        for piece in _pieces(document, verdict.span):
            start, end = (convert.position(document, at, encoding) for at in (piece.start, piece.end))
            column = start.character - before.character if start.line == before.line else start.character
            kind, modifiers = 0, 1 << _STANDINGS.index(verdict.standing)
            data += [start.line - before.line, column, end.character - start.character, kind, modifiers]
            before = start
    return data


def _pieces(document: Document, span: Span) -> Iterator[Span]:
    """A span line by line, without line ends and the white space at them: a token may not reach over one."""
    first, last = document.position(span.start).line, document.position(span.end).line
    for number in range(first, last + 1):
        start = max(span.start, document.line_starts[number - 1])
        text = document.text[start : min(span.end, document.line_starts[number - 1] + len(document.line(number)))]
        start += len(text) - len(text.lstrip())
        if text.strip():
            yield Span(start, start + len(text.strip()))


def refresh(server: Server) -> None:
    """Has the client ask for tokens anew, where it can be told to."""
    if server.client.refreshes_tokens:
        server.start(server.workspace_semantic_tokens_refresh_async(None))
