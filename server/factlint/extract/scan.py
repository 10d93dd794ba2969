"""One block alone: the names, offices, ranks, dates, acronyms and quotations in it. Memoised by the block's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.acronyms import find_glossed
from factlint.extract.actions import find_actions
from factlint.extract.ages import find_ages
from factlint.extract.attribution import signature, signed
from factlint.extract.bindings import Holding, find_offices, find_ranks
from factlint.extract.cast import Cast
from factlint.extract.honorifics import find_honorifics
from factlint.extract.identifiers import Identified, find_identifiers
from factlint.extract.kinship import find_kin, find_unnamed_kin
from factlint.extract.mentions import Written, find_written
from factlint.extract.quantities import find_quantities
from factlint.extract.quotations import Quoted, find_quoted, whole_block
from factlint.extract.relation import relation_of, stems_in
from factlint.extract.scores import Scored, find_scores
from factlint.extract.signatures import Label, find_labels
from factlint.extract.speakers import Clauses
from factlint.extract.speeches import Spoken, find_spoken
from factlint.extract.stance import Stances, opens_correction
from factlint.extract.styles import find_styles
from factlint.extract.titles import find_titles
from factlint.extract.tokens import Tokens, tokenise
from factlint.extract.versions import Versioned, find_versions
from factlint.kept import kept_in_use
from factlint.model import Slot, Stance
from factlint.text import Block, BlockKind, Span
from factlint.values.calendar import Calendar, calendar
from factlint.values.date_expression import DateExpression, find_dates
from factlint.values.quote import quotation
from factlint.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from factlint.lexicon import Lexicon
    from factlint.values import Value

# How many blocks are remembered that no document has any more, as where an edit is undone.
_LATELY = 64


class Sighting(Struct, frozen=True):
    """A statement as far as its block alone tells.

    `span` lies in the block's prose; `about`, `speaker` and `of`, whom a kinship is to, are numbers into the scan's
    names; `sentence` is the number of the sentence; `value` is None for a name, which the scan's names hold.
    """

    slot: Slot
    value: Value | None
    span: Span
    about: tuple[int, ...]
    relation: frozenset[str]
    stance: Stance
    speaker: int | None
    sentence: int
    of: int | None = None


class Scan(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """What one block holds: its tokens, the names in it and the sightings in the order of the text.

    `stems` are what each sentence is about: the stems of its content words, its countries and numbers. `labels` are its
    cells where each is a name or an office alone (see `signatures`). `opens_correction` where it announces corrections,
    as a heading for those behind it, as a label for itself.
    """

    tokens: Tokens
    stems: tuple[frozenset[str], ...]
    written: tuple[Written, ...]
    titled: frozenset[int]
    dates: tuple[DateExpression, ...]
    sightings: tuple[Sighting, ...]
    labels: tuple[Label, ...]
    spoken: Spoken
    opens_correction: bool
    lexicon: Lexicon

    @cached_property
    def plain_words(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(token.text for token in self.tokens.items if token.is_word and token.text.islower())


def scan(block: Block, lexicon: Lexicon) -> Scan:
    """The scan of a block; equal text of equal kind is scanned once for all documents that have it."""
    return _scan(block.text, block.kind, lexicon)


@kept_in_use(_LATELY)
def _scan(text: str, kind: BlockKind, lexicon: Lexicon) -> Scan:
    tokens = tokenise(text, lexicon)
    styles = find_styles(tokens, lexicon)
    titles = find_titles(tokens, lexicon, styles)
    written = find_written(tokens, lexicon, styles, titles, kind is BlockKind.HEADING)
    cast = Cast(tokens, lexicon, written, titles, styles)
    quotations = find_quoted(tokens) or _block_quotation(cast, kind)
    dates = find_dates(text, calendar_of(lexicon))
    offices = (*find_offices(cast), *find_kin(cast))
    spoken = find_spoken(Clauses(cast, quotations), kind)
    versions = find_versions(tokens, lexicon, (date.span for date in dates))
    fixed: list[Span] = [*(date.span for date in dates), *(found.span for found in versions)]
    scores = find_scores(tokens, lexicon, fixed)
    identifiers = find_identifiers(tokens, lexicon, [*fixed, *(found.span for found in scores)])
    see = _Seeing(cast, quotations, spoken)
    sightings = [
        *see.names(),
        *see.held(Slot.OFFICE, (*offices, *find_actions(cast))),
        *see.posts({held.start for held in offices}),
        *see.held(Slot.RELATIVE, find_unnamed_kin(cast)),
        *see.held(Slot.RANK, find_ranks(cast)),
        *see.held(Slot.TITLE, find_honorifics(cast)),
        *see.held(Slot.AGE, find_ages(cast)),
        *(see.sighting(Slot.EXPANSION, g.gloss, range(g.start, g.end)) for g in find_glossed(tokens, lexicon)),
        *see.dates(dates),
        *see.quotations(),
        *see.versions(versions),
        *see.scores(scores),
        *see.identifiers(identifiers),
        *see.quantities([*fixed, *(found.span for found in scores), *(found.span for found in identifiers)]),
    ]
    titled = {holding.written for holding in offices} | {n for n, w in enumerate(written) if w.style}
    ordered = tuple(sorted(sightings, key=lambda sighting: (sighting.span.start, sighting.slot)))
    corrects = opens_correction(tokens, lexicon, is_heading=kind is BlockKind.HEADING)
    stems = tuple(stems_in(tokens, lexicon, sentence) for sentence in tokens.sentences)
    labels = find_labels(cast)
    return Scan(tokens, stems, written, frozenset(titled), dates, ordered, labels, spoken, corrects, lexicon)


def _block_quotation(cast: Cast, kind: BlockKind) -> tuple[Quoted, ...]:
    """A block quotation without marks, up to the signature under it; nothing for a block that only signs."""
    clauses = Clauses(cast, ())
    found = signed(clauses, kind)
    if found is None and cast.tokens.items and signature(clauses, 0) is not None:
        return ()
    return (Quoted(0, found[0]),) if found else whole_block(cast.tokens, kind)


@lru_cache(maxsize=16)
def calendar_of(lexicon: Lexicon) -> Calendar:
    """The names of months, weekdays and numbers of a language, compiled once."""
    return calendar(lexicon.tables)


def _named_voices(tokens: Tokens, spoken: Spoken) -> Mapping[int, int]:
    """Who speaks in each sentence, by its start, where it names somebody."""
    voices = [voice for speech in reversed(spoken.speeches) for voice in speech.voices[:1]]
    return {tokens.sentence_of(voice.start).start: voice.name for voice in voices if voice.name is not None}


class _Seeing:
    """Makes the sightings of one block, each with stance, speaker and sentence."""

    def __init__(self, cast: Cast, quotations: Sequence[Quoted], spoken: Spoken) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.quoted = quotations
        self.stances = Stances(cast.tokens, cast.lexicon, quotations)
        self.voices = _named_voices(cast.tokens, spoken)
        self.numbers = {sentence.start: number for number, sentence in enumerate(cast.tokens.sentences)}

    def sighting(
        self,
        slot: Slot,
        value: Value | None,
        place: range,
        about: tuple[int, ...] = (),
        relation: frozenset[str] = frozenset(),
    ) -> Sighting:
        """What the tokens of `place` say."""
        sentence = self.tokens.sentence_of(place.start)
        return Sighting(
            slot,
            value,
            self.tokens.span(place.start, place.stop),
            about,
            relation,
            self.stances.at(place),
            self.voices.get(sentence.start),
            self.numbers[sentence.start],
        )

    def names(self) -> Iterator[Sighting]:
        """Every name."""
        for number, name in enumerate(self.cast.written):
            place = range(name.start, name.end)
            stance = self.stances.of_name(place, name.style is not None)
            yield replace(self.sighting(Slot.NAME, None, place, (number,)), stance=stance)

    def held(self, slot: Slot, holdings: Sequence[Holding]) -> Iterator[Sighting]:
        """Who holds which office or rank."""
        for held in holdings:
            sighting = self.sighting(slot, held.value, range(held.start, held.end), (held.written,))
            yield replace(sighting, of=held.of)

    def posts(self, held: Set[int]) -> Iterator[Sighting]:
        """The offices of states and bodies whose holders the block does not name beside them."""
        for title in self.cast.titles:
            is_told = title.office.portfolios or title.office.country or title.office.body
            if is_told and title.start not in held and not title.is_plural:
                yield self.sighting(Slot.POST, title.office, range(title.start, title.end))

    def dates(self, dates: Sequence[DateExpression]) -> Iterator[Sighting]:
        """Dates and weekdays with the words and names of their clause."""
        for found in dates:
            place = self._tokens_in(found.span)
            sentence = self.tokens.sentence_of(place.start)
            about = tuple(n for n, name in enumerate(self.cast.written) if name.start in sentence)
            relation = relation_of(self.tokens, self.cast.lexicon, place.start, place.stop)
            text = found.span.of(self.tokens.text)
            value = When(
                text,
                found.range,
                found.weekday,
                found.role,
                found.month,
                found.day,
                found.is_part,
                found.period,
                found.relative,
            )
            if found.range is not None or found.month is not None:
                yield self.sighting(Slot.DATE, value, place, about, relation)
            if found.weekday is not None and found.weekday_span is not None:
                yield self.sighting(Slot.WEEKDAY, value, self._tokens_in(found.weekday_span), about, relation)
            elif found.relative is not None and found.range is None and found.month is None:
                yield self.sighting(Slot.DISTANCE, value, place, about, relation)

    def quantities(self, taken: Sequence[Span]) -> Iterator[Sighting]:
        """Numbers that are no part of what is taken, with the words and names of their clause."""
        for found in find_quantities(self.tokens, self.cast.lexicon, taken):
            yield replace(self._counted(Slot.NUMBER, found.value, found.place), span=found.span)

    def versions(self, versions: Sequence[Versioned]) -> Iterator[Sighting]:
        """Versions with the words and names of their clause."""
        for found in versions:
            yield replace(self._counted(Slot.VERSION, found.value, found.place), span=found.span)

    def scores(self, scores: Sequence[Scored]) -> Iterator[Sighting]:
        """Scores with the words and names of their clause."""
        for found in scores:
            yield replace(self._counted(Slot.SCORE, found.value, found.place), span=found.span)

    def identifiers(self, identifiers: Sequence[Identified]) -> Iterator[Sighting]:
        """Identifiers with the words and names of their clause."""
        for found in identifiers:
            yield replace(self._counted(Slot.IDENTIFIER, found.value, found.place), span=found.span)

    def _counted(self, slot: Slot, value: Value, place: range) -> Sighting:
        sentence = self.tokens.sentence_of(place.start)
        about = tuple(n for n, name in enumerate(self.cast.written) if name.start in sentence)
        return self.sighting(
            slot, value, place, about, relation_of(self.tokens, self.cast.lexicon, place.start, place.stop)
        )

    def quotations(self) -> Iterator[Sighting]:
        """Quotations as words."""
        for quoted in self.quoted:
            text = self.tokens.span(quoted.start, quoted.end).of(self.tokens.text)
            place = range(quoted.start, quoted.end)
            yield replace(
                self.sighting(Slot.QUOTATION, quotation(text), place), stance=self.stances.of_quotation(place)
            )

    def _tokens_in(self, span: Span) -> range:
        """The tokens that a span of the prose covers, at least one."""
        first = bisect_right(self.tokens.items, span.start, key=lambda token: token.span.end)
        last = bisect_left(self.tokens.items, span.end, key=lambda token: token.span.start)
        return range(first, max(last, first + 1))
