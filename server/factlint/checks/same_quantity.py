"""Which numbers of the sources are of the same thing as a number of the draft."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from math import fsum
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from factlint.checks.told_numbers import (
    NumberBeside,
    ToldNumber,
    numbers_beside,
    numbers_told,
    own_stems,
    quantity_of,
    value_keys,
)
from factlint.extract.pieces import words_of
from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.kept import kept, kept_lately
from factlint.model import Claim, Fact, Mention, Slot
from factlint.name_words import telling_names
from factlint.overlap import (
    FAMILIAR,
    RELATED,
    SAME,
    SUPPORT,
    Measure,
    Overlap,
    Passage,
    heard,
    most_added,
    telling,
    with_unheard,
)
from factlint.values.quantity import Kind, Quantity, Slip, are_of_one_thing, same, slip, slip_keys

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.model import Statement
    from factlint.text import Document

# How telling it is that a number of so many digits stands beside both.
_BY_DIGITS = {0: 0.0, 1: 0.2, 2: 0.7}
# In how many sources numbers may be that are looked through without asking which words they are told in.
_FEW_SOURCES = 40
# How many sentences before a number may name what it is of.
_PASSAGE = 4
# Of how many numbers of edited drafts what the sources have of the same things is kept.
_LATELY = 512

# Whether a number of the draft may have to do with one of the sources by what both are.
_Wanted = Callable[[Quantity, Quantity], bool]
# A number of the sources with what its passage shares with that of one of the draft.
_Pair = tuple[ToldNumber, Overlap]


class Alike(Struct, frozen=True):
    """A number of the sources beside one of the draft: what the passages share, and how the numbers compare.

    `is_anchored` where the draft's passage names what the source names, `is_named` where the sentences do;
    `is_of_other` where each of the two sentences names something else, `is_apart` where the draft names something
    next to its number, or beside an ordinal, that the source's passage does not, nor its document where a slip would
    explain the number; `is_foreign` where the source has none of the words next to the draft's number.
    """

    fact: Fact
    overlap: Overlap
    agrees: bool
    is_anchored: bool
    is_named: bool
    is_of_other: bool
    is_apart: bool
    is_foreign: bool
    slip: Slip | None


def alike(claim: Claim, case: Case, least: float = RELATED) -> tuple[Alike, ...]:
    """The numbers of the sources that may be of the same thing, those in the likest words first.

    Their passages share at least so much.
    """
    return _compared(claim, case, _alike(case.index, _Mine.of(claim, case), least, lambda *_: True))


def wanted(claim: Claim, case: Case, is_wanted: _Wanted, least: float) -> tuple[Alike, ...]:
    """Those of them that are wanted."""
    return _compared(claim, case, _wanted(case.index, _Mine.of(claim, case), is_wanted, least))


def with_slips(claim: Claim, case: Case, is_wanted: _Wanted) -> tuple[Alike, ...]:
    """Those that are wanted of which a slip may have made the number of the draft, told of the same things."""
    return _compared(claim, case, _with_slips(case.index, _Mine.of(claim, case), is_wanted))


def of_one_kind(claim: Claim, case: Case, is_wanted: _Wanted) -> tuple[Alike, ...]:
    """Those that are wanted of one kind of thing whose passages tell the same."""
    return _compared(claim, case, _of_one_kind(case.index, _Mine.of(claim, case), is_wanted))


def deciding(claim: Claim, case: Case, against: Sequence[Alike]) -> tuple[Alike, ...]:
    """All numbers of the sources of some that may contradict a claim, and those of others that may bear it out."""
    documents = frozenset(one.fact.statement.document for one in against)
    least = max(RELATED, SUPPORT * min(one.overlap.total for one in against))
    return _compared(claim, case, _deciding(case.index, _Mine.of(claim, case), documents, least))


def _alike(index: Index, mine: _Mine, least: float, is_wanted: _Wanted) -> tuple[_Pair, ...]:
    numbers = numbers_told(index).reaching(mine.weights(index, least), least)
    return mine.alike(numbers, least, index, lambda theirs, _: is_wanted(mine.quantity, theirs.quantity))


@kept_lately(_LATELY)
def _wanted(index: Index, mine: _Mine, is_wanted: _Wanted, least: float) -> tuple[_Pair, ...]:
    return _alike(index, mine, least, is_wanted)


@kept_lately(_LATELY)
def _with_slips(index: Index, mine: _Mine, is_wanted: _Wanted) -> tuple[_Pair, ...]:
    numbers = numbers_told(index).under(("digits", key) for key in slip_keys(mine.quantity))
    return mine.alike(numbers, FAMILIAR, index, lambda theirs, _: is_wanted(mine.quantity, theirs.quantity))


@kept_lately(_LATELY)
def _of_one_kind(index: Index, mine: _Mine, is_wanted: _Wanted) -> tuple[_Pair, ...]:
    numbers, quantity = numbers_told(index), mine.quantity
    keys: list[Hashable] = [(quantity.kind, quantity.of), *([quantity.of] if quantity.kind is Kind.COUNT else [])]
    is_seldom = sum(map(numbers.count, keys)) <= _FEW_SOURCES
    found = numbers.under(keys) if is_seldom else numbers.reaching(mine.weights(index, SAME), SAME)
    return mine.alike(found, SAME, index, lambda theirs, _: is_wanted(quantity, theirs.quantity))


@kept_lately(_LATELY)
def _deciding(index: Index, mine: _Mine, documents: frozenset[Document], least: float) -> tuple[_Pair, ...]:
    numbers = numbers_told(index)
    found = numbers.reaching(mine.weights(index, least), least) | numbers.under(("source", each) for each in documents)

    def is_wanted(theirs: ToldNumber, shared: Overlap) -> bool:
        is_supporting = shared.total >= least and same(mine.quantity, theirs.quantity)
        return is_supporting or theirs.fact.statement.document in documents

    return mine.alike(found, RELATED, index, is_wanted)


class _Mine(Struct, frozen=True):
    """What a number of the draft is told in, beside which numbers of the sources are set: the same wherever it stands.

    `sentence` and `around` are the stems of its sentence, and of it and the one before, `beside` the numbers beside it.
    What words are that no source has does not count, only how many there are in the sentence.
    """

    quantity: Quantity
    sentence: frozenset[str]
    around: frozenset[str]
    beside: frozenset[NumberBeside]

    @classmethod
    def of(cls, claim: Claim, case: Case) -> Self:
        """That of a claim."""
        said, draft, quantity = claim.statement, case.draft, quantity_of(claim)
        sentence, around = draft.stems_of(said), draft.stems_of(said, 1)
        known = heard(sentence | around, case.index, numbers_told(case.index)) | own_stems(quantity)
        mine = replace(quantity, around=frozenset())
        return cls(mine, with_unheard(sentence, known), around & known, numbers_beside(draft, said))

    @property
    def passage(self) -> Passage:
        """What is compared of it."""
        mine = self.quantity
        return Passage(
            telling(self.sentence, own_stems(mine)), mine.near | mine.modifiers, telling(self.around, own_stems(mine))
        )

    def weights(self, index: Index, least: float) -> Mapping[Hashable, float]:
        """What each word, or each number beside, may add to what the passage shares with another one.

        For the least that passages must share the numbers beside do not count.
        """
        ties: dict[Hashable, float] = {number: _tie(number) for number in self.beside if least > RELATED}
        return {**ties, **most_added(self.passage, index)}

    def alike(
        self,
        numbers: Mapping[ToldNumber, int],
        least: float,
        index: Index,
        wanted: Callable[[ToldNumber, Overlap], bool],
    ) -> tuple[_Pair, ...]:
        """Those of some numbers of the sources, given with the numbers of the sources, that may be of one thing."""
        found, measure, mine = [], Measure(self.passage, index), self.quantity
        for told, source in numbers.items():
            theirs = told.quantity
            # Most numbers are of something else, which is seen at once.
            if (theirs.kind is mine.kind and theirs.of != mine.of) or self.around.isdisjoint(told.sentence):
                continue
            if not _is_comparable(mine, theirs, told.sentence):
                continue
            ties = fsum(map(_tie, self.beside & told.beside))
            total = measure.total(told.passage, ties)
            if total < least or total - ties < RELATED:
                continue
            shared = measure.overlap(told.passage, ties)
            if wanted(told, shared):
                place = (min(self.around & told.sentence), source, told.number)
                found.append((-shared.total, -shared.share, place, told, shared))
        return tuple((told, shared) for *_, told, shared in sorted(found, key=lambda one: one[:3]))


def _compared(claim: Claim, case: Case, found: Sequence[_Pair]) -> tuple[Alike, ...]:
    """How a number of the draft compares with those of the sources that may be of the same thing."""
    if not found:
        return ()
    near = _Near(claim, case)
    return tuple(near.alike(told, shared) for told, shared in found)


class _Near:
    """What stands around a number of the draft, and what is named there."""

    def __init__(self, claim: Claim, case: Case) -> None:
        statement, draft = claim.statement, case.draft
        self.mine, self.index = quantity_of(claim), case.index
        self.here, self.around = draft.stems_of(statement), draft.stems_of(statement, 1)
        self.passage = draft.passage_of(statement, _PASSAGE) | draft.titles_of(statement)
        self.named = _named(claim, draft, case.index) | _countries(self.here)

    def alike(self, told: ToldNumber, found: Overlap) -> Alike:
        """How it compares with a number of the sources with whose passage it shares so much."""
        mine, theirs, named = self.mine, told.quantity, self.named
        there, about, topic = told.sentence, told.around, told.topic
        names = _own_names(self.index, told.fact.statement.document)
        slipped = slip(mine, theirs)
        beside_mine = (self.here if mine.kind is Kind.ORDINAL else mine.near) & named
        return Alike(
            fact=told.fact,
            overlap=found,
            agrees=same(mine, theirs),
            is_anchored=bool(self.passage & names - _countries(names) or self.here & there & names),
            is_named=bool(self.around & about & names),
            is_of_other=_is_of_other(self.here & named, there, topic, names),
            is_apart=bool(beside_mine - there - topic - about - (names if slipped else frozenset())),
            is_foreign=bool(mine.near) and not mine.near & (there | topic | about),
            slip=slipped,
        )


def _tie(number: NumberBeside) -> float:
    return _BY_DIGITS.get(number[2], 1.0)


def with_value_of(mine: Quantity, index: Index) -> Iterator[Fact]:
    """The numbers of the sources that are the very same, of whatever."""
    numbers = numbers_told(index)
    return (told.fact for key in value_keys(mine) for told in numbers.of(key))


def names_what_source_lacks(claim: Claim, fact: Fact, case: Case) -> bool:
    """True where the draft's sentence names something that the source of a number names nowhere."""
    named = _named(claim, case.draft, case.index) | _countries(case.draft.stems_of(claim.statement))
    return not named <= _name_stems(case.index.account_of(fact.statement.document))


