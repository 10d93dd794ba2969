"""`factlint conflicts`: where the sources disagree with each other."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factlint.cli import options

_FEWEST = 2  # sources that can disagree


@click.command(short_help="Show where the sources disagree.")
@options.sources
@options.story
@options.text_or_json
def conflicts(*, sources: tuple[Path, ...], draft: Path | None, form: str) -> int:
    """Show where the sources disagree: each is checked against all others.

    Exit status: 0 where they agree, 1 where they disagree somewhere, 2 where a file cannot be used.

    \b
    Examples:
      factlint conflicts
      factlint conflicts --sources interviews --sources reports
    """
    from factlint.cli.output import width  # noqa: PLC0415  likewise
    from factlint.cli.refusal import refusing  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.conflicts import conflicts as between  # noqa: PLC0415  likewise
    from factlint.files import require  # noqa: PLC0415  likewise
    from factlint.project import Project  # noqa: PLC0415  likewise
    from factlint.report import json, text  # noqa: PLC0415  likewise
    from factlint.report.outcome import Outcome, View  # noqa: PLC0415  likewise

    with refusing():
        if draft:
            require(draft)
        project = Project.open(draft or Path(), sources=sources)
        story = project.library(draft)
    for note in story.notes:
        click.echo(f"factlint: {note}", err=True)
    accounts = story.index.accounts
    told = between(accounts, project.rules, project.settings)
    is_long = sys.stderr.isatty() and len(accounts) > 20
    with click.progressbar(told, len(accounts), "Comparing", file=sys.stderr, hidden=not is_long) as each:
        findings = tuple(finding for found in each for finding in found)
    view = View(width(sys.stdout.isatty()), has_summary=False)
    if form == "json":
        paths = tuple(account.document.path for account in accounts)
        click.echo(json.render(Outcome(findings, paths, frozenset(paths)), view), nl=False)
        return int(bool(findings))
    shown = [text.one(finding, view) for finding in findings]
    click.echo("\n\n".join([*shown, _summary(len(findings), len(accounts))]))
    return int(bool(findings))


def _summary(found: int, sources: int) -> str:
    from factlint.report.summary import counted  # noqa: PLC0415  keeps `factlint --help` free of the engine

    if sources < _FEWEST:
        return (
            f"There is {sources or 'no'} source{' alone, and none to compare it with' if sources else ' to compare'}."
        )
    return f"{counted(found, 'place')} where {sources} sources disagree." if found else f"The {sources} sources agree."
