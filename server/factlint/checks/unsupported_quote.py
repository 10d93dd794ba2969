"""A quotation that no source has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.set_apart import set_apart
from factlint.model import Finding, Slot
from factlint.values.quote import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule
    from factlint.values.quote import QuotedWord

# Fewer words are a title, a nickname or a word set at a distance as often as what somebody said.
_LEAST_WORDS = 3


# How much longer than a quotation a passage may be that has all its words in their order.
_ROOM = 2


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Quotations of three words or more with a part that stands in no source so, whole or shortened."""
    if not case.index.accounts:
        return
    for claim in (*case.claims(Slot.QUOTATION), *set_apart(case, Slot.QUOTATION)):
        value = claim.statement.value
        if isinstance(value, Quotation) and not all(_is_in_a_source(part, case) for part in value.parts):
            yield finding(rule, case, claim.statement.span, ())


def _is_in_a_source(part: Sequence[QuotedWord], case: Case) -> bool:
    if len(part) < _LEAST_WORDS:
        return True
    words = [word.folded for word in part]
    return any(text.has_in_order(part, _ROOM * len(part)) for text in case.index.texts_with(words))
