"""Which offices and ranks nobody has at one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.lexicon import Rank, surface
from factlint.values import office as offices
from factlint.values import rank as ranks
from factlint.values.office import Office

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.model import Statement

_COUNTRY_WORDS = 4


def are_at_odds(one: Statement, two: Statement, lexicon: Lexicon) -> bool:
    """True for two ranks, or two offices, that surely exclude each other; `one` is said before `two`."""
    first, second = one.value, two.value
    if isinstance(first, Rank) and isinstance(second, Rank):
        return ranks.exclude(first, second)
    if not isinstance(first, Office) or not isinstance(second, Office) or not offices.exclude(first, second):
        return False
    if second.body and not first.body:
        # Named with a body only now, the office may be another one, held beside the first.
        return False
    is_held_alone = (first.head.sole and second.head.sole) or bool(first.head.ladder)
    # Two committees may have one chairman; an ambassador is one country's in another.
    is_other_country = not offices.same_place(first, second) and _have_country_first(one, two, lexicon)
    rest = [replace(office, body=frozenset(), kinds=frozenset(), country=None) for office in (first, second)]
    is_other_post = bool(first.head.ladder) or offices.exclude(rest[0], rest[1])
    return is_held_alone and (is_other_country or (is_other_post and offices.same_place(first, second)))


def _have_country_first(one: Statement, two: Statement, lexicon: Lexicon) -> bool:
    """True where both begin with a country or its people: "Danish minister", "Denmark's minister"."""
    return all(_has_country_first(said.span.of(said.document.text), lexicon) for said in (one, two))


def _has_country_first(text: str, lexicon: Lexicon) -> bool:
    words = [word.removesuffix("'s").removesuffix("’s") for word in surface(text).split()]
    openings = (" ".join(words[:count]) for count in range(1, _COUNTRY_WORDS))
    return any(opening in lexicon.demonyms or opening in lexicon.countries for opening in openings)
