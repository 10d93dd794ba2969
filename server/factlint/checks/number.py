"""A number that the sources' statement of the same thing contradicts."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.same_quantity import Alike, deciding, of_one_kind, with_slips, with_value_of
from factlint.checks.smallest import smallest
from factlint.checks.told_numbers import quantity_of
from factlint.checks.unsupported_word import contrasts_of
from factlint.extract.pieces import words_of
from factlint.extract.relation import stem_of
from factlint.model import Claim, Fact, Finding, Slot, evidence_of
from factlint.overlap import FAMILIAR, SAME, SEVERAL, SUPPORT, Overlap, shared
from factlint.patterns import compiled
from factlint.sentences import sentence_of
from factlint.text import Span
from factlint.values.number_format import written_like
from factlint.values.quantity import Kind, Quantity, Slip, digits, same, slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    import regex

    from factlint.extract.account import Account
    from factlint.model import Statement
    from factlint.rule import Rule

_YEAR, _VERSION = compiled(r"1[5-9]\d\d|20\d\d"), compiled(r"\d+(?:\.\d+){2,}")
# The slips that surely make one number of the other, and those that may.
_STRONG = frozenset({Slip.SWAP, Slip.SCALE, Slip.UNIT})
_WEAK = frozenset({Slip.SHORT_SWAP, Slip.SHORT_SCALE})
# The part of what the draft's sentence tells that the source's must tell.
_HALF = 0.5
# So many digits are no chance.
_MANY_DIGITS = 4
# Without a slip, how many times as much a number of the same thing may be.
_FARTHEST = 2.5
# What numbers beside both must weigh to tie passages together that share no name.
_ANCHOR, _FLANKED, _WHOLE = 0.6, 2.5, 0.8
# What the passages must share to need no such tie.
_VERY_SURE, _MOST = 3.5, 0.7
# What a short sentence must share that the source has nearly whole.
_TOLD_WHOLE = 1.6


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Numbers of things that a source numbers otherwise and no source so."""
    for claim in case.claims(Slot.NUMBER):
        found = _found(claim, case)
        against = [one for one in found if not one.agrees and _is_same(case, claim, one, found)]
        if not against or _is_supported(found, against[0]) or borne_out(case, claim, against[0]):
            continue
        said = [one.fact for one in against if same(quantity_of(one.fact), quantity_of(against[0].fact))]
        yield told(case, rule, claim, said, against[0].slip)


def _found(claim: Claim, case: Case) -> Sequence[Alike]:
    """The numbers of the sources that may decide on one of the draft: those that contradict or bear it out."""
    mine = quantity_of(claim)
    found = list(with_slips(claim, case, _may_contradict))
    if mine.kind not in (Kind.PLAIN, Kind.ORDINAL):
        found += of_one_kind(claim, case, _may_contradict)
    against = [one for one in found if _may_be_same(case, claim, one)]
    return deciding(claim, case, against) if against else ()


def _may_contradict(mine: Quantity, theirs: Quantity) -> bool:
    """True where one number could be meant for the other, whatever both are said of."""
    slipped = slip(mine, theirs)
    if mine.kind is Kind.PLAIN and slipped is not Slip.SWAP:
        return False
    return (slipped is not None or _is_likely(mine, theirs)) and not same(mine, theirs)


def _is_supported(found: Sequence[Alike], best: Alike) -> bool:
    most = best.overlap.total
    return any(one.agrees and one.overlap.total >= SUPPORT * most for one in found)


def borne_out(case: Case, claim: Claim, best: Alike) -> bool:
    """True where a source has the draft's number, of whatever, in a sentence that tells half as much of the same.

    A number of many digits is borne out wherever a source has it of one kind of thing.
    """
    mine, words = quantity_of(claim), case.draft.stems_of(claim.statement)
    for fact in with_value_of(mine, case.index):
        theirs = quantity_of(fact)
        is_exact = mine.kind is theirs.kind and mine.of == theirs.of and mine.base.value == theirs.base.value
        if is_exact and digits(mine.base.value) >= _MANY_DIGITS:
            return True
        if is_exact or mine.number.value == theirs.number.value:
            account = case.index.account_of(fact.statement.document)
            told = shared(words & account.stems_of(fact.statement), case.index)
            if told.weight >= SUPPORT * best.overlap.weight and told.is_related:
                return True
    return False


