"""`factlint explain`: one rule, from the rule's own file."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli.completion import rule_names


@click.command(short_help="Explain a rule, with examples.")
@click.argument("rule", shell_complete=rule_names)
def explain(*, rule: str) -> None:
    """Explain a rule: when it fires, why, what it says, and examples of both sides.

    \b
    Examples:
      factlint explain wrong-rank
      factlint explain unsupported-date
    """
    from factlint.cli.refusal import refusing  # noqa: PLC0415  keeps `factlint --help` free of the engine
    from factlint.project import Project  # noqa: PLC0415  likewise
    from factlint.report import rule_page  # noqa: PLC0415  likewise

    with refusing():
        project = Project.open(Path())
        wanted = project.rule_named(rule)
    is_on = wanted in project.rules
    click.echo(rule_page.as_text(wanted, is_on, project.settings.severities.get(rule, wanted.severity)), nl=False)
