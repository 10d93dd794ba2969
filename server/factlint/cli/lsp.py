"""`factlint lsp`: serves an editor over standard input and output, or over TCP."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import socket

_LEVELS = ("error", "warning", "info", "debug")


@click.command(short_help="Serve an editor.")
@click.option("--stdio", is_flag=True, help="Over standard input and output, as it is by default.")
@click.option(
    "--tcp",
    metavar="HOST:PORT",
    help="Wait for one editor at this address of this machine instead, and end when it has gone. Port 0: any free one.",
)
@click.option("--allow-remote", is_flag=True, help="With --tcp: let other machines in too, whoever they are.")
@click.option(
    "--log",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Log to this file instead of standard error.",
)
@click.option(
    "--log-level",
    type=click.Choice(_LEVELS),
    default="warning",
    show_default=True,
    help="How much to log; the draft's text only at “debug”.",
)
@click.option("--clientProcessId", "_client", hidden=True, help="What some editors add; they say it again later.")
def lsp(*, stdio: bool, tcp: str | None, allow_remote: bool, log: Path | None, log_level: str, _client: str) -> None:
    """Serve an editor: the Language Server Protocol over standard input and output."""
    if stdio and tcp:
        raise click.UsageError("--stdio and --tcp exclude each other")
    if log:
        _look_at_log(log)
    if tcp is None:
        _look_at_standard_streams()
    connection = _connection(tcp, allow_remote) if tcp is not None else None

    from factlint.lsp.log import Log  # noqa: PLC0415
    from factlint.lsp.server import main  # noqa: PLC0415  pygls takes a third of a second to import

    main(connection, Log(log, log_level))


def _look_at_log(log: Path) -> None:
    try:
        log.open("a", encoding="utf-8").close()
    except OSError as error:
        raise click.ClickException(f"{log}: {error.strerror}") from error


def _look_at_standard_streams() -> None:
    if sys.stdin is None or sys.stdout is None:
        raise click.ClickException("standard input and output are closed, where an editor should be")
    if sys.stdin.isatty():
        click.echo("factlint: waiting for an editor on standard input; Ctrl-C ends this", err=True)


def _connection(tcp: str, allow_remote: bool) -> socket.socket:
    """The connection to the editor that comes first."""
    from factlint.lsp.tcp import AddressError, accept, address, address_of, is_loopback, listen  # noqa: PLC0415

    try:
        listener = listen(address(tcp), allow_remote)
    except AddressError as error:
        raise click.ClickException(str(error)) from error
    there = address_of(listener)
    if not is_loopback(there.host):
        click.echo(f"factlint: warning: whoever can reach {there} can read the sources", err=True)
    click.echo(f"factlint: waiting for an editor at {there}", err=True)
    return accept(listener)