def _is_same(case: Case, claim: Claim, one: Alike, found: Sequence[Alike]) -> bool:
    """True where a source's number is surely of the same thing: by its words, and by no other number beside it."""
    return _may_be_same(case, claim, one) and (one.slip in _STRONG or _is_alone(case, claim, one, found))


def _may_be_same(case: Case, claim: Claim, one: Alike) -> bool:
    """True where a source's number is of the same thing by its words."""
    return _is_close(claim, one) and may_be_of_one(case, claim, one.fact, one.slip) and not _is_taken(case, claim, one)


def may_be_of_one(case: Case, claim: Claim, fact: Fact, slip: Slip | None) -> bool:
    """True unless the sentences tell of two times, parts or things in a row, or the source's has the draft's number."""
    is_one = may_be_of_one_time(case, claim, fact, slip) and not _are_opposed(case, claim, fact)
    if slip is None and _are_of_two_kinds(case, claim, fact):
        return False
    return is_one and not _is_accounted_for(case, claim, fact)


def may_be_of_one_time(case: Case, claim: Claim, fact: Fact, slip: Slip | None = None) -> bool:
    """True unless the sentences tell of two times, parts or things in a row."""
    return (
        _is_of_one_time(case, claim, fact, slip)
        and not _is_of_rest(case, claim, fact)
        and not _is_of_next(case, claim, fact)
    )


def _are_opposed(case: Case, claim: Claim, fact: Fact) -> bool:
    """True where the sentences tell of things that opposite words set apart: the eastern and the western line."""
    opposed = contrasts_of(case.draft.lexicon)
    mine = case.draft.words_beside(claim.statement)
    theirs = case.index.account_of(fact.statement.document).words_beside(fact.statement)
    stems = {opposed.stem(word) for word in theirs - mine}
    return any(
        not stems.isdisjoint(map(opposed.stem, sides.others)) and stems.isdisjoint(map(opposed.stem, sides.alike))
        for word in mine - theirs
        if (sides := opposed.of(word)).others
    )


def _are_of_two_kinds(case: Case, claim: Claim, fact: Fact) -> bool:
    """True where a noun has a word before it that no source has, and another in the source: "diesel buses".

    Before the noun of an ordinal stands the ordinal itself.
    """
    if quantity_of(claim).kind is Kind.ORDINAL:
        return False
    account = case.index.account_of(fact.statement.document)
    mine, theirs = _before_nouns(case.draft, claim.statement), _before_nouns(account, fact.statement)
    here = case.draft.stems_of(claim.statement, 1)
    return any(
        not any(map(case.index.uncommonness, mine[noun])) and not theirs[noun] & here
        for noun in mine.keys() & theirs.keys()
    )


def _before_nouns(account: Account, statement: Statement) -> Mapping[str, frozenset[str]]:
    """The stem of each plain word of a sentence that stands right behind another, no unit, with that one's stem."""
    sentence, lexicon = sentence_of(statement, account), account.lexicon
    quantity = _quantity(statement)
    passed = lexicon.function_words | frozenset(quantity.unit.split() if quantity else ())
    found: dict[str, frozenset[str]] = {}
    tokens = sentence.tokens if sentence else ()
    for before, behind in pairwise(tokens):
        is_plain = behind.text.islower() and (before.text.islower() or before is tokens[0])
        if is_plain and all(each.is_word and each.folded not in passed for each in (before, behind)):
            noun = stem_of(behind.folded, lexicon)
            found[noun] = found.get(noun, frozenset()) | {stem_of(before.folded, lexicon)}
    return found


