"""A name that the sources write otherwise: misspelled, romanized in another way, or as only a few sources do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.identity import fold
from factlint.model import Claim, Finding, Mention, evidence_of, mention_of
from factlint.text import Span
from factlint.values.name import same_but_for_diacritics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.identify import Identity
    from factlint.index import Usage
    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names spelled as no source spells them (`spelling = "unknown"`) or as a minority does (`"minority"`)."""
    look = _minority if rule.when.get("spelling") == "minority" else _unknown
    for claim, identity in case.known_names():
        if not case.is_set_beside(claim):
            yield from look(case, rule, claim, identity)


def _unknown(case: Case, rule: Rule, claim: Claim, identity: Identity) -> Iterator[Finding]:
    mention = mention_of(claim)
    settled = case.settled_words(claim)
    for run in _runs([d.word for d in identity.differences if d.is_variant and d.word not in settled]):
        theirs = [d.theirs for d in identity.differences if d.word in run]
        if all(_adds_marks(mention.name.words[number], word, case) for number, word in zip(run, theirs, strict=True)):
            continue
        yield _marked(case, rule, mention, run, [identity.entity.spellings(word) for word in theirs])


def _adds_marks(mine: str, theirs: str, case: Case) -> bool:
    """True where the draft writes, throughout, the marks that sources leave out: it is more exact, not wrong."""
    return theirs.isascii() and same_but_for_diacritics(fold(mine), theirs) and theirs not in case.words_of_names


def _minority(case: Case, rule: Rule, claim: Claim, identity: Identity) -> Iterator[Finding]:
    mention, settled = mention_of(claim), case.settled_words(claim)
    for number, written in enumerate(mention.name.words):
        word = fold(written)
        if number in settled or word not in identity.entity.usages:
            continue
        spellings = identity.entity.spellings(word)
        is_dispreferred = case.preferred(word) is not None
        is_minority = len(identity.entity.usages[word].documents) < len(spellings[0].documents)
        if is_dispreferred or (is_minority and _expected(case, spellings) != written):
            yield _marked(case, rule, mention, range(number, number + 1), [spellings])


def _expected(case: Case, spellings: Sequence[Usage]) -> str:
    """The spelling that the user prefers, else the dominant one."""
    return case.preferred(*(fold(usage.written) for usage in spellings)) or spellings[0].written


def _marked(case: Case, rule: Rule, mention: Mention, run: range, spellings: Sequence[Sequence[Usage]]) -> Finding:
    """A finding over words of a name, each with its spellings in the sources."""
    span = Span(mention.words[run.start].start, mention.words[run.stop - 1].end)
    found = [mention.name.words[number] for number in run]
    expected = [in_case_of(word, _expected(case, usages)) for word, usages in zip(found, spellings, strict=True)]
    facts = [fact for usages in spellings for fact in usages[0].facts]
    return finding(rule, case, span, evidence_of(facts), (" ".join(expected),), sources=len(spellings[0][0].documents))


def in_case_of(found: str, expected: str) -> str:
    """The expected word in the capitals of the found one: "TEHREN" becomes "TEHRAN"."""
    return expected.upper() if len(found) > 1 and found.isupper() and not expected.isupper() else expected


def _runs(numbers: Sequence[int]) -> Iterator[range]:
    """Neighbouring numbers as ranges."""
    start = previous = None
    for number in sorted(numbers):
        if previous is not None and number != previous + 1 and start is not None:
            yield range(start, previous + 1)
            start = number
        start = number if start is None else start
        previous = number
    if start is not None and previous is not None:
        yield range(start, previous + 1)
