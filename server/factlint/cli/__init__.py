"""The command line: `main` runs one command and gives its exit status; one file a command."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from typing import TYPE_CHECKING

import click

from factlint import __version__
from factlint.cli.accept import accept
from factlint.cli.baseline import baseline
from factlint.cli.check import check
from factlint.cli.completion import completion
from factlint.cli.config import config
from factlint.cli.conflicts import conflicts
from factlint.cli.explain import explain
from factlint.cli.facts import facts
from factlint.cli.init import init
from factlint.cli.lsp import lsp
from factlint.cli.reject import reject
from factlint.cli.rules import rules
from factlint.cli.sheet import sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE_ERROR = 2
_SELDOM = 200_000


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factlint", message="%(prog)s %(version)s")
@click.pass_context
def factlint(context: click.Context) -> int | None:
    """Checks a draft against its source documents: names, offices, ranks, dates, quotations."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(USAGE_ERROR)
    return None


_CHECKING = (check, sheet, accept, reject, baseline)
for _command in (*_CHECKING, conflicts, facts, rules, explain, config, init, completion, lsp):
    factlint.add_command(_command)


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