def _is_close(claim: Claim, one: Alike) -> bool:
    """True where the passages share enough for what a slip would explain; without a slip, more."""
    told, is_plain = one.overlap, quantity_of(claim).kind is Kind.PLAIN
    is_told_alike = told.total >= SAME and told.words >= SEVERAL and told.share >= _HALF
    is_tied = one.is_anchored or told.ties >= _ANCHOR or (told.total >= _VERY_SURE and told.share >= _MOST)
    if one.is_apart or (is_plain and one.slip is not Slip.SWAP):
        return False
    if one.slip in _STRONG:
        return is_told_alike or (is_tied and told.total >= FAMILIAR)
    if one.is_of_other or (quantity_of(claim).kind is Kind.CLOCK and not told.near):
        return False
    if one.is_foreign and one.slip is None:
        return False
    if one.slip in _WEAK:
        return is_tied and (_is_whole(told) or (told.total >= SAME and (told.words > 1 or one.is_named)))
    return (
        _is_likely(quantity_of(claim), quantity_of(one.fact))
        and is_tied
        and (_is_said_so(one, is_told_alike) or _is_flanked(one))
    )


def _is_whole(told: Overlap) -> bool:
    """True where the source has most of what the draft's sentence says, words next to the numbers among it."""
    return told.share >= _MOST and told.near > 0 and told.words > 1 and told.total >= _TOLD_WHOLE


def _is_likely(mine: Quantity, theirs: Quantity) -> bool:
    """True where a number is one that could be taken for the other without a slip: of a like size, and of something."""
    if Kind.PLAIN in (mine.kind, theirs.kind) and not (mine.kind is Kind.COUNT and mine.of in theirs.near):
        return False
    if mine.kind is Kind.CLOCK:
        return True
    if mine.kind is Kind.ORDINAL or not theirs.base.value:
        return False
    return 1 / _FARTHEST <= mine.base.value / theirs.base.value <= _FARTHEST


def _is_said_so(one: Alike, is_told_alike: bool) -> bool:
    """True where sentences that name the same say the same, words next to the numbers among it."""
    told = one.overlap
    is_close = told.near > 0 or told.share >= _WHOLE
    return is_told_alike and is_close and (one.is_named or told.ties >= _ANCHOR or told.total >= _VERY_SURE)


def _is_flanked(one: Alike) -> bool:
    """True where the same other numbers stand beside both and the passages share words too."""
    told = one.overlap
    return told.ties >= _ANCHOR and told.total >= _FLANKED and (told.words > 1 or one.is_named)


def _is_of_one_time(case: Case, claim: Claim, fact: Fact, slip: Slip | None) -> bool:
    """True unless both sentences give years and share none, or the draft's is of a version that the source's is not."""
    account = case.index.account_of(fact.statement.document)
    mine, theirs = case.draft.stems_of(claim.statement), account.stems_of(fact.statement)
    years, others = _like(_YEAR, mine), _like(_YEAR, theirs)
    versions = _like(_VERSION, mine)
    is_version = not versions or slip is not None or bool(versions & account.stems_of(fact.statement, 1))
    return is_version and (not years or not others or bool(years & others))


def _is_of_rest(case: Case, claim: Claim, fact: Fact) -> bool:
    """True where one sentence alone leaves out a part ("outside Denmark", "except for")."""
    account = case.index.account_of(fact.statement.document)
    cues = words_of(case.draft.lexicon).lists.get("exclusions", frozenset())
    mine, theirs = case.draft.words_beside(claim.statement), account.words_beside(fact.statement)
    return bool(cues & (mine ^ theirs))


def _is_of_next(case: Case, claim: Claim, fact: Fact) -> bool:
    """True where the sentences tell the things of a row apart: one's "13th fair" is not the other's 14th."""
    account = case.index.account_of(fact.statement.document)
    mine, theirs = _ordinals(case.draft.beside(claim.statement)), _ordinals(account.beside(fact.statement))
    return any(mine[thing].isdisjoint(theirs[thing]) for thing in mine.keys() & theirs.keys())


def _ordinals(said: Iterable[Statement]) -> Mapping[str, set[Fraction]]:
    """The ordinals among statements, by the noun that each goes with."""
    found: dict[str, set[Fraction]] = defaultdict(set)
    for statement in said:
        value = _quantity(statement)
        if value is not None and value.kind is Kind.ORDINAL:
            for thing in {value.of} | value.modifiers:
                found[thing].add(value.number.value)
    return found


def _like(form: regex.Pattern[str], stems: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in stems if form.fullmatch(each))


