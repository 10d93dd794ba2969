"""What the dates of a document are of: the words of the sentence, those around it, and the names that it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.events import event_in, event_near
from factlint.extract.lead_ins import question_before
from factlint.extract.lengths import find_lengths
from factlint.extract.relation import stem, stem_of, stems_in
from factlint.extract.tables import column_head
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Slot, Stance, Statement
from factlint.text import BlockKind, Span
from factlint.values.date import DateRange
from factlint.values.date_context import Role
from factlint.values.name import Kind
from factlint.values.relative_date import weekday_near
from factlint.values.when import Parts, When, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from factlint.extract.account import Account
    from factlint.extract.scan import Scan
    from factlint.extract.tokens import Token
    from factlint.lexicon import Lexicon

# How many words of its own a sentence has at most that only labels what stands behind it ("7 June 2018. Four ...").
_LABEL = 1
# How many sentences a label may stand for.
_LABELLED = 2
# How many words before a date tell what it is of, and what ends those behind it.
_ENOUGH, _ENDS = 2, frozenset({",", ";", ":", ")", "(", "and", "but", "—", "–"})
# What the ends of a range are where it is one of time ("from 1951 to 1968").
_END_ROLES = (Role.FROM, Role.UNTIL)
_UNKNOWN = Parts(None, None, None)


class Dated(Struct, frozen=True, eq=False):
    """One date of a document, or one end of a range, and the stems of what it is of.

    `words` are those of its sentence without the dates in it, and of the question or label that it answers to; `near`
    those nearest to it, up to the dates before and behind it; `people` those of the names of people before it;
    `around` also those of the sentence before and of the heading; `topic` the words of the names
    in its block and the one before, of its heading and of the title; `names` those of the names in its sentence, and
    `cast` of all in the document. `event` is the kind of event that it dates where a thing has but one such ("birth"),
    `beside` holds the other dates of the sentence, and `figures` its versions and numbers of several figures, or those
    nearest to the date where others stand beside it. `is_whole` for a date that is no end of a range; `is_reckoned`
    where only the document's own date tells which day is meant, `is_own` for that date itself.
    """

    statement: Statement
    parts: Parts
    role: str
    words: frozenset[str]
    near: frozenset[str]
    people: frozenset[str]
    around: frozenset[str]
    topic: frozenset[str]
    names: frozenset[str]
    cast: frozenset[str]
    event: str
    beside: frozenset[Parts]
    figures: frozenset[str]
    is_whole: bool = True
    is_reckoned: bool = False
    is_own: bool = False


@kept
def dates_of(account: Account) -> tuple[Dated, ...]:
    """The dates that a document holds to be right, in the order of the text."""
    passages = _Passages(account)
    said = (statement for statement in account.about(Slot.DATE) if statement.is_held)
    return tuple(dated for statement in said for dated in passages.dated(statement))


def dated_at(statement: Statement, account: Account) -> Dated | None:
    """The date of a document that one of its statements is; None for one that is none, or is not held to be right."""
    return next((dated for dated in _by_place(account).get(statement.span, ()) if dated.statement == statement), None)


@kept
def _by_place(account: Account) -> Mapping[Span, Sequence[Dated]]:
    found: dict[Span, list[Dated]] = defaultdict(list)
    for dated in dates_of(account):
        found[dated.statement.span].append(dated)
    return found


def reckoned(account: Account) -> Iterator[Dated]:
    """The document's own day, as that of what its title tells, and the days that its lone weekdays mean by it."""
    if account.date is None:
        return
    passages = _Passages(account)
    own = passages.own_date(account.date)
    if own is not None:
        yield own
    for statement in account.about(Slot.WEEKDAY):
        when = statement.value
        if isinstance(when, When) and when.weekday is not None and when.range is None and when.month is None:
            days = weekday_near(when.weekday, None, account.date)
            meant = replace(statement, value=replace(when, range=days))
            yield from (replace(dated, is_reckoned=True) for dated in passages.dated(meant))


@kept
def undated_times(account: Account) -> tuple[Dated, ...]:
    """The lone weekdays of a document ("on Friday") and its times told by a distance ("two days later"), if held right.

    Their parts are empty: what day they are only other passages tell.
    """
    passages = _Passages(account)
    said = (*account.about(Slot.WEEKDAY), *account.about(Slot.DISTANCE))
    return tuple(
        dated
        for statement in said
        if statement.is_held and isinstance(statement.value, When) and not parts_of(statement.value)
        for dated in passages.undated(statement)
    )


def _figures(words: frozenset[str]) -> frozenset[str]:
    """The versions and the numbers of several figures among some words."""
    return frozenset(each for each in words if each[0].isdigit() and len(each) > 2)