def _is_comparable(mine: Quantity, theirs: Quantity, there: frozenset[str]) -> bool:
    """True where both are numbers of one unit, currency or noun, or one goes without and its sentence has the noun."""
    if mine.is_difference is not theirs.is_difference:
        return False
    if mine.kind is theirs.kind:
        return are_of_one_thing(mine, theirs)
    if mine.kind is Kind.COUNT and theirs.kind is Kind.PLAIN:
        return mine.of in there
    if mine.kind is Kind.MEASURE and theirs.kind is Kind.PLAIN:
        return slip(mine, theirs) is Slip.SWAP or mine.number.value == theirs.number.value
    return bool(mine.kind is Kind.PLAIN and theirs.kind is Kind.COUNT)


def _is_of_other(named: frozenset[str], there: frozenset[str], topic: frozenset[str], names: frozenset[str]) -> bool:
    """True where a sentence of the draft names something and one of the sources something else of its own.

    A sentence that names nothing is of what its topic names, unless its source names the draft's somewhere.
    """
    if not named or named & (there | topic):
        return False
    return bool(there & names) or (bool(topic & names) and not named & names)


@kept
def _own_names(index: Index, document: Document) -> frozenset[str]:
    """The stems of the words of names that this source has and few others have."""
    account = index.account_of(document)
    return (_name_stems(account) & telling_names(index)) - _generic_stems(account.lexicon)


