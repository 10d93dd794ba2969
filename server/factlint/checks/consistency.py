"""One name that the draft itself spells in two ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.case import Case, finding, mention_of
from factlint.checks.name_variant import in_case_of
from factlint.extract.mentions import is_ordinary
from factlint.identity import CERTAIN, LIKELY, fold, is_same_person, likeness
from factlint.model import Claim, Evidence, Finding, Slot, Stance
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule

_LEAST_LETTERS = 5


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names that the sources do not know, written otherwise than the draft writes them more often or first."""
    claims = [
        Claim(statement)
        for statement in case.draft.about(Slot.NAME)
        if statement.stance is not Stance.CORRECTED and statement.span not in case.identities
    ]
    by_word = _by_word(claims)
    for word, uses in by_word.items():
        rivals = [
            (len(others), -others[0][0].statement.span.start, other)
            for other, others in by_word.items()
            if other != word and _is_one_name(uses, others, word, other, case)
        ]
        if rivals and (len(uses), -uses[0][0].statement.span.start) < max(rivals)[:2]:
            yield from _marked(case, rule, uses, by_word[max(rivals)[2]])


_Use = tuple[Claim, int]


def _by_word(claims: Sequence[Claim]) -> dict[str, list[_Use]]:
    """The last words of names, folded: where surnames and single names stand."""
    found: dict[str, list[_Use]] = defaultdict(list)
    for claim in claims:
        mention = mention_of(claim)
        if mention.name.kind in (Kind.PERSON, Kind.UNKNOWN):
            found[fold(mention.name.words[-1])].append((claim, len(mention.name.words) - 1))
    return found


def _is_one_name(uses: list[_Use], others: list[_Use], word: str, other: str, case: Case) -> bool:
    lexicon = case.draft.lexicon
    if min(len(word), len(other)) < _LEAST_LETTERS or is_ordinary(word, lexicon) or word in case.index.by_word:
        return False
    alike = likeness(word, other, lexicon)
    if alike < LIKELY or _are_inflected(word, other):
        return False
    mine, theirs = _full(uses), _full(others)
    if mine and theirs:
        return any(is_same_person(a.words, b.words, lexicon) for a in mine for b in theirs)
    is_titled = any(mention_of(claim).is_titled for claim, _ in [*uses, *others])
    return bool(mine or theirs) and (is_titled or alike >= CERTAIN)


def _full(uses: list[_Use]) -> list[Name]:
    return [mention_of(claim).name for claim, number in uses if number > 0]


def _are_inflected(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return long in (short + "s", short + "es")


def _marked(case: Case, rule: Rule, uses: list[_Use], others: list[_Use]) -> Iterator[Finding]:
    other_claim, other_number = others[0]
    other = mention_of(other_claim)
    for claim, number in uses:
        mention = mention_of(claim)
        expected = in_case_of(mention.name.words[number], other.name.words[other_number])
        evidence = Evidence(case.draft.document, other.words[other_number])
        yield finding(rule, case, mention.words[number], (evidence,), (expected,))
