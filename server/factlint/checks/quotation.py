"""A quotation in which words differ from the source's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.name_variant import in_case_of
from factlint.checks.short_quotation import taken_briefly
from factlint.model import Evidence, Finding, Slot
from factlint.running_text import Taken, taken_from
from factlint.text import Block, Span
from factlint.values.quote import Change, Quotation, QuotedWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Quotations that no source has word for word, where one passage must be meant; each changed run is marked."""
    for claim in case.claims(Slot.QUOTATION):
        value = claim.statement.value
        block = case.draft.document.block_at(claim.statement.span.start)
        if not isinstance(value, Quotation) or block is None:
            continue
        origin = block.prose_span(claim.statement.span).start
        for part in value.parts:
            case.heed()
            nearest = _nearest(part, case) or taken_briefly(claim, part, case)
            if nearest is not None:
                yield from _marked(case, rule, part, nearest, block, origin)


def _nearest(part: Sequence[QuotedWord], case: Case) -> Taken | None:
    """The passage that the part was taken from with changes; None where it is exact, or nothing like it is there."""
    found = taken_from(part, case.index, case.draft.lexicon.function_words)
    nearest = min(found, key=lambda near: sum(len(c.mine) + len(c.theirs) for c in near.changes), default=None)
    return nearest if nearest and nearest.changes else None


def _marked(
    case: Case, rule: Rule, part: Sequence[QuotedWord], near: Taken, block: Block, origin: int
) -> Iterator[Finding]:
    source = near.passage
    for change in near.changes:
        mine, theirs = _not_empty(change, len(part), len(source.words))
        wrong = block.file_span(Span(origin + part[mine.start].start, origin + part[mine.stop - 1].end))
        right = " ".join(source.written[number] for number in theirs)
        evidence = Evidence(
            source.document, source.span_of(theirs) if theirs else source.span_of(range(len(source.words)))
        )
        found = wrong.of(case.draft.document.text)
        if case.may_stand_for(found, right):
            continue
        yield finding(rule, case, wrong, (evidence,), (in_case_of(found, right),) if right else ())


def _not_empty(change: Change, mine: int, theirs: int) -> tuple[range, range]:
    """A change with words on both sides: what is dropped or added is marked with the word beside it."""
    if change.mine and change.theirs:
        return change.mine, change.theirs
    step = 1 if change.mine.stop < mine and change.theirs.stop < theirs else 0
    back = 1 - step
    return (
        range(change.mine.start - back, change.mine.stop + step),
        range(change.theirs.start - back, change.theirs.stop + step),
    )
