"""A point on which the sources disagree and the draft takes a side."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.checks.exclusive import are_at_odds
from factlint.checks.long_form import gloss_of, is_own_word, known_forms, name_of, says, slip, span_of_words
from factlint.checks.rank import exact_ranks
from factlint.identity import fold
from factlint.lexicon import Rank
from factlint.model import Evidence, Fact, Finding, Slot, evidence_of, mention_of
from factlint.values import office as offices
from factlint.values import rank as ranks
from factlint.values.name import Name
from factlint.values.office import DEPUTY, Office

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from factlint.index import Entity, Usage
    from factlint.model import Statement
    from factlint.rule import Rule
    from factlint.text import Document

_MOST_EVIDENCE = 3


class _Side(Struct, frozen=True):
    """One side of a disagreement: its words, how many sources have them, and where."""

    words: str
    sources: int
    evidence: Sequence[Evidence]


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """The first use of each spelling, rank, office and expansion that some sources give otherwise."""
    yield from _spellings(case, rule)
    for slot in (Slot.RANK, Slot.OFFICE):
        yield from _titles(case, rule, slot)
    yield from _expansions(case, rule)


def _spellings(case: Case, rule: Rule) -> Iterator[Finding]:
    seen: set[str] = set()
    for claim, identity in case.known_names():
        mention = mention_of(claim)
        settled = case.settled_words(claim)
        for number, written in enumerate(mention.name.words):
            if number in settled:
                continue
            word = fold(written)
            usages = identity.entity.spellings(word) if word in identity.entity.usages else ()
            if word not in seen and _is_open(usages):
                seen.add(word)
                sides = [_Side(usage.written, len(usage.documents), evidence_of(usage.facts)) for usage in usages]
                yield finding(rule, case, mention.words[number], _evidence(sides), sides=_told(sides))


def _is_open(usages: Sequence[Usage]) -> bool:
    """True where no spelling is used by more sources than the next: dominance does not decide.

    A source that has both may tell two people apart, and takes no side.
    """
    return any(
        not one.documents & other.documents and len(one.documents) == len(other.documents)
        for one, other in pairwise(usages[:2])
    )


def _titles(case: Case, rule: Rule, slot: Slot) -> Iterator[Finding]:
    seen: set[tuple[Entity, object]] = set()
    for claim in case.claims(slot):
        said, entity = claim.statement, case.entity_of(claim.statement)
        if entity is None or (entity, said.value) in seen or _is_settled(said, case):
            continue
        agreeing, others = _for_and_against(said, entity, case)
        if agreeing and others:
            seen.add((entity, said.value))
            sides = _by_words([agreeing, *_alike(others)])
            yield finding(rule, case, said.span, _evidence(sides), sides=_told(sides))


def _is_settled(said: Statement, case: Case) -> bool:
    return case.is_accepted(Name(tuple(said.span.of(said.document.text).split())))


def _for_and_against(said: Statement, entity: Entity, case: Case) -> tuple[list[Fact], list[Fact]]:
    """The facts about a person now that agree with what the draft says, and those that rule it out.

    A source that has both tells of two times or of two offices, and takes no side.
    """
    facts = [fact for fact in _present(said.slot, entity) if _may_be_then(fact, said)]
    agreeing = [fact for fact in facts if _agree(said, fact.statement)]
    others = [fact for fact in facts if are_at_odds(fact.statement, said, case.draft.lexicon)]
    others = [fact for fact in others if any(_may_be_then(one, fact.statement) for one in agreeing)]
    both = _documents(agreeing) & _documents(others)
    return _without(agreeing, both), _without(others, both)


def _without(facts: Sequence[Fact], documents: Set[Document]) -> list[Fact]:
    return [fact for fact in facts if fact.statement.document not in documents]


def _present(slot: Slot, entity: Entity) -> Sequence[Fact]:
    """The ranks as exactly as the sources give them, and the offices that are held fully and now."""
    if slot is Slot.RANK:
        return exact_ranks(entity.of(slot))
    held = ((fact, fact.statement.value) for fact in entity.of(slot))
    return [fact for fact, office in held if isinstance(office, Office) and office.qualifiers <= {DEPUTY}]


def _may_be_then(fact: Fact, said: Statement) -> bool:
    """True unless both are dated and share no year."""
    mine, theirs = said.period, fact.statement.period
    if mine is None or theirs is None:
        return True
    return mine.first.year <= theirs.last.year and theirs.first.year <= mine.last.year


def _agree(said: Statement, told: Statement) -> bool:
    mine, theirs = said.value, told.value
    if isinstance(mine, Rank) and isinstance(theirs, Rank):
        return ranks.agree(mine, theirs)
    return isinstance(mine, Office) and isinstance(theirs, Office) and offices.agree(mine, theirs)


def _documents(facts: Iterable[Fact]) -> set[Document]:
    return {fact.statement.document for fact in facts}


def _alike(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts in groups that agree with each other."""
    groups: list[list[Fact]] = []
    for fact in facts:
        home = next((group for group in groups if _agree(group[0].statement, fact.statement)), None)
        if home is None:
            groups.append([fact])
        else:
            home.append(fact)
    return groups


def _by_words(groups: Iterable[Sequence[Fact]]) -> list[_Side]:
    """A side for each group of facts, that of most sources first, then that said most often."""
    ranked = sorted(groups, key=lambda facts: (-len(_documents(facts)), -len(facts)))
    return [_Side(_words(facts[0].statement), len(_documents(facts)), evidence_of(facts)) for facts in ranked]


def _words(said: Statement) -> str:
    if isinstance(said.value, Rank):
        return said.value.name
    return " ".join(said.span.of(said.document.text).split())


def _expansions(case: Case, rule: Rule) -> Iterator[Finding]:
    """The expansions of the draft that are those of some sources, where others have other words for the same body."""
    small, known, seen = case.draft.lexicon.grammar["acronym_joiners"], known_forms(case), set[str]()
    for claim in case.claims(Slot.EXPANSION):
        gloss = gloss_of(claim.statement)
        words = name_of(gloss)
        if gloss.key in seen or not words or not is_own_word(claim.statement) or case.is_accepted(Name(words)):
            continue
        same = [form for form in known.get(gloss.key, ()) if says(gloss, form.words, small)]
        others = [form for form in known.get(gloss.key, ()) if slip(gloss, form, case.draft.lexicon)]
        if same and others:
            seen.add(gloss.key)
            forms = sorted([*same, *others], key=lambda form: -form.weight)
            sides = [_Side(" ".join(form.words), form.weight, form.evidence) for form in forms]
            yield finding(rule, case, span_of_words(claim.statement, gloss.name), _evidence(sides), sides=_told(sides))


def _evidence(sides: Iterable[_Side]) -> tuple[Evidence, ...]:
    """Passages of all sides in turn, so that each is heard."""
    turns = zip_longest(*(side.evidence for side in sides))
    return tuple(evidence for turn in turns for evidence in turn if evidence)[:_MOST_EVIDENCE]


def _told(sides: Iterable[_Side]) -> str:
    return "; ".join(
        f"“{side.words}” in {'1 source' if side.sources == 1 else f'{side.sources} sources'}" for side in sides
    )
