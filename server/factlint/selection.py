"""Which rules a configuration turns on, and how loud they are; names that stand for none are told with near ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.config import ConfigError
from factlint.files import shown
from factlint.rulebook import DEFAULT, matches, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.config import Config
    from factlint.model import Severity
    from factlint.rule import Rule


def named(config: Config) -> str:
    """How a configuration is named to people: its file, where it has one."""
    return shown(config.file) if config.file else "configuration"


def severities(config: Config, rules: Sequence[Rule]) -> Mapping[str, Severity]:
    """The severities that a configuration gives, by the ids of rules. Raises ConfigError."""
    where = f"{named(config)}: “severities”"
    given = config.severities.items()
    return {identifier: severity for name, severity in given for identifier in _matches(name, rules, where)}


def chosen(
    rules: Sequence[Rule], config: Config, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules that are on, by id; `select` and `ignore` are what the command line asks for. Raises ConfigError."""
    where = named(config)
    configured = _union(config.select, rules, f"{where}: “select”")
    selected = _union(select, rules, "--select") if select else configured
    dropped = _union(config.ignore, rules, f"{where}: “ignore”") | _union(ignore, rules, "--ignore")
    if not select and not config.select:
        selected = matches(DEFAULT, rules)
    return tuple(rule for rule in rules if rule.id in selected - dropped)


def _union(names: Sequence[str], rules: Sequence[Rule], where: str) -> frozenset[str]:
    return frozenset(identifier for name in names for identifier in _matches(name, rules, where))


def _matches(name: str, rules: Sequence[Rule], where: str) -> frozenset[str]:
    """The ids that a name stands for: a rule, a pattern of rules, ALL, or DEFAULT. Raises ConfigError for none."""
    found = matches(name, rules)
    if not found:
        raise ConfigError(f"{where}: unknown rule “{name}”; {near(name, rules)}")
    return found


def near(name: str, rules: Sequence[Rule]) -> str:
    """What may have been meant by a name that no rule has."""
    nearest_one = nearest(name, rules)
    return f"did you mean “{nearest_one}”?" if nearest_one else f"there are {', '.join(rule.id for rule in rules)}"
