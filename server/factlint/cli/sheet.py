"""`factlint sheet`: the fact-checker's sheet of one draft."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options


@click.command(short_help="Write a sheet of every claim with its evidence.")
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@options.sources
@click.option(
    "--format", "form", type=click.Choice(["html", "markdown", "json"]), default="html", help="Default: html."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Where to write. Default: standard output.",
)
@click.option(
    "--open", "is_opened", is_flag=True, help="Open the page in the browser; without --output, a temporary file."
)
@click.option(
    "--no-excerpts",
    is_flag=True,
    help="Say where passages stand, not how they read: for sheets that go where the sources must not.",
)
@options.select
@options.ignore
@options.no_config
@options.stdin_filename
def sheet(  # noqa: PLR0913  one parameter an option
    *,
    draft: Path,
    sources: tuple[Path, ...],
    form: str,
    output: Path | None,
    is_opened: bool,
    no_excerpts: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    no_config: bool,
    stdin_filename: Path,
) -> int:
    """Write the fact-checker's sheet: every checkable claim of a draft, its verdict and its evidence.

    DRAFT is one file, or - for standard input. A claim is supported where a source says the same of the same thing,
    contradicted where the sources say something else, unsupported where no source says it. The page needs no network
    and no other file, and prints well.

    Exit status: 0 where the sheet was written, whatever it says; 2 where a file, rule or option cannot be used.

    \b
    Examples:
      factlint sheet draft.md --open
      factlint sheet draft.md --output draft.sheet.html
      factlint sheet draft.md --format markdown
    """
    from factlint.cli.sheeting import Order, write  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.project import Choice  # noqa: PLC0415  likewise

    if is_opened and form != "html":
        raise click.UsageError("--open shows the page: it goes with --format html only")
    choice = Choice(sources, not no_config, select, ignore)
    return write(Order(draft, stdin_filename, choice, form, output, is_opened, not no_excerpts))
