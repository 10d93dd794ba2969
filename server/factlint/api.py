"""The Python interface: sources read once, and any number of texts checked against them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.project import Project

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from datetime import date

    from factlint.draft_report import Report
    from factlint.model import Finding, Verdict

# A text without a path is read as Markdown, of which plain text is a case.
_UNNAMED = "draft.md"


class Checker:
    """Checks texts against source documents that are read once.

    What it raises (`FileError`, `SourceError`, `ConfigError`, `RuleError`, `LexiconError`) are all `ValueError`, and
    their messages name the file and the remedy.
    """

    def __init__(self, project: Project) -> None:
        self._project = project

    @classmethod
    def from_folder(
        cls,
        *sources: str | os.PathLike[str],
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        config: str | os.PathLike[str] | None = None,
    ) -> Checker:
        """A checker against folders of sources, and single ones; `select` and `ignore` name rules.

        `config` is a folder whose factlint.toml holds, or that of a folder above it; without it no file is looked for,
        and the sources are those named, or the folder's "seeds". Raises SourceError where there are none, FileError
        for one that cannot be read.
        """
        project = Project.open(
            Path(config) if config is not None else Path(),
            sources=[Path(source) for source in sources],
            config=config is not None,
            select=select,
            ignore=ignore,
        )
        project.library()
        return cls(project)

    def check(self, text: str, path: str | os.PathLike[str] | None = None, date: date | None = None) -> list[Finding]:
        """Where a text says something else than the sources, in its order.

        `path` tells by its suffix how to read the text (Markdown without one), and names it in the findings; no such
        file need exist. `date` is the day of the text, from which "last week" is reckoned; it wins over the text's own.
        """
        return list(self._report(text, path, date).findings)

    def verdicts(
        self, text: str, path: str | os.PathLike[str] | None = None, date: date | None = None
    ) -> list[Verdict]:
        """Every checkable claim of a text with what the sources say of it: supported, contradicted, unsupported."""
        return list(self._report(text, path, date).verdicts)

    def _report(self, text: str, path: str | os.PathLike[str] | None, day: date | None) -> Report:
        document = self._project.document(Path(path or _UNNAMED), text)
        if day is not None:
            document = replace(document, metadata={**document.metadata, "date": day.isoformat()})
        return self._project.check(document)
