"""One end of a range, or one side of a size, that the sources' statement with the same other end gives otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.number import borne_out, may_be_of_one_time, told
from factlint.checks.same_quantity import Alike, alike, names_what_source_lacks
from factlint.checks.told_numbers import quantity_of
from factlint.checks.unsupported_word import contrasts_of
from factlint.extract.pieces import words_of
from factlint.model import Slot
from factlint.values.number import agrees
from factlint.values.quantity import Joint, Kind, Quantity, are_of_one_thing, is_end, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.model import Claim, Fact, Finding
    from factlint.rule import Rule
    from factlint.values.quantity import Joined

# What the passages must share beside the other end: where the source joins two numbers too, and where it gives both
# without joining them.
_TELLING, _SURE = 1.2, 2.0
_WORDS, _SHARE = 3, 0.5
# Many ranges have an end of this size or less: what then must be shared.
_COMMON, _MOST = 20, 0.75


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Numbers joined to one that a source joins to another number of the same thing."""
    for claim in case.claims(Slot.NUMBER):
        mine = quantity_of(claim)
        if mine.joined is None:
            continue
        found = alike(claim, case)
        against = [one for one in found if _is_other_end(case, claim, one, mine.joined)]
        if not against or any(
            _is_that(mine, one) and one.overlap.total >= against[0].overlap.total / 2 for one in found
        ):
            continue
        facts = [one.fact for one in against if same(quantity_of(one.fact), quantity_of(against[0].fact))]
        if not borne_out(case, claim, against[0]):
            yield told(case, rule, claim, facts, against[0].slip)


def _is_that(mine: Quantity, one: Alike) -> bool:
    """True for the draft's number itself, whatever range it ends."""
    return agrees(mine.base, quantity_of(one.fact).base)


def _is_other_end(case: Case, claim: Claim, one: Alike, joined: Joined) -> bool:
    """True where a source's number surely stands in the place of the draft's, beside the same other end."""
    mine, theirs = quantity_of(claim), quantity_of(one.fact)
    if not are_of_one_thing(mine, theirs) or _is_that(mine, one) or one.is_apart or one.is_of_other:
        return False
    beside = _numbers_beside(case.index.account_of(one.fact.statement.document), one.fact)
    if any(agrees(mine.base, other.base) for other in beside if are_of_one_thing(mine, other)):
        return False
    is_pair = theirs.joined is not None and _is_joined_alike(joined, theirs.joined)
    if not (is_pair or _is_left(mine, joined, theirs, beside)) or not _is_close(one, joined, is_pair=is_pair):
        return False
    if _has_own_ordinal(case, claim, beside):
        return False
    if not one.is_anchored and not _is_told_whole(case, claim, one.fact):
        return False
    if names_what_source_lacks(claim, one.fact, case) or _are_told_apart(case, claim, one.fact):
        return False
    return may_be_of_one_time(case, claim, one.fact)


def _is_told_whole(case: Case, claim: Claim, fact: Fact) -> bool:
    """True where the source's passage has every word that tells what the draft's sentence is about."""
    mine, told = case.draft.stems_of(claim.statement), case.index.account_of(fact.statement.document)
    words = {each for each in mine if not any(mark.isdigit() for mark in each)}
    return words <= told.stems_of(fact.statement, 1)


def _are_told_apart(case: Case, claim: Claim, fact: Fact) -> bool:
    """True where the draft's sentence has a word with an opposite, as "old" has, that the source's passage has not."""
    lexicon = case.draft.lexicon
    opposed, small = contrasts_of(lexicon), lexicon.function_words | words_of(lexicon).multipliers.keys()
    told = case.index.account_of(fact.statement.document).stems_of(fact.statement, 1)
    for word in case.draft.words_beside(claim.statement) - small:
        sides = opposed.of(word)
        if sides.others and told.isdisjoint(map(opposed.stem, {word, *sides.alike})):
            return True
    return False


def _is_close(one: Alike, joined: Joined, *, is_pair: bool) -> bool:
    """True where the passages share enough beside the other end: less where a slip explains the number."""
    is_common = joined.base.value <= _COMMON * quantity_of(one.fact).factor
    if is_pair and not is_common and one.is_anchored and one.slip is not None:
        return one.overlap.total >= _TELLING
    is_told = one.overlap.words >= _WORDS and one.overlap.share >= (_MOST if is_common else _SHARE)
    return is_told and one.overlap.weight + one.overlap.near >= (_TELLING if is_pair else _SURE)


def _has_own_ordinal(case: Case, claim: Claim, beside: Sequence[Quantity]) -> bool:
    """True where the draft's sentence alone tells of the how-manieth of a row ("the second depot")."""
    own = {one.number.value for one in _numbers_beside(case.draft, claim) if one.kind is Kind.ORDINAL}
    return not own <= {other.number.value for other in beside if other.kind is Kind.ORDINAL}


def _numbers_beside(account: Account, said: Claim | Fact) -> list[Quantity]:
    """The other numbers of a sentence."""
    beside = account.beside(said.statement)
    return [other.value for other in beside if isinstance(other.value, Quantity)]


def _is_joined_alike(joined: Joined, other: Joined) -> bool:
    """True where both phrases have the same other end on the same side, or the same other side of a size."""
    if (joined.joint is Joint.SIZE) is not (other.joint is Joint.SIZE):
        return False
    is_side = joined.joint is Joint.SIZE or joined.is_first is other.is_first
    return is_side and is_end(joined.base, other.base)


def _is_left(mine: Quantity, joined: Joined, theirs: Quantity, beside: Sequence[Quantity]) -> bool:
    """True where a source's sentence has the other end and one more number of the kind, on the draft's side of it."""
    if joined.joint is Joint.SIZE:
        return False
    others = [other for other in beside if are_of_one_thing(other, theirs)]
    ends = [other for other in others if is_end(other.base, joined.base)]
    left = [other for other in others if not is_end(other.base, joined.base) and not is_end(other.base, theirs.base)]
    is_side = (theirs.base.value > joined.base.value) is (mine.base.value > joined.base.value)
    return bool(ends) and not left and is_side
