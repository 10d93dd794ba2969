"""Configuration: `factlint.toml`, or `[tool.factlint]` in pyproject.toml, found upwards from the draft."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec import Struct, field
from msgspec.structs import replace

from factlint import toml
from factlint.files import FileError, PatternError, Patterns, absolute, read_bytes, shown
from factlint.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

DEFAULT_SOURCES = "seeds"
DEFAULT_RULES = "rules"
NEVER = "never"
FILE_NAMES = ("factlint.toml", "pyproject.toml")

_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
# What a pyproject.toml has that may hold our table: without it, it need not be parsed.
_MAY_HOLD = re.compile(r"""^[ \t]*\[{0,2}[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?factlint|[\]=])""", re.MULTILINE)
_TOOL_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*factlint\b", re.MULTILINE)


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names file, line where it is known, reason and remedy."""


class StoryConfig(Struct, frozen=True):
    """Drafts that share their sources: patterns of draft paths, and source folders or files, all below the root."""

    paths: tuple[str, ...]
    sources: tuple[str, ...]


def _no_spellings() -> Mapping[str, str]:
    return MappingProxyType({})


def _no_severities() -> Mapping[str, Severity]:
    return MappingProxyType({})


class Config(Struct, frozen=True):
    """What a project has set; paths and patterns are relative to `root`, `file` is None where no file was found.

    `drafts` and the `paths` of `stories` are patterns as in .gitignore; `select` is empty where every rule that is
    on by default is wanted; `fail_on` is None where no finding makes a check fail; `language` is None where the
    text decides; `rules` are folders, of which one named "rules" need not exist; `given` are the keys that `file` sets.
    """

    root: Path
    file: Path | None = None
    sources: tuple[str, ...] = (DEFAULT_SOURCES,)
    drafts: tuple[str, ...] = ()
    stories: tuple[StoryConfig, ...] = ()
    rules: tuple[str, ...] = ()
    prefer: Mapping[str, str] = field(default_factory=_no_spellings)
    accept: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=_no_severities)
    fail_on: Severity | None = Severity.WARNING
    exclude: tuple[str, ...] = ()
    language: str | None = None
    baseline: str | None = None
    given: frozenset[str] = frozenset()


def find(start: Path) -> Config:
    """The configuration that holds for a draft or folder: the nearest one upwards, up to the root of its repository.

    Without any, the defaults; see `without_file`. Raises ConfigError where the nearest one is broken.
    """
    for file in candidates(start):
        config = _load(file) if file.is_file() else None
        if config:
            return config
    return without_file(start)


def without_file(start: Path) -> Config:
    """The defaults; their root is the nearest folder upwards that has a folder of sources, else the folder itself."""
    folders = list(_folders_upwards(start))
    return Config(next((folder for folder in folders if (folder / DEFAULT_SOURCES).is_dir()), folders[0]))


def candidates(start: Path) -> Iterator[Path]:
    """Where a configuration for `start` may stand, nearest first, whether or not there is one."""
    for folder in _folders_upwards(start):
        for name in FILE_NAMES:
            yield folder / name


def _folders_upwards(start: Path) -> Iterator[Path]:
    start = absolute(start)
    folder = start if start.is_dir() else start.parent
    for each in (folder, *folder.parents):
        yield each
        if (each / ".git").exists():
            return


