"""A known person or body with another word in place of one of its names'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.name_variant import in_case_of
from factlint.model import Finding, evidence_of, mention_of
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names all but one of whose words are a known person's (`kind = "person"`) or a body's (`"organisation"`)."""
    is_body = rule.when.get("kind") == "organisation"
    for claim, identity in case.known_names():
        mention = mention_of(claim)
        if is_body != (identity.entity.kind is Kind.ORGANISATION):
            continue
        if all(word.isupper() for word in mention.name.words):
            continue
        settled = case.settled_words(claim)
        for difference in identity.differences:
            if difference.is_variant or difference.word in settled:
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
