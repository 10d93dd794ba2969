"""TOML texts as tables."""

from __future__ import annotations

from typing import Any


def loads(text: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises ValueError, which says at which line and column it is not valid."""
    import tomllib  # noqa: PLC0415  the packaged files are read ahead, and most projects have no others

    return tomllib.loads(text)
