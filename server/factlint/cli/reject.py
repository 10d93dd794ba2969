"""`factlint reject`: a passage of a source that is wrong."""

from __future__ import annotations

import click


@click.command(short_help="Leave a wrong passage of a source out of account.")
@click.argument("place", required=False)
@click.option("--says", default="", metavar="WORDS", help="The words that are wrong, as the source has them.")
@click.option("--finding", metavar="PLACE", help="What one finding rests on: draft.md:14:8, or its fingerprint.")
@click.option("--because", default="", metavar="TEXT", help="Why; must be given.")
@click.option("--by", default="", metavar="NAME", help="Who says so. Default: Git's user.name.")
def reject(*, place: str | None, says: str, finding: str | None, because: str, by: str) -> None:
    """Leave a wrong passage of a source out of account.

    PLACE is a source, or a line of one: seeds/visit.txt:14. Its words, or the whole sentence without --says, neither
    support nor contradict a draft from then on. They are kept with their sentence in factlint.accepted.toml, and are
    found again when lines move; if the sentence itself goes, every check says so.

    \b
    Examples:
      factlint reject seeds/visit.txt:14 --says "7 May" --because "the agency corrected it to 8 May"
      factlint reject seeds/visit.txt --says "arrived on 7 May" --because "misdated" --by "Ines Moreau"
      factlint reject --finding draft.md:14 --because "the wire mixed up the two brothers"
    """
    if (place is None) == (finding is None):
        raise click.UsageError("give one of: PLACE in a source, --finding PLACE in a draft")

    from factlint.cli import settling  # noqa: PLC0415  keeps `factlint --help` free of the engine

    if place is not None:
        settling.reject(settling.place_in(place), says, because, by)
    elif finding is not None:
        settling.reject_evidence(finding, because, by)
