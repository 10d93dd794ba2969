"""The reference pages of the documentation, from the code: every key of the configuration, every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import FixSafety
from factlint.report.critic_markup import MARK

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from factlint.config_keys import Key
    from factlint.rule import Example, Rule

_MOST_EXAMPLES = 3
_MADE = "<!-- Made by `make docs` from {origin}; changes here are lost. -->"


def keys_page(keys: Sequence[Key]) -> str:
    """The page of all keys of factlint.toml, as Markdown."""
    lines = [
        "# Configuration",
        "",
        _MADE.format(origin="server/factlint/config_keys.py"),
        "",
        "`factlint.toml` beside a draft or in a folder above it, up to the root of the repository, holds for it; so",
        "does `[tool.factlint]` in a `pyproject.toml`. The nearest one counts alone. `factlint init` writes one with",
        "every key explained, `factlint config` tells what is in force and from which file. Options win.",
        "",
    ]
    for key in keys:
        lines += [f"## {key.name}", "", key.says, "", f"Default: {_code(key.default)}. Example:", ""]
        lines += ["```toml", *key.lines, "```", ""]
    lines += [*_STORIES, ""]
    return "\n".join(lines).rstrip() + "\n"


_STORIES = (
    "## Several stories in one repository",
    "",
    "Each `[[drafts]]` table names drafts and the sources that they share; without `sources` it takes the project's.",
    "",
    "```toml",
    "[[drafts]]",
    'paths = ["bridge/*.md"]',
    'sources = ["bridge/sources"]',
    "",
    "[[drafts]]",
    'paths = ["election/*.md"]',
    'sources = ["election/sources", "shared/gazetteer.txt"]',
    "```",
)


def rules_page(rules: Sequence[Rule]) -> str:
    """The page of all rules, as Markdown: those that are on by default, then the others."""
    on, off = [rule for rule in rules if rule.is_default], [rule for rule in rules if not rule.is_default]
    lines = [
        "# Rules",
        "",
        _MADE.format(origin="rules/"),
        "",
        "Each rule is one file in [rules/](../rules); `factlint explain RULE` shows it in the terminal. In the",
        "examples the wrong words stand in **bold**, with what is offered behind the arrow.",
        "",
        *_table(on),
        "",
        "These are off until they are selected (`--select ALL`, or `select` in factlint.toml), and warn of what no",
        "source says, which may still be right:",
        "",
        *_table(off),
        "",
    ]
    for rule in rules:
        lines += [*_section(rule), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    yield from ("| rule | fires when | severity |", "|---|---|---|")
    yield from (f"| [`{rule.id}`](#{rule.id}) | {rule.summary} | {rule.severity} |" for rule in rules)


def _section(rule: Rule) -> Iterator[str]:
    state = "on" if rule.is_default else "off until selected"
    fix = (
        "a safe fix, which `--fix` puts in"
        if rule.fix is FixSafety.SAFE
        else "a fix is offered, and never put in unasked"
    )
    yield from (f"## {rule.id}", "", f"Fires when {rule.summary}. Severity: {rule.severity}; {state}; {fix}.", "")
    yield from (rule.why, "")
    says = dict.fromkeys((rule.message, *rule.messages.values()))
    yield from (*(f"> {_escaped(message)}" for message in says), "")
    marked = [example for example in rule.examples if MARK.search(example.draft)]
    clean = [example for example in rule.examples if not MARK.search(example.draft)]
    for example in marked[:_MOST_EXAMPLES]:
        yield from _example("", example)
    for example in clean[:1]:
        yield from _example(", which is right", example)


def _example(note: str, example: Example) -> Iterator[str]:
    yield from (f"- The sources: {_quoted(source)}" for source in example.sources)
    yield f"  The draft{note}: {_quoted(MARK.sub(_shown, _escaped(example.draft, but='~>')))}"
    yield ""


def _quoted(text: str) -> str:
    return " ".join(text.split())


def _shown(mark: re.Match[str]) -> str:
    if mark["marked"] is not None:
        return f"**{mark['marked']}**"
    return f"**{mark['wrong']}** → {mark['right'] or 'nothing'}"


def _escaped(text: str, but: str = "") -> str:
    """Text of which Markdown makes nothing else."""
    return "".join(f"\\{letter}" if letter in "\\`*_<>[]|#~" and letter not in but else letter for letter in text)


def _code(text: str) -> str:
    return f"`{text}`"
