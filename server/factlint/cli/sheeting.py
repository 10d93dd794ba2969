"""What `factlint sheet` does: checks one draft, makes its sheet, and writes or opens it."""

from __future__ import annotations

import os
import tempfile
import webbrowser
from pathlib import Path

import click
from msgspec import Struct

from factlint.cli.drafts import STDIN, from_stdin
from factlint.cli.output import Output, show
from factlint.cli.refusal import refusing
from factlint.files import FileError, absolute, identity, shown
from factlint.project import Choice, Projects
from factlint.report.sheet import Sheet, json, markdown, page
from factlint.writing import write_whole

_RENDER = {"html": page.render, "markdown": markdown.render, "json": json.render}


class Order(Struct, frozen=True):
    """What sheet to make: the draft as given, its name where it is standard input, the choice of sources and rules,
    the format, the file to write (None for standard output), whether to open it and to show the sources' passages.
    """

    draft: Path
    stdin_filename: Path
    choice: Choice
    form: str
    output: Path | None
    is_opened: bool
    excerpts: bool = True


def write(order: Order) -> int:
    """Writes the sheet; the exit status is 0. Raises `click.ClickException` for input that cannot be used."""
    output = Output(order.form, "always", order.output)
    output.refuse()
    with refusing():
        sheet = _sheet(order)
        rendered = _RENDER[order.form](sheet)
        target = output.target or (_temporary() if order.is_opened else None)
        if target is not None:
            _refuse_to_overwrite(target, sheet)
            write_whole(target, rendered.encode("utf-8", "replace"))
    if target is None:
        show(rendered, output)
    elif order.is_opened and not webbrowser.open(absolute(target).as_uri()):
        raise click.ClickException(f"no browser could be opened; the page is {shown(target)}")
    return 0


def _sheet(order: Order) -> Sheet:
    name = order.stdin_filename if order.draft == STDIN else order.draft
    project = Projects(order.choice).of(name)
    document = from_stdin(name, project) if order.draft == STDIN else project.read(name)
    checked = project.check(document)
    if checked.account is None:
        raise FileError("; ".join(checked.notes))
    story = project.story_of(name)
    for note in story.notes:
        click.echo(f"factlint: {note}", err=True)
    return Sheet(document, checked.verdicts, story.sources, order.excerpts)


def _refuse_to_overwrite(output: Path, sheet: Sheet) -> None:
    """A slip of the pen must not cost a draft or a source."""
    if identity(output) in {identity(Path(document.path)) for document in (sheet.draft, *sheet.sources)}:
        raise FileError(f"{shown(output)}: the draft or a source of this sheet; name another file with --output")


def _temporary() -> Path:
    handle, name = tempfile.mkstemp(prefix="factlint-", suffix=".html")
    os.close(handle)
    return Path(name)
