"""Who speaks in a document: the speakers of its blocks with their full names, pronouns and offices resolved."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.model import Slot
from factlint.text import BlockKind, Span
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.scan import Scan
    from factlint.extract.speakers import Voice
    from factlint.extract.speeches import Focus
    from factlint.model import Statement
    from factlint.text import Document
    from factlint.values.name import Name

# How many sentences before its own a pronoun's antecedent may stand.
_MOST_SENTENCES = 3
# How many further paragraphs a quotation runs on for that a paragraph leaves open.
_MOST_BLOCKS = 6


class Naming(StrEnum):
    """How a text names a speaker."""

    NAME = "name"
    OFFICE = "office"
    PRONOUN = "pronoun"


class Speaker(Struct, frozen=True):
    """Who may be meant, as full names, the likeliest first; `span` is where the file names them, without the verb."""

    names: tuple[Name, ...]
    naming: Naming
    span: Span
    office: Office | None = None


class Utterance(Struct, frozen=True):
    """Words of the file that somebody speaks; `speakers` is empty where the document does not surely say who.

    `span` runs from the first word to the last; words that are reported have the span of their sentence.
    """

    span: Span
    is_quoted: bool
    speakers: tuple[Speaker, ...]


def find_utterances(
    document: Document, scans: Sequence[Scan], statements: Sequence[Statement]
) -> tuple[Utterance, ...]:
    """All utterances of a document, block by block."""
    return tuple(_Voices(document, scans, statements).utterances())


class _Voices:
    def __init__(self, document: Document, scans: Sequence[Scan], statements: Sequence[Statement]) -> None:
        self._document = document
        self._scans = scans
        self._names = {s.span: s.subject[0] for s in statements if s.slot is Slot.NAME and s.subject}
        self._offices = [s for s in statements if s.slot is Slot.OFFICE and s.subject and s.is_held]
        self._focuses: list[tuple[int, Focus]] = [
            (number, focus) for number, scanned in enumerate(scans) for focus in scanned.spoken.focuses
        ]
        self._places: Mapping[tuple[int, int], int] = {
            (block, focus.sentence.start): place for place, (block, focus) in enumerate(self._focuses)
        }

    def utterances(self) -> Iterator[Utterance]:
        """Every utterance, block by block; a quotation that a block leaves open goes on in the next."""
        carried: tuple[Speaker, ...] = ()
        for number, scanned in enumerate(self._scans):
            if number in self._continued:
                yield Utterance(self._span(number, 0, self._continued[number]), True, carried)
            lead, last = self._lead(number - 1), carried
            for speech in scanned.spoken.speeches:
                speakers = self._speakers(number, speech.voices)
                if not speech.voices and speech.is_carried:
                    speakers = self._signed(number + 1) or lead or carried
                if speech.is_asked:
                    speakers = self._answering(number + 1)
                yield Utterance(self._span(number, speech.start, speech.end), speech.is_quoted, speakers)
                last = speakers if speech.is_quoted else last
            if lead and self._is_bare(number):
                yield Utterance(self._span(number, 0, len(scanned.tokens.items)), True, lead)
            carried = last if _is_open(scanned) or number + 1 in self._continued else ()

    def _is_bare(self, block: int) -> bool:
        """True for words that a colon before the block can lead to: without quotation marks, or with some words in
        them that they give to nobody."""
        items = self._scans[block].tokens.items
        quoted = [speech for speech in self._scans[block].spoken.speeches if speech.is_quoted]
        is_whole = not any(speech.voices or speech.is_carried or speech.start <= 1 for speech in quoted)
        is_prose = self._document.blocks[block].kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION)
        return is_prose and is_whole and bool(items)

    @cached_property
    def _continued(self) -> Mapping[int, int]:
        """The blocks that go on with a quotation left open, and how many of their tokens belong to it."""
        found: dict[int, int] = {}
        for number, scanned in enumerate(self._scans):
            if not _is_open(scanned):
                continue
            following = self._scans[number + 1 : number + 1 + _MOST_BLOCKS]
            last = next((place for place, other in enumerate(following) if _has_marks(other)), None)
            if last is None or following[last].spoken.closes is None:
                continue
            for place, other in enumerate(following[: last + 1]):
                end = other.spoken.closes or len(other.tokens.items)
                if end:
                    found[number + 1 + place] = end
        return found

    def _lead(self, block: int) -> tuple[Speaker, ...]:
        """Whom a block that ends in a colon makes the speaker of the next."""
        lead = self._scans[block].spoken.lead if block >= 0 else None
        return self._speakers(block, (lead,)) if lead else ()

    def _signed(self, block: int) -> tuple[Speaker, ...]:
        """Whom a block that only signs makes the speaker of the one before."""
        voice = self._scans[block].spoken.signature if block < len(self._scans) else None
        return self._speakers(block, (voice,)) if voice else ()

    def _answering(self, block: int) -> tuple[Speaker, ...]:
        """Whom a block names first that answers who said the words of the one before."""
        voice = self._scans[block].spoken.answer if block < len(self._scans) else None
        return self._speakers(block, (voice,)) if voice else ()

    def _span(self, block: int, start: int, end: int) -> Span:
        return self._document.blocks[block].file_span(self._scans[block].tokens.span(start, end))

    def _speakers(self, block: int, voices: Sequence[Voice]) -> tuple[Speaker, ...]:
        found = tuple(self._speaker(block, voice) for voice in voices)
        return found if all(speaker.names or speaker.office for speaker in found) else ()

    def _speaker(self, block: int, voice: Voice) -> Speaker:
        if voice.name is not None:
            written = self._scans[block].written[voice.name]
            span = self._span(block, written.start, written.end)
            name = self._names.get(span)
            return Speaker((name,) if name else (), Naming.NAME, span)
        span = self._span(block, voice.start, voice.end)
        if voice.title is not None:
            return Speaker(self._holders(voice.title.office), Naming.OFFICE, span, voice.title.office)
        return Speaker(self._antecedents(block, voice), Naming.PRONOUN, span)

    def _holders(self, office: Office) -> tuple[Name, ...]:
        """The one person to whom the document gives an office; nobody where it gives it to several."""
        holders = {s.subject[0] for s in self._offices if isinstance(s.value, Office) and agree(office, s.value)}
        return tuple(holders) if len(holders) == 1 else ()

    def _antecedents(self, block: int, voice: Voice) -> tuple[Name, ...]:
        """Whom a pronoun may stand for, the likeliest first: the subject of its sentence before it, else of the nearest
        that has one; then everybody else named shortly before, and whom the document speaks of most."""
        place = self._places.get((block, self._scans[block].tokens.sentence_of(voice.start).start))
        if place is None:
            return ()
        found = list(self._named_before(block, voice, self._focuses[place][1]))
        if found:
            return tuple(dict.fromkeys([*found, *self._topic]))
        for back in range(place - 1, max(-1, place - 1 - _MOST_SENTENCES), -1):
            number, focus = self._focuses[back]
            if number < block - 1:
                break
            if focus.subject is not None and not focus.subject.is_pronoun:
                found.extend(self._speaker(number, focus.subject).names)
            found.extend(self._named(number, focus.people))
        return tuple(dict.fromkeys([*found, *self._topic])) if found else ()

    def _named_before(self, block: int, voice: Voice, focus: Focus) -> tuple[Name, ...]:
        """The people of a pronoun's own sentence before it; in "Berg, he said, was late" somebody else speaks."""
        if voice.start == focus.sentence.start or not self._scans[block].tokens.items[voice.start - 1].is_word:
            return ()
        return self._named(block, [person for person in focus.people if person.start < voice.start])

    @cached_property
    def _topic(self) -> tuple[Name, ...]:
        """The name that most statements are about."""
        counts = Counter(name for name in self._names.values() if len(name.words) > 1)
        return tuple(name for name, _ in counts.most_common(1))

    def _named(self, block: int, voices: Sequence[Voice]) -> tuple[Name, ...]:
        return tuple(dict.fromkeys(name for voice in voices for name in self._speaker(block, voice).names))


def _has_marks(scanned: Scan) -> bool:
    return scanned.spoken.closes is not None or any(speech.is_quoted for speech in scanned.spoken.speeches)


def _is_open(scanned: Scan) -> bool:
    """True where a block ends within a quotation that it does not close."""
    quoted = [speech for speech in scanned.spoken.speeches if speech.is_quoted]
    return bool(quoted) and quoted[-1].end == len(scanned.tokens.items)
