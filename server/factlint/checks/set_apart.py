"""Names and titles that fill quotation marks, and whether the draft says them or only speaks of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import Claim, Slot, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.case import Case
    from factlint.model import Statement

_ABOUT_WORDS = ("mistake", "correction", "prohibition", "retraction", "mention", "negation", "distinction")


def set_apart(case: Case, slot: Slot) -> Iterator[Claim]:
    """What stands in quotation marks as a title does, in sentences that speak of no mistake and of no spelling."""
    quotations = [statement.span for statement in case.draft.about(Slot.QUOTATION)]
    for statement in case.draft.about(slot):
        if statement.stance is Stance.CORRECTED and any(span.contains(statement.span) for span in quotations):
            outside = [
                other.stance
                for other in case.draft.beside(statement)
                if not any(span.contains(other.span) for span in quotations)
            ]
            is_told = not outside or any(stance is not Stance.CORRECTED for stance in outside)
            if is_told and not _is_about_words(statement, case):
                yield Claim(statement)


def _is_about_words(statement: Statement, case: Case) -> bool:
    """True where the sentence says how something is spelled, what it is not, or tells two of one name apart."""
    words = " ".join(case.draft.document.passage(statement.span).casefold().split())
    cues = case.draft.lexicon.cues
    return any(f" {cue} " in f" {words} " for kind in _ABOUT_WORDS for cue in cues.get(kind, ()))
