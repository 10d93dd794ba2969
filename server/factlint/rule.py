"""A rule: one TOML file that says what to look for, in which words to say it, and shows both sides."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from factlint import toml
from factlint.model import FixSafety, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_Choice = TypeVar("_Choice", Severity, FixSafety)
# What a message may name in braces: the draft's text, the right one, and what the mechanisms tell beside them.
WORDS = frozenset(
    {
        "found",
        "expected",
        "name",
        "holder",
        "office",
        "date",
        "number",
        "version",
        "acronym",
        "expansion",
        "sides",
        "where",
        "sources",
    }
)
_KEYS = {"check", "severity", "default", "summary", "message", "messages", "why", "fix", "when", "example"}


class RuleError(ValueError):
    """A rule file that cannot be used; the message names the key and what it should be."""


class Example(Struct, frozen=True):
    """A draft marked in CriticMarkup with the sources it is checked against."""

    sources: tuple[str, ...]
    draft: str


class Rule(Struct, frozen=True):
    """A rule as its file states it; `checks` names its mechanisms in `factlint.checks`, `when` their parameters.

    `summary` completes "fires when"; `messages` words the kinds of fault that a mechanism tells apart; `message` is for
    those that it does not.
    `is_default` is false for a rule that works only where it is selected.
    """

    id: str
    checks: tuple[str, ...]
    severity: Severity
    summary: str
    message: str
    messages: Mapping[str, str]
    why: str
    fix: FixSafety
    when: Mapping[str, Any]
    examples: tuple[Example, ...]
    is_default: bool


def parse(identifier: str, text: str, loads: Callable[[str], Mapping[str, Any]] = toml.loads) -> Rule:
    """The rule in a file named `identifier`.toml. Raises RuleError where the file breaks the form."""
    try:
        data = loads(text)
    except ValueError as error:
        raise RuleError(f"not valid TOML: {error}") from error
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise RuleError(f"unknown key “{unknown[0]}”; a rule has {', '.join(sorted(_KEYS))}")
    for key in ("message", "why"):
        if not isinstance(data.get(key), str):
            raise RuleError(f"“{key}” is missing or not text")
    return Rule(
        id=identifier,
        checks=_names(data, "check"),
        severity=_one_of(Severity, "severity", data.get("severity", "error")),
        summary=_summary(data),
        message=_message(data["message"]),
        messages={fault: _message(str(text)) for fault, text in _table(data, "messages").items()},
        why=data["why"].strip(),
        fix=_one_of(FixSafety, "fix", data.get("fix", "offer")),
        when=_table(data, "when"),
        examples=tuple(_example(entry) for entry in _list(data, "example")),
        is_default=_truth(data, "default"),
    )


def _summary(data: Mapping[str, Any]) -> str:
    """What the rule finds in half a sentence; where it does not say so, its message."""
    value = data.get("summary", data["message"])
    if not isinstance(value, str):
        raise RuleError("“summary” should be text")
    return value


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise RuleError(f"“{key}” should be a table")
    return value


def _names(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """One name, or a list of them."""
    value = data.get(key)
    names = value if isinstance(value, list) else [value]
    if not names or not all(isinstance(name, str) for name in names):
        raise RuleError(f"“{key}” is missing or not text")
    return tuple(names)


def _truth(data: Mapping[str, Any], key: str) -> bool:
    value = data.get(key, True)
    if not isinstance(value, bool):
        raise RuleError(f"“{key}” should be true or false")
    return value


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise RuleError(f"“{key}” should be [[{key}]] tables")
    return value


def _message(message: str) -> str:
    """The message, its words in braces all known."""
    try:
        fields = [field for field in Formatter().parse(message) if field[1] is not None]
    except ValueError as error:
        raise RuleError(f"“message” cannot be read: {error}") from error
    if any(form or conversion for _, _, form, conversion in fields):
        raise RuleError("“message” has a word in braces with a format; write the word alone")
    unknown = sorted({str(name) for _, name, _, _ in fields} - WORDS)
    if unknown:
        raise RuleError(f"“message” has the unknown word {{{unknown[0]}}}; it can have {', '.join(sorted(WORDS))}")
    return message


def _one_of(kind: type[_Choice], key: str, value: object) -> _Choice:
    try:
        return kind(str(value))
    except ValueError:
        raise RuleError(f"“{key}” is “{value}”; it can be {', '.join(kind)}") from None


def _example(entry: Mapping[str, Any]) -> Example:
    if not isinstance(entry, dict):
        raise RuleError("“example” should be [[example]] tables")
    sources, draft = entry.get("sources"), entry.get("draft")
    if not isinstance(sources, list) or not isinstance(draft, str):
        raise RuleError("an example has “sources”, a list of texts, and “draft”, a text")
    return Example(tuple(str(source) for source in sources), draft)
