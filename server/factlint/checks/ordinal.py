"""An ordinal that the sources' ordinal of the same thing contradicts: "the 22nd president", "by the sixth year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks import number
from factlint.checks.same_quantity import Alike, alike
from factlint.checks.told_numbers import quantity_of
from factlint.extract.pieces import words_of
from factlint.kept import kept
from factlint.model import Claim, Slot
from factlint.overlap import SAME
from factlint.sentences import Sentence, sentences_of
from factlint.values.quantity import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.model import Fact, Finding, Statement
    from factlint.rule import Rule
    from factlint.text import Span

# What sentences that say the same must share, and those that say of the same subject which it is.
_TOLD, _SHARE = 3.5, 0.7
_SAID_SHARE = 0.5
# How many words stand between the copula and the ordinal at most.
_OPENING = 3


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Ordinals of one noun where the sources' sentence of the same thing has another, and no source the draft's."""
    for claim in case.claims(Slot.NUMBER):
        mine = quantity_of(claim)
        if mine.kind is not Kind.ORDINAL or _has(case.index.accounts, mine):
            continue
        found = [one for one in alike(claim, case, least=SAME) if _is_of_one(case, claim, one)]
        against = [one.fact for one in found] or _of_subject(case, claim)
        values = {quantity_of(fact).number.value for fact in against}
        if len(values) == 1 and not _has((case.draft,), quantity_of(against[0])):
            yield number.told(case, rule, claim, against, None)


def _has(accounts: Sequence[Account], ordinal: Quantity) -> bool:
    """True where an account has such an ordinal of the same noun."""
    return any(
        value.kind is Kind.ORDINAL and value.of == ordinal.of and value.number.value == ordinal.number.value
        for account in accounts
        for statement in account.about(Slot.NUMBER)
        if isinstance(value := statement.value, Quantity)
    )


def _is_of_one(case: Case, claim: Claim, one: Alike) -> bool:
    """True where sentences that name the same say the same of ordinals of one noun."""
    mine, theirs = quantity_of(claim), quantity_of(one.fact)
    if theirs.kind is not Kind.ORDINAL or one.is_apart or one.is_of_other or one.is_foreign or not one.is_named:
        return False
    is_said = _is_predicate(case.draft, claim.statement) and _is_predicate(
        case.index.account_of(one.fact.statement.document), one.fact.statement
    )
    if not is_said and not _is_of_time(case, mine):
        return False
    least, share = (SAME, _SAID_SHARE) if is_said else (_TOLD, _SHARE)
    return (
        one.overlap.total >= least
        and one.overlap.share >= share
        and _are_of_one_kind(mine, theirs)
        and _may_be_of_one(case, claim, one.fact)
    )


def _may_be_of_one(case: Case, claim: Claim, fact: Fact) -> bool:
    """True unless one sentence tells by an ordinal of its own which of several it speaks of."""
    account, ordinals = case.index.account_of(fact.statement.document), words_of(case.draft.lexicon).ordinals
    own, theirs = (quantity_of(said).text.casefold() for said in (claim, fact))
    words = {word for word in case.draft.words_beside(claim.statement) if word in ordinals}
    others = {word for word in account.words_beside(fact.statement) if word in ordinals}
    is_apart = own in others or bool(words - {own} - others)
    return not is_apart and theirs not in words and number.may_be_of_one(case, claim, fact, None)


def _is_of_time(case: Case, ordinal: Quantity) -> bool:
    """True for one of the years, months or days of something; of meetings and races each is another one."""
    unit = words_of(case.draft.lexicon).units.get(ordinal.of)
    return unit is not None and unit.dimension == "duration"


def _are_of_one_kind(mine: Quantity, theirs: Quantity) -> bool:
    """True unless the words behind the noun tell what is counted apart: the largest producer, the largest buyer."""
    return not (mine.modifiers and theirs.modifiers) or bool(mine.modifiers & theirs.modifiers)


def _of_subject(case: Case, claim: Claim) -> list[Fact]:
    """The ordinals that the sources say a subject is that the draft's sentence before names and a pronoun takes up."""
    sentence = _sentence(case.draft, claim.statement)
    if sentence is None or not _is_predicate(case.draft, claim.statement) or not _is_of_pronoun(sentence):
        return []
    mine, passage = quantity_of(claim), case.draft.passage_of(claim.statement, 1)
    found = []
    for fact in case.index.facts(Slot.NUMBER):
        theirs = quantity_of(fact)
        if theirs.kind is not Kind.ORDINAL or theirs.of != mine.of:
            continue
        account = case.index.account_of(fact.statement.document)
        subject = _subject(account, fact.statement)
        is_of_one = bool(subject) and subject <= passage and _may_be_of_one(case, claim, fact)
        if is_of_one and _is_predicate(account, fact.statement):
            found.append(fact)
    return found


def _subject(account: Account, statement: Statement) -> frozenset[str]:
    """What names stand before an ordinal in its sentence."""
    sentence = _sentence(account, statement)
    names = sentence.names if sentence else ()
    return frozenset().union(*(named.key for named in names if named.statement.span.end <= statement.span.start))


def _is_of_pronoun(sentence: Sentence) -> bool:
    return sentence.tokens[0].folded in sentence.account.lexicon.grammar["anaphors"]


def _is_predicate(account: Account, statement: Statement) -> bool:
    """True where a sentence says which one its subject is: "was the eighth round", "Hale, the 21st president"."""
    sentence, grammar = _sentence(account, statement), account.lexicon.grammar
    if sentence is None:
        return False
    before = [each for each in sentence.tokens if sentence.file_span(each).end <= statement.span.start][-_OPENING:]
    copulas = grammar["copulas"] | grammar["past_copulas"]
    is_beside = len(before) > 1 and before[-2].text == "," and before[-1].folded in grammar["articles"]
    return is_beside or any(each.folded in copulas - grammar["prepositions"] for each in before)


def _sentence(account: Account, statement: Statement) -> Sentence | None:
    return _by_span(account).get(statement.span)


@kept
def _by_span(account: Account) -> Mapping[Span, Sentence]:
    return {said.span: sentence for sentence in sentences_of(account) for said in sentence.about(Slot.NUMBER)}
