"""Where a report goes and how it looks there: standard output or a file, width, colours."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from factlint.files import FileError, identity, reason_of, shown
from factlint.report import format_named
from factlint.report.outcome import View
from factlint.report.summary import summary
from factlint.writing import write_whole

if TYPE_CHECKING:
    from factlint.report.outcome import Outcome

_WIDEST = 120
_NOT_A_TERMINAL = 100
_NARROWEST = 40
_STDOUT = Path("-")


class Output(Struct, frozen=True):
    """How to report: one of report.FORMATS, colours ("auto", "always" or "never"), and what to show.

    `file` is where the report goes in place of standard output, None for there.
    """

    form: str
    color: str
    file: Path | None = None
    excerpts: bool = True
    statistics: bool = False
    quiet: bool = False

    @property
    def target(self) -> Path | None:
        """The file that the report goes to, None for standard output."""
        return None if self.file in (None, _STDOUT) else self.file

    def refuse(self) -> None:
        """Raises ClickException where the report could not be written, before anything is checked for it."""
        if self.target is None:
            return
        if self.target.is_dir():
            raise click.ClickException(f"{shown(self.target)}: a folder; --output names a file")
        if not self.target.parent.is_dir():
            raise click.ClickException(
                f"{shown(self.target.parent)}: no such folder; make it, or name another with --output"
            )


def write(outcome: Outcome, output: Output, *, is_aside: bool = False) -> None:
    """Writes the report; in a file it replaces what was there at once and whole. Raises ClickException.

    The line that sums it up goes to standard output where the report itself goes to a file; with `is_aside` all goes to
    standard error, as standard output holds a diff or a fixed text.
    """
    target = output.target
    is_terminal = (sys.stderr if is_aside else sys.stdout).isatty() and target is None
    view = View(width(is_terminal), output.excerpts, not output.quiet, output.statistics)
    report = format_named(output.form)(outcome, view)
    if target is None:
        show(report, output, is_aside=is_aside)
        return
    _refuse_input(target, outcome)
    text = report if output.color == "always" else click.unstyle(report)
    try:
        write_whole(target, text.encode("utf-8", "backslashreplace"))
    except FileError as error:
        raise click.ClickException(str(error)) from error
    if not output.quiet:
        show(f"{summary(outcome)}\n", output, is_aside=is_aside)


def width(is_terminal: bool) -> int:
    """How many columns a line may take; COLUMNS decides also where the report goes to no terminal."""
    columns = shutil.get_terminal_size().columns if is_terminal else _columns_told() or _NOT_A_TERMINAL
    return max(_NARROWEST, min(_WIDEST, columns))


def _columns_told() -> int:
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isascii() and told.isdigit() else 0


def _is_coloured(color: str, is_terminal: bool) -> bool:
    """Whether to colour: as the option says, else as NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR do, in turn."""
    if color != "auto":
        return color == "always"
    told = os.environ.get
    if told("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if told(name):
            return told(name) not in ("0", "false")
    return is_terminal and told("CLICOLOR") != "0" and told("TERM") != "dumb"


def show(text: str, output: Output, *, is_aside: bool = False) -> None:
    """Writes a text to standard output, or to standard error where it is aside from what stands there."""
    stream = sys.stderr if is_aside else sys.stdout
    try:
        click.echo(text, nl=False, err=is_aside, color=_is_coloured(output.color, stream.isatty()))
        stream.flush()
    except OSError as error:
        # What is left in the buffer must not fail a second time when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise click.ClickException(f"standard output: {reason_of(error)}") from error


def _refuse_input(target: Path, outcome: Outcome) -> None:
    """Raises ClickException where the report would take the place of a draft or source that it is about."""
    said = {"draft": outcome.drafts, "source": outcome.sources}
    for kind, paths in said.items():
        if target.exists() and identity(target) in {identity(Path(path)) for path in paths}:
            raise click.ClickException(f"{shown(target)}: a {kind} of this check; name another file with --output")
