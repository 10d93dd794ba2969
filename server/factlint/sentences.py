"""The sentences of draft and sources with the names in them, and which sentences of the sources tell the same."""

from __future__ import annotations

from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.forms import match
from factlint.extract.frames import Frame, frame_of
from factlint.extract.relation import stem, stems_in
from factlint.identity import fold
from factlint.kept import kept, kept_lately
from factlint.lexicon import surface
from factlint.model import Mention, Slot, Stance, Statement
from factlint.overlap import LONGEST, NEAREST, RELATED, Overlap, shared, weight_of
from factlint.postings import Postings, by_key
from factlint.text import Span
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.extract.tokens import Token, Tokens
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.text import Block, Document

# How many of the likest sentences are looked at.
_MOST = 12
# How many plain words may stand between a demonym and the name that it describes.
_LONGEST_PHRASE = 3

# What parts the clauses of a sentence.
_CLAUSE_MARKS = frozenset({",", ";", ":", "(", ")", "—", "–", "|"})


class Named(Struct, frozen=True, eq=False, dict=True):
    """A name in a sentence: the statement of it, its tokens `start` to `end` in the block, and its frame.

    `stems` are those of its words and the countries that it names; `key` what tells it from others: for the capital of
    a country not the country. `holder` is the name that it stands right behind, over its link ("A in X", "A, X"), or
    that ends the noun phrase which it begins ("the X movement A"). `phrase` is its span with the noun that it modifies.
    """

    statement: Statement
    start: int
    end: int
    frame: Frame
    stems: frozenset[str]
    key: frozenset[str]
    holder: Name | None
    phrase: Span
    is_possessive: bool
    has_article: bool

    @property
    def mention(self) -> Mention:
        """The mention that the statement holds."""
        value = self.statement.value
        assert isinstance(value, Mention)
        return value


