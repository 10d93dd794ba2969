"""Which numbers of the sources are of the same thing as a number of the draft."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factlint.extract.pieces import words_of
from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Claim, Fact, Mention, Slot
from factlint.name_words import telling_names
from factlint.overlap import AROUND, RELATED, Overlap, Passage, overlap, telling
from factlint.postings import Postings, by_key
from factlint.values.quantity import Kind, Quantity, Slip, are_of_one_thing, digits, same, slip

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.model import Statement
    from factlint.text import Document

_TELLING_DIGITS = 3
# How telling it is that a number of so many digits stands beside both.
_BY_DIGITS = {0: 0.0, 1: 0.2, 2: 0.7}
# How many code points apart numbers stand beside each other.
_NEAREST = 300
# How many sentences before a number may name what it is of.
_PASSAGE = 4


class Alike(NamedTuple):
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


def quantity_of(said: Claim | Fact) -> Quantity:
    """The quantity that a claim or fact about a number holds."""
    value = said.statement.value
    assert isinstance(value, Quantity)
    return value


def alike(
    claim: Claim, case: Case, wanted: Callable[[Fact], bool] | None = None, least: float = RELATED
) -> tuple[Alike, ...]:
    """The numbers of the sources that may be of the same thing, those in the likest words first.

    Where not all are needed, only those that are `wanted` and whose passages share at least so much.
    """
    found = [one for one in _alike(claim, case, least) if wanted is None or wanted(one[0].fact)]
    ranked = sorted(found, key=lambda one: (-one[1].total, -one[1].share, *one[2]))
    return tuple(_compared(claim, case, told, shared) for told, shared, _ in ranked)


_Place = tuple[str, int, int]


def _alike(claim: Claim, case: Case, least: float) -> Iterator[tuple[_Told, Overlap, _Place]]:
    """The numbers with what the passages share, and what orders those that share as much."""
    index, draft, mine = case.index, case.draft, quantity_of(claim)
    here, around = draft.stems_of(claim.statement), draft.stems_of(claim.statement, 1)
    words = Passage(telling(here, _own(mine)), mine.near | mine.modifiers, telling(around, _own(mine)))
    numbers = _beside(draft, claim.statement)
    weights = _weights(words, index) | {number: _tie(number) for number in numbers if least > RELATED}
    for told, source in _numbers(index).reaching(weights, least).items():
        if around.isdisjoint(told.sentence) or not _is_comparable(mine, told.quantity, told.sentence):
            continue
        found = overlap(words, told.passage, index, ties=sum(map(_tie, numbers & told.beside)))
        if found.total >= least and found.total - found.ties >= RELATED:
            yield told, found, (min(around & told.sentence), source, told.number)


def _weights(words: Passage, index: Index) -> dict[Hashable, float]:
    """What each word of a passage of the draft may add to what it shares with another one."""
    found: dict[Hashable, float] = defaultdict(float)
    for stems, part in ((words.sentence, 1.0), (words.near, 1.0), (words.around - words.sentence, AROUND)):
        for each in stems:
            found[each] += part * index.uncommonness(each)
    return found


def _tie(number: _Number) -> float:
    return _BY_DIGITS.get(number[2], 1.0)


def _compared(claim: Claim, case: Case, told: _Told, found: Overlap) -> Alike:
    index, draft, mine, theirs = case.index, case.draft, quantity_of(claim), told.quantity
    here, around = draft.stems_of(claim.statement), draft.stems_of(claim.statement, 1)
    passage = draft.passage_of(claim.statement, _PASSAGE) | draft.titles_of(claim.statement)
    named = _named(claim, draft, index) | _countries(here)
    beside_mine = (here if mine.kind is Kind.ORDINAL else mine.near) & named
    there, about, topic = told.sentence, told.around, told.topic
    names = _own_names(index, told.fact.statement.document)
    slipped = slip(mine, theirs)
    return Alike(
        fact=told.fact,
        overlap=found,
        agrees=same(mine, theirs),
        is_anchored=bool(passage & names - _countries(names) or here & there & names),
        is_named=bool(around & about & names),
        is_of_other=_is_of_other(here & named, there, topic, names),
        is_apart=bool(beside_mine - there - topic - about - (names if slipped else frozenset())),
        is_foreign=bool(mine.near) and not mine.near & (there | topic | about),
        slip=slipped,
    )


def with_value_of(mine: Quantity, index: Index) -> Iterator[Fact]:
    """The numbers of the sources that are the very same, of whatever."""
    numbers = _numbers(index)
    return (told.fact for key in _values(mine) for told in numbers.of(key))


def names_what_source_lacks(claim: Claim, fact: Fact, case: Case) -> bool:
    """True where the draft's sentence names something that the source of a number names nowhere."""
    named = _named(claim, case.draft, case.index) | _countries(case.draft.stems_of(claim.statement))
    return not named <= _name_stems(case.index.account_of(fact.statement.document))


