"""Reads the packaged TOML files ahead when the package is built or installed from a checkout."""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadAhead(BuildHookInterface):
    """Writes the file that `factlint.read_ahead` reads."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  as the interface has it
        """Runs before the files of the package are collected."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "server"))
        from factlint.read_ahead import FILE, dumps  # noqa: PLC0415  found only now

        texts = [path.read_text(encoding="utf-8") for path in sorted((root / "rules").rglob("*.toml"))]
        new = FILE.with_suffix(f".{os.getpid()}.new")
        new.write_text(dumps(texts), encoding="utf-8")
        new.replace(FILE)
