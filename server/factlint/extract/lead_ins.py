"""What leads to a block: the question that it answers, the line that announces its list, the head of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.scan import Scan
    from factlint.extract.tokens import Tokens
    from factlint.text import Block

_PARTS = frozenset({BlockKind.ITEM, BlockKind.ROW})
# How many sentences before an answer its question may stand.
_ANSWER = 3
_LEADING = ("?", ":", "?*", "?”", '?"', ":*")


def lead_ins(blocks: Sequence[Block], scans: Sequence[Scan]) -> tuple[frozenset[str], ...]:
    """The stems of what leads to each block, none where nothing does."""
    return tuple(_lead_ins(blocks, scans))


def _lead_ins(blocks: Sequence[Block], scans: Sequence[Scan]) -> Iterator[frozenset[str]]:
    leading: frozenset[str] = frozenset()
    for number, (block, scan) in enumerate(zip(blocks, scans, strict=True)):
        before = blocks[number - 1].kind if number else None
        if block.kind not in _PARTS or block.kind is not before:
            leading = _said_last(blocks[number - 1], scans[number - 1]) if number else frozenset()
        yield leading
        if block.kind is BlockKind.ROW and before is not BlockKind.ROW:
            leading |= frozenset().union(*scan.stems)


def _said_last(block: Block, scan: Scan) -> frozenset[str]:
    """What the last sentence of a block is about that asks, or that announces what follows."""
    return scan.stems[-1] if scan.stems and block.text.rstrip().endswith(_LEADING) else frozenset()


def question_before(scans: Sequence[Scan], block: int, sentence: int) -> tuple[int, int] | None:
    """Block and sentence of the question that a sentence answers, in its block or, where it opens that, before it."""
    tokens = scans[block].tokens
    for before in range(sentence - 1, max(-1, sentence - 1 - _ANSWER), -1):
        if _asks(tokens, before):
            return block, before
    if sentence < _ANSWER and block and _asks(scans[block - 1].tokens, -1):
        return block - 1, len(scans[block - 1].tokens.sentences) - 1
    return None


def _asks(tokens: Tokens, sentence: int) -> bool:
    return bool(tokens.sentences) and tokens.items[tokens.sentences[sentence].stop - 1].text == "?"
