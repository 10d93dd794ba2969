"""Checks texts with the project's own rules and lexicon: what most tests do."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factlint.check import check
from factlint.extract import extract
from factlint.files import load_lexica, load_rules
from factlint.index import Index, build
from factlint.model import Finding, Settings
from factlint.read import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All of the project's rules."""
    return tuple(load_rules())


def chosen(also: str = "") -> tuple[Rule, ...]:
    """The rules that are on by default, and the rule `also` beside them."""
    return tuple(rule for rule in rules() if rule.is_default or rule.id == also)


@cache
def english() -> Lexicon:
    """The project's English lexicon."""
    return load_lexica()["en"]


def account(text: str, path: str = "draft.md") -> Account:
    """What a text says."""
    return extract(read(path, text.encode()), english())


def index(sources: Sequence[str]) -> Index:
    """An index of source texts."""
    return build(account(text, f"seeds/{number}.txt") for number, text in enumerate(sources))


def findings(
    sources: Sequence[str], draft: str, path: str = "draft.md", settings: Settings | None = None, *, also: str = ""
) -> tuple[Finding, ...]:
    """What the rules that are on by default find in a draft, and the rule `also` beside them."""
    return check(account(draft, path), index(sources), chosen(also), settings or Settings())
