"""The packaged TOML files read ahead of time: parsing them would take a fourth of a short run.

The build writes what they hold to a JSON file in the package, each under the length and the checksum of its text. A
text that is not among them, as one that was edited since, is parsed as any other.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint import toml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FILE = Path(__file__).with_suffix(".json")


@cache
def reader(file: Path = FILE) -> Callable[[str], Mapping[str, Any]]:
    """What gives the tables of a TOML text, from `file` where they are there; it raises ValueError like `toml.loads`.

    The file is read once: it does not change while the package is in use. Nobody may change the tables.
    """
    ahead = _held_by(file)

    def loads(text: str) -> Mapping[str, Any]:
        found = ahead.get(_key(text))
        return toml.loads(text) if found is None else found

    return loads


def dumps(texts: Iterable[str]) -> str:
    """What a file has to hold for these texts to be read ahead."""
    return json.dumps({_key(text): toml.loads(text) for text in texts}, ensure_ascii=False, separators=(",", ":"))


def _held_by(file: Path) -> Mapping[str, Mapping[str, Any]]:
    try:
        found: Mapping[str, Mapping[str, Any]] = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found


def _key(text: str) -> str:
    data = text.encode("utf-8")
    return f"{len(data)}-{zlib.crc32(data):08x}"