def _load(file: Path) -> Config | None:
    """The configuration in `file`, or None where a pyproject.toml has none."""
    try:
        text = read_bytes(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: not UTF-8 text; save it as UTF-8") from error
    except FileError as error:
        raise ConfigError(str(error)) from error
    return parse(file, text)


def parse(file: Path, text: str) -> Config | None:
    """The configuration that `text`, the contents of `file`, states; None where a pyproject.toml has no table for it.

    Raises ConfigError where it is not valid TOML, has unknown keys or values of another kind than wanted.
    """
    in_table = file.name == "pyproject.toml"
    if in_table and not _MAY_HOLD.search(text):
        return None
    header = _TOOL_TABLE.search(text) if in_table else None
    try:
        table = toml.loads(text)
    except ValueError as error:
        if in_table and not header:
            return None
        raise _broken(file, str(error)) from error
    if in_table:
        table = table.get("tool", {}).get("factlint")
        if table is None:
            return None
    reader = _Reader(file, text, header.start() if header else 0)
    if not isinstance(table, dict):
        reader.fail("factlint", "“tool.factlint” should be a table, as in [tool.factlint]")
    reader.allow(table, _KEYS, "")
    config = Config(file.parent, file, rules=(DEFAULT_RULES,), given=frozenset(table))
    for key, value in table.items():
        config = _KEYS[key](reader, config, value)
    return _with_default_sources(config)


def _broken(file: Path, message: str) -> ConfigError:
    at = _AT_LINE.search(message)
    line = f":{at[1]}" if at and at[1] else ""
    reason = _AT_LINE.sub(" at the end of the file" if at and not at[1] else "", message)
    return ConfigError(f"{shown(file)}{line}: not valid TOML: {reason[:1].lower()}{reason[1:]}")


def _with_default_sources(config: Config) -> Config:
    """Stories that name no sources share those of the whole project."""
    stories = tuple(story if story.sources else replace(story, sources=config.sources) for story in config.stories)
    return replace(config, stories=stories, drafts=config.drafts or tuple(p for story in stories for p in story.paths))


class _Reader(Struct, frozen=True):
    """Reads values of one configuration file and says where one is wrong; `start` is where its table begins."""

    file: Path
    text: str
    start: int

    def fail(self, key: str, reason: str) -> NoReturn:
        """Raises ConfigError with the file, the line of `key` where it stands at the start of one, and the reason."""
        pattern = rf"""^[ \t]*(?:\[\[?[^\]\n]*?)?["']?{re.escape(key)}["']?[ \t]*[=.\]]"""
        match = re.compile(pattern, re.MULTILINE).search(self.text, self.start)
        line = f":{self.text.count(chr(10), 0, match.start()) + 1}" if match else ""
        raise ConfigError(f"{shown(self.file)}{line}: {reason}")

    def allow(self, table: Mapping[str, Any], keys: Mapping[str, Any], within: str) -> None:
        """Raises ConfigError for the first key of `table` that is none of `keys`."""
        for key in table:
            if key not in keys:
                import difflib  # noqa: PLC0415  only for a message

                near = difflib.get_close_matches(key.replace("_", "-"), keys, n=1)
                hint = f"did you mean “{near[0]}”?" if near else f"it can be {', '.join(sorted(keys))}"
                self.fail(key, f"unknown key “{key}”{within}; {hint}")

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        """A list of texts; one text alone stands for a list of one."""
        entries = [value] if isinstance(value, str) else value
        if not isinstance(entries, list) or not all(isinstance(entry, str) and entry for entry in entries):
            self.fail(key, f'“{key}” should be a list of texts, as in {key} = ["one", "two"]')
        return tuple(entries)

    def patterns(self, key: str, value: object) -> tuple[str, ...]:
        """A list of patterns of paths as in .gitignore."""
        texts = self.texts(key, value)
        try:
            Patterns(self.file.parent, texts).match(self.file)
        except PatternError as error:
            self.fail(key, f"“{key}”: {error}")
        return texts

    def text_of(self, key: str, value: object) -> str:
        """One text that is not empty."""
        if not isinstance(value, str) or not value:
            self.fail(key, f'“{key}” should be a text, as in {key} = "en"')
        return value

    def table(self, key: str, value: object) -> Mapping[str, str]:
        """A table from texts to texts."""
        if not isinstance(value, dict) or not all(isinstance(entry, str) and entry for entry in value.values()):
            self.fail(key, f'“{key}” should be a table of texts, as in [{key}] and below it "written" = "wanted"')
        return MappingProxyType(value)

    def severity(self, key: str, value: object, *others: str) -> str:
        """The name of a severity, or one of `others`."""
        choices = (*Severity, *others)
        if value not in choices:
            self.fail(key, f"“{key}” is “{value}”; it can be {', '.join(choices)}")
        return str(value)


def _sources(reader: _Reader, config: Config, value: object) -> Config:
    return replace(config, sources=reader.texts("sources", value))


def _drafts(reader: _Reader, config: Config, value: object) -> Config:
    if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        return replace(config, stories=tuple(_story(reader, entry) for entry in value))
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        reader.fail("drafts", "“drafts” should be either a list of patterns or [[drafts]] tables, not both")
    return replace(config, drafts=reader.patterns("drafts", value))


def _story(reader: _Reader, table: Mapping[str, Any]) -> StoryConfig:
    reader.allow(table, {"paths": None, "sources": None}, " in [[drafts]]")
    if "paths" not in table:
        reader.fail("drafts", 'a [[drafts]] table lacks “paths”, as in paths = ["stories/*.md"]')
    return StoryConfig(reader.patterns("paths", table["paths"]), reader.texts("sources", table.get("sources", [])))


def _severities(reader: _Reader, config: Config, value: object) -> Config:
    table = reader.table("severities", value)
    return replace(config, severities={rule: Severity(reader.severity(rule, name)) for rule, name in table.items()})


def _fail_on(reader: _Reader, config: Config, value: object) -> Config:
    name = reader.severity("fail-on", value, NEVER)
    return replace(config, fail_on=None if name == NEVER else Severity(name))


_KEYS: Mapping[str, Callable[[_Reader, Config, object], Config]] = {
    "accept": lambda reader, config, value: replace(config, accept=reader.texts("accept", value)),
    "baseline": lambda reader, config, value: replace(config, baseline=reader.text_of("baseline", value)),
    "drafts": _drafts,
    "exclude": lambda reader, config, value: replace(config, exclude=reader.patterns("exclude", value)),
    "fail-on": _fail_on,
    "ignore": lambda reader, config, value: replace(config, ignore=reader.texts("ignore", value)),
    "language": lambda reader, config, value: replace(config, language=reader.text_of("language", value)),
    "prefer": lambda reader, config, value: replace(config, prefer=reader.table("prefer", value)),
    "rules": lambda reader, config, value: replace(config, rules=reader.texts("rules", value)),
    "select": lambda reader, config, value: replace(config, select=reader.texts("select", value)),
    "severities": _severities,
    "sources": _sources,
}
