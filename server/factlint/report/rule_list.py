"""The list of rules: what each is called, how loud it is, and what it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factlint.model import Severity
    from factlint.rule import Rule

_OFF = "off"


def as_text(every: Sequence[Rule], on: Collection[Rule], severities: Mapping[str, Severity]) -> str:
    """A line a rule: its id, its severity or "off", and when it fires."""
    loud = {rule.id: str(severities.get(rule.id, rule.severity)) if rule in on else _OFF for rule in every}
    room = max((len(rule.id) for rule in every), default=0)
    wide = max((len(word) for word in loud.values()), default=0)
    lines = [
        f"{click.style(f'{rule.id:<{room}}', bold=rule in on)}  {loud[rule.id]:<{wide}}  {rule.summary}"
        for rule in every
    ]
    return "\n".join([*lines, "", f"{len(on)} of {len(every)} rules are on; factlint explain RULE tells more."]) + "\n"


def as_json(every: Sequence[Rule], on: Collection[Rule], severities: Mapping[str, Severity]) -> str:
    """The same for programs: all of each rule but its examples and mechanisms."""
    rules = [
        {
            "id": rule.id,
            "severity": severities.get(rule.id, rule.severity),
            "on": rule in on,
            "default": rule.is_default,
            "fix": rule.fix,
            "summary": rule.summary,
            "message": rule.message,
            "why": " ".join(rule.why.split()),
        }
        for rule in every
    ]
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=False, indent=2) + "\n"
