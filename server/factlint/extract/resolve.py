"""All blocks of a document together: who a surname is, when things were, who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from factlint.extract.descriptions import description, introduction
from factlint.extract.period import frames
from factlint.extract.signatures import paired
from factlint.extract.versions import CODE
from factlint.identity import essential, fold, surname
from factlint.model import Mention, Slot, Stance, Statement
from factlint.patterns import compiled
from factlint.text import BlockKind, Document, Span
from factlint.values.date import DateRange
from factlint.values.name import Kind, Name
from factlint.values.office import Office
from factlint.values.version import Release
from factlint.values.when import When

if TYPE_CHECKING:
    from datetime import date

    from factlint.extract.mentions import Written
    from factlint.extract.period import Frames
    from factlint.extract.scan import Scan, Sighting
    from factlint.lexicon import Lexicon
    from factlint.values import Value

FileSpan: TypeAlias = Callable[[Span], Span]


def resolve(
    document: Document, scans: Sequence[Scan], lexicon: Lexicon, document_date: date | None
) -> tuple[Statement, ...]:
    """The statements of a document in the order of the text, from the scans of its blocks."""
    people = _People(lexicon)
    for scanned in scans:
        people.meet(scanned)
    times = frames(document.blocks, scans, document_date, lexicon)
    signed = _signed(document, scans, people)
    blocks = zip(document.blocks, times, _corrections(document, scans), strict=True)
    return tuple(_authors(document)) + tuple(
        replace(statement, stance=Stance.CORRECTED) if is_correction else statement
        for number, (block, told, is_correction) in enumerate(blocks)
        for statement in (
            *_statements(document, block.file_span, told, people, document_date),
            *signed.get(number, ()),
        )
    )


def _authors(document: Document) -> Iterator[Statement]:
    """The author whom the document's metadata names, as a name that its text may misspell."""
    author = document.metadata.get("author", "")
    start = document.text.find(author) if author.istitle() else -1
    words, here = [], start
    for word in author.split() if start >= 0 else ():
        here = document.text.index(word, here)
        words.append(Span(here, here + len(word)))
        here += len(word)
    if len(words) > 1:
        name = Name(tuple(span.of(document.text) for span in words), Kind.PERSON)
        span = Span(words[0].start, words[-1].end)
        mention = Mention(name, tuple(words), is_titled=False, is_weak=False)
        yield Statement((name,), frozenset(), Slot.NAME, mention, Stance.ASSERTED, None, None, span, document)


def _signed(document: Document, scans: Sequence[Scan], people: _People) -> dict[int, list[Statement]]:
    """The offices that stand alone under or over the names of those who hold them, by the number of their block."""
    found: dict[int, list[Statement]] = {}
    for above, below in paired([scanned.labels for scanned in scans]):
        for holder, held in zip(scans[above].labels, scans[below].labels, strict=True):
            assert holder.name is not None
            about = people.full(scans[above].written[holder.name].name)
            for title in held.titles:
                span = document.blocks[below].file_span(scans[below].tokens.span(title.start, title.end))
                statement = Statement(
                    about, frozenset(), Slot.OFFICE, title.office, Stance.ASSERTED, None, None, span, document
                )
                found.setdefault(below, []).append(statement)
    return found


def _corrections(document: Document, scans: Sequence[Scan]) -> Iterator[bool]:
    """For each block whether it speaks of mistakes: it says so itself, or the heading that it stands under does."""
    is_under = False
    for block, scanned in zip(document.blocks, scans, strict=True):
        if block.kind is BlockKind.HEADING:
            is_under = scanned.opens_correction
        yield is_under or scanned.opens_correction


