"""What a document is made of and speaks of: its headings, and under each the names and quotations."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.catalogue import quoted_text
from factlint.model import Mention, Slot
from factlint.text import Block, BlockKind, Span
from factlint.values.name import Kind
from factlint.values.quote import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.account import Account
    from factlint.model import Statement
    from factlint.text import Document
    from factlint.values.name import Name

# With fewer words something is set in quotation marks rather than quoted.
_LEAST_WORDS = 3
# A heading whose format does not tell how deep it is has nothing under it but what is no heading.
_DEEPEST = 99


class EntryKind(StrEnum):
    """What an entry of an outline is."""

    HEADING = "heading"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NAME = "name"
    QUOTATION = "quotation"


_KINDS = {
    Kind.PERSON: EntryKind.PERSON,
    Kind.ORGANISATION: EntryKind.ORGANISATION,
    Kind.PLACE: EntryKind.PLACE,
    Kind.UNKNOWN: EntryKind.NAME,
}


class Entry(NamedTuple):
    """A heading, name or quotation: what it says, of whom, all that belongs to it, its own words, what is within."""

    kind: EntryKind
    text: str
    detail: str
    whole: Span
    own: Span
    inside: tuple[Entry, ...] = ()


def outline(account: Account) -> tuple[Entry, ...]:
    """The outline of a document, in the order of the text; a name stands once under each heading."""
    headings = list(_headings(account.document))
    found = [*headings, *_quotations(account), *_names(account, headings)]
    # Of two at one place the one that holds the other comes first.
    return _nested(sorted(found, key=lambda entry: (entry.whole.start, -entry.whole.end)))


def kind_of(kind: Kind) -> EntryKind:
    """The entry that a name of a kind makes."""
    return _KINDS[kind]


def _nested(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Each entry within the narrowest one before it that contains it; those that overlap otherwise stay beside."""
    top: list[Entry] = []
    at = 0
    while at < len(entries):
        first, end = entries[at], at + 1
        while end < len(entries) and first.whole.contains(entries[end].whole):
            end += 1
        top.append(first._replace(inside=_nested(entries[at + 1 : end])))
        at = end
    return tuple(top)


def _headings(document: Document) -> Iterator[Entry]:
    """The headings, each with the text up to the next one that is as deep or less."""
    blocks = [(number, block) for number, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING]
    starts = [_start(document, number) for number, _ in blocks]
    for place, (_, block) in enumerate(blocks):
        following = (n for n in range(place + 1, len(blocks)) if _depth(blocks[n][1]) <= _depth(block))
        behind = next((starts[number] for number in following), len(document.text))
        own = block.file_span(Span(0, len(block.text)))
        end = max(own.end, starts[place] + len(document.text[starts[place] : behind].rstrip()))
        yield Entry(EntryKind.HEADING, document.prose(own), "", Span(starts[place], end), own)


def _depth(block: Block) -> int:
    return block.level or _DEEPEST


def _start(document: Document, number: int) -> int:
    """Where a block begins with its marks: its line, unless the block before it ends there."""
    own = document.blocks[number].runs[0].file
    line = document.line_starts[document.position(own).line - 1]
    before = max((block.runs[-1].file_end for block in document.blocks[max(0, number - 1) : number]), default=0)
    return min(own, max(line, before))


def _quotations(account: Account) -> Iterator[Entry]:
    for said in account.about(Slot.QUOTATION):
        text = quoted_text(said)
        if len(words_of(text)) >= _LEAST_WORDS:
            yield Entry(EntryKind.QUOTATION, text, str(said.speaker or ""), said.span, said.span)


def _names(account: Account, headings: Sequence[Entry]) -> Iterator[Entry]:
    """The first mention of each full name under a heading, with the office or rank that the document gives."""
    kinds = dict(_kinds(account))
    seen: set[tuple[int, Name]] = set()
    for said in account.about(Slot.NAME):
        name = said.subject[0]
        section = sum(heading.whole.start <= said.span.start for heading in headings)
        if name in kinds and (section, name) not in seen:
            seen.add((section, name))
            yield Entry(kinds[name], str(name), _office(account.of(name)), said.span, said.span)


def _kinds(account: Account) -> Iterator[tuple[Name, EntryKind]]:
    """The full names that more than the start of a sentence shows to be some, with what they are names of."""
    for said in account.about(Slot.NAME):
        if isinstance(said.value, Mention) and not said.value.is_weak:
            yield said.subject[0], kind_of(said.subject[0].kind)


def _office(about: Sequence[Statement]) -> str:
    told = sorted((said for said in about if said.slot in (Slot.OFFICE, Slot.RANK)), key=lambda said: said.slot)
    return next((said.document.prose(said.span) for said in told), "")
