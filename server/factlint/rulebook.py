"""Rules by name: what a name or pattern of rules stands for, and which rules a run applies of those that there are."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.rule import Rule

ALL = "ALL"
DEFAULT = "DEFAULT"


class Rulebook(Struct, frozen=True, eq=False, dict=True):
    """The rules that there are, those that the configuration turns on, and those that this run applies."""

    every: tuple[Rule, ...]
    configured: tuple[Rule, ...]
    applied: tuple[Rule, ...]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Rulebook:
        """A book of rules that are all applied."""
        every = tuple(rules)
        return cls(every, every, every)

    def are_all_applied(self, ids: frozenset[str]) -> bool:
        """True where this run applies every one of these rules that is usually on, and at least one."""
        return self._usual & ids <= self._applied and not self._applied.isdisjoint(ids)

    def with_check(self, check: str) -> Rule | None:
        """The applied rule that names a check, where there is one."""
        return next((rule for rule in self.applied if check in rule.checks), None)

    @cached_property
    def _applied(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.applied)

    @cached_property
    def _usual(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.configured)


def matches(name: str, rules: Iterable[Rule]) -> frozenset[str]:
    """The ids that a name stands for: a rule, a pattern of rules, ALL, or DEFAULT; empty where it is unknown."""
    if name == ALL:
        return frozenset(rule.id for rule in rules)
    if name == DEFAULT:
        return frozenset(rule.id for rule in rules if rule.is_default)
    return frozenset(rule.id for rule in rules if fnmatchcase(rule.id, name))


def nearest(name: str, rules: Iterable[Rule]) -> str | None:
    """The rule that an unknown name was most likely meant to be, where one is near."""
    import difflib  # noqa: PLC0415  only for a message

    return next(iter(difflib.get_close_matches(name, [rule.id for rule in rules], n=1)), None)