def _is_taken(case: Case, claim: Claim, one: Alike) -> bool:
    """True where another number of the draft's sentence is the source's number."""
    theirs = quantity_of(one.fact)
    numbers = [other.value for other in case.draft.beside(claim.statement) if isinstance(other.value, Quantity)]
    return any(_is_same_number(other, theirs) for other in numbers)


def _is_accounted_for(case: Case, claim: Claim, fact: Fact) -> bool:
    """True where the source's sentence has the draft's number too, or two numbers that add up or come down to it."""
    mine, told = quantity_of(claim), fact.statement
    beside = case.index.account_of(told.document).beside(told)
    numbers = [theirs for other in (told, *beside) if (theirs := _quantity(other)) is not None]
    if any(_is_same_number(mine, theirs) for theirs in numbers):
        return True
    alike = [theirs.base.value for theirs in numbers if theirs.of == mine.of or theirs.kind is Kind.PLAIN]
    is_total = not _totals(case).isdisjoint(case.draft.words_beside(claim.statement))
    counts = [theirs.base.value for theirs in numbers if is_total and theirs.kind is mine.kind is Kind.COUNT]
    sums = {first + second for values in (alike, counts) for first, second in combinations(values, 2)}
    return mine.base.value in sums | {abs(first - second) for first, second in combinations(alike, 2)}


def _totals(case: Case) -> frozenset[str]:
    """The words with which a number sums up things of several kinds."""
    return words_of(case.draft.lexicon).lists.get("totals", frozenset())


def _is_same_number(mine: Quantity, theirs: Quantity) -> bool:
    """True for the very number of something else, and for one that agrees of the same thing."""
    if mine.kind is theirs.kind and mine.of == theirs.of:
        return same(mine, theirs)
    return mine.number.value == theirs.number.value


def _quantity(statement: Statement) -> Quantity | None:
    return statement.value if isinstance(statement.value, Quantity) else None


def _is_alone(case: Case, claim: Claim, one: Alike, found: Sequence[Alike]) -> bool:
    """True where no other number of its kind in the source's sentence stands as near to the draft's words."""
    mine, theirs = quantity_of(claim), quantity_of(one.fact)
    if mine.kind is Kind.COUNT and mine.modifiers and theirs.modifiers and not mine.modifiers & theirs.modifiers:
        return False
    rivals = [
        other
        for other in found
        if other is not one
        and other.fact.statement.document is one.fact.statement.document
        and (quantity_of(other.fact).kind is theirs.kind or theirs.kind is Kind.PLAIN)
        and other.overlap.weight >= one.overlap.weight
        and other.overlap.near >= one.overlap.near
        and not same(quantity_of(other.fact), theirs)
        and not _is_taken(case, claim, other)
    ]
    return not rivals


def told(case: Case, rule: Rule, claim: Claim, facts: Sequence[Fact], slip: Slip | None) -> Finding:
    """The finding that the sources have another number, that of the facts, which a slip may explain."""
    mine, theirs = quantity_of(claim), quantity_of(facts[0])
    if slip is Slip.UNIT or mine.is_compound or theirs.is_compound:
        span, right = _with_unit(case, claim, mine), f"{theirs.text} {theirs.unit}".strip()
    else:
        span, right = smallest(claim.statement, written_like(mine, theirs, _spelling(case, mine)))
    number = f"{theirs.text} {theirs.unit}".strip() if mine.factor != theirs.factor else theirs.text
    return finding(rule, case, span, evidence_of(facts), (right,), number=number)


def _spelling(case: Case, quantity: Quantity) -> Mapping[str, int]:
    """The words that spell numbers like this one, with their values."""
    words = words_of(case.draft.lexicon)
    return words.ordinals if quantity.kind is Kind.ORDINAL else words.cardinals


def _with_unit(case: Case, claim: Claim, mine: Quantity) -> Span:
    """The span of a number with the unit that stands behind it."""
    span, text = claim.statement.span, case.draft.document.text
    at = text.find(mine.unit, span.end)
    return Span(span.start, at + len(mine.unit)) if 0 <= at <= span.end + 1 else span
