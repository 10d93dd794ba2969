"""`factlint rules`: the rules there are, and which of them are on here."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="List the rules.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="Default: text."
)
def rules(*, form: str) -> None:
    """List the rules: how loud each is here, whether it is on, and what it says.

    \b
    Examples:
      factlint rules
      factlint rules --format json
      factlint explain wrong-rank
    """
    from factlint.cli.refusal import refusing  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.project import Project  # noqa: PLC0415  likewise
    from factlint.report import reference, rule_list  # noqa: PLC0415  likewise

    with refusing():
        project = Project.open(Path())
    if form == "markdown":
        click.echo(reference.rules_page(project.every_rule), nl=False)
        return
    render = rule_list.as_json if form == "json" else rule_list.as_text
    click.echo(render(project.every_rule, project.rules, project.settings.severities), nl=False)
