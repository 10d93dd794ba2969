"""A list that is announced with a count and has another number of items."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.case import Case, finding
from factlint.extract.announcements import Announcement, find_announcements
from factlint.extract.enumerations import are_of_several, count_items, items_of
from factlint.extract.pieces import words_of
from factlint.model import Evidence, Finding
from factlint.text import BlockKind, Span
from factlint.values.number import Number
from factlint.values.number_format import written_like

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.scan import Scan
    from factlint.rule import Rule
    from factlint.text import Block, Document

_LEAST = 2
_COLON = ":"
# The words of a bullet up to such a mark are its label.
_LABEL_ENDS = (" – ", " — ", " - ", ":", ". ", "(", ";", ",")
_JOINTS = (" and ", " & ", "/", " or ")


class Fault(StrEnum):
    """How a list differs from its announcement."""

    LONGER = "longer"
    SHORTER = "shorter"


class _List(Struct, frozen=True):
    """How many items a list has and where in the file it stands."""

    count: int
    span: Span


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Counts that announce a list of another length."""
    document = case.draft.document
    for number, (block, scanned) in enumerate(zip(document.blocks, case.draft.scans, strict=True)):
        if block.kind is BlockKind.HEADING:
            continue
        for announced in find_announcements(scanned):
            found = _list(document, number, scanned, announced)
            if found is not None and found.count != announced.count and found.count >= _LEAST:
                yield _told(case, rule, block, announced, found)


def _list(document: Document, number: int, scanned: Scan, announced: Announcement) -> _List | None:
    if announced.mark is None:
        return None
    if announced.mark == len(scanned.tokens.items) - 1:
        is_colon = scanned.tokens.items[announced.mark].text == _COLON
        return _bullets(document, number, announced) if is_colon else None
    return _in_sentence(document.blocks[number], scanned, announced)


def _in_sentence(block: Block, scanned: Scan, announced: Announcement) -> _List | None:
    """The list behind a colon or dash in the sentence; None where its items cannot be counted for sure."""
    assert announced.mark is not None
    tokens, lexicon = scanned.tokens, scanned.lexicon
    place = range(announced.mark + 1, tokens.sentence_of(announced.mark).stop)
    counted = count_items(tokens, place, lexicon)
    if counted is None or announced.count in counted:
        return None
    items = items_of(tokens, place, lexicon)
    if counted.stop <= announced.count and are_of_several(items):
        return None
    least, last = counted.start, counted.stop - 1
    span = block.file_span(Span(items[0][0].span.start, items[-1][-1].span.end)) if items else None
    if span is None:
        span = block.file_span(tokens.span(place.start, place.stop))
    return _List(least if announced.count < least else last, span)


def _bullets(document: Document, number: int, announced: Announcement) -> _List | None:
    """The list that follows a block; None where it may go on behind other text, or its items hold several things."""
    behind = document.blocks[number + 1 :]
    if not behind or behind[0].kind is not BlockKind.ITEM:
        return None
    first = behind[0]
    run = list(takewhile(lambda block: block.kind is BlockKind.ITEM or _is_within(document, block, first), behind))
    items = [block for block in run if not _is_within(document, block, first)]
    lines = {document.position(item.runs[0].file).line for item in items}
    if len(lines) < len(items):
        return None
    if len(items) < announced.count and (_goes_on(behind[len(run) :]) or any(map(_holds_several, items))):
        return None
    return _List(len(items), Span(first.runs[0].file, run[-1].runs[-1].file_end))


def _is_within(document: Document, block: Block, item: Block) -> bool:
    """True for a block that its indentation puts inside a list item, as a second paragraph or a list of its own."""
    return _indentation(document, block) > _indentation(document, item)


def _indentation(document: Document, block: Block) -> int:
    line = document.line(document.position(block.runs[0].file).line)
    return len(line) - len(line.lstrip())


def _goes_on(blocks: Sequence[Block]) -> bool:
    """True where another list item follows before the next heading."""
    section = takewhile(lambda block: block.kind is not BlockKind.HEADING, blocks)
    return any(block.kind is BlockKind.ITEM for block in section)


def _holds_several(item: Block) -> bool:
    """True for a bullet whose label names several things: "Lund and Berg"."""
    ends = [at for mark in _LABEL_ENDS if (at := item.text.find(mark)) > 0]
    label = item.text[: min(ends, default=len(item.text))]
    return any(joint in label for joint in _JOINTS)


def _told(case: Case, rule: Rule, block: Block, announced: Announcement, found: _List) -> Finding:
    right = replace(announced.value, text=str(found.count), number=Number(Fraction(found.count)))
    words = words_of(case.draft.lexicon).cardinals
    fault = Fault.LONGER if found.count > announced.count else Fault.SHORTER
    return finding(
        rule,
        case,
        block.file_span(announced.seen.span),
        (Evidence(case.draft.document, found.span),),
        (written_like(announced.value, right, words),),
        fault,
        number=str(found.count),
    )
