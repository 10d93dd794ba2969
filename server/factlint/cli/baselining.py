"""What `factlint baseline` does: checks the drafts and writes down what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint import decisions, files
from factlint.baseline import Baseline, render
from factlint.cli.drafts import drafts_at
from factlint.cli.refusal import refusing
from factlint.files import FileError, shown
from factlint.project import Choice, Projects

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factlint.project import Project


def write(paths: Sequence[Path], sources: tuple[Path, ...], file: Path | None) -> None:
    """Writes a baseline for each project that the drafts at the paths belong to, `file` where it is given."""
    with refusing():
        projects = Projects(Choice(sources, uses_baseline=False))
        drafts = _drafts(paths, projects)
        by_file: dict[Path, list[tuple[Project, Path]]] = {}
        for draft in drafts:
            project = projects.of(draft)
            use = decisions.Use(baseline_file=file)
            by_file.setdefault(decisions.baseline_file(project.config, use), []).append((project, draft))
        for target, members in by_file.items():
            if len({project.config.root for project, _ in members}) > 1:
                raise FileError(f"{shown(target)}: the drafts belong to several projects; write one for each")
            _write(target, members)


def _drafts(paths: Sequence[Path], projects: Projects) -> list[Path]:
    found: dict[str, Path] = {}
    for path in paths:
        found |= {files.identity(draft): draft for draft in drafts_at(path, projects)}
    return list(found.values())


def _write(target: Path, members: Sequence[tuple[Project, Path]]) -> None:
    root = members[0][0].config.root
    before = files.read_bytes(target) if target.exists() else None
    known = decisions.read_baseline(target) if before is not None else Baseline()
    known = known.without({entry.path for entry in known.entries if not (root / entry.path).exists()})
    found = 0
    for project, draft in members:
        report = project.check(project.read(draft))
        for note in report.notes:
            click.echo(f"factlint: {note}", err=True)
        known = known.with_findings(decisions.relative(draft, root), report.findings)
        found += len(report.findings)
    text = render(known)
    if text.encode() != before:
        decisions.write(target, before, text)
    drafts = f"{len(members)} draft{'' if len(members) == 1 else 's'}"
    click.echo(f"{shown(target)}: {found} finding{'' if found == 1 else 's'} in {drafts}; checks show only new ones.")
