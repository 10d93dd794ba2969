"""The fact-checker's sheet: every checkable claim of a draft with its verdict and its evidence, in three formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.model import Evidence, Slot, Standing, Verdict
    from factlint.text import Document


class Sheet(Struct, frozen=True):
    """A draft, the verdicts on its claims in the order of the text, and the sources that it was checked against.

    `shows_passages` is false where no text of the sources may get out but the words that a fix puts in. `address` gives
    the link that opens a passage, where what shows the page can do so.
    """

    draft: Document
    verdicts: tuple[Verdict, ...]
    sources: tuple[Document, ...]
    shows_passages: bool = True
    address: Callable[[Evidence], str] | None = None

    def count(self, standing: Standing) -> int:
        """How many claims stand so."""
        return sum(verdict.standing is standing for verdict in self.verdicts)

    def part(self, standing: Standing) -> float | None:
        """Which part of the claims stands so, from 0 to 1; None where there is no claim."""
        return self.count(standing) / len(self.verdicts) if self.verdicts else None


def percentage(part: float) -> str:
    """A part in per cent without decimals, "100%" only for all and "0%" only for none."""
    return f"{min(99, max(1, round(part * 100))) if 0 < part < 1 else round(part * 100)}%"


def claims(count: int) -> str:
    """ "1 claim", "2 claims"."""
    return f"{count:,} claim" + ("" if count == 1 else "s")


def kind(slot: Slot | None) -> str:
    """What a claim is about, in a reader's words; "wording" for a finding that marks no claim of its own."""
    if slot is None:
        return "wording"
    return _KINDS.get(slot, str(slot))


_KINDS = {"expansion": "acronym"}
