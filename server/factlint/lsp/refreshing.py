"""What the client shows, asked for anew: the one place that is called when all of it may be out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lsp.server import Server


def refresh_all(server: Server) -> None:
    """Has everything that rests on the sources, or on settings, brought up to date as far as the client lets itself."""
    server.publisher.refresh()
    if server.workspace_diagnostics.is_wanted:
        server.publisher.ask_again()
    client = server.client
    if client.refreshes_lenses:
        server.start(server.workspace_code_lens_refresh_async(None))
    if client.refreshes_hints:
        server.start(server.workspace_inlay_hint_refresh_async(None))
    if client.refreshes_tokens:
        server.start(server.workspace_semantic_tokens_refresh_async(None))
