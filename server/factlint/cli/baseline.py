"""`factlint baseline`: what is found now is known from then on."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options


@click.command(short_help="Hide what is found now, to show only what is new.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@options.sources
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: the configuration's, else factlint-baseline.json beside it.",
)
def baseline(*, paths: tuple[Path, ...], sources: tuple[Path, ...], baseline: Path | None) -> None:
    """Take what is found now for known, so that checks show only what is new.

    PATHS are drafts and folders of drafts; without any, the drafts below this folder. Their findings take the place of
    those that the file had for them; what it has for other drafts stays, unless these are gone.

    \b
    Examples:
      factlint baseline                    hide what is found today
      factlint baseline archive/           the same for one folder
      factlint check --no-baseline         show everything again
    """
    from factlint.cli.baselining import write  # noqa: PLC0415  keeps `factlint --help` free of the engine

    write(paths or (Path(),), sources, baseline)
