"""An account: what one document says, and where in it things stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.lead_ins import lead_ins
from factlint.extract.passives import passive_before
from factlint.extract.resolve import authors, statements_in
from factlint.extract.stance import tells_apart
from factlint.extract.tokens import tokenise
from factlint.extract.utterances import Utterance, find_utterances
from factlint.extract.versions import find_versions
from factlint.identity import fold
from factlint.model import Slot, Statement
from factlint.text import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from factlint.extract.resolve import Told
    from factlint.extract.scan import Scan
    from factlint.lexicon import Lexicon
    from factlint.text import Document, Span
    from factlint.values.name import Name
    from factlint.values.version import Release

# How far into a sentence a pronoun leads to the one before.
_OPENING_WORDS = 6
# How many blocks before and behind another tell what that speaks of.
_BEFORE, _BEHIND = 2, 1
_ROWS = frozenset({BlockKind.ROW, BlockKind.ITEM})


class Place(Struct, frozen=True):
    """A range of tokens of one block, which is given by its number."""

    block: int
    tokens: range


class Account(Struct, frozen=True, eq=False, dict=True):
    """What one document says: its statements in the order of the text, its date, and the words it is made of.

    `told` is what each block states, from which the statements are made when they are asked for; `reading` are the
    statements to be taken in their place. `whole` is the account of all blocks, where this one has a part of them.
    """

    document: Document
    lexicon: Lexicon
    date: date | None
    scans: tuple[Scan, ...]
    told: tuple[Told, ...]
    reading: tuple[Statement, ...] | None = None
    whole: Account | None = None

    def part(self, blocks: Sequence[int]) -> Account:
        """What some blocks of the document say, as the whole of it tells; they are given by number, in order."""
        document = replace(self.document, blocks=tuple(self.document.blocks[number] for number in blocks))
        scans = tuple(self.scans[number] for number in blocks)
        told = tuple(self.told[number] for number in blocks)
        return Account(document, self.lexicon, self.date, scans, told, whole=self.whole or self)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that the document says, in the order of the text."""
        if self.reading is not None:
            return self.reading
        blocks = zip(self.document.blocks, self.told, strict=True)
        said = (statement for block, told in blocks for statement in statements_in(self.document, block, told))
        return (*authors(self.document), *said)

    def around(self, blocks: Iterable[int]) -> tuple[int, ...]:
        """The numbers of some blocks and of those that tell what they speak of, in order.

        Those are the ones beside them, all of their list or table, the heading above, and the document's opening.
        """
        count, found = len(self.scans), set(range(self._opening_end))
        for block in blocks:
            near = range(max(0, block - _BEFORE), min(count, block + _BEHIND + 1))
            heading = self._heading_over(block)
            found.update(near, () if heading is None else (heading,))
            for each in near:
                found.update(self._list_of(each))
        return tuple(sorted(found))

    def before_list(self, block: int) -> int | None:
        """The number of the block before the list or table that a block is of; None for other blocks."""
        first = min(self._list_of(block), default=0)
        return first - 1 if first else None

    def _list_of(self, block: int) -> range:
        """The numbers of the rows or items that a row or an item stands among."""
        blocks, start, end = self.document.blocks, block, block
        while end < len(blocks) and blocks[end].kind in _ROWS:
            end += 1
        while end > block and start and blocks[start - 1].kind in _ROWS:
            start -= 1
        return range(start, end)

    def about(self, slot: Slot) -> tuple[Statement, ...]:
        """The statements with the given slot, in the order of the text."""
        return self._by_slot.get(slot, ())

    @cached_property
    def _by_slot(self) -> dict[Slot, tuple[Statement, ...]]:
        return {slot: tuple(s for s in self.statements if s.slot is slot) for slot in Slot}

    def of(self, name: Name) -> tuple[Statement, ...]:
        """The statements that are first of all about a full name."""
        return self._by_subject.get(name, ())

    @cached_property
    def _by_subject(self) -> dict[Name, tuple[Statement, ...]]:
        found: dict[Name, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for name in statement.subject[:1]:
                found[name].append(statement)
        return {name: tuple(statements) for name, statements in found.items()}

    def beside(self, statement: Statement, reach: int = 0) -> tuple[Statement, ...]:
        """The other statements of the sentence that `statement` stands in and of `reach` sentences of its block
        either side, beside a row of a table or an item of a list those of the next ones."""
        place = self._sentences.get(statement.span)
        if place is None:
            return ()
        block, sentence = place
        near = [(block, number) for number in range(sentence - reach, sentence + reach + 1)]
        if reach and self.document.blocks[block].kind in _ROWS:
            near += [(other, 0) for other in (block - 1, block + 1)]
        said = (other for where in near for other in self._by_sentence.get(where, ()))
        return tuple(other for other in said if other is not statement)

    def stems_of(self, statement: Statement, before: int = 0) -> frozenset[str]:
        """What the sentence of a statement is about, with `before` sentences of its block that lead to it."""
        place = self._sentences.get(statement.span)
        if place is None:
            return frozenset()
        block, sentence = place
        own = self.scans[block].stems[max(0, sentence - before) : sentence + 1]
        return frozenset().union(*own, self._lead_ins[block] if before > sentence else frozenset())

    def passage_of(self, statement: Statement, before: int) -> frozenset[str]:
        """What the sentence of a statement is about, with `before` sentences before it, of other blocks too."""
        place = self._sentences.get(statement.span)
        if place is None:
            return frozenset()
        at = self._first_sentences[place[0]] + place[1]
        return frozenset().union(*self._all_stems[max(0, at - before) : at + 1])

    @cached_property
    def _first_sentences(self) -> tuple[int, ...]:
        """The number of each block's first sentence among all of the document."""
        return tuple(accumulate((len(scanned.stems) for scanned in self.scans), initial=0))

    @cached_property
    def _all_stems(self) -> tuple[frozenset[str], ...]:
        return tuple(stems for scanned in self.scans for stems in scanned.stems)

    def words_beside(self, statement: Statement) -> frozenset[str]:
        """The words of the sentence of a statement, in lower case."""
        place = self._sentences.get(statement.span)
        if place is None:
            return frozenset()
        tokens = self.scans[place[0]].tokens
        return frozenset(tokens.items[number].folded for number in tokens.sentences[place[1]])

    def topic_of(self, statement: Statement) -> frozenset[str]:
        """What a sentence speaks of unnamed: its titles, and the sentence before where a pronoun leads to it."""
        place = self._sentences.get(statement.span)
        if place is None:
            return frozenset()
        if place not in self._topics:
            block, sentence = place
            leads = sentence > 0 and self._leads_back(block, sentence)
            before = self.scans[block].stems[sentence - 1] if leads else frozenset()
            self._topics[place] = self._titles[block] | before
        return self._topics[place]

    @cached_property
    def _topics(self) -> dict[tuple[int, int], frozenset[str]]:
        return {}

    def _leads_back(self, block: int, sentence: int) -> bool:
        tokens = self.scans[block].tokens
        opening = tokens.sentences[sentence][:_OPENING_WORDS]
        return any(tokens.items[number].folded in self.lexicon.grammar["anaphors"] for number in opening)

    def titles_of(self, statement: Statement) -> frozenset[str]:
        """What the heading is about that a statement stands under, and the document's first."""
        place = self._sentences.get(statement.span)
        return self._titles[place[0]] if place is not None else frozenset()

    @cached_property
    def _titles(self) -> tuple[frozenset[str], ...]:
        """What the document's first heading and the last one are about that stand above each block."""
        first: frozenset[str] = frozenset()
        last, found = first, []
        for block, scanned in zip(self.document.blocks, self.scans, strict=True):
            found.append(first | last)
            if block.kind is BlockKind.HEADING:
                last = frozenset().union(*scanned.stems)
                first = first or last
        return tuple(found)

    @cached_property
    def _lead_ins(self) -> tuple[frozenset[str], ...]:
        """What leads to each block: the question before it, what ends in a colon before it, the head of its table."""
        return lead_ins(self.document.blocks, self.scans)

    def over(self, statement: Statement) -> tuple[Statement, ...]:
        """The statements of the heading that a statement stands under."""
        place = self._sentences.get(statement.span)
        heading = self._heading_over(place[0]) if place else None
        return self._in_block(heading) if heading is not None else ()

    def stems_over(self, statement: Statement) -> frozenset[str]:
        """What the heading that a statement stands under is about."""
        place = self._sentences.get(statement.span)
        heading = self._heading_over(place[0]) if place else None
        return frozenset().union(*self.scans[heading].stems) if heading is not None else frozenset()

    @cached_property
    def opening(self) -> tuple[Statement, ...]:
        """The statements of the headings that a document begins with and of the paragraph right behind them."""
        return tuple(statement for number in range(self._opening_end) for statement in self._in_block(number))

    @cached_property
    def _opening_end(self) -> int:
        kinds = [block.kind for block in self.document.blocks]
        first = next((number for number, kind in enumerate(kinds) if kind is not BlockKind.HEADING), len(kinds))
        return first + (BlockKind.PARAGRAPH in kinds[first : first + 1])

    def text_of(self, statement: Statement) -> str:
        """The prose of the sentence that a statement stands in."""
        place = self._sentences.get(statement.span)
        if place is None:
            return ""
        tokens = self.scans[place[0]].tokens
        sentence = tokens.sentences[place[1]]
        return tokens.span(sentence.start, sentence.stop).of(tokens.text)

    def texts_around(self, statement: Statement) -> tuple[str, ...]:
        """The prose around a statement, the nearest first: sentence, block, heading above, the document's opening."""
        place = self._sentences.get(statement.span)
        if place is None:
            return ()
        block, heading = self.document.blocks[place[0]], self._heading_over(place[0])
        over = self.document.blocks[heading].text if heading is not None else ""
        opening = " ".join(each.text for each in self.document.blocks[: self._opening_end])
        title = self.document.metadata.get("title", "")
        return self.text_of(statement), block.text, over, f"{title} {opening}"

    @cached_property
    def titled(self) -> tuple[Release, ...]:
        """The versions in the title that the document's metadata gives."""
        tokens = tokenise(self.document.metadata.get("title", ""), self.lexicon)
        return tuple(found.value for found in find_versions(tokens, self.lexicon, ()))

    def _heading_over(self, block: int) -> int | None:
        above = range(block - 1, -1, -1)
        return next((number for number in above if self.document.blocks[number].kind is BlockKind.HEADING), None)

    def _in_block(self, block: int) -> tuple[Statement, ...]:
        sentences = range(len(self.scans[block].stems))
        return tuple(said for sentence in sentences for said in self._by_sentence.get((block, sentence), ()))

    def is_own(self, statement: Statement) -> bool:
        """True where the sentence of a statement speaks of its writer: "we", "my"."""
        return not self.lexicon.grammar["owners"].isdisjoint(self.words_beside(statement))

    def all_in(self, block: int, sentence: int) -> tuple[Statement, ...]:
        """The statements of a sentence, by the numbers of its block and of itself in it."""
        return self._by_sentence.get((block, sentence), ())

    def said_in(self, block: int, sentence: int, slot: Slot) -> tuple[Statement, ...]:
        """Those with a slot."""
        return tuple(said for said in self.all_in(block, sentence) if said.slot is slot)

    def place_of(self, span: Span) -> Place | None:
        """The block in which a span of the file begins, and its tokens there; None between blocks."""
        block = self.document.block_at(span.start)
        if block is None:
            return None
        number = self._numbers[id(block)]
        tokens, inside = self.scans[number].tokens, block.prose_span(span)
        start = tokens.at(inside.start)
        stop = tokens.at(inside.end - 1) + 1
        return Place(number, range(start, stop)) if start < len(tokens.items) else None

    def stems_at(self, span: Span) -> frozenset[str]:
        """What the sentence is about in which a span of the file begins."""
        place = self.place_of(span)
        if place is None:
            return frozenset()
        scanned = self.scans[place.block]
        sentence = scanned.tokens.sentence_of(place.tokens.start)
        return scanned.stems[scanned.tokens.sentences.index(sentence)]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(block): number for number, block in enumerate(self.document.blocks)}

    def sentence_of(self, statement: Statement) -> tuple[int, int] | None:
        """The number of the block that a statement stands in, and that of its sentence there."""
        return self._sentences.get(statement.span)

    def passive_before(self, statement: Statement) -> tuple[str, str] | None:
        """The stems of the thing and the verb of a passive whose agent is the name of a statement; None for others."""
        place = self._sentences.get(statement.span)
        if place is None:
            return None
        block, tokens = self.document.blocks[place[0]], self.scans[place[0]].tokens
        return passive_before(tokens, self.lexicon, tokens.at(block.prose_span(statement.span).start))

    def is_distinguished(self, statement: Statement) -> bool:
        """True where the clause of a statement, or a short sentence behind it, tells two of nearly one name apart."""
        place = self._sentences.get(statement.span)
        if place is None:
            return False
        block, scanned = self.document.blocks[place[0]], self.scans[place[0]]
        return tells_apart(scanned.tokens, self.lexicon, scanned.tokens.at(block.prose_span(statement.span).start))

    @cached_property
    def _by_sentence(self) -> dict[tuple[int, int] | None, tuple[Statement, ...]]:
        found: dict[tuple[int, int] | None, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            sentence = self._sentences.get(statement.span)
            if sentence is not None:
                found[sentence].append(statement)
        return {sentence: tuple(statements) for sentence, statements in found.items()}

    @cached_property
    def _sentences(self) -> dict[Span, tuple[int, int]]:
        """Block and sentence number of every statement, by its span."""
        return {
            block.file_span(sighting.span): (number, sighting.sentence)
            for number, (block, scanned) in enumerate(zip(self.document.blocks, self.scans, strict=True))
            for sighting in scanned.sightings
        }

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """Who speaks which words of the document."""
        return find_utterances(self.document, self.scans, self.statements)

    @cached_property
    def plain_words(self) -> Counter[str]:
        """The words that the document writes in lower case, with their counts: what it uses as no name."""
        if self.whole is not None:
            return self.whole.plain_words
        return Counter(word for scanned in self.scans for word in scanned.plain_words)

    @cached_property
    def full_names(self) -> frozenset[tuple[str, ...]]:
        """The folded words of the full names that the document gives."""
        if self.whole is not None:
            return self.whole.full_names
        if self.reading is not None:
            names = {statement.subject[0] for statement in self.about(Slot.NAME)}
        else:
            names = {name for told in self.told for people in told.people for name in people[:1]}
            names.update(statement.subject[0] for statement in authors(self.document))
        return frozenset(tuple(map(fold, name.words)) for name in names)
