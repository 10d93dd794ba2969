"""Hover: what the sources say of the name, date, number or quotation under the cursor, with links to the passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import card_text, convert, evidence
from factlint.lsp.view import View, asked

if TYPE_CHECKING:
    from factlint.answer import Answer
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Evidence


def register(server: Server) -> None:
    """Answers when the writer points at something."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        def find(view: View, offset: int) -> types.Hover | None:
            answer = view.answer(offset)
            return _hover(server, view, answer) if answer else None

        return await asked(server, params.text_document.uri, params.position, find)


def _hover(server: Server, view: View, answer: Answer) -> types.Hover:
    if server.client.reads_markdown:
        kind, style = types.MarkupKind.Markdown, markdown(server, view.checked)
    else:
        kind, style = types.MarkupKind.PlainText, plain(server, view.checked)
    content = types.MarkupContent(kind, card_text.of_answer(answer, style))
    return types.Hover(content, convert.range_of(view.document, answer.span, server.client.encoding))


def markdown(server: Server, checked: Checked) -> card_text.Style:
    """How texts about a document are written in Markdown, with links that the client opens."""
    return card_text.Markdown(_Places(server, checked))


def plain(server: Server, checked: Checked) -> card_text.Style:
    """How texts about a document are written without markup."""
    return card_text.Plain(_Places(server, checked))


class _Places:
    """Where passages stand that are of use in a document."""

    def __init__(self, server: Server, checked: Checked) -> None:
        self._server = server
        self._checked = checked

    def place(self, passage: Evidence) -> str:
        """File and line, the file named from the root of the project."""
        return evidence.place(passage, self._checked)

    def address(self, passage: Evidence) -> str:
        """The URI of the line."""
        return f"{evidence.uri(passage, self._checked, self._server.documents)}#L{evidence.line(passage)}"
