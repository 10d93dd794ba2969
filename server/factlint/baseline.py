"""A baseline: the findings that an old text had when factlint came to it, so that only new ones are shown."""

from __future__ import annotations

import json
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from factlint.model import Finding

FILE_NAME = "factlint-baseline.json"

_VERSION = 1
_NOTE = "Findings that were there before; factlint check hides them. Written by factlint baseline."
_TEXTS = ("path", "rule", "text", "fingerprint")


class BaselineError(ValueError):
    """A baseline that cannot be used; the message says why, in words that can follow the file's name."""


class Known(Struct, frozen=True, order=True):
    """Findings with one fingerprint in one draft, and how many; `path` is relative to the project's folder."""

    path: str
    rule: str
    text: str
    fingerprint: str
    count: int


class Parted(Struct, frozen=True):
    """The findings of a draft that are new, those that the baseline has, and how many of its entries are gone."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: int


class Baseline(Struct, frozen=True, eq=False, dict=True):
    """Known findings by draft."""

    entries: tuple[Known, ...] = ()

    def part(self, findings: Sequence[Finding], path: str, rules: AbstractSet[str]) -> Parted:
        """Parts the findings of the draft at `path`; entries of other rules than those applied are not missed.

        Of more findings with one fingerprint than the baseline counts, the last ones are new.
        """
        left = Counter({entry.fingerprint: entry.count for entry in self._by_path.get(path, ())})
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            is_known = bool(left) and left[finding.fingerprint] > 0
            (known if is_known else new).append(finding)
            if is_known:
                left[finding.fingerprint] -= 1
        gone = sum(left[entry.fingerprint] for entry in self._by_path.get(path, ()) if entry.rule in rules)
        return Parted(tuple(new), tuple(known), gone)

    @cached_property
    def _by_path(self) -> Mapping[str, tuple[Known, ...]]:
        found: dict[str, list[Known]] = {}
        for entry in self.entries:
            found.setdefault(entry.path, []).append(entry)
        return {path: tuple(entries) for path, entries in found.items()}

    def without(self, paths: AbstractSet[str]) -> Baseline:
        """The baseline without the entries of these drafts."""
        return Baseline(tuple(entry for entry in self.entries if entry.path not in paths))

    def with_findings(self, path: str, findings: Iterable[Finding]) -> Baseline:
        """The baseline with the findings of the draft at `path` in place of those that it had."""
        counts = Counter((finding.rule, " ".join(finding.text.split()), finding.fingerprint) for finding in findings)
        found = (Known(path, *told, count) for told, count in counts.items())
        return Baseline((*self.without({path}).entries, *found))

    @property
    def count(self) -> int:
        """How many findings it has."""
        return sum(entry.count for entry in self.entries)


def parse(text: str) -> Baseline:
    """The baseline in the text of a file. Raises BaselineError where it is not one."""
    remedy = "mend it, or delete it and run `factlint baseline`"
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BaselineError(f"not valid JSON: {error}; {remedy}") from error
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BaselineError(f"not a baseline: it has no list of “findings”; {remedy}")
    if data.get("version") != _VERSION:
        raise BaselineError(f"a baseline of version {data.get('version')}, not {_VERSION}; {remedy}")
    return Baseline(tuple(_known(entry, number, remedy) for number, entry in enumerate(data["findings"], 1)))


def _known(entry: Any, number: int, remedy: str) -> Known:
    is_table = isinstance(entry, dict)
    if not is_table or not all(isinstance(entry.get(key), str) for key in _TEXTS):
        raise BaselineError(f"entry {number} of “findings” lacks one of {', '.join(_TEXTS)}; {remedy}")
    count = entry.get("count", 1)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise BaselineError(f"entry {number} of “findings” has a “count” that is no number from 1; {remedy}")
    return Known(entry["path"], entry["rule"], entry["text"], entry["fingerprint"], count)


def render(baseline: Baseline) -> str:
    """The text of the file: entries in order, one a line, so that versions differ in few lines."""
    entries = [
        json.dumps(
            {"path": e.path, "rule": e.rule, "text": e.text, "fingerprint": e.fingerprint, "count": e.count},
            ensure_ascii=False,
        )
        for e in sorted(baseline.entries)
    ]
    listed = ",\n".join(f"    {entry}" for entry in entries)
    findings = f"[\n{listed}\n  ]" if entries else "[]"
    return f'{{\n  "version": {_VERSION},\n  "about": {json.dumps(_NOTE)},\n  "findings": {findings}\n}}\n'
