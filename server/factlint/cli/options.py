"""Options that several commands have, each written once."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli.completion import rule_names


def _names_in(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The single names in values that may hold several, parted by commas."""
    return tuple(name for value in values for name in value.replace(",", " ").split())


sources = click.option(
    "--sources",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A folder of sources, or one source; repeatable. Default: the configuration's, else seeds/.",
)
story = click.option(
    "--for", "draft", type=click.Path(path_type=Path), metavar="DRAFT", help="Only the sources of this draft's story."
)
select = click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    callback=_names_in,
    shell_complete=rule_names,
    help="Only these rules; ALL turns every rule on.",
)
ignore = click.option(
    "--ignore", multiple=True, metavar="RULES", callback=_names_in, shell_complete=rule_names, help="Not these rules."
)
no_config = click.option("--no-config", is_flag=True, help="Ignore configuration files.")
stdin_filename = click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    default=Path("stdin.md"),
    metavar="PATH",
    help="The name of the draft that is read from standard input.",
)
text_or_json = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Default: text."
)
