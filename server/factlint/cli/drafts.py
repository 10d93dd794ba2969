"""The drafts that a command is given: files, folders of them, and standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.decisions import OWN_FILES
from factlint.files import SUFFIXES, FileError, shown
from factlint.read import ReadError
from factlint.read.decode import decode

if TYPE_CHECKING:
    from factlint.project import Project, Projects
    from factlint.text import Document

STDIN = Path("-")


def drafts_at(path: Path, projects: Projects) -> list[Path]:
    """The drafts that a path stands for; none for what is factlint's own. Raises FileError for a folder without any."""
    if path.name in OWN_FILES:
        return []
    if path == STDIN or not path.is_dir():
        return [path]
    project = projects.of(path)
    found = [draft for draft in project.drafts_in(path) if project.is_draft(draft)]
    if not found:
        raise FileError(f"{shown(path)}: {_why_none(project)}")
    return found


def _why_none(project: Project) -> str:
    if project.config.drafts and project.config.file:
        patterns = ", ".join(project.config.drafts)
        return f"no drafts there that “drafts” in {shown(project.config.file)} names ({patterns})"
    return f"no drafts there; a draft is a file that ends in {', '.join(sorted(SUFFIXES))}"


def from_stdin(name: Path, project: Project) -> Document:
    """The draft on standard input under the name that it is given. Raises FileError where it is not text."""
    try:
        return project.document(name, decode(sys.stdin.buffer.read()).text)
    except ReadError as error:
        raise FileError(f"{shown(name)}: {error}") from error
