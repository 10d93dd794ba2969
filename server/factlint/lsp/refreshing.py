"""What the client shows, asked for anew: the one place that is called when all of it may be out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lsp import code_lens, inlay_hints, semantic_tokens

if TYPE_CHECKING:
    from factlint.lsp.server import Server


def refresh_all(server: Server) -> None:
    """Has everything that rests on the sources, or on settings, brought up to date as far as the client lets itself."""
    server.publisher.refresh()
    if server.workspace_diagnostics.is_wanted:
        server.publisher.ask_again()
    for feature in (code_lens, inlay_hints, semantic_tokens):
        feature.refresh(server)