class _Passages:
    """The passages of one document that its dates stand in."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.language = account.lexicon.language

    def dated(self, statement: Statement) -> Iterator[Dated]:
        """A date, or both ends of a range, with what they are of."""
        when = statement.value
        if isinstance(when, When):
            yield from self._told(statement, when, parts_of(when))

    def undated(self, statement: Statement) -> Iterator[Dated]:
        """A time whose day is not told, with what it is of."""
        if isinstance(statement.value, When):
            yield from self._told(statement, statement.value, (_UNKNOWN,))

    def _told(self, statement: Statement, when: When, ends: tuple[Parts, ...]) -> Iterator[Dated]:
        place = self.account.sentence_of(statement)
        if place is None:
            return
        block, sentence = place
        words, before = self._words(block, sentence, statement), self._before(block, sentence)
        beside = frozenset(
            parts
            for other in self.account.beside(statement)
            if other.slot is Slot.DATE and isinstance(other.value, When)
            for parts in parts_of(other.value)
        )
        for number, parts in enumerate(ends):
            event = self._event(block, sentence, statement, number if len(ends) > 1 else None)
            near, others = self._near(block, statement), beside | (set(ends) - {parts})
            yield Dated(
                statement=statement,
                parts=parts,
                role=_END_ROLES[number] if len(ends) > 1 and when.role == Role.BETWEEN else when.role,
                words=words,
                near=near,
                people=self._people(block, statement),
                around=words | before | self._heading_words(block),
                topic=self._topics[block],
                names=_name_stems(self.account.scans[block], self.language) & words,
                cast=self._cast,
                event=event,
                beside=others,
                figures=_figures(near if others else words),
                is_whole=len(ends) == 1 and (when.period is not None or not when.is_part),
            )

    def own_date(self, day: date) -> Dated | None:
        """The day that a document gives as its own, of what its title and its first words tell."""
        document, title = self.account.document, title_words(self.account)
        written = next((text for text in _written(self.account, day) if text in document.text), None)
        if written is None or not title:
            return None
        start = document.text.index(written)
        when = When(written, DateRange(day, day), None, "on", day.month, day.day)
        return Dated(
            statement=Statement(
                (), title, Slot.DATE, when, Stance.ASSERTED, None, None, Span(start, start + len(written)), document
            ),
            parts=Parts(day.year, day.month, day.day),
            role=when.role,
            words=title,
            near=title,
            people=frozenset(),
            around=title.union(*(stems for block in self._stems[:1] for stems in block)),
            topic=title.union(*self._topics[:1]),
            names=title & self._cast,
            cast=self._cast,
            event="",
            beside=frozenset(),
            figures=_figures(title),
            is_own=True,
        )

    def _event(self, block: int, sentence: int, statement: Statement, end: int | None) -> str:
        span = self.account.document.blocks[block].prose_span(statement.span)
        found = event_near(self.account.scans[block], span, end, self.account.lexicon)
        question = None if found else question_before(self.account.scans, block, sentence)
        if question is None:
            return found
        tokens = self.account.scans[question[0]].tokens
        return event_in(tokens, tokens.sentences[question[1]], self.account.lexicon)

    def _words(self, block: int, sentence: int, statement: Statement) -> frozenset[str]:
        """The words of the sentence of a date; of a lone date those that it labels, of an answer the question too."""
        stems = self._stems[block]
        found = set(stems[sentence])
        if self.account.document.blocks[block].kind is BlockKind.ROW:
            place = self.account.place_of(statement.span)
            blocks, scans = self.account.document.blocks, self.account.scans
            head = column_head(blocks, scans, block, place.tokens.start) if place is not None else frozenset()
            return head.union(*stems)
        if len(found) <= _LABEL:
            found.update(*stems[sentence + 1 : sentence + 1 + _LABELLED])
        question = question_before(self.account.scans, block, sentence)
        return frozenset(found) | (self._stems[question[0]][question[1]] if question else frozenset())

    def _near(self, block: int, statement: Statement) -> frozenset[str]:
        """The words back to the date before; and on to the date behind, or where those suffice, to the next mark."""
        scanned = self.account.scans[block]
        tokens, lexicon = scanned.tokens, self.account.lexicon
        span = self.account.document.blocks[block].prose_span(statement.span)
        first, behind = tokens.at(span.start), tokens.at(span.end - 1) + 1
        sentence = tokens.sentence_of(min(first, len(tokens.items) - 1))
        dated = [(tokens.at(found.span.start), tokens.at(found.span.end - 1) + 1) for found in scanned.dates]
        low = max((end for _, end in dated if sentence.start <= end <= first), default=sentence.start)
        high = min((start for start, _ in dated if behind <= start < sentence.stop), default=sentence.stop)
        before = stems_in(tokens, lexicon, range(low, first))
        if len(before) >= _ENOUGH:
            high = next((n for n in range(behind, high) if tokens.items[n].folded in _ENDS), high)
        return before | stems_in(tokens, lexicon, range(behind, high))

    def _people(self, block: int, statement: Statement) -> frozenset[str]:
        """The words of the names of people between the start of the sentence and a date."""
        scanned = self.account.scans[block]
        first = scanned.tokens.at(self.account.document.blocks[block].prose_span(statement.span).start)
        start = scanned.tokens.sentence_of(min(first, len(scanned.tokens.items) - 1)).start
        given = self.account.lexicon.given_names
        return frozenset(
            stem(fold(word), self.language)
            for written in scanned.written
            if start <= written.start < first
            for word in written.name.words
            if written.name.kind is Kind.PERSON or fold(word) in given
        )

    def _before(self, block: int, sentence: int) -> frozenset[str]:
        return self._stems[block][sentence - 1] if sentence else frozenset()

    def _heading_words(self, block: int) -> frozenset[str]:
        heading = self._headings[block]
        return frozenset().union(*self._stems[heading]) if heading is not None else frozenset()

    @cached_property
    def _stems(self) -> list[list[frozenset[str]]]:
        return [undated_stems(scanned) for scanned in self.account.scans]

    @cached_property
    def _cast(self) -> frozenset[str]:
        return frozenset().union(*(_name_stems(scanned, self.language) for scanned in self.account.scans))

    @cached_property
    def _headings(self) -> list[int | None]:
        """The number of the heading over each block, that of a heading its own."""
        found: list[int | None] = []
        for number, block in enumerate(self.account.document.blocks):
            is_heading = block.kind is BlockKind.HEADING
            found.append(number if is_heading else (found[-1] if found else None))
        return found

    @cached_property
    def _topics(self) -> list[frozenset[str]]:
        title = title_words(self.account)
        names = [_name_stems(scanned, self.language) for scanned in self.account.scans]
        return [
            title | names[number] | (names[number - 1] if number else frozenset()) | self._heading_words(number)
            for number in range(len(names))
        ]


def _written(account: Account, day: date) -> Iterator[str]:
    """How a document may write its own day: as in its metadata, or as any date of its text."""
    yield day.isoformat()
    for scanned in account.scans:
        for found in scanned.dates:
            if found.range is not None and found.range.is_day and found.range.first == day:
                yield found.span.of(scanned.tokens.text)


def is_far_from_event(statement: Statement, account: Account) -> bool:
    """True for a date whose sentence says how long before or after something it is: the words are that other one's."""
    away = far_words(account.lexicon)
    return any(stated.tail in away for stated in find_lengths(account.text_of(statement), account.lexicon))


