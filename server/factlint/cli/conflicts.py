"""`factlint conflicts`: where the sources disagree with each other."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

_WIDEST, _NOT_A_TERMINAL = 120, 100


@click.command()
@click.option(
    "--sources",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A folder of sources, or one source; repeatable. Default: the configuration's, else seeds/.",
)
@click.option(
    "--for", "draft", type=click.Path(path_type=Path), metavar="DRAFT", help="Only the sources of this draft's story."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
def conflicts(*, sources: tuple[Path, ...], draft: Path | None, form: str) -> int:
    """Show where the sources disagree: each is checked against all others.

    Exit status: 0 where they agree, 1 where they disagree somewhere, 2 where a file cannot be used.

    \b
    Examples:
      factlint conflicts
      factlint conflicts --sources interviews --sources reports
    """
    from factlint.cli.refusal import refusing  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.conflicts import conflicts as between  # noqa: PLC0415  likewise
    from factlint.project import Project  # noqa: PLC0415  likewise
    from factlint.report import Outcome, json, text  # noqa: PLC0415  likewise

    with refusing():
        project = Project.open(draft or Path(), sources=sources)
        story = project.library(draft)
    for note in story.notes:
        click.echo(f"factlint: {note}", err=True)
    accounts = story.index.accounts
    told = between(accounts, project.rules, project.settings)
    is_long = sys.stderr.isatty() and len(accounts) > 20
    with click.progressbar(told, len(accounts), "Comparing", file=sys.stderr, hidden=not is_long) as each:
        findings = tuple(finding for found in each for finding in found)
    outcome = Outcome(findings, len(accounts), len(accounts))
    if form == "json":
        click.echo(json.render(outcome), nl=False)
        return int(bool(findings))
    width = min(_WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else _NOT_A_TERMINAL
    shown = [text.one(finding, width) for finding in findings]
    click.echo("\n\n".join([*shown, _summary(len(findings), len(accounts))]))
    return int(bool(findings))


def _summary(found: int, sources: int) -> str:
    places = "1 place" if found == 1 else f"{found} places"
    return f"{places} where {sources} sources disagree." if found else f"The {sources} sources agree."
