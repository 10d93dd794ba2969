"""The command line: `main` runs one command and gives its exit status; one file a command."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

import click

from factlint import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

USAGE_ERROR = 2
_SELDOM = 200_000
# Each is in the module of its name.
_NAMES = (
    *("accept", "baseline", "check", "completion", "config", "conflicts", "explain"),
    *("facts", "init", "lsp", "reject", "rules", "sheet"),
)


class _Commands(Mapping[str, click.Command]):
    """The commands by name, each imported when it is asked for: a run needs but one."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in _NAMES:
            raise KeyError(name)
        command: click.Command = getattr(import_module(f"factlint.cli.{name}"), name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


@click.group(
    commands=_Commands(), invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="factlint", message="%(prog)s %(version)s")
@click.pass_context
def factlint(context: click.Context) -> int | None:
    """Checks a draft against its source documents: names, offices, ranks, dates, quotations."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(USAGE_ERROR)
    return None


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of a command line, that of the process by default: 0 clean, 1 findings, 2 unusable input."""
    # A check makes many small values that live until it ends: looking for garbage takes an eighth of a short run.
    gc.set_threshold(_SELDOM)
    # Nor need all of them be searched when the process ends.
    atexit.register(gc.freeze)
    _write_utf8()
    try:
        return factlint.main(arguments, prog_name="factlint", standalone_mode=False) or 0
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "factlint"
        return _refused(f"{error.format_message().rstrip('.')}; see {command} --help")
    except click.ClickException as error:
        return _refused(error.format_message())
    except click.Abort:
        return USAGE_ERROR
    except OSError as error:
        return _refused(": ".join(str(part) for part in (error.filename, error.strerror) if part) or str(error))


def _refused(message: str) -> int:
    click.echo(f"factlint: {message}", err=True)
    return USAGE_ERROR


def _write_utf8() -> None:
    """Makes output UTF-8 whatever the locale; what is no text (a file name of stray bytes) is written as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
