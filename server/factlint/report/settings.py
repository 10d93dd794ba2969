"""The configuration in force, with the file that each value comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factlint.baseline import FILE_NAME
from factlint.config import NEVER
from factlint.files import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from factlint.config import Config, StoryConfig

_DEFAULT = "default"


def as_text(config: Config, rules: Sequence[str], of_draft: tuple[Path, Sequence[Path]] | None) -> str:
    """The values as TOML, each with the file that sets it or "default" in a comment, and the rules that are on.

    `of_draft` is a draft with its sources, where stories have their own.
    """
    file = shown(config.file) if config.file else None
    lines = [
        f"# {file}" if file else "# No factlint.toml, and no [tool.factlint] in a pyproject.toml, from here upwards."
    ]
    lines.append(f"# paths are below {shown(config.root)}/")
    values = _values(config)
    for key, value in values.items():
        if not isinstance(value, dict):
            lines.append(f"{key} = {_toml(value)}  # {_origin(key, config, file)}")
    for story in config.stories:
        lines += ["", "[[drafts]]", *(f"{key} = {_toml(value)}" for key, value in _story(story).items())]
    for key, value in values.items():
        if isinstance(value, dict) and value:
            lines += ["", f"[{key}]", *(f"{_toml(name)} = {_toml(each)}" for name, each in value.items())]
    if of_draft:
        draft, sources = of_draft
        lines += ["", f"# the sources of {shown(draft)}: {', '.join(map(shown, sources))}"]
    lines += ["", f"# {len(rules)} rules are on: {', '.join(rules)}"]
    return "\n".join(lines) + "\n"


def as_json(config: Config, rules: Sequence[str], of_draft: tuple[Path, Sequence[Path]] | None) -> str:
    """The same for programs: `file` and `root`, `values`, which of them the file sets, and the ids of the `rules`.

    With a draft, also its `sources`.
    """
    report: dict[str, Any] = {
        "version": 1,
        "file": shown(config.file) if config.file else None,
        "root": shown(config.root),
        "values": _values(config) | {"stories": [_story(story) for story in config.stories]},
        "given": sorted(config.given),
        "rules": list(rules),
    }
    if of_draft:
        report["sources"] = [shown(source) for source in of_draft[1]]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _values(config: Config) -> dict[str, Any]:
    return {
        "sources": list(config.sources),
        "drafts": list(config.drafts),
        "exclude": list(config.exclude),
        "rules": list(config.rules),
        "select": list(config.select) or ["DEFAULT"],
        "ignore": list(config.ignore),
        "fail-on": str(config.fail_on) if config.fail_on else NEVER,
        "accept": list(config.accept),
        "baseline": config.baseline or FILE_NAME,
        "language": config.language or "",
        "prefer": dict(config.prefer),
        "severities": {rule: str(severity) for rule, severity in config.severities.items()},
    }


def _story(story: StoryConfig) -> Mapping[str, Any]:
    return {"paths": list(story.paths), "sources": list(story.sources)}


def _origin(key: str, config: Config, file: str | None) -> str:
    return file if file and key in config.given else _DEFAULT


def _toml(value: object) -> str:
    """A text or list of texts as TOML writes it; JSON's strings are TOML's basic strings."""
    if isinstance(value, list):
        return f"[{', '.join(_toml(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)
