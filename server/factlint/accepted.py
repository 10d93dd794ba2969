"""What people have settled about a text and its sources: `factlint.accepted.toml`, read."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec import Struct, field

from factlint import toml
from factlint.rejection import Rejection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FILE_NAME = "factlint.accepted.toml"

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\]", re.MULTILINE)
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
# What an entry of each kind must say, and what it may say.
_WANTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "spelling": ("written", "as"),
        "name": ("name",),
        "finding": ("fingerprint",),
        "rejected": ("source", "says", "passage"),
    }
)
_OPTIONAL: Mapping[str, tuple[str, ...]] = MappingProxyType({"finding": ("rule", "path", "text", "passage")})
_ALWAYS = ("because", "by", "on")


class AcceptedError(ValueError):
    """An entry that cannot be used; the message says why and what to do, `line` is where it stands, from 1."""

    def __init__(self, line: int | None, message: str) -> None:
        super().__init__(message)
        self.line = line


class AcceptedFinding(Struct, frozen=True):
    """One finding that is to be left out: its fingerprint, its rule and draft where they are told, and its line."""

    fingerprint: str
    rule: str = ""
    path: str = ""
    line: int = 0


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


class Accepted(Struct, frozen=True):
    """What the file settles: written names with what they stand for, names, single findings, and wrong passages.

    Paths are relative to the folder of the file.
    """

    spellings: Mapping[str, str] = field(default_factory=_nothing)
    names: frozenset[str] = frozenset()
    findings: tuple[AcceptedFinding, ...] = ()
    rejections: tuple[Rejection, ...] = ()


def parse(text: str) -> Accepted:
    """What a file with this text settles. Raises AcceptedError for the first thing in it that cannot be used."""
    try:
        table = toml.loads(text)
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        reason = _AT_LINE.sub("", str(error))
        line = int(at[1]) if at and at[1] else None
        raise AcceptedError(line, f"not valid TOML: {reason[:1].lower()}{reason[1:]}") from error
    entries = {kind: tuple(_entries(kind, value, text)) for kind, value in table.items()}
    spellings = {entry["written"]: entry["as"] for _, entry in entries.get("spelling", ())}
    findings = [
        AcceptedFinding(entry["fingerprint"], entry.get("rule", ""), entry.get("path", ""), line)
        for line, entry in entries.get("finding", ())
    ]
    rejections = [
        Rejection(entry["source"], entry["says"], entry["passage"], line) for line, entry in entries.get("rejected", ())
    ]
    names = frozenset(entry["name"] for _, entry in entries.get("name", ()))
    return Accepted(MappingProxyType(spellings), names, tuple(findings), tuple(rejections))


def _entries(kind: str, value: object, text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The entries of a kind, each with the line of its header."""
    lines = [text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(text) if found[1] == kind]
    if kind not in _WANTED:
        near = _nearest(kind, _WANTED)
        hint = f"did you mean “{near}”?" if near else f"there are {', '.join(f'[[{name}]]' for name in _WANTED)}"
        raise AcceptedError(lines[0] if lines else None, f"unknown kind of entry “{kind}”; {hint}")
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise AcceptedError(lines[0] if lines else None, f"“{kind}” should be a table of its own, under [[{kind}]]")
    for number, entry in enumerate(value):
        line = lines[number] if number < len(lines) else 1
        _require(kind, entry, line)
        yield line, entry


def _require(kind: str, entry: Mapping[str, Any], line: int) -> None:
    """Raises AcceptedError where an entry lacks a key, has an unknown one or an empty value."""
    allowed = (*_WANTED[kind], *_OPTIONAL.get(kind, ()), *_ALWAYS)
    for key, value in entry.items():
        if key not in allowed:
            near = _nearest(key, allowed)
            hint = f"did you mean “{near}”?" if near else f"it can have {', '.join(allowed)}"
            _fail(line, f"[[{kind}]] has the unknown key “{key}”; {hint}")
        if not (isinstance(value, str) and value.strip()) and not (key == "on" and isinstance(value, date)):
            _fail(line, f'“{key}” should be a text, as in {key} = "…"')
    for key in _WANTED[kind]:
        if key not in entry:
            _fail(line, f"[[{kind}]] lacks “{key}”")


def _nearest(word: str, known: Iterable[str]) -> str | None:
    import difflib  # noqa: PLC0415  only for a message

    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)


def _fail(line: int, message: str) -> NoReturn:
    raise AcceptedError(line, message)