class Sentence(Struct, frozen=True, eq=False, dict=True):
    """One sentence of an account: its block and number in it, what it is about, and the names in it."""

    account: Account
    block: int
    number: int

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words, its countries and numbers."""
        return self.account.scans[self.block].stems[self.number]

    @cached_property
    def named_around(self) -> frozenset[str]:
        """The stems of the names in it and in the sentences either side of it in its block."""
        last = len(self.account.scans[self.block].stems)
        near = range(max(0, self.number - 1), min(last, self.number + 2))
        beside = (self if number == self.number else Sentence(self.account, self.block, number) for number in near)
        return frozenset().union(*(sentence.named_stems for sentence in beside))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks."""
        tokens = self.account.scans[self.block].tokens
        sentence = tokens.sentences[self.number]
        return tokens.items[sentence.start : sentence.stop]

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        tokens = self.account.scans[self.block].tokens
        sentence = tokens.sentences[self.number]
        return self.account.document.blocks[self.block].file_span(tokens.span(sentence.start, sentence.stop))

    def file_span(self, token: Token) -> Span:
        """The span of one of its tokens in the file."""
        return self.account.document.blocks[self.block].file_span(token.span)

    @cached_property
    def is_doubted(self) -> bool:
        """True where it denies or corrects something that it states."""
        return any(not said.is_held for said in self.account.all_in(self.block, self.number))

    @cached_property
    def is_own(self) -> bool:
        """True where it speaks of its writer: "we", "my"."""
        owners = self.account.lexicon.grammar["owners"]
        return any(token.folded in owners for token in self.tokens)

    def clause_of(self, named: Named) -> range:
        """The tokens of its clause around a name: up to the next mark that parts clauses on either side."""
        tokens = self.account.scans[self.block].tokens
        whole = tokens.sentences[self.number]
        parted = [number for number in whole if tokens.items[number].text in _CLAUSE_MARKS]
        start = max((number + 1 for number in parted if number < named.start), default=whole.start)
        return range(start, min((number for number in parted if number >= named.end), default=whole.stop))

    @cached_property
    def has_pronoun(self) -> bool:
        """True where it may speak of one that another sentence names: "she", "its", or "the firm" as its subject."""
        grammar, tokens = self.account.lexicon.grammar, self.tokens
        is_definite = tokens[0].folded in grammar["articles"]
        return is_definite or any(token.folded in grammar["anaphors"] for token in tokens)

    def is_additional(self, named: Named) -> bool:
        """True where the clause of a name tells one thing more: "also", "too"."""
        items, more = self.account.scans[self.block].tokens.items, self.account.lexicon.grammar["additives"]
        return any(items[number].folded in more for number in self.clause_of(named))

    def about(self, slot: Slot) -> tuple[Statement, ...]:
        """Its statements with a slot, in the order of the text."""
        return self.account.said_in(self.block, self.number, slot)

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """Its names in the order of the text."""
        scanned, block = self.account.scans[self.block], self.account.document.blocks[self.block]
        places: list[_Place] = []
        for statement in self.about(Slot.NAME):
            span = block.prose_span(statement.span)
            places.append((statement, scanned.tokens.at(span.start), scanned.tokens.at(span.end - 1) + 1))
        places = sorted((*places, *self._lands(places)), key=lambda place: place[1])
        return tuple(_named(self.account.lexicon, block, scanned.tokens, place, places) for place in places)

    @cached_property
    def named_stems(self) -> frozenset[str]:
        """The stems of its names."""
        return frozenset().union(*(named.stems for named in self.names))

    @cached_property
    def stems_around(self) -> frozenset[str]:
        """The stems of it and of the sentences either side of it in its block."""
        stems = self.account.scans[self.block].stems
        return frozenset().union(*stems[max(0, self.number - 1) : self.number + 2])

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in it that are written in digits."""
        return frozenset(each for each in self.stems if each[0].isdigit())

    @cached_property
    def days(self) -> frozenset[str]:
        """The months and weekdays in it."""
        return frozenset(token.folded for token in self.tokens) & self.account.lexicon.calendar_words

    @cached_property
    def told(self) -> frozenset[str]:
        """What it tells by name or word: its stems, without the country that only its capital names."""
        plain = self.stems - self.named_stems
        return plain.union(*(named.key for named in self.names))

    @cached_property
    def lists(self) -> tuple[tuple[Named, ...], ...]:
        """The names of it that are listed: two or more in a row, parted by commas and conjunctions alone."""
        tokens, joiners = self.account.scans[self.block].tokens, self.account.lexicon.grammar["office_joiners"]
        found: list[list[Named]] = []
        for named in self.names:
            between = tokens.items[found[-1][-1].end : named.start] if found else ()
            if found and 1 <= len(between) <= 3 and _joins(between, joiners, self.account.lexicon):
                found[-1].append(named)
            else:
                found.append([named])
        return tuple(tuple(each) for each in found if len(each) > 1 and self._is_joined(each))

    def _lands(self, places: Sequence[_Place]) -> Iterator[_Place]:
        """The countries and demonyms that are part of no name: those in an office that nobody is said to hold."""
        lexicon, block = self.account.lexicon, self.account.document.blocks[self.block]
        tokens = self.account.scans[self.block].tokens
        held = [block.prose_span(said.span) for said in self.about(Slot.OFFICE)]
        taken = {number for _, start, end in places for number in range(start, end)}
        taken |= {number for span in held for number in range(tokens.at(span.start), tokens.at(span.end - 1) + 1)}
        for number in tokens.sentences[self.number]:
            token = tokens.items[number]
            if number in taken or not token.is_capital or token.folded not in lexicon.country_openings:
                continue
            found = match(tokens, number, lexicon.demonyms) or match(tokens, number, lexicon.countries)
            if found is not None:
                span = block.file_span(tokens.span(number, found[1]))
                words = tuple(block.file_span(token.span) for token in tokens.items[number : found[1]])
                name = Name(tuple(token.text for token in tokens.items[number : found[1]]), Kind.PLACE)
                mention = Mention(name, words, is_titled=False, is_weak=False)
                yield _statement(mention, span, self.account.document), number, found[1]

    def _is_joined(self, names: Sequence[Named]) -> bool:
        """True where a conjunction stands before the last name, as in a list: "A, B and C", not "A, B"."""
        tokens = self.account.scans[self.block].tokens
        return any(token.is_word for token in tokens.items[names[-2].end : names[-1].start])


def _joins(between: Sequence[Token], joiners: frozenset[str], lexicon: Lexicon) -> bool:
    articles = lexicon.grammar["articles"]
    return (
        all((token.folded or token.text) in joiners | articles for token in between) and between[0].text not in articles
    )


_Place = tuple[Statement, int, int]


def _named(lexicon: Lexicon, block: Block, tokens: Tokens, place: _Place, places: Sequence[_Place]) -> Named:
    statement, start, end = place
    words = _name(statement).words
    own = frozenset(stem(fold(word), lexicon.language) for word in words)
    countries = stems_in(tokens, lexicon, range(start, end))
    capital = lexicon.capitals.get(surface(" ".join(words)))
    key = frozenset({capital.capital or capital.name}) if capital else (countries or own)
    frame = frame_of(tokens, lexicon, start, end)
    last = tokens.items[end if frame.head else end - 1].span.end
    holder = _holder(lexicon, tokens, place, places)
    phrase = block.file_span(Span(tokens.items[start].span.start, last))
    is_possessive = tokens.items[end - 1].is_possessive
    has_article = start > 0 and tokens.items[start - 1].folded in lexicon.grammar["articles"]
    return Named(statement, start, end, frame, own | countries, key, holder, phrase, is_possessive, has_article)


def _holder(lexicon: Lexicon, tokens: Tokens, place: _Place, places: Sequence[_Place]) -> Name | None:
    """The name that a name stands right behind, or that ends the noun phrase which it begins."""
    _, start, end = place
    before = next((other for other in places if 1 <= start - other[2] <= 2 and not _is_weak(other[0])), None)
    if before is not None:
        between = [token.folded or token.text for token in tokens.items[before[2] : start]]
        if between[0] in lexicon.grammar["attaching"] and all(
            each in lexicon.grammar["articles"] for each in between[1:]
        ):
            return _name(before[0])
    behind = next((other for other in places if 1 <= other[1] - end <= _LONGEST_PHRASE), None)
    if behind is not None and not tokens.items[end - 1].is_possessive:
        between = [token.folded for token in tokens.items[end : behind[1]] if token.is_word and not token.is_capital]
        is_phrase = len(between) == behind[1] - end and not any(each in lexicon.function_words for each in between)
        return _name(behind[0]) if is_phrase else None
    return None


def _statement(mention: Mention, span: Span, document: Document) -> Statement:
    return Statement((mention.name,), frozenset(), Slot.NAME, mention, Stance.ASSERTED, None, None, span, document)


def _is_weak(statement: Statement) -> bool:
    return isinstance(statement.value, Mention) and statement.value.is_weak


def _name(statement: Statement) -> Name:
    assert isinstance(statement.value, Mention)
    return statement.value.name


def is_there(named: Named, beside: Named, told: frozenset[str]) -> bool:
    """True where a passage tells of a name, in words that another name has not where they differ in some."""
    own = named.key - beside.stems or named.key
    return bool(own & told)


class Telling(Struct, frozen=True):
    """A sentence of the sources beside one of the draft, and what they share."""

    sentence: Sentence
    overlap: Overlap


@kept
def sentences_of(account: Account) -> tuple[Sentence, ...]:
    """The sentences of an account that tell something, in the order of the text."""
    return tuple(
        Sentence(account, block, number)
        for block, scanned in enumerate(account.scans)
        for number, stems in enumerate(scanned.stems)
        if stems
    )


def sentence_of(statement: Statement, account: Account) -> Sentence | None:
    """The sentence of an account that a statement stands in; None for one that tells nothing."""
    place = account.sentence_of(statement)
    return _by_place(account).get(place) if place is not None else None


@kept
def _by_place(account: Account) -> Mapping[tuple[int, int], Sentence]:
    return {(sentence.block, sentence.number): sentence for sentence in sentences_of(account)}


def tellings_without(sentence: Sentence, stems: frozenset[str], index: Index) -> tuple[Telling, ...]:
    """The same with some words of the draft's sentence left out."""
    about = sentence.stems - stems
    whole = weight_of(about, index)
    found = (telling.sentence for telling in tellings(sentence, index))
    return tuple(Telling(other, shared(about & other.stems, index, whole)) for other in found)


