"""`factlint accept`: a spelling, a name or a finding that is right as it is."""

from __future__ import annotations

import click


@click.command()
@click.argument("written", required=False)
@click.option("--as", "meant", metavar="NAME", help="The name in the sources that WRITTEN stands for.")
@click.option("--name", metavar="NAME", help="A name that is right as it is written.")
@click.option(
    "--finding", metavar="PLACE", help="One finding: draft.md:14, draft.md:14:8, or its fingerprint in --format json."
)
@click.option("--because", default="", metavar="TEXT", help="Why.")
@click.option("--by", default="", metavar="NAME", help="Who says so. Default: Git's user.name.")
def accept(
    *, written: str | None, meant: str | None, name: str | None, finding: str | None, because: str, by: str
) -> None:
    """Accept a spelling, a name or a single finding.

    What is accepted is kept in factlint.accepted.toml beside the configuration, where every check and the editor
    read it. It holds for whole words in just these letters, and in capitals throughout: “Raisi” is “RAISI” but
    neither “raisi” nor “Raisis”. A spelling goes on standing for the person whom the sources know: the rest that the
    draft says of them is still checked.

    \b
    Examples:
      factlint accept "Rayeesi" --as "Raisi" --because "house style"
      factlint accept --name "Jon Dough"
      factlint accept --finding draft.md:14 --because "the second printing says so"
    """
    asked = [each for each in (meant, name, finding) if each is not None]
    if len(asked) != 1 or (written is None) != (meant is None):
        raise click.UsageError("give one of: WRITTEN --as NAME, --name NAME, --finding PLACE")

    if not all(each.strip() for each in (*asked, written if written is not None else asked[0])):
        raise click.UsageError("an empty name cannot be accepted")

    from factlint.cli import settling  # noqa: PLC0415  keeps `factlint --help` free of the engine

    if written is not None and meant is not None:
        settling.accept_spelling(written, meant, because, by)
    elif name is not None:
        settling.accept_name(name, because, by)
    elif finding is not None:
        settling.accept_finding(finding, because, by)
