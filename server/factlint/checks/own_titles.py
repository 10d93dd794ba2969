"""A person to whom the draft itself gives two offices or ranks that nobody has at one time."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.exclusive import are_at_odds
from factlint.checks.office_part import wrong_part
from factlint.checks.smallest import smallest
from factlint.lexicon import Rank, surface
from factlint.model import Claim, Evidence, Finding, Slot, Stance, Statement
from factlint.values.office import DEPUTY, Office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.rule import Rule
    from factlint.text import Span
    from factlint.values import Value
    from factlint.values.name import Name

_SLOTS = (Slot.OFFICE, Slot.RANK)


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Offices and ranks that exclude one that the draft gives the same person more often, or first."""
    changes = _changes(case.draft)
    for claims in _by_person(case).values():
        weights = _weights(claims)
        for claim in claims:
            rivals = [other for other in _nearest(claim, claims) if _exclude(claim, other, case.draft, changes)]
            main = max(rivals, key=lambda other: weights[other.statement.value], default=None)
            if main is not None and weights[claim.statement.value] < weights[main.statement.value]:
                yield _told(case, rule, claim.statement, main.statement)


def _by_person(case: Case) -> Mapping[tuple[Name, Slot], list[Claim]]:
    """What the draft says that one person is now, where the sources do not say it."""
    found: dict[tuple[Name, Slot], list[Claim]] = defaultdict(list)
    for slot in _SLOTS:
        for claim in case.claims(slot):
            statement, entity = claim.statement, case.entity_of(claim.statement)
            is_one_person = len(set(statement.subject)) == 1
            if is_one_person and not (entity and entity.of(slot)) and _is_present(statement, case.draft.lexicon):
                found[statement.subject[0], slot].append(claim)
    return found


def _is_present(statement: Statement, lexicon: Lexicon) -> bool:
    """True for an office that is held fully and now, and for a rank; in the draft's own words, and said of one."""
    value, written = statement.value, surface(statement.span.of(statement.document.text))
    if statement.stance is Stance.QUOTED or written in lexicon.plural_offices or written in lexicon.plural_ranks:
        return False
    if isinstance(value, Office):
        return not value.head.is_kin and value.qualifiers <= {DEPUTY}
    return isinstance(value, Rank)


def _weights(claims: Sequence[Claim]) -> Mapping[Value, tuple[int, int]]:
    """How often the draft says each of these things, and how early."""
    starts: dict[Value, list[int]] = defaultdict(list)
    for claim in claims:
        starts[claim.statement.value].append(claim.statement.span.start)
    return {value: (len(places), -min(places)) for value, places in starts.items()}


def _nearest(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Of each other thing that the draft says of a person the place next to a claim."""
    found: dict[Value, Claim] = {}
    here = claim.statement.span.start
    for other in sorted(claims, key=lambda other: abs(other.statement.span.start - here)):
        found.setdefault(other.statement.value, other)
    return [other for value, other in found.items() if value != claim.statement.value]


def _exclude(claim: Claim, other: Claim, draft: Account, changes: Sequence[Span]) -> bool:
    """True where one person cannot be both at once, and the draft tells of no change or second office between."""
    one, two = sorted((claim.statement, other.statement), key=lambda statement: statement.span)
    if one.period != two.period or not are_at_odds(one, two, draft.lexicon):
        return False
    return two not in draft.beside(one) and not _is_over_change(one.span, two.span, changes)


def _changes(draft: Account) -> list[Span]:
    """The sentences with a date or a word of change, in the order of the text."""
    words = draft.lexicon.cues.get("change", frozenset())
    return [
        block.file_span(scanned.tokens.span(sentence.start, sentence.stop))
        for block, scanned in zip(draft.document.blocks, draft.scans, strict=True)
        for number, sentence in enumerate(scanned.tokens.sentences)
        if any(token.folded in words for token in scanned.tokens.items[sentence.start : sentence.stop])
        or any(seen.sentence == number and seen.slot is Slot.DATE for seen in scanned.sightings)
    ]


def _is_over_change(first: Span, last: Span, changes: Sequence[Span]) -> bool:
    """True where a sentence of change stands from one place to the other."""
    after = bisect_right(changes, first.start, key=lambda sentence: sentence.end)
    return after < len(changes) and changes[after].start < last.end


def _told(case: Case, rule: Rule, claim: Statement, main: Statement) -> Finding:
    expected = " ".join(main.span.of(main.document.text).split())
    span, right = wrong_part(claim, main, case.draft.lexicon) or _difference(claim, main, expected)
    evidence = Evidence(main.document, main.span)
    suggestions = (right,) if right else ()
    return finding(rule, case, span, (evidence,), suggestions, name=claim.subject[0], office=expected)


def _difference(claim: Statement, main: Statement, expected: str) -> tuple[Span, str]:
    """What to mark and what to put there; nothing where the other place names a body that this one leaves out."""
    mine, theirs = claim.value, main.value
    if isinstance(mine, Office) and isinstance(theirs, Office) and theirs.body and not mine.body:
        return claim.span, ""
    return smallest(claim, expected)
