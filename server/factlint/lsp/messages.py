"""What the writer is told outside of the text: why a document cannot be checked, and what to know about the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.lsp.checking import Checked


class Messages:
    """Tells each line once, and again only when it has been otherwise in between."""

    def __init__(self, show: Callable[[str], None], log: Callable[[str], None]) -> None:
        self._show = show
        self._log = log
        self._standing: dict[str, frozenset[str]] = {}

    def tell(self, checked: Checked) -> None:
        """Shows or logs what is new in a result."""
        told = {line for lines in self._standing.values() for line in lines}
        problem = checked.problem
        lines = frozenset((*checked.notes, *([problem.line] if problem else ())))
        for line in sorted(lines - told):
            (self._show if problem and problem.is_loud and line == problem.line else self._log)(line)
        self._standing[checked.snapshot.uri] = lines

    def forget(self, uri: str) -> None:
        """Lets go of what was said about a document."""
        self._standing.pop(uri, None)
