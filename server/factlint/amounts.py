"""Every number in the sources: those read as quantities, and the figures of dates, codes and labels."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.mentions import is_ordinary
from factlint.extract.pieces import words_of
from factlint.kept import kept
from factlint.model import Slot
from factlint.patterns import compiled
from factlint.values.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.account import Account
    from factlint.extract.scan import Scan
    from factlint.index import Index
    from factlint.model import Statement
    from factlint.text import Span

# Longer runs of figures are no numbers that anybody means.
_FIGURES = compiled(r"\d{1,300}(?:,\d{3}){0,99}(?:\.\d{1,300})?")
_APART = compiled(r"\s*[-‐‑]\s*(?P<word>\p{L}+)")
_LOOK_AHEAD = 8
# A text that numbers its own parts has no more of them.
_MOST_PARTS = 20


@kept
def quantities(index: Index) -> tuple[tuple[Quantity, ...], ...]:
    """The quantities of the sources, sentence by sentence."""
    found: dict[tuple[Span, ...], tuple[Quantity, ...]] = {}
    for account in index.accounts:
        for statement in account.about(Slot.NUMBER):
            beside = (other for other in account.beside(statement) if other.slot is Slot.NUMBER)
            said = sorted((statement, *beside), key=lambda each: each.span)
            values = tuple(
                each.value for each in said if isinstance(each.value, Quantity) and not is_cut_short(each, account)
            )
            found[tuple(each.span for each in said)] = values
    return tuple(found.values())


@kept
def loose_figures(index: Index) -> frozenset[Fraction]:
    """The numbers of the sources outside their quantities: in dates, codes and labels, and all in words."""
    found: set[Fraction] = set()
    for account in index.accounts:
        for unread in unread_figures(account):
            found |= unread.figures
        for scanned in account.scans:
            found.update(_spelled(scanned))
            for date in scanned.dates:
                found |= _figures(date.span.of(scanned.tokens.text))
    return frozenset(found)


class Unread(Struct, frozen=True):
    """Figures that are part of no quantity and no date: their place in the file, and the capital word that they label.

    `label` is an ordinary word ("Option 2", "Section 12"), empty where there is none.
    """

    span: Span
    figures: frozenset[Fraction]
    label: str

    @property
    def may_number_a_part(self) -> bool:
        """True where a text that numbers its own parts could have so many."""
        return bool(self.label) and all(figure <= _MOST_PARTS for figure in self.figures)


def unread_figures(account: Account) -> Iterator[Unread]:
    """The figures of a document that are part of no quantity and no date."""
    for block, scanned in zip(account.document.blocks, account.scans, strict=True):
        taken = [sighting.span for sighting in scanned.sightings if sighting.slot is Slot.NUMBER]
        taken += [date.span for date in scanned.dates]
        for number, token in enumerate(scanned.tokens.items):
            is_read = any(span.overlaps(token.span) for span in taken)
            if token.text[0].isdigit() and not is_read and not _numbers_an_item(scanned, number):
                yield Unread(block.file_span(token.span), _figures(token.text), _label(scanned, number))


def is_cut_short(statement: Statement, account: Account) -> bool:
    """True for a number in words that goes on behind a hyphen: "twenty - five", the year "twenty-twenty"."""
    block = statement.document.block_at(statement.span.end)
    behind = _APART.match(block.text, block.prose_span(statement.span).end) if block else None
    return behind is not None and behind["word"].casefold() in words_of(account.lexicon).cardinals


def _numbers_an_item(scanned: Scan, number: int) -> bool:
    """True for the number of an item or a section, which opens a sentence: "3) ...", "2. ..."."""
    items = scanned.tokens.items
    after = items[number + 1].text if number + 1 < len(items) else ""
    return scanned.tokens.sentence_of(number).start == number and after in {")", "."}


def _label(scanned: Scan, number: int) -> str:
    items = scanned.tokens.items
    place = number - 2 if number > 1 and items[number - 1].text == "." else number - 1
    if place < 0 or not items[place].is_capital:
        return ""
    labels = words_of(scanned.lexicon).lists.get("labels", frozenset())
    is_word = items[place].folded in labels or is_ordinary(items[place].folded, scanned.lexicon)
    return items[place].text if is_word else ""


def _figures(text: str) -> frozenset[Fraction]:
    return frozenset(Fraction(found.replace(",", "")) for found in _FIGURES.findall(text))


def _spelled(scanned: Scan) -> Iterator[Fraction]:
    """The numbers in words, those with hyphens that stand apart among them."""
    words = words_of(scanned.lexicon)
    for sentence in scanned.tokens.sentences:
        items = [scanned.tokens.items[number].folded for number in sentence]
        folded = [part for item in items for part in item.split("-") if part]
        end = 0
        for number in range(len(folded)):
            reading = words.read(folded[number : number + _LOOK_AHEAD]) if number >= end else None
            if reading is not None:
                end = number + reading.length
                yield reading.value