class _People:
    """The full names that a document gives, by surname, in the order in which it gives them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_surname: dict[str, list[Name]] = {}
        self._by_first: dict[str, list[Name]] = {}

    def meet(self, scanned: Scan) -> None:
        """Remember the full names of people in one block."""
        for number, written in enumerate(scanned.written):
            name = written.name
            is_person = name.kind is Kind.PERSON or number in scanned.titled
            if len(essential(name.words, self._lexicon)) > 1 and is_person:
                self._remember(name, self._by_surname, surname(name.words, self._lexicon))
                self._remember(name, self._by_first, fold(name.words[0]))

    def _remember(self, name: Name, table: dict[str, list[Name]], word: str) -> None:
        known = table.setdefault(word, [])
        if name not in known:
            known.append(name)

    def full(self, name: Name) -> tuple[Name, ...]:
        """The full names that a shorter name may stand for; the name itself where there is none."""
        known = self._by_surname.get(surname(name.words, self._lexicon), [])
        if len(essential(name.words, self._lexicon)) > 1:
            longer = [other for other in known if len(other.words) > len(name.words) and _is_short_for(name, other)]
            return (*longer, name) if longer else (name,)
        return tuple(known) or self._by_first_word(name) or (name,)

    def _by_first_word(self, name: Name) -> tuple[Name, ...]:
        """The one full name that begins with a word said alone: a given name, or a surname that stands first."""
        longest = max(self._by_first.get(fold(name.words[0]), ()), key=lambda full: len(full.words), default=None)
        others = self._by_first.get(fold(name.words[0]), ())
        return (longest,) if longest and all(_is_short_for(other, longest) for other in others) else ()


def _is_short_for(name: Name, full: Name) -> bool:
    """True where the first and the last word are the same and the others come in the same order."""
    words = [word.casefold() for word in name.words]
    longer = iter(word.casefold() for word in full.words)
    return words[0] == full.words[0].casefold() and all(word in longer for word in words)


def _statements(
    document: Document, file_span: FileSpan, times: Frames, people: _People, document_date: date | None
) -> Iterator[Statement]:
    scanned = times.scan
    for sighting in scanned.sightings:
        if _is_date_line(sighting, document_date):
            continue
        about = [scanned.written[number] for number in sighting.about]
        speaker = people.full(scanned.written[sighting.speaker].name)[0] if sighting.speaker is not None else None
        yield Statement(
            subject=tuple(name for written in about for name in people.full(written.name)),
            relation=sighting.relation,
            slot=sighting.slot,
            value=_value(document, scanned, sighting, people, file_span),
            stance=sighting.stance,
            speaker=speaker,
            period=times.at(sighting.sentence, sighting.span) if sighting.of is None else None,
            span=file_span(sighting.span),
            document=document,
        )


def _value(document: Document, scanned: Scan, sighting: Sighting, people: _People, file_span: FileSpan) -> Value:
    """The value of a sighting: with the mention of a name, the full name of whom a kinship is to, a product in code."""
    value = sighting.value
    if value is None:
        return _mention(scanned, sighting, file_span)
    if isinstance(value, Office) and sighting.of is not None:
        full = people.full(scanned.written[sighting.of].name)
        return replace(value, body=frozenset(word.casefold() for word in full[0].words)) if len(full) == 1 else value
    return _with_product(value, document, file_span) if isinstance(value, Release) else value


def _with_product(release: Release, document: Document, file_span: FileSpan) -> Release:
    """A release whose product stands in a code span, with what stands there as the product."""
    if release.product != (CODE,) or release.named is None:
        return release
    code = file_span(release.named).of(document.text)
    return replace(release, product=tuple(fold(word) for word in _CODE_WORD.findall(code)[-1:]))


_CODE_WORD = compiled(r"\p{L}[\p{L}\d_]*")

# How far into a block the date of a date line may stand ("TEHRAN, Friday, 12 May 2023 (Agency) - ...").
_DATE_LINE = 60


def _is_date_line(sighting: Sighting, document_date: date | None) -> bool:
    """True for the document's own date at the head of a block: it dates the document, and no event told there."""
    value = sighting.value
    if sighting.slot is not Slot.DATE or not isinstance(value, When) or value.range is None or document_date is None:
        return False
    is_own = value.range == DateRange(document_date, document_date)
    return is_own and not value.role and sighting.span.start < _DATE_LINE


def _mention(scanned: Scan, sighting: Sighting, file_span: FileSpan) -> Mention:
    number = sighting.about[0]
    written: Written = scanned.written[number]
    words = [token for token in scanned.tokens.items[written.start : written.end] if token.is_word]
    return Mention(
        written.name,
        tuple(file_span(token.span) for token in words),
        number in scanned.titled,
        written.is_weak,
        introduction(scanned.tokens, scanned.lexicon, written.start),
        description(scanned.tokens, scanned.lexicon, written.end),
    )