def far_words(lexicon: Lexicon) -> frozenset[str]:
    """The words behind a length of time by which something is told from another event."""
    return frozenset(lexicon.tables.get("lengths", {}).get("away", ()))


def title_words(account: Account) -> frozenset[str]:
    """The stems of the title that a document's metadata or its first heading gives."""
    known = account.lexicon.function_words
    words = (fold(word.strip(".,:;!?()“”\"'‘’")) for word in account.document.metadata.get("title", "").split())
    written = frozenset(stem_of(word, account.lexicon) for word in words if len(word) > 2 and word not in known)
    heads = (
        scanned
        for block, scanned in zip(account.document.blocks, account.scans, strict=True)
        if block.kind is BlockKind.HEADING
    )
    first = next(heads, None)
    return written.union(*undated_stems(first)) if first is not None else written


def undated_stems(scanned: Scan) -> list[frozenset[str]]:
    """What each sentence of a block is about, apart from the dates in it."""
    items = scanned.tokens.items
    spans = [span for found in scanned.dates for span in (found.span, found.weekday_span) if span is not None]
    taken = {number for span in spans for number in _overlapping(items, span)}
    return [
        stems if taken.isdisjoint(sentence) else _without(taken, scanned, sentence)
        for sentence, stems in zip(scanned.tokens.sentences, scanned.stems, strict=True)
    ]


def _overlapping(items: Sequence[Token], span: Span) -> range:
    """The numbers of the tokens of which a span has a part."""
    start = bisect_right(items, span.start, key=lambda token: token.span.end)
    return range(start, bisect_left(items, span.end, key=lambda token: token.span.start))


def _without(taken: set[int], scanned: Scan, sentence: range) -> frozenset[str]:
    """What a sentence is about, apart from some of its tokens; no name runs on over them."""
    ends = sorted(taken.intersection(sentence))
    parts = (range(start + 1, end) for start, end in pairwise((sentence.start - 1, *ends, sentence.stop)))
    return frozenset().union(*(stems_in(scanned.tokens, scanned.lexicon, part) for part in parts))


def _name_stems(scanned: Scan, language: str) -> frozenset[str]:
    return frozenset(stem(fold(word), language) for written in scanned.written for word in written.name.words)
