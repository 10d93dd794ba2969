"""Does ahead what every run would have to do, when the package is built or installed from a checkout."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Ahead(BuildHookInterface):
    """Writes the packaged TOML files as `factlint.read_ahead` takes them, and the module `factlint.patterns_ahead`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  as the interface has it
        """Runs before the files of the package are collected."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "server"))
        from factlint import read_ahead  # noqa: PLC0415  found only now

        texts = [path.read_text(encoding="utf-8") for path in sorted((root / "rules").rglob("*.toml"))]
        _write(read_ahead.FILE, read_ahead.dumps(texts))
        _write(root / "server" / "factlint" / "patterns_ahead.py", _patterns())


def _patterns() -> str:
    """The module of what the patterns compile to that are needed to check the examples of all rules."""
    from factlint import patterns  # noqa: PLC0415
    from factlint.case import Case  # noqa: PLC0415
    from factlint.check import findings_in  # noqa: PLC0415
    from factlint.extract import extract  # noqa: PLC0415
    from factlint.files import load_lexica, load_rules  # noqa: PLC0415
    from factlint.index import build  # noqa: PLC0415
    from factlint.language import language_of  # noqa: PLC0415
    from factlint.model import Settings  # noqa: PLC0415
    from factlint.read import read  # noqa: PLC0415
    from factlint.verdicts import verdicts  # noqa: PLC0415

    rules, lexica = load_rules(), load_lexica()
    for example in (example for rule in rules for example in rule.examples):
        documents = [read("example.md", text.encode()) for text in (example.draft, *example.sources)]
        draft, *sources = (extract(document, lexica[language_of(document, lexica) or "en"]) for document in documents)
        case = Case(draft, build(sources), Settings())
        verdicts(case, findings_in(case, rules))
    return patterns.ahead()


def _write(file: Path, text: str) -> None:
    """Writes a file at once: whoever reads it meanwhile sees all or nothing of it."""
    new = file.with_suffix(f".{os.getpid()}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)
