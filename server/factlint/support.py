"""Support: the passages of the sources that bear a claim of the draft out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint import same_event
from factlint.checks import same_quantity, same_release
from factlint.checks.long_form import gloss_of, known_forms, says
from factlint.checks.same_release import release_of
from factlint.dated import dated_at
from factlint.extract.relation import stems_in
from factlint.lexicon import Rank
from factlint.model import Claim, Evidence, Fact, Slot, Statement, evidence_of, mention_of
from factlint.overlap import NEAREST
from factlint.same_event import are_of_two_events
from factlint.sentences import sentence_of, sentences_with, tellings_without
from factlint.standing_name import spelled_so
from factlint.values import rank, version
from factlint.values.age import Age, may_be_one
from factlint.values.office import Office, agree
from factlint.values.quantity import Quantity, bears_out
from factlint.values.quote import Quotation
from factlint.values.version import Release
from factlint.values.when import PARTS, When, falls_on, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.case import Case
    from factlint.dated import Dated
    from factlint.extract.account import Account
    from factlint.sentences import Sentence
    from factlint.values import Value
    from factlint.values.when import Parts

# What a sentence of the sources must share with the draft's, besides the value itself, to tell of the same thing; the
# weights are those of `overlap.Overlap`: more than one telling word.
_SOME, _LEAST, _MUCH = 0.4, 0.75, 2.0
_MOST_PASSAGES = 3
# How many words in a row have capitals where a number among them is part of a name.
_LEAST_CAPITALS = 3


def support(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """The passages that say what the claim says, best first; none where no source bears it out."""
    return _SUPPORTS[claim.statement.slot](claim, case)[:_MOST_PASSAGES]


def _of_name(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where the sources speak of whom or what a name names, in the sentences most like the draft's first."""
    identity = case.identities.get(claim.statement.span)
    if identity is None or identity.differences:
        return _of_country(claim, case) or spelled_so(mention_of(claim).name, case)
    facts = {(fact.statement.document, fact.statement.span): fact for fact in identity.entity.names}
    told = [facts.get((said.document, said.span)) for said, _ in _told(claim, case, Slot.NAME)]
    return evidence_of(fact for fact in (*told, *identity.entity.names) if fact is not None)


