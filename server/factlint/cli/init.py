"""`factlint init`: a commented factlint.toml to begin with."""

from __future__ import annotations

from pathlib import Path

import click

_NAME = "factlint.toml"
_LIKELY = ("seeds", "sources", "source", "research", "material", "notes", "quellen")


@click.command(short_help="Write a commented factlint.toml.")
@click.option(
    "--sources",
    multiple=True,
    metavar="PATH",
    help=f"A folder of sources, or one source; repeatable. Default: what is here of {', '.join(_LIKELY)}, else seeds.",
)
def init(*, sources: tuple[str, ...]) -> None:
    """Write a commented factlint.toml into this folder; an existing one is left alone.

    \b
    Examples:
      factlint init
      factlint init --sources interviews --sources reports
    """
    from factlint.config_keys import template  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.writing import write_new  # noqa: PLC0415  likewise

    chosen = sources or tuple(name for name in _LIKELY if Path(name).is_dir()) or ("seeds",)
    if not write_new(Path(_NAME), template(chosen)):
        raise click.ClickException(f"{_NAME}: is there already; nothing was changed")
    click.echo(f"Wrote {_NAME}. Sources: {', '.join(chosen)}.")
    missing = [name for name in chosen if not Path(name).exists()]
    if missing:
        click.echo(f"Put your source documents into {', '.join(missing)}; then: factlint check")
