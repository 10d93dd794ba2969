"""Hints: what a reader may want to know beside the words: who a surname is, which source a claim rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.identity import fold
from factlint.model import Evidence, Slot, Standing, mention_of
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.case import Case
    from factlint.model import Verdict
    from factlint.text import Block

# Names rest on most sources, and a hint behind an office would part it from its name.
_BESIDE_NAMES = (Slot.NAME, Slot.OFFICE, Slot.RANK)


class Hint(Struct, frozen=True):
    """A few words to be shown at an offset of the draft, with a passage that bears them out."""

    offset: int
    text: str
    evidence: Evidence


def hints(case: Case, verdicts: Sequence[Verdict]) -> tuple[Hint, ...]:
    """The hints of a draft, in the order of the text; there are none on what the sources contradict."""
    found = [*_full_names(case, verdicts), *_sources(verdicts)]
    return tuple(sorted(found, key=lambda hint: hint.offset))


def _full_names(case: Case, verdicts: Sequence[Verdict]) -> Iterator[Hint]:
    """The full name behind a surname that stands alone, at its first place in each block."""
    wrong = [verdict.span for verdict in verdicts if verdict.standing is Standing.CONTRADICTED]
    told: set[tuple[Block | None, str]] = set()
    for claim, identity in case.known_names():
        span, words = claim.statement.span, mention_of(claim).name.words
        entity = identity.entity
        block = case.draft.document.block_at(span.start)
        is_known = entity.kind is Kind.PERSON and not identity.differences and not any(map(span.overlaps, wrong))
        if len(words) == 1:
            is_surname = len(entity.name.words) > 1 and fold(words[0]) == fold(entity.name.words[-1])
            if is_known and is_surname and (block, fold(words[0])) not in told:
                passage = entity.names[0].statement
                yield Hint(span.end, str(entity.name), Evidence(passage.document, passage.span))
        # Where the full name stands before it nobody has to be told.
        told.add((block, fold(words[-1])))


def _sources(verdicts: Sequence[Verdict]) -> Iterator[Hint]:
    """The file of the source that a claim rests on."""
    for verdict in verdicts:
        if verdict.standing is Standing.SUPPORTED and verdict.slot not in _BESIDE_NAMES and verdict.evidence:
            passage = verdict.evidence[0]
            yield Hint(verdict.span.end, _name_of(passage.document.path), passage)


def _name_of(path: str) -> str:
    """The name of a file, without its folder."""
    return path.replace("\\", "/").rpartition("/")[2]
