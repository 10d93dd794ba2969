"""Fix all: the safe fixes of a whole draft, as `factlint check --fix` puts them in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factlint.files import FileError
from factlint.lsp import edits
from factlint.mending import mend
from factlint.stories import SourceError

if TYPE_CHECKING:
    from factlint.changes import Change
    from factlint.lsp.checking import Checked


class FixAll:
    """Works out what the safe fixes of a draft change, once for each result of a check."""

    def __init__(self) -> None:
        self._latest: tuple[Checked, tuple[Change, ...]] | None = None

    def changes(self, checked: Checked) -> tuple[Change, ...]:
        """The changes that put all safe fixes in. Raises a refusal where the sources cannot be read."""
        if self._latest is None or self._latest[0] is not checked:
            self._latest = (checked, _changes(checked))
        return self._latest[1]


def _changes(checked: Checked) -> tuple[Change, ...]:
    if checked.project is None or checked.document is None:
        return ()
    try:
        path = Path(checked.document.path)
        return mend(checked.project, path, checked.document.text, checked.report).changes
    except (SourceError, FileError) as error:
        raise edits.refusal(str(error)) from error
