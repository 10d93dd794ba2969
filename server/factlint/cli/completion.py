"""`factlint completion`: what a shell runs to complete commands, options and rules; and the completing of rules."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem, get_completion_class

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_FACTLINT_COMPLETE"


@click.command(short_help="Print the completion for a shell.")
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(*, shell: str) -> None:
    """Print what makes a shell complete factlint's commands, options and rules.

    \b
    Examples:
      factlint completion bash > ~/.local/share/bash-completion/completions/factlint
      factlint completion zsh > ~/.zfunc/_factlint          with fpath+=(~/.zfunc) before compinit
      factlint completion fish > ~/.config/fish/completions/factlint.fish
    """
    from factlint.cli import factlint  # noqa: PLC0415  the group lists this command

    found = get_completion_class(shell)
    if found is None:
        raise click.ClickException(f"{shell}: no completion for this shell")
    script = found(factlint, {}, "factlint", _VARIABLE).source()
    click.echo(script, nl=not script.endswith("\n"))


def rule_names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The rules whose ids begin with what is typed; behind a comma, with what is typed behind it."""
    from factlint.files import rule_files  # noqa: PLC0415  only where a shell asks

    done, comma, begun = incomplete.rpartition(",")
    return [CompletionItem(f"{done}{comma}{name}") for name in rule_files(()) if name.startswith(begun)]
