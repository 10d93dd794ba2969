"""Reports: the table of the output formats, one file each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from factlint.report.outcome import Outcome, View

# Each is a file here with a function `render`.
FORMATS = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson")


class Format(Protocol):
    """An output format."""

    def __call__(self, outcome: Outcome, view: View) -> str:
        """The report, which ends in a line end unless it is empty."""


def format_named(name: str) -> Format:
    """The format of one of the names in FORMATS, loaded when it is asked for."""
    render: Format = import_module(f"{__name__}.{name}").render
    return render
