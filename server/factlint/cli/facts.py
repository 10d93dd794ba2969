"""`factlint facts`: what the sources say about a person, place or body."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options


@click.command(short_help="Look up what the sources say about a name.")
@click.argument("query", nargs=-1)
@options.sources
@options.story
@click.option("--all", "is_whole", is_flag=True, help="Every statement and quotation, not the first few.")
@options.text_or_json
def facts(*, query: tuple[str, ...], sources: tuple[Path, ...], draft: Path | None, is_whole: bool, form: str) -> None:
    """Look up what the sources say about a name: spellings, offices with their dates, statements, quotations.

    QUERY is a name or a part of one, also spelled nearly so; without it every name is listed.

    \b
    Examples:
      factlint facts
      factlint facts Baqeri
      factlint facts --for stories/visit.md foreign minister
    """
    from factlint.cli.refusal import refusing  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.files import require  # noqa: PLC0415  likewise
    from factlint.profile import profiles  # noqa: PLC0415  likewise
    from factlint.project import Project  # noqa: PLC0415  likewise
    from factlint.report import profiles as report  # noqa: PLC0415  likewise

    wanted = " ".join(query)
    with refusing():
        if draft:
            require(draft)
        story = Project.open(draft or Path(), sources=sources).library(draft)
    for note in story.notes:
        click.echo(f"factlint: {note}", err=True)
    found = profiles(story.index, wanted)
    if wanted and not found:
        raise click.ClickException(f"the sources have no name like “{wanted}”")
    if form == "json":
        click.echo(report.as_json(found), nl=False)
    else:
        click.echo(report.as_cards(found, is_whole) if wanted else report.as_list(found), nl=False)
