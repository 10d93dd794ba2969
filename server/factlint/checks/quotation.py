"""A quotation in which words differ from the source's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.name_variant import in_case_of
from factlint.model import Evidence, Finding, Slot
from factlint.text import Block, Span
from factlint.values.quote import Change, Quotation, QuotedWord, changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule
    from factlint.running_text import Passage, RunningText

_LEAST_WORDS = 4
# A quotation is a source's only where most of its words stand there in order: four of five in a short one,
# two of three in a long one.
_LEAST_SHARE_SHORT, _LEAST_SHARE_LONG, _LONG = 0.75, 0.66, 8
_LEAST_TELLING_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Nearest:
    passage: Passage
    changes: tuple[Change, ...]


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Quotations that no source has word for word, where one passage must be meant; each changed run is marked."""
    texts = case.index.running_texts
    for claim in case.claims(Slot.QUOTATION):
        value = claim.statement.value
        block = case.draft.document.block_at(claim.statement.span.start)
        if not isinstance(value, Quotation) or block is None:
            continue
        origin = block.prose_span(claim.statement.span).start
        for part in value.parts:
            nearest = _nearest(part, texts, case)
            if nearest is not None:
                yield from _marked(case, rule, part, nearest, block, origin)


def _nearest(part: Sequence[QuotedWord], texts: Sequence[RunningText], case: Case) -> _Nearest | None:
    """The passage that the part was taken from with changes; None where it is exact, or nothing like it is there."""
    if len(part) < _LEAST_WORDS:
        return None
    found: list[_Nearest] = []
    for text in texts:
        for passage in text.passages_like(part):
            differences = changes(part, passage.words)
            if not differences:
                return None
            found.append(_Nearest(passage, differences))
    fitting = [near for near in found if _is_taken(part, near, case)]
    return min(fitting, key=lambda near: sum(len(c.mine) + len(c.theirs) for c in near.changes), default=None)


def _is_taken(part: Sequence[QuotedWord], near: _Nearest, case: Case) -> bool:
    changed = {number for change in near.changes for number in change.mine}
    kept = [word for number, word in enumerate(part) if number not in changed]
    telling = [word for word in kept if word.folded not in case.draft.lexicon.function_words]
    least = 1 if len(part) > _LEAST_WORDS and _is_one_word(near.changes) else _LEAST_TELLING_WORDS
    share = _LEAST_SHARE_LONG if len(part) >= _LONG else _LEAST_SHARE_SHORT
    added = sum(len(change.theirs) for change in near.changes)
    return len(kept) >= share * len(part) and added <= len(part) // 3 and len(telling) >= least


def _is_one_word(changes: tuple[Change, ...]) -> bool:
    """True where one word stands in the place of one word and nothing else differs."""
    return len(changes) == 1 and len(changes[0].mine) == len(changes[0].theirs) == 1


def _marked(
    case: Case, rule: Rule, part: Sequence[QuotedWord], near: _Nearest, block: Block, origin: int
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