def _of_country(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where the sources name the country that a name says nothing but, or its people: "the Norwegians" for Norway."""
    stems = _stems_in(claim.statement, case.draft)
    if not stems or not all(each[0].isupper() for each in stems):
        return ()
    named = (name for sentence in sentences_with(stems, case.index) for name in sentence.names if stems <= name.key)
    return evidence_of(Fact(name.statement) for name in named)


def _of_holder(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where the sources give the same person the same office, rank or age."""
    entity = case.entity_of(claim.statement)
    held = entity.of(claim.statement.slot) if entity else ()
    return evidence_of(fact for fact in held if _is_same(claim, fact, case))


def _is_same(claim: Claim, fact: Fact, case: Case) -> bool:
    mine, theirs = claim.statement.value, fact.statement.value
    if isinstance(mine, Age) and isinstance(theirs, Age):
        return may_be_one(mine, case.draft.date, theirs, case.index.account_of(fact.statement.document).date)
    if isinstance(mine, Office) and isinstance(theirs, Office):
        return agree(case.post_of(claim.statement) or mine, case.post_of(fact.statement) or theirs)
    return isinstance(mine, Rank) and isinstance(theirs, Rank) and rank.bears_out(theirs, mine)


def _of_version(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a sentence that tells of the same thing, or names the same product, has a version that agrees."""
    told = _likest(claim, case, Slot.VERSION, _is_version)
    alike = [one for one in same_release.alike(claim, case) if one.supports and not one.is_of_other] if not told else []
    is_full = release_of(claim).version.is_full
    told += [one.fact.statement for one in alike if one.overlap.total >= _LEAST or (is_full and one.is_named)]
    return evidence_of(map(Fact, told))


def _is_version(mine: Value, theirs: Value) -> bool:
    return isinstance(mine, Release) and isinstance(theirs, Release) and version.agrees(mine.version, theirs.version)


def _of_number(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a sentence that tells of the same thing has the number; rounded or in other units only where it must be."""
    told = _likest(claim, case, Slot.NUMBER, _is_number)
    told = [said for said in told if not is_in_name(said, case.index.account_of(said.document))] or _of_same_thing(
        claim, case
    )
    mine = claim.statement.value
    exact = [said for said in told if _is_exactly(mine, said.value)]
    return evidence_of(map(Fact, exact or told))


def _is_number(mine: Value, theirs: Value) -> bool:
    return isinstance(mine, Quantity) and isinstance(theirs, Quantity) and bears_out(theirs, mine)


def _is_exactly(mine: Value, theirs: Value) -> bool:
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    return mine.number.value == theirs.number.value and mine.of == theirs.of


def _of_same_thing(claim: Claim, case: Case) -> list[Statement]:
    """The numbers of the sources of the same thing, by the words around and over both, such as the heads of a table."""
    alike = same_quantity.wanted(claim, case, _is_number, _LEAST)
    said = (one.fact.statement for one in alike if _tells_the_same(one))
    return [each for each in said if not is_in_name(each, case.index.account_of(each.document))]


def is_in_name(said: Statement, account: Account) -> bool:
    """True for a number that is part of a name, and counts nothing: "the Seven Years' War"."""
    if any(other.slot is Slot.NAME and other.span.contains(said.span) for other in account.beside(said)):
        return True
    place = account.place_of(said.span)
    if place is None:
        return False
    tokens, start = account.scans[place.block].tokens, place.tokens.start
    words = [token for token in tokens.items[start : tokens.sentence_of(start).stop] if token.is_word]
    following = words[:_LEAST_CAPITALS]
    is_inside = start > tokens.sentence_of(start).start
    return is_inside and len(following) == _LEAST_CAPITALS and all(token.text[:1].isupper() for token in following)


def _tells_the_same(one: same_quantity.Alike) -> bool:
    return one.overlap.total >= _LEAST and not (one.is_of_other or one.is_apart or one.is_foreign)


def _of_date(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a sentence that tells of the same thing has the date, or a more exact one."""
    told = _likest(claim, case, Slot.DATE, _is_date)
    return evidence_of(map(Fact, dict.fromkeys((*told, *_of_same_event(claim, case)))))


def _is_date(mine: Value, theirs: Value) -> bool:
    """True where a date says another one: it lies in that, or gives all that is given there, and the same."""
    if not isinstance(mine, When) or not isinstance(theirs, When):
        return False
    if mine.range is not None and theirs.range is not None and mine.range.contains(theirs.range):
        return True
    # Of a season or a quarter the parts tell no more than the year.
    return not mine.is_part and any(_covers(one, other) for one in parts_of(mine) for other in parts_of(theirs))


def _of_weekday(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a sentence that tells of the same thing has the weekday, or a day that falls on it.

    One day in seven does: such a day must be the draft's own, or be told in much the same words.
    """
    told = _likest(claim, case, Slot.WEEKDAY, _is_weekday)
    days = [other.value for other in case.draft.beside(claim.statement) if other.slot is Slot.DATE]
    for said, weight in _told(claim, case, Slot.DATE):
        is_meant = weight >= _MUCH or any(_is_date(day, said.value) for day in days)
        if is_meant and _is_weekday(claim.statement.value, said.value):
            told.append(said)
    return evidence_of(map(Fact, told))


def _is_weekday(mine: Value, theirs: Value) -> bool:
    return isinstance(mine, When) and isinstance(theirs, When) and falls_on(theirs, mine)


def _of_same_event(claim: Claim, case: Case) -> Iterator[Statement]:
    """The dates of the sources, reckoned ones among them, that are of the same event as a date of the draft's."""
    mine = dated_at(claim.statement, case.draft)
    if mine is None or not mine.is_whole:
        return
    value = mine.statement.value
    for one in same_event.alike(mine, case.index, lambda theirs: _is_date(value, theirs.statement.value)):
        if _is_of_same_event(mine, one):
            yield one.dated.statement


def _is_of_same_event(mine: Dated, one: same_event.Alike) -> bool:
    """True where two dates agree by no chance: a year, unlike a day, needs passages that are of one thing."""
    if one.is_of_other or are_of_two_events(mine, one.dated) or (one.dated.is_reckoned and mine.parts.day is None):
        return False
    is_of_one = (one.is_anchored or one.is_known or one.is_one_event) and not one.dated.is_own
    if mine.parts.exactness == 1:
        return one.overlap.total >= (_LEAST if is_of_one else _MUCH)
    return one.overlap.total >= (_SOME if is_of_one or mine.parts.exactness == len(PARTS) else _LEAST)


def _covers(mine: Parts, theirs: Parts) -> bool:
    """True where a date gives all that another does, and the same; a source often leaves its own year unsaid."""
    if not theirs.gives("year") and theirs.gives("month") and mine.gives("month"):
        theirs = replace(theirs, year=mine.year)
    return all(not mine.gives(part) or getattr(mine, part) == getattr(theirs, part) for part in PARTS)


def _likest(claim: Claim, case: Case, slot: Slot, agrees: Callable[[Value, Value], bool]) -> list[Statement]:
    """What the sources say that agrees with a claim, in the sentences that tell most of the same, the likest first."""
    told = [pair for pair in _told(claim, case, slot) if agrees(claim.statement.value, pair[0].value)]
    most = max((weight for _, weight in told), default=0.0)
    return [said for said, weight in told if weight >= NEAREST * most]


def _told(claim: Claim, case: Case, slot: Slot) -> Iterator[tuple[Statement, float]]:
    """What the sentences of the sources that tell of the same thing say about a slot, and how much of it they tell."""
    sentence = sentence_of(claim.statement, case.draft)
    if sentence is None:
        return
    own = _stems_of(claim.statement, sentence)
    for telling in tellings_without(sentence, own, case.index):
        if telling.overlap.weight >= _LEAST:
            yield from ((said, telling.overlap.weight) for said in telling.sentence.about(slot) if said.is_held)


def _stems_of(statement: Statement, sentence: Sentence) -> frozenset[str]:
    """What the claim itself puts into its sentence: a number or date bears nothing out by itself."""
    return frozenset() if statement.slot is Slot.NAME else _stems_in(statement, sentence.account)


def _stems_in(statement: Statement, account: Account) -> frozenset[str]:
    """The stems of a statement's own words."""
    place = account.place_of(statement.span)
    if place is None:
        return frozenset()
    return stems_in(account.scans[place.block].tokens, account.lexicon, place.tokens)


def _of_quotation(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a source has the quoted words: every part of them."""
    value = claim.statement.value
    if not isinstance(value, Quotation):
        return ()
    for text in case.index.texts_with([word.folded for part in value.parts for word in part]):
        passages = [text.find(part) for part in value.parts if part]
        found = [passage for passage in passages if passage is not None]
        if passages and len(found) == len(passages):
            evidence = [Evidence(text.document, passage.span_of(range(len(passage.words)))) for passage in found]
            if not any(text.document.is_left_out(passage.span) for passage in evidence):
                return tuple(evidence)
    return ()


def _of_expansion(claim: Claim, case: Case) -> tuple[Evidence, ...]:
    """Where a source has the same acronym stand for the same words."""
    gloss, small = gloss_of(claim.statement), case.draft.lexicon.passed_over
    forms = known_forms(case).get(gloss.key, ())
    return tuple(evidence for form in forms if says(gloss, form.words, small) for evidence in form.evidence)


_SUPPORTS: Mapping[Slot, Callable[[Claim, Case], tuple[Evidence, ...]]] = {
    Slot.NAME: _of_name,
    Slot.OFFICE: _of_holder,
    Slot.RANK: _of_holder,
    Slot.AGE: _of_holder,
    Slot.DATE: _of_date,
    Slot.WEEKDAY: _of_weekday,
    Slot.NUMBER: _of_number,
    Slot.VERSION: _of_version,
    Slot.EXPANSION: _of_expansion,
    Slot.QUOTATION: _of_quotation,
}
