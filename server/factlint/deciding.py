"""Deciding: how a person may settle what a finding says, and the texts of the files that keep it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.accepting import Grounds, quoted, with_finding, with_name, with_spelling
from factlint.suppression import BROKEN, UNUSED

if TYPE_CHECKING:
    from factlint.model import Finding
    from factlint.rule import Rule

# Checks of how a name is spelled, and of which name stands in a place.
_OF_SPELLING = frozenset({"name_variant", "consistency"})
_OF_NAMES = frozenset({"other_word", "substitution", "unsupported_name"})
_ON_COMMENTS = frozenset({BROKEN, UNUSED})
_HEADER = re.compile(r"^[ \t]*\[[^\]\r\n]*\][^\r\n]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)


class Way(StrEnum):
    """How a finding can be settled."""

    SPELLING = "spelling"
    NAME = "name"
    FINDING = "finding"


class Acceptance(Struct, frozen=True):
    """What is right as it is `written`: a spelling of what the sources call `meant`, a name, or one finding alone."""

    way: Way
    written: str
    meant: str = ""

    @property
    def title(self) -> str:
        """What a person is asked."""
        if self.way is Way.SPELLING:
            return f"Accept “{self.written}” for “{self.meant}”"
        return f"Accept the name “{self.written}”" if self.way is Way.NAME else f"Accept “{self.written}” here"


def acceptance_of(finding: Finding, rule: Rule) -> Acceptance | None:
    """How a finding is accepted; None for what is wrong with the draft's comments, which is mended."""
    checks, written = frozenset(rule.checks), " ".join(finding.text.split())
    if checks & _ON_COMMENTS or not written:
        return None
    if checks & _OF_SPELLING and finding.suggestions:
        return Acceptance(Way.SPELLING, written, finding.suggestions[0])
    return Acceptance(Way.NAME if checks & _OF_NAMES else Way.FINDING, written)


def is_about_comments(rule: Rule) -> bool:
    """True for a rule that looks after the draft's comments, which comments cannot hide."""
    return not _ON_COMMENTS.isdisjoint(rule.checks)


def with_acceptance(text: str, acceptance: Acceptance, finding: Finding, path: str, grounds: Grounds) -> str:
    """The text of factlint.accepted.toml with what is accepted about the draft at `path`, relative to its folder.

    The text itself where it says so already. Raises accepted.AcceptedError where the text cannot be read.
    """
    if acceptance.way is Way.SPELLING:
        return with_spelling(text, acceptance.written, acceptance.meant, grounds)
    if acceptance.way is Way.NAME:
        return with_name(text, acceptance.written, grounds)
    return with_finding(text, finding, path, grounds)


def with_preference(text: str, written: str, wanted: str, *, is_pyproject: bool) -> str:
    """A configuration's text where `wanted` is preferred to `written`: at the head of its table, else in one more."""
    names = ("tool", "factlint", "prefer") if is_pyproject else ("prefer",)
    end = "\r\n" if "\r\n" in text else "\n"
    entry = f"{quoted(written)} = {quoted(wanted)}{end}"
    for header in _HEADER.finditer(text):
        if _names_in(header.group()) == names:
            gap = "" if header.group().endswith(("\n", "\r")) else end
            return f"{text[: header.end()]}{gap}{entry}{text[header.end() :]}"
    before = text.rstrip("\r\n")
    return f"{before}{2 * end if before else ''}[{'.'.join(names)}]{end}{entry}"


def _names_in(header: str) -> tuple[str, ...]:
    """The names of a table's header, [a.b]."""
    inner = header.strip()[1:].partition("]")[0]
    return tuple(name.strip(" \t\"'") for name in inner.split("."))
