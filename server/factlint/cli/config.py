"""`factlint config`: what is in force, and from which file."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options


@click.command(short_help="Show the configuration that is in force.")
@click.argument("path", type=click.Path(path_type=Path), default=Path())
@options.text_or_json
@click.option("--keys", is_flag=True, help="Explain every key that there is instead, as Markdown.")
def config(*, path: Path, form: str, keys: bool) -> None:
    """Show the configuration that holds for a draft or folder, and where each value comes from.

    PATH is a draft or a folder; without one, this folder.

    \b
    Examples:
      factlint config
      factlint config stories/visit.md
    """
    from factlint.cli.refusal import refusing  # noqa: PLC0415  likewise
    from factlint.config_keys import KEYS  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.project import Project  # noqa: PLC0415  likewise
    from factlint.report import reference, settings  # noqa: PLC0415  likewise

    if keys:
        click.echo(reference.keys_page(KEYS), nl=False)
        return
    with refusing():
        project = Project.open(path)
    render = settings.as_json if form == "json" else settings.as_text
    has_own = project.config.stories and not path.is_dir()
    of_draft = (path, project.sources_of(path)) if has_own else None
    click.echo(render(project.config, [rule.id for rule in project.rules], of_draft), nl=False)
