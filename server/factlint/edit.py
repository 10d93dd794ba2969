"""What an edit leaves of a text: which spans and blocks of it stand as before, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from factlint.changes import between
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.text import Block, Document


class Edit(NamedTuple):
    """One replacement that makes a text of another: that of `start` to `end` of the old one.

    What stands behind has moved `by` so many code points.
    """

    start: int
    end: int
    by: int

    @classmethod
    def between(cls, old: str, new: str) -> Edit:
        """The narrowest replacement that makes `new` of `old`."""
        replaced = between(old, new).span
        return cls(replaced.start, replaced.end, len(new) - len(old))

    def moved(self, span: Span) -> Span | None:
        """Where a span of the old text stands in the new one; None where it is not as before."""
        if span.end <= self.start:
            return span
        return Span(span.start + self.by, span.end + self.by) if span.start >= self.end else None

    def touches(self, span: Span) -> bool:
        """True where the edit changes a span of the old text or what is right beside it."""
        return span.start <= self.end and self.start <= span.end


def kept_blocks(old: Document, new: Document, edit: Edit) -> Mapping[int, int]:
    """The numbers of the new document's blocks that stand as before, each with its number in the old one."""
    most = min(len(old.blocks), len(new.blocks))
    first = 0
    while first < most and _is_kept(old.blocks[first], new.blocks[first], edit, is_behind=False):
        first += 1
    last = 0
    while last < most - first and _is_kept(old.blocks[-1 - last], new.blocks[-1 - last], edit, is_behind=True):
        last += 1
    by = len(new.blocks) - len(old.blocks)
    return {
        **{number: number for number in range(first)},
        **{number: number - by for number in range(len(new.blocks) - last, len(new.blocks))},
    }


def _is_kept(old: Block, new: Block, edit: Edit, *, is_behind: bool) -> bool:
    if old is new:
        return not is_behind and old.runs[-1].file_end <= edit.start
    if old.text != new.text or old.kind is not new.kind or len(old.runs) != len(new.runs):
        return False
    is_apart = old.runs[0].file >= edit.end if is_behind else old.runs[-1].file_end <= edit.start
    by = edit.by if is_behind else 0
    return is_apart and all(
        replace(mine, file=mine.file + by) == theirs for mine, theirs in zip(old.runs, new.runs, strict=True)
    )
