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


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Expansions in which a word differs from every expansion that the sources give the acronym."""
    for claim in case.claims(Slot.EXPANSION):
        mine, small = claim.statement.value, case.draft.lexicon.grammar["acronym_joiners"]
        facts = [fact for fact in case.index.facts(Slot.EXPANSION) if _expands(fact, mine)]
        if not isinstance(mine, Expansion) or not facts:
            continue
        differences = [(differing(mine.words, _words(fact), small), fact) for fact in facts]
        if any(difference is None for difference, _ in differences) or not any(
            is_related(mine.words, _words(fact)) for fact in facts
        ):
            continue
        difference, fact = differences[0]
        if difference is not None:
            span, expected = _wrong_words(claim, mine.words, _words(fact), difference)
            yield finding(
                rule,
                case,
                span,
                evidence_of(facts),
                (expected,),
                acronym=mine.acronym,
                expansion=" ".join(_words(fact)),
            )


def _expands(fact: Fact, mine: object) -> bool:
    value = fact.statement.value
    return isinstance(value, Expansion) and isinstance(mine, Expansion) and value.acronym == mine.acronym


def _words(fact: Fact) -> tuple[str, ...]:
    value = fact.statement.value
    assert isinstance(value, Expansion)
    return value.words


def _wrong_words(
    claim: Claim, mine: tuple[str, ...], theirs: tuple[str, ...], difference: tuple[range, range]
) -> tuple[Span, str]:
    """Where the words that differ stand, and the right ones; a word too many or too few with the word before it."""
    wrong, right = difference
    if not wrong or not right:
        wrong = range(max(0, wrong.start - 1), max(1, wrong.stop))
        right = range(max(0, right.start - 1), max(1, right.stop))
    return _span_of_words(claim, mine, wrong), " ".join(theirs[number] for number in right)


def _span_of_words(claim: Claim, words: tuple[str, ...], wrong: range) -> Span:
    """Where words number `wrong` of the long form stand in the file, found one after the other in its prose."""
    statement, spans = claim.statement, []
    written = iter(statement.document.words(statement.span))
    for word in words:
        spans.append(next((span for text, span in written if word in text), statement.span))
    return Span(spans[wrong.start].start, spans[wrong.stop - 1].end)
