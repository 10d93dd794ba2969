"""A rule for people: when it fires, how loud, why, in which words, and examples of both sides."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from factlint.model import FixSafety
from factlint.report.critic_markup import MARK

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factlint.model import Severity
    from factlint.rule import Example, Rule

_WIDTH = 80
_FIXES = {
    FixSafety.SAFE: "factlint check --fix applies it",
    FixSafety.OFFER: "offered; you decide",
}


def as_text(rule: Rule, is_on: bool, severity: Severity) -> str:
    """The page of a rule for a terminal, with ANSI colours; wrong words red, right ones green."""
    state = f"{severity}, on" if is_on else f"{severity}, off; switch it on with --select"
    lines = [click.style(rule.id, bold=True), f"Fires when {rule.summary}.", ""]
    lines += [f"severity  {state}", f"fix       {_FIXES[rule.fix]}"]
    says = dict.fromkeys((rule.message, *rule.messages.values()))
    lines += [f"says      {'; or: '.join(says)}", ""]
    lines += [*textwrap.wrap(" ".join(rule.why.split()), _WIDTH), ""]
    for number, example in enumerate(rule.examples, 1):
        lines += [*_example(number, example), ""]
    lines.append(f"To silence it in one place: <!-- factlint-ignore: {rule.id} --> on the line before.")
    return "\n".join(lines) + "\n"


def _example(number: int, example: Example) -> Iterator[str]:
    clean = "" if MARK.search(example.draft) else ": nothing to say"
    yield click.style(f"Example {number}{clean}", bold=True)
    for source in example.sources:
        yield from _indented("source", source)
    yield from _indented("draft", MARK.sub(_shown, example.draft))


def _indented(label: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.strip().splitlines()):
        yield f"  {label if number == 0 else '':<6}  {line}"


def _shown(mark: re.Match[str]) -> str:
    """The marked words in brackets, with what should stand in their place where there is one right thing."""
    wrong = click.style(mark["wrong"] or mark["marked"], fg="red", underline=True)
    if mark["marked"] is not None:
        return f"[{wrong}]"
    right = click.style(mark["right"] or "nothing", fg="green")
    return f"[{wrong} -> {right}]"
