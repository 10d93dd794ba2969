"""A known person under another given name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.name_variant import in_case_of
from factlint.model import Finding, evidence_of, mention_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names whose surname and office, or other names, are a known person's, with one name that is not."""
    for claim, identity in case.known_names():
        mention = mention_of(claim)
        if case.is_accepted(mention.name) or all(word.isupper() for word in mention.name.words):
            continue
        for difference in identity.differences:
            if difference.is_variant:
                continue
            usage = identity.entity.spellings(difference.theirs)[0]
            expected = in_case_of(mention.name.words[difference.word], usage.written)
            yield finding(
                rule,
                case,
                mention.words[difference.word],
                evidence_of(usage.facts),
                (expected,),
                name=identity.entity.name,
            )
