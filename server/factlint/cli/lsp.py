"""`factlint lsp`: serves an editor over standard input and output."""

from __future__ import annotations

import click


@click.command(short_help="Serve an editor.")
def lsp() -> None:
    """Serve an editor: the Language Server Protocol over standard input and output."""
    from factlint.lsp.server import main  # noqa: PLC0415  pygls takes a third of a second to import

    main()