@lru_cache(maxsize=16)
def _generic_stems(lexicon: Lexicon) -> frozenset[str]:
    """The stems of words that many names have and that are said for a name: "the Group", "the River"."""
    words = lexicon.organisation_heads | lexicon.place_heads | lexicon.legal_forms
    return frozenset(stem(word, lexicon.language) for word in words)


@kept
def _plain_stems(index: Index) -> frozenset[str]:
    """The stems of the words that sources write in lower case: they name nothing."""
    return frozenset().union(*map(_plain_stems_of, index.accounts))


@kept
def _plain_stems_of(account: Account) -> frozenset[str]:
    return frozenset(stem(word, account.lexicon.language) for word in account.plain_words)


@kept
def _name_stems(account: Account) -> frozenset[str]:
    sentences = (stems for scanned in account.scans for stems in scanned.stems)
    return _stems_of_names(account.about(Slot.NAME), account) | _countries(chain.from_iterable(sentences))


def _countries(stems: Iterable[str]) -> frozenset[str]:
    """The countries among what sentences are about: they alone stand there under their names."""
    return frozenset(each for each in stems if each[0].isupper())


def _stems_of_names(said: Iterable[Statement], account: Account) -> frozenset[str]:
    language = account.lexicon.language
    mentions = (statement.value for statement in said if isinstance(statement.value, Mention))
    return frozenset(
        stem(fold(word), language)
        for one in mentions
        for word in one.name.words
        if not (one.is_weak and _is_plain(fold(word), account))
    )


def _is_plain(word: str, account: Account) -> bool:
    """True for a word that the language has or the text writes small, and that no capital makes a name."""
    lexicon = account.lexicon
    is_number = word.split("-", maxsplit=1)[0] in words_of(lexicon).openings
    return is_number or word in lexicon.common_words or word in lexicon.function_words or word in account.plain_words


def _named(claim: Claim, draft: Account, index: Index) -> frozenset[str]:
    """The stems of the words that name something in the draft's sentence, without those that many names have."""
    names = _stems_of_names(draft.beside(claim.statement), draft)
    return names - _plain_stems(index) - _generic_stems(draft.lexicon)
