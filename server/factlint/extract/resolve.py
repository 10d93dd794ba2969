"""All blocks of a document together: who a surname is, when things were, who speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.descriptions import description, introduction
from factlint.extract.period import periods
from factlint.extract.signatures import paired
from factlint.extract.versions import CODE
from factlint.identity import essential, fold, surname
from factlint.kept import kept
from factlint.model import Mention, Slot, Stance, Statement
from factlint.patterns import compiled
from factlint.text import Block, BlockKind, Document, Span
from factlint.values.date import DateRange
from factlint.values.name import Kind, Name
from factlint.values.office import Office
from factlint.values.version import Release
from factlint.values.when import When

if TYPE_CHECKING:
    from datetime import date

    from factlint.extract.mentions import Written
    from factlint.extract.scan import Scan, Sighting
    from factlint.extract.titles import Title
    from factlint.lexicon import Lexicon
    from factlint.values import Value

FileSpan: TypeAlias = Callable[[Span], Span]

# How many names are remembered by what they are.
_MOST_NAMES = 2048


class Told(Struct, frozen=True):
    """What one block states, as far as its document tells: where in the file it stands makes no difference.

    `people` says of each name of the scan whom it may stand for, `periods` of each sighting when it holds; `signed` are
    the offices that stand alone in the block, each with its holder; `is_correction` where the block speaks of mistakes.
    """

    scan: Scan
    people: tuple[tuple[Name, ...], ...]
    periods: tuple[DateRange | None, ...]
    signed: tuple[tuple[tuple[Name, ...], Title], ...]
    is_correction: bool
    date: date | None


def resolve(
    blocks: Sequence[Block], scans: Sequence[Scan], lexicon: Lexicon, document_date: date | None
) -> tuple[Told, ...]:
    """What each block of a document states, from the scans of them all."""
    people = _people(tuple(dict.fromkeys(name for scanned in scans for name in _full_names(scanned))), lexicon)
    times = periods(blocks, scans, document_date, lexicon)
    signed = _signed(scans, people)
    told = zip(scans, times, _corrections(blocks, scans), strict=True)
    return tuple(
        Told(
            scanned,
            tuple(people.full(written.name) for written in scanned.written),
            when,
            tuple(signed.get(number, ())),
            is_correction,
            document_date,
        )
        for number, (scanned, when, is_correction) in enumerate(told)
    )


def statements_in(document: Document, block: Block, told: Told) -> Iterator[Statement]:
    """The statements of one block of a document in the order of the text, then those that it signs."""
    for statement in (*_statements(document, block.file_span, told), *_offices(document, block.file_span, told)):
        yield replace(statement, stance=Stance.CORRECTED) if told.is_correction else statement


def authors(document: Document) -> Iterator[Statement]:
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


def _signed(scans: Sequence[Scan], people: _People) -> dict[int, list[tuple[tuple[Name, ...], Title]]]:
    """The offices that stand alone under or over the names of those who hold them, by the number of their block."""
    found: dict[int, list[tuple[tuple[Name, ...], Title]]] = {}
    for above, below in paired([scanned.labels for scanned in scans]):
        for holder, held in zip(scans[above].labels, scans[below].labels, strict=True):
            assert holder.name is not None
            about = people.full(scans[above].written[holder.name].name)
            found.setdefault(below, []).extend((about, title) for title in held.titles)
    return found


def _offices(document: Document, file_span: FileSpan, told: Told) -> Iterator[Statement]:
    for about, title in told.signed:
        span = file_span(told.scan.tokens.span(title.start, title.end))
        yield Statement(about, frozenset(), Slot.OFFICE, title.office, Stance.ASSERTED, None, None, span, document)


def _corrections(blocks: Sequence[Block], scans: Sequence[Scan]) -> Iterator[bool]:
    """For each block whether it speaks of mistakes: it says so itself, or the heading that it stands under does."""
    is_under = False
    for block, scanned in zip(blocks, scans, strict=True):
        if block.kind is BlockKind.HEADING:
            is_under = scanned.opens_correction
        yield is_under or scanned.opens_correction


@kept
def _full_names(scanned: Scan) -> tuple[Name, ...]:
    """The full names of people in one block."""
    return tuple(
        written.name
        for number, written in enumerate(scanned.written)
        if (written.name.kind is Kind.PERSON or number in scanned.titled) and _is_full(written.name, scanned.lexicon)
    )


@lru_cache(maxsize=4)
def _people(names: tuple[Name, ...], lexicon: Lexicon) -> _People:
    """The people whom a document names in full; the same for the same names, since an edit seldom changes them."""
    return _People(names, lexicon)


class _People:
    """The full names that a document gives, by surname, in the order in which it gives them."""

    def __init__(self, names: Sequence[Name], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_surname: dict[str, list[Name]] = defaultdict(list)
        self._by_first: dict[str, list[Name]] = defaultdict(list)
        self._full: dict[Name, tuple[Name, ...]] = {}
        for name in names:
            self._by_surname[_last(name, lexicon)].append(name)
            self._by_first[fold(name.words[0])].append(name)

    def full(self, name: Name) -> tuple[Name, ...]:
        """The full names that a shorter name may stand for; the name itself where there is none."""
        if name not in self._full:
            self._full[name] = self._find(name)
        return self._full[name]

    def _find(self, name: Name) -> tuple[Name, ...]:
        known = self._by_surname.get(_last(name, self._lexicon), [])
        if _is_full(name, self._lexicon):
            longer = [other for other in known if len(other.words) > len(name.words) and _is_short_for(name, other)]
            return (*longer, name) if longer else (name,)
        return tuple(known) or self._by_first_word(name) or (name,)

    def _by_first_word(self, name: Name) -> tuple[Name, ...]:
        """The one full name that begins with a word said alone: a given name, or a surname that stands first."""
        longest = max(self._by_first.get(fold(name.words[0]), ()), key=lambda full: len(full.words), default=None)
        others = self._by_first.get(fold(name.words[0]), ())
        return (longest,) if longest and all(_is_short_for(other, longest) for other in others) else ()


@lru_cache(maxsize=_MOST_NAMES)
def _last(name: Name, lexicon: Lexicon) -> str:
    return surname(name.words, lexicon)


@lru_cache(maxsize=_MOST_NAMES)
def _is_full(name: Name, lexicon: Lexicon) -> bool:
    return len(essential(name.words, lexicon)) > 1


def _is_short_for(name: Name, full: Name) -> bool:
    """True where the first and the last word are the same and the others come in the same order."""
    words = [word.casefold() for word in name.words]
    longer = iter(word.casefold() for word in full.words)
    return words[0] == full.words[0].casefold() and all(word in longer for word in words)


def _statements(document: Document, file_span: FileSpan, told: Told) -> Iterator[Statement]:
    scanned = told.scan
    for sighting, period in zip(scanned.sightings, told.periods, strict=True):
        if _is_date_line(sighting, told.date):
            continue
        yield Statement(
            subject=tuple(name for number in sighting.about for name in told.people[number]),
            relation=sighting.relation,
            slot=sighting.slot,
            value=_value(document, told, sighting, file_span),
            stance=sighting.stance,
            speaker=told.people[sighting.speaker][0] if sighting.speaker is not None else None,
            period=period if sighting.of is None else None,
            span=file_span(sighting.span),
            document=document,
        )


def _value(document: Document, told: Told, sighting: Sighting, file_span: FileSpan) -> Value:
    """The value of a sighting: with the mention of a name, the full name of whom a kinship is to, a product in code."""
    value = sighting.value
    if value is None:
        return _mention(told.scan, sighting, file_span)
    if isinstance(value, Office) and sighting.of is not None:
        full = told.people[sighting.of]
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
