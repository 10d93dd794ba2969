"""factlint checks a draft against its source documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.api import Checker
    from factlint.model import Evidence, Finding, FixSafety, Severity, Standing, Verdict
    from factlint.text import Document, Position, Span

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "Document",
    "Evidence",
    "Finding",
    "FixSafety",
    "Position",
    "Severity",
    "Span",
    "Standing",
    "Verdict",
    "__version__",
]

_HOMES = {"Checker": "factlint.api", "Document": "factlint.text", "Position": "factlint.text", "Span": "factlint.text"}


def __getattr__(name: str) -> object:
    """The public names, each loaded when it is first asked for, so that `factlint --version` loads none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  likewise

    return getattr(import_module(_HOMES.get(name, "factlint.model")), name)
