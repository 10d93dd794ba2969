"""One block alone: the names, offices, ranks, dates, acronyms and quotations in it. Memoised by the block's text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.extract.acronyms import find_expanded
from factlint.extract.bindings import Holding, find_offices, find_ranks, speakers
from factlint.extract.mentions import Written, find_written
from factlint.extract.quotations import Quoted, find_quoted, whole_block
from factlint.extract.relation import relation_of
from factlint.extract.stance import stance_at
from factlint.extract.titles import Style, Title, find_styles, find_titles
from factlint.extract.tokens import Tokens, tokenise
from factlint.model import Slot, Stance
from factlint.text import Block, BlockKind, Span
from factlint.values.calendar import Calendar, calendar
from factlint.values.date_expression import DateExpression, find_dates
from factlint.values.office import PAST, Office
from factlint.values.quote import Quotation, quotation
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lexicon import Lexicon
    from factlint.values import Value

_MOST_SCANS = 20000


@dataclass(frozen=True, slots=True)
class Sighting:
    """A statement as far as its block alone tells.

    `span` lies in the block's prose; `about` and `speaker` are numbers into the scan's names; `sentence` is the
    number of the sentence; `value` is None for a name, which the scan's names hold.
    """

    slot: Slot
    value: Value | None
    span: Span
    about: tuple[int, ...]
    relation: frozenset[str]
    stance: Stance
    speaker: int | None
    sentence: int


@dataclass(frozen=True, eq=False)
class Scan:
    """What one block holds: its tokens, the names in it and the sightings in the order of the text."""

    tokens: Tokens
    written: tuple[Written, ...]
    titled: frozenset[int]
    dates: tuple[DateExpression, ...]
    sightings: tuple[Sighting, ...]


def scan(block: Block, lexicon: Lexicon) -> Scan:
    """The scan of a block; equal text of equal kind is scanned once."""
    return _scan(block.text, block.kind, lexicon)


@lru_cache(maxsize=_MOST_SCANS)
def _scan(text: str, kind: BlockKind, lexicon: Lexicon) -> Scan:
    tokens = tokenise(text, lexicon.abbreviations)
    styles = find_styles(tokens, lexicon)
    titles = find_titles(tokens, lexicon, styles)
    written = find_written(tokens, lexicon, styles, titles, kind is BlockKind.HEADING)
    quotations = find_quoted(tokens) or whole_block(tokens, kind)
    dates = find_dates(text, calendar_of(lexicon))
    offices = find_offices(tokens, written, titles, styles)
    ranks = find_ranks(tokens, written, titles, styles)
    voices = {sentence.start: name for sentence, name in speakers(tokens, written, lexicon)}
    see = _Seeing(tokens, lexicon, quotations, voices)
    sightings = [
        *(see.sighting(Slot.NAME, None, w.start, w.end, (n,)) for n, w in enumerate(written)),
        *(see.holding(Slot.OFFICE, _held(titles[h.title].office, h.is_past), titles[h.title], h) for h in offices),
        *(see.holding(Slot.RANK, styles[h.title].rank, styles[h.title], h) for h in ranks),
        *(see.sighting(Slot.EXPANSION, e.expansion, e.start, e.end, ()) for e in find_expanded(tokens)),
        *see.dates(dates, written),
        *see.quotations(),
    ]
    titled = {h.written for h in offices} | {n for n, w in enumerate(written) if w.style}
    ordered = tuple(sorted(sightings, key=lambda sighting: (sighting.span.start, sighting.slot)))
    return Scan(tokens, written, frozenset(titled), dates, ordered)


def _held(office: Office, is_past: bool) -> Office:
    return replace(office, qualifiers=office.qualifiers | {PAST}) if is_past else office


@lru_cache(maxsize=16)
def calendar_of(lexicon: Lexicon) -> Calendar:
    """The names of months, weekdays and numbers of a language, compiled once."""
    return calendar(lexicon.tables)


class _Seeing:
    """Makes the sightings of one block, each with stance, speaker and sentence."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, quotations: Sequence[Quoted], voices: dict[int, int]) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.quoted = quotations
        self.voices = voices
        self._starts = [item.span.start for item in tokens.items]

    def holding(self, slot: Slot, value: Value | None, place: Title | Style, holding: Holding) -> Sighting:
        """That somebody holds an office or a rank."""
        return self.sighting(slot, value, place.start, place.end, (holding.written,))

    def sighting(
        self,
        slot: Slot,
        value: Value | None,
        start: int,
        end: int,
        about: tuple[int, ...],
        relation: frozenset[str] = frozenset(),
    ) -> Sighting:
        """What tokens `start` up to `end` say."""
        sentence = self.tokens.sentence_of(start)
        return Sighting(
            slot,
            value,
            self.tokens.span(start, end),
            about,
            relation,
            stance_at(self.tokens, self.lexicon, self.quoted, start, end),
            self.voices.get(sentence.start),
            self.tokens.sentences.index(sentence),
        )

    def dates(self, dates: Sequence[DateExpression], written: Sequence[Written]) -> Iterator[Sighting]:
        """Dates and weekdays with the words and names of their clause."""
        for found in dates:
            start, end = self._range(found.span)
            sentence = self.tokens.sentence_of(start)
            about = tuple(n for n, name in enumerate(written) if name.start in sentence)
            relation = relation_of(self.tokens, self.lexicon, start, end)
            value = When(found.span.of(self.tokens.text), found.range, found.weekday, found.role)
            if found.range is not None:
                yield self.sighting(Slot.DATE, value, start, end, about, relation)
            if found.weekday is not None and found.weekday_span is not None:
                yield self.sighting(Slot.WEEKDAY, value, *self._range(found.weekday_span), about, relation)

    def quotations(self) -> Iterator[Sighting]:
        """Quotations as spans of words."""
        for quoted in self.quoted:
            span = self.tokens.span(quoted.start, quoted.end)
            words: Quotation = quotation(span.of(self.tokens.text))
            yield self.sighting(Slot.QUOTATION, words, quoted.start, quoted.end, ())

    def _range(self, span: Span) -> tuple[int, int]:
        """The token numbers that a span of the prose covers, at least one."""
        inside = [n for n, item in enumerate(self.tokens.items) if item.span.overlaps(span)]
        return inside[0], inside[-1] + 1
