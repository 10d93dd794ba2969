"""An acronym that the draft expands unlike the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.text import Span
from factlint.values.acronym import Expansion, differing, is_related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule

_MOST_EVIDENCE = 3


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Expansions in which a word differs from every expansion that the sources give the acronym."""
    for claim in case.claims(Slot.EXPANSION):
        mine = claim.statement.value
        facts = [fact for fact in case.index.facts(Slot.EXPANSION) if _expands(fact, mine)]
        if not isinstance(mine, Expansion) or not facts:
            continue
        differences = [(differing(mine.words, _words(fact)), fact) for fact in facts]
        if any(difference is None for difference, _ in differences) or not any(
            is_related(mine.words, _words(fact)) for fact in facts
        ):
            continue
        difference, fact = differences[0]
        if difference is not None:
            yield _told(case, rule, claim, mine, difference, fact, facts)


def _expands(fact: Fact, mine: object) -> bool:
    value = fact.statement.value
    return isinstance(value, Expansion) and isinstance(mine, Expansion) and value.acronym == mine.acronym


def _words(fact: Fact) -> tuple[str, ...]:
    value = fact.statement.value
    assert isinstance(value, Expansion)
    return value.words


def _told(
    case: Case,
    rule: Rule,
    claim: Claim,
    mine: Expansion,
    difference: tuple[range, range],
    fact: Fact,
    facts: list[Fact],
) -> Finding:
    wrong, right = difference
    if not wrong:
        wrong, right = range(max(0, wrong.start - 1), wrong.stop), range(max(0, right.start - 1), right.stop)
    span = _span_of_words(claim, mine.words, wrong)
    expected = " ".join(_words(fact)[number] for number in right)
    return finding(
        rule,
        case,
        span,
        tuple(evidence_of(fact) for fact in facts[:_MOST_EVIDENCE]),
        (expected,) if expected else (),
        acronym=mine.acronym,
        expansion=" ".join(_words(fact)),
    )


def _span_of_words(claim: Claim, words: tuple[str, ...], wrong: range) -> Span:
    """Where words number `wrong` of the long form stand in the file, found one after the other in its text."""
    statement = claim.statement
    text, here = statement.document.text, statement.span.start
    spans = []
    for word in words:
        start = text.find(word, here, statement.span.end)
        if start < 0:
            return statement.span
        here = start + len(word)
        spans.append(Span(start, here))
    return Span(spans[wrong.start].start, spans[wrong.stop - 1].end) if wrong else statement.span
