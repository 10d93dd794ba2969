"""Fixes: the text of a draft with the suggestions of its findings put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.model import Finding, FixSafety

if TYPE_CHECKING:
    from collections.abc import Iterable


class Fixed(Struct, frozen=True):
    """A text after its fixes, and the findings that they were for."""

    text: str
    findings: tuple[Finding, ...]


def is_safe(finding: Finding) -> bool:
    """True where the first suggestion may be put in unseen."""
    return finding.fix is FixSafety.SAFE and bool(finding.suggestions)


def fixed(text: str, findings: Iterable[Finding]) -> Fixed:
    """The text with the first suggestion of every safe finding in place of what it marks.

    Findings whose text no longer stands at their span, or that overlap one before, are left out.
    """
    parts: list[str] = []
    done: list[Finding] = []
    here = 0
    for finding in sorted(filter(is_safe, findings), key=lambda finding: finding.span):
        if finding.span.start < here or finding.span.of(text) != finding.text:
            continue
        parts += [text[here : finding.span.start], finding.suggestions[0]]
        here = finding.span.end
        done.append(finding)
    return Fixed("".join([*parts, text[here:]]), tuple(done))
