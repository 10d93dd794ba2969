"""Where somebody is typing, told from two texts of a document: the client does not say where its caret is."""

from __future__ import annotations

from factlint.changes import shared


def caret_after(before: str, after: str) -> int | None:
    """The offset in `after` behind a piece of a word that was just put in; None where nothing is being typed there.

    A word is being typed while the change ends in it: a space, a mark or a change elsewhere ends that. Offsets are code
    points.
    """
    start = shared(before, after)
    end = len(after) - shared(before[start:][::-1], after[start:][::-1])
    is_typed = end > start and after[end - 1].isalpha()
    return end if is_typed else None
