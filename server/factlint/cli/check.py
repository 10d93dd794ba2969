"""`factlint check`: the options of the command; what it does stands in checking.py."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options
from factlint.report import FORMATS

_SEVERITIES = ["error", "warning", "information", "hint", "never"]
_WITH_STATISTICS = ("text", "json")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@options.sources
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Write the report to FILE; only the line that sums it up is printed.",
)
@click.option(
    "--no-excerpts",
    is_flag=True,
    help="Say where passages stand, not how they read: for logs that the sources must not get into.",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule and the claims by how they stand.")
@click.option("-q", "--quiet", is_flag=True, help="Findings only, without the line that sums them up.")
@options.select
@options.ignore
@options.no_config
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Hide the findings that FILE knows. Default: the configuration's, else factlint-baseline.json beside it.",
)
@click.option("--no-baseline", is_flag=True, help="Show what the baseline would hide.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), help="Exit with 1 from this severity upwards. Default: warning."
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Default: auto.")
@options.stdin_filename
@click.option("--fix", is_flag=True, help="Put safe fixes into the drafts.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--watch", is_flag=True, help="Check again after every change, until Ctrl-C.")
@click.option(
    "--force-exclude", is_flag=True, help="Leave out what is excluded, ignored or a source even where PATHS name it."
)
@click.option(
    "--missing-sources",
    type=click.Choice(["error", "warn"]),
    default="error",
    help="What drafts are without their sources: an error, or passed over with a line. Default: error.",
)
def check(  # noqa: PLR0913  one parameter an option
    *,
    paths: tuple[Path, ...],
    sources: tuple[Path, ...],
    form: str,
    output: Path | None,
    no_excerpts: bool,
    statistics: bool,
    quiet: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    no_config: bool,
    baseline: Path | None,
    no_baseline: bool,
    fail_on: str | None,
    color: str,
    stdin_filename: Path,
    fix: bool,
    diff: bool,
    watch: bool,
    force_exclude: bool,
    missing_sources: str,
) -> int:
    """Check drafts against their sources.

    PATHS are drafts and folders of drafts, or - for standard input; without any, the drafts below this folder. In
    folders, what .gitignore, .factlintignore or the configuration's “exclude” names is left out.

    Exit status: 0 where nothing was found, 1 where something was, 2 where a file, rule or option cannot be used.

    \b
    Examples:
      factlint check                       every draft below this folder
      factlint check stories/visit.md --sources interviews
      factlint check --fix --diff          what the safe fixes would change
      pandoc -t markdown visit.docx | factlint check - --stdin-filename visit.md
    """
    from factlint.cli.checking import Mode, Request, keep_running, run  # noqa: PLC0415  keeps --help free of the engine
    from factlint.cli.output import Output  # noqa: PLC0415  likewise
    from factlint.project import Choice  # noqa: PLC0415  likewise

    if watch and Path("-") in paths:
        raise click.UsageError("--watch: standard input cannot be watched")
    if statistics and form not in _WITH_STATISTICS:
        raise click.UsageError(f"--statistics goes with --format {' and '.join(_WITH_STATISTICS)}, not {form}")
    mode = Mode.DIFF if diff else Mode.FIX if fix else Mode.CHECK
    choice = Choice(sources, not no_config, select, ignore, baseline, not no_baseline)
    needs_sources = missing_sources == "error"
    request = Request(paths or (Path(),), stdin_filename, choice, fail_on, mode, force_exclude, needs_sources)
    return (keep_running if watch else run)(request, Output(form, color, output, not no_excerpts, statistics, quiet))
