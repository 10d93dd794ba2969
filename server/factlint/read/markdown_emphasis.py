"""Which `*`, `_` and `~~` are emphasis: the delimiter stack of CommonMark (appendix, "process emphasis")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Delimiter(Struct):
    """A run of one delimiter character and whether it can open or close emphasis; shrinks as it is used."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int = 0

    def __post_init__(self) -> None:
        self.length = self.end - self.start


def consumed(delimiters: list[Delimiter]) -> Iterator[Span]:
    """The spans of the delimiters that are emphasis, not text; takes linear time."""
    openers: list[Delimiter] = []
    # Before this offset no opener is left for a closer of this kind.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        kind = (closer.mark, closer.opens, closer.length % 3)
        while closer.closes and closer.start < closer.end:
            height = _opener_height(openers, closer, bottoms.get(kind, 0))
            if height < 0:
                bottoms[kind] = closer.start
                break
            del openers[height + 1 :]
            opener = openers[-1]
            used = 2 if min(opener.end - opener.start, closer.end - closer.start) > 1 else 1
            yield Span(opener.end - used, opener.end)
            yield Span(closer.start, closer.start + used)
            opener.end -= used
            closer.start += used
            if opener.start == opener.end:
                openers.pop()
        if closer.opens and closer.start < closer.end:
            openers.append(closer)


def _opener_height(openers: list[Delimiter], closer: Delimiter, bottom: int) -> int:
    """The place in the stack of the nearest run that the closer can end, or -1."""
    for height in range(len(openers) - 1, -1, -1):
        opener = openers[height]
        if opener.start < bottom:
            break
        if opener.mark != closer.mark:
            continue
        # The "rule of three": a run that could do both matches none with which it makes a multiple of three.
        either = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
        if not either or (opener.length % 3 == 0 and closer.length % 3 == 0):
            return height
    return -1
