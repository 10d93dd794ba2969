"""Which numbers of the sources are of the same thing as a number of the draft."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factlint.extract.pieces import words_of
from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Claim, Fact, Mention, Slot
from factlint.name_words import telling_names
from factlint.overlap import RELATED, Overlap, Passage, by_stem, overlap, sharing, telling
from factlint.values.quantity import Kind, Quantity, Slip, are_of_one_thing, digits, same, slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.model import Statement
    from factlint.text import Document, Span

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


def alike(claim: Claim, case: Case) -> tuple[Alike, ...]:
    """The numbers of the sources that may be of the same thing, those in the likest words first."""
    found = list(_alike(claim, case))
    return tuple(sorted(found, key=lambda one: (one.overlap.total, one.overlap.share), reverse=True))


def _alike(claim: Claim, case: Case) -> Iterator[Alike]:
    index, draft, mine = case.index, case.draft, quantity_of(claim)
    here, around = draft.stems_of(claim.statement), draft.stems_of(claim.statement, 1)
    passage = draft.passage_of(claim.statement, _PASSAGE) | draft.titles_of(claim.statement)
    words = Passage(telling(here, _own(mine)), mine.near | mine.modifiers, telling(around, _own(mine)))
    numbers = _beside(draft, claim.statement)
    named = _named(claim, draft, index) | _countries(here)
    beside_mine = (here if mine.kind is Kind.ORDINAL else mine.near) & named
    for fact in sharing(around, _by_stem(index)):
        theirs = quantity_of(fact)
        there, about = _words_about(fact, index)
        if not _is_comparable(mine, theirs, there):
            continue
        topic, own = _topic(fact, index), _own(theirs)
        told = Passage((there | topic) - own, theirs.near | theirs.modifiers, about - own)
        beside = numbers & _all_beside(index.account_of(fact.statement.document))[fact.statement.span]
        ties = sum(_BY_DIGITS.get(figures, 1.0) for _, _, figures in beside)
        found = overlap(words, told, index, ties)
        if found.total - ties < RELATED:
            continue
        names = _own_names(index, fact.statement.document)
        yield Alike(
            fact=fact,
            overlap=found,
            agrees=same(mine, theirs),
            is_anchored=bool(passage & names - _countries(names) or here & there & names),
            is_named=bool(around & about & names),
            is_of_other=_is_of_other(here & named, there, topic, names),
            is_apart=bool(beside_mine - there - topic - about - (names if slip(mine, theirs) else frozenset())),
            is_foreign=bool(mine.near) and not mine.near & (there | topic | about),
            slip=slip(mine, theirs),
        )


def names_what_source_lacks(claim: Claim, fact: Fact, case: Case) -> bool:
    """True where the draft's sentence names something that the source of a number names nowhere."""
    named = _named(claim, case.draft, case.index) | _countries(case.draft.stems_of(claim.statement))
    return not named <= _name_stems(case.index.account_of(fact.statement.document))


@kept
def _by_stem(index: Index) -> Mapping[str, Sequence[Fact]]:
    return by_stem((fact, _words_about(fact, index)[0]) for fact in index.facts(Slot.NUMBER))


def _words_about(fact: Fact, index: Index) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the sentence of a number, and those of it and the one before; of a list or table those near it."""
    statement, account = fact.statement, index.account_of(fact.statement.document)
    around = quantity_of(fact).around
    return (around, around) if around else (account.stems_of(statement), account.stems_of(statement, 1))


def _topic(fact: Fact, index: Index) -> frozenset[str]:
    """What the sentence of a source speaks of without naming it."""
    return index.account_of(fact.statement.document).topic_of(fact.statement)


def _beside(account: Account, statement: Statement) -> frozenset[tuple[str, Fraction, int]]:
    """The other numbers in the sentence of a number and next to it: of what each is, its value, how many digits."""
    beside = [other for other in account.beside(statement, 1) if isinstance(other.value, Quantity)]
    near = [other.value for other in beside if abs(other.span.start - statement.span.start) <= _NEAREST]
    return frozenset(
        (_measure(one), one.base.value, digits(one.number.value)) for one in near if isinstance(one, Quantity)
    )


@kept
def _all_beside(account: Account) -> Mapping[Span, frozenset[tuple[str, Fraction, int]]]:
    """The numbers beside each number of a source, by where it stands."""
    return {statement.span: _beside(account, statement) for statement in account.about(Slot.NUMBER)}


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