def tellings(sentence: Sentence, index: Index) -> tuple[Telling, ...]:
    """The sentences of the sources that share something telling with one of the draft, the likest first."""
    return _tellings(index, sentence.stems)


@kept_lately(2048)
def _tellings(index: Index, about: frozenset[str]) -> tuple[Telling, ...]:
    # By what the sentence tells and not by where it stands: most sentences of an edited draft are as before.
    weights = {each: index.uncommonness(each) for each in sorted(about)}
    found = sentences_told(index).best(weights, _MOST, RELATED)
    likely = ((other, source, about & other.stems) for other, source in found.items())
    ranked = sorted(
        (-fsum(map(weights.__getitem__, stems)), min(stems), source, other.block, other.number, other)
        for other, source, stems in likely
    )
    whole = weight_of(about, index)
    chosen = [each[-1] for each in ranked[:_MOST] if -each[0] >= RELATED]
    return tuple(Telling(other, shared(about & other.stems, index, whole)) for other in chosen)


def likest(found: Sequence[Telling]) -> list[Telling]:
    """Those of some tellings that tell nearly as much of the same as the one that tells most."""
    most = max((telling.overlap.weight for telling in found), default=0.0)
    return [telling for telling in found if telling.overlap.weight >= NEAREST * most]


def sentences_with(stems: frozenset[str], index: Index) -> tuple[Sentence, ...]:
    """The sentences of the sources that have all of the stems."""
    sentences = sentences_told(index)
    rarest = min(sorted(stems), key=sentences.count, default=None)
    return tuple(sentence for sentence in sentences.of(rarest) if stems <= sentence.stems)


def sentences_sharing(stems: frozenset[str], least: float, index: Index) -> tuple[Sentence, ...]:
    """The sentences of the sources with which some stems may share so much in weight, source by source."""
    weights = {each: index.uncommonness(each) for each in sorted(stems)}
    found = {**sentences_told(index).reaching(weights, least), **_long(index)}
    return tuple(sorted(found, key=lambda sentence: (found[sentence], sentence.block, sentence.number)))


@kept
def _long(index: Index) -> Mapping[Sentence, int]:
    """The sentences that are too long to be found by their stems, each with the number of its source."""
    told = enumerate(map(sentences_of, index.accounts))
    return {each: number for number, sentences in told for each in sentences if len(each.stems) > LONGEST}


@kept
def sentences_told(index: Index) -> Postings[Sentence]:
    """The sentences of the sources by their stems, but for those that are too long to be found by them."""
    return Postings(sentences_by_stem(account) for account in index.accounts)


@kept
def sentences_by_stem(account: Account) -> Mapping[Hashable, Sequence[Sentence]]:
    """Those of one source."""
    return by_key((each, each.stems) for each in sentences_of(account) if len(each.stems) <= LONGEST)