# Of what a number is, its value, and how many digits it has.
_Number = tuple[str, "Fraction", int]


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """A number of a source with the stems of its sentence, of it and the one before, and of what it speaks of unnamed.

    Of a list or table they are those near it. `passage` is what is compared of it, `beside` the numbers beside it, and
    `number` that of the statement in its source.
    """

    fact: Fact
    quantity: Quantity
    sentence: frozenset[str]
    around: frozenset[str]
    topic: frozenset[str]
    passage: Passage
    beside: frozenset[_Number]
    number: int


@kept
def _numbers(index: Index) -> Postings[_Told]:
    return Postings(_numbers_of(account) for account in index.accounts)


@kept
def _numbers_of(account: Account) -> Mapping[Hashable, Sequence[_Told]]:
    """The numbers of a source by the stems of their passages and by the numbers beside them."""
    facts = [Fact(statement) for statement in account.about(Slot.NUMBER) if statement.is_held]
    told = [_told(fact, account, number) for number, fact in enumerate(facts)]
    return by_key((one, {*_keys(one.passage), *one.beside, *_values(one.quantity)}) for one in told)


def _keys(passage: Passage) -> frozenset[str]:
    return passage.sentence | passage.near | passage.around


def _values(quantity: Quantity) -> tuple[Hashable, ...]:
    """What numbers have in common that are the same, of the same thing or of whatever."""
    return (quantity.kind, quantity.of, quantity.base.value), quantity.number.value


def _told(fact: Fact, account: Account, number: int) -> _Told:
    statement, theirs = fact.statement, quantity_of(fact)
    there, about = theirs.around, theirs.around
    if not there:
        there, about = account.stems_of(statement), account.stems_of(statement, 1)
    topic, own = account.topic_of(statement), _own(theirs)
    passage = Passage((there | topic) - own, theirs.near | theirs.modifiers, about - own)
    return _Told(fact, theirs, there, about, topic, passage, _beside(account, statement), number)


def _beside(account: Account, statement: Statement) -> frozenset[_Number]:
    """The other numbers in the sentence of a number and next to it: of what each is, its value, how many digits."""
    beside = [other for other in account.beside(statement, 1) if isinstance(other.value, Quantity)]
    near = [other.value for other in beside if abs(other.span.start - statement.span.start) <= _NEAREST]
    return frozenset(
        (_measure(one), one.base.value, digits(one.number.value)) for one in near if isinstance(one, Quantity)
    )


def _measure(quantity: Quantity) -> str:
    """What a number must be of to be the same number beside others: of no matter what, where it has many digits."""
    return "" if digits(quantity.number.value) >= _TELLING_DIGITS else quantity.of


def _own(number: Quantity) -> frozenset[str]:
    """The stems that a number itself puts into its sentence: its noun or unit, and its figures."""
    return frozenset({number.of, number.text.strip("$€£%")})


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
    words = ((word, account.lexicon.language) for account in index.accounts for word in account.plain_words)
    return frozenset(stem(word, language) for word, language in dict.fromkeys(words))


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
