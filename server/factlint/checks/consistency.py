"""One name that the draft itself spells in two ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.name_variant import in_case_of
from factlint.extract.mentions import is_ordinary
from factlint.identity import CERTAIN, LIKELY, essential, fold, is_same_person, likeness, words_like
from factlint.model import Claim, Evidence, Finding, mention_of
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule

_LEAST_LETTERS = 4


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names that the sources do not know, written otherwise than the draft writes them more often or first."""
    claims = [
        claim for claim in case.names if claim.statement.span not in case.identities and not case.is_left_alone(claim)
    ]
    by_word = _uses(claims, case)
    words = tuple(by_word)
    for word, uses in by_word.items():
        rivals = [
            (len(by_word[other]), -_first(by_word[other]), other)
            for other in words_like(word, words, LIKELY, case.draft.lexicon)
            if _is_one_name(uses, by_word[other], word, other, case)
        ]
        if rivals and (len(uses), -_first(uses)) < max(rivals)[:2]:
            yield from _marked(case, rule, uses, by_word[max(rivals)[2]])


_Use = tuple[Claim, int]


def _uses(claims: Sequence[Claim], case: Case) -> dict[str, list[_Use]]:
    """Where each word of the names of people, folded, stands: the claim and the number of the word in it."""
    found: dict[str, list[_Use]] = defaultdict(list)
    for claim in claims:
        name = mention_of(claim).name
        if name.kind in (Kind.PERSON, Kind.UNKNOWN):
            for number in essential(name.words, case.draft.lexicon):
                found[fold(name.words[number])].append((claim, number))
    return found


def _first(uses: list[_Use]) -> int:
    return uses[0][0].statement.span.start


def _is_one_name(uses: list[_Use], others: list[_Use], word: str, other: str, case: Case) -> bool:
    """True where two words are one name: full names say so, or a surname alone beside a full name does."""
    lexicon = case.draft.lexicon
    if min(len(word), len(other)) < _LEAST_LETTERS or is_ordinary(word, lexicon) or word in case.index.by_word:
        return False
    alike = likeness(word, other, lexicon)
    if _are_inflected(word, other):
        return False
    mine, theirs = _full(uses), _full(others)
    if mine and theirs:
        return any(_is_one_person(a, b, alike, case) for a in mine for b in theirs)
    is_surname = all(_is_last(use, case) for use in [*uses, *others]) and min(len(word), len(other)) > _LEAST_LETTERS
    is_titled = any(mention_of(claim).is_titled for claim, _ in [*uses, *others])
    return bool(mine or theirs) and is_surname and (is_titled or alike >= CERTAIN)


def _is_one_person(mine: Name, theirs: Name, alike: float, case: Case) -> bool:
    """True for two full names of one length that are one person's; what is not surely a person needs sure letters."""
    is_sure = alike >= CERTAIN or Kind.PERSON in (mine.kind, theirs.kind)
    return (
        is_sure
        and len(mine.words) == len(theirs.words)
        and is_same_person(mine.words, theirs.words, case.draft.lexicon)
    )


def _full(uses: list[_Use]) -> list[Name]:
    return [name for claim, _ in uses if len((name := mention_of(claim).name).words) > 1]


def _is_last(use: _Use, case: Case) -> bool:
    claim, number = use
    return number == essential(mention_of(claim).name.words, case.draft.lexicon)[-1]


def _are_inflected(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return long in (short + "s", short + "es")


def _marked(case: Case, rule: Rule, uses: list[_Use], others: list[_Use]) -> Iterator[Finding]:
    other_claim, other_number = others[0]
    other = mention_of(other_claim)
    for claim, number in uses:
        mention = mention_of(claim)
        if case.draft.document.block_at(mention.words[number].start) is None:
            continue
        expected = in_case_of(mention.name.words[number], other.name.words[other_number])
        evidence = Evidence(case.draft.document, other.words[other_number])
        yield finding(rule, case, mention.words[number], (evidence,), (expected,))
