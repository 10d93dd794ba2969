"""A score that the sources' score of the same contest contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Evidence, Finding, Slot
from factlint.overlap import shared
from factlint.patterns import compiled
from factlint.sentences import Sentence, sentences_of
from factlint.text import BlockKind
from factlint.values.score import Score, same_score, score_written_like
from factlint.values.when import Parts, When, agree, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Statement
    from factlint.rule import Rule
    from factlint.sentences import Named

_YEAR = compiled(r"1[5-9]\d\d|20\d\d")
# A contest is between so many.
_SIDES = 2
# The stage of a score that is of what is named, with no sides.
_VOTE = "vote"


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Scores of a contest between named sides of which the sources give one other score, and none the draft's."""
    for sentence, statement, mine in _scores(case.draft):
        case.heed()
        if not statement.is_held:
            continue
        told = [(source, other, theirs) for source, other, theirs in _all_scores(case.index) if other.is_held]
        near = [one for one in told if _named(sentence) & _named(one[0])]
        if any(same_score(mine, theirs) for _, _, theirs in near):
            continue
        beside = [
            score
            for other, said, score in _scores(case.draft)
            if said is not statement and len(score.games) == len(mine.games) and _named(other) & _named(sentence)
        ]
        against = [
            (source, other, theirs)
            for source, other, theirs in near
            if _is_of_one((sentence, statement, mine), (source, other, theirs), case.index)
            and not any(same_score(score, theirs) for score in beside)
        ]
        if against and all(same_score(against[0][2], theirs) for _, _, theirs in against):
            yield _told(case, rule, statement, mine, against)


_Told = tuple["Sentence", "Statement", "Score"]


@kept
def _scores(account: Account) -> tuple[_Told, ...]:
    """The scores of an account, each with its sentence."""
    return tuple(
        (sentence, statement, statement.value)
        for sentence in sentences_of(account)
        for statement in sentence.about(Slot.SCORE)
        if isinstance(statement.value, Score)
    )


@kept
def _all_scores(index: Index) -> tuple[_Told, ...]:
    return tuple(told for account in index.accounts for told in _scores(account))


@kept
def _names(sentence: Sentence) -> tuple[Named, ...]:
    """The names of a sentence, in a row of a table those of all cells."""
    account = sentence.account
    count = len(account.scans[sentence.block].stems)
    parts = [Sentence(account, sentence.block, number) for number in range(count)] if _is_row(sentence) else [sentence]
    return tuple(named for part in parts for named in part.names if not _is_plain(named, account))


def _is_at(named: Named, sentence: Sentence) -> bool:
    """True for a name that only says where: "in Lisbon"."""
    items, locatives = (
        sentence.account.scans[sentence.block].tokens.items,
        sentence.account.lexicon.grammar["locatives"],
    )
    return named.start > 0 and items[named.start - 1].folded in locatives


def _is_plain(named: Named, account: Account) -> bool:
    """True where only the start of a sentence or a line of capitals makes a word of the language look like a name."""
    words = [fold(word) for word in named.mention.name.words]
    common = account.lexicon.common_words | account.plain_words.keys()
    return named.mention.is_weak and all(word in common for word in words)


def _named(sentence: Sentence) -> frozenset[str]:
    """What tells the names of a sentence from others."""
    return frozenset().union(*(named.key for named in _names(sentence)))


def _sides(told: _Told) -> list[Named]:
    """The two names that stand nearest to a score, in a row one either side of it."""
    sentence, statement, _ = told
    sides = [named for named in _names(sentence) if not _is_at(named, sentence)]
    by_distance = sorted(sides, key=lambda one: _distance(one.statement, statement))
    if _is_row(sentence):
        before = [one for one in by_distance if one.statement.span.start < statement.span.start]
        behind = [one for one in by_distance if one not in before]
        return [*before[:1], *behind[:1]]
    found: dict[frozenset[str], Named] = {}
    for named in by_distance:
        found.setdefault(named.key, named)
    return list(found.values())[:_SIDES]


def _is_row(sentence: Sentence) -> bool:
    return sentence.account.document.blocks[sentence.block].kind is BlockKind.ROW


def _distance(first: Statement, second: Statement) -> int:
    return max(first.span.start - second.span.end, second.span.start - first.span.end)


def _is_of_one(first: _Told, second: _Told, index: Index) -> bool:
    """True where two sentences tell of one part of one contest: its sides are the same, and no date tells it apart."""
    (sentence, _, mine), (source, _, theirs) = first, second
    if mine.stage != theirs.stage or len(mine.games) != len(theirs.games) or _are_of_two_times(sentence, source):
        return False
    is_like = any({*one} & {*other} for one, other in zip(mine.games, theirs.games, strict=True))
    is_one = len(source.about(Slot.SCORE)) == 1 and shared(sentence.stems & source.stems, index).is_same
    if not (is_like or is_one):
        return False
    if mine.stage == _VOTE:
        return bool(_named(sentence) & _named(source))
    sides, others = _sides(first), _sides(second)
    if len(others) < _SIDES or not sides:
        return False
    around = _named(sentence) if len(sides) == _SIDES else sentence.named_around
    return all(one.key & _named(source) for one in sides) and all(one.key & around for one in others)


def _are_of_two_times(sentence: Sentence, source: Sentence) -> bool:
    """True where both sentences give dates and share none, or the draft's gives a year that the source's has not."""
    years, others = _years((sentence,)), _years((source,))
    mine, theirs = ([each for said in one.about(Slot.DATE) for each in _parts(said)] for one in (sentence, source))
    is_apart = bool(mine and theirs) and not any(agree(one, other) for one in mine for other in theirs)
    return is_apart or bool(years and not years & (others or _years(sentences_of(source.account))))


def _years(sentences: Sequence[Sentence]) -> frozenset[str]:
    return frozenset(each for one in sentences for each in one.numbers if _YEAR.fullmatch(each))


def _parts(statement: Statement) -> Sequence[Parts]:
    return parts_of(statement.value) if isinstance(statement.value, When) else ()


def _told(case: Case, rule: Rule, statement: Statement, mine: Score, against: Sequence[_Told]) -> Finding:
    theirs = against[0][2]
    evidence = tuple({other.document: Evidence(other.document, other.span) for _, other, _ in against}.values())
    return finding(rule, case, statement.span, evidence, (score_written_like(mine, theirs),), number=theirs.text)
