"""Whether a full name of the draft is a person, body or place of the sources: how well it fits one of their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.extract.mentions import is_ordinary
from factlint.identity import SURE, Pair, essential, fold
from factlint.lexicon import Rank
from factlint.values.name import Kind, Name
from factlint.values.office import Office, agree
from factlint.values.rank import agree as ranks_agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.index import Entity
    from factlint.lexicon import Lexicon
    from factlint.values import Value


@dataclass(frozen=True, slots=True)
class Bearer:
    """A full name of the draft with all values that the draft states of it: its offices and ranks among them."""

    name: Name
    values: Sequence[Value]
    lexicon: Lexicon


def fit(bearer: Bearer, form: Name, pairs: Sequence[Pair], entity: Entity) -> float | None:
    """How well a full name fits a form of an entity, the more the higher; None where it is somebody else's.

    `pairs` are those of `identity.pairs_of`. The last words must be variants. Then all words of the shorter name
    are; or, of a person, all of three or more but one; or an office speaks for the same person.
    """
    mine, theirs = essential(bearer.name.words, bearer.lexicon), essential(form.words, bearer.lexicon)
    if not pairs or min(len(mine), len(theirs)) < 2:
        return None
    last, variants = pairs[-1], [pair for pair in pairs if pair.is_variant]
    if (last.mine, last.theirs) != (mine[-1], theirs[-1]) or not last.is_variant:
        return None
    is_person = bearer.name.kind is Kind.PERSON and entity.kind is Kind.PERSON
    if not is_person and not all(pair.is_equal or _may_be_slip(bearer, form, pair) for pair in variants):
        return None
    equal = sum(pair.is_equal for pair in variants)
    if not _may_be_people(bearer.name, entity):
        return float(len(variants)) if len(mine) == len(theirs) == len(variants) == equal + 1 else None
    begins_alike = (pairs[0].mine, pairs[0].theirs) == (mine[0], theirs[0])
    is_whole = len(variants) == min(len(mine), len(theirs)) and begins_alike
    if is_whole and (equal or min(pair.likeness for pair in variants) >= SURE):
        return float(equal + len(variants))
    if entity.kind is not Kind.PERSON:
        return None
    is_all_but_one = len(mine) == len(theirs) == len(variants) + 1 > 2 and equal == len(variants)
    has_initial = any(len(bearer.name.words[number]) == 1 for number in mine)
    if (is_all_but_one and not has_initial) or (last.is_equal and _has_office_of(bearer, entity)):
        return float(len(variants))
    return None


def _may_be_people(name: Name, entity: Entity) -> bool:
    bodies = (Kind.ORGANISATION, Kind.PLACE)
    return name.kind not in bodies and entity.kind not in bodies


def _may_be_slip(bearer: Bearer, form: Name, pair: Pair) -> bool:
    """True unless the draft's word is another word for sure: one of the language or a place's, or a derived one."""
    mine, theirs = fold(bearer.name.words[pair.mine]), fold(form.words[pair.theirs])
    return not is_known(mine, bearer.lexicon) and not is_derived(mine, theirs, bearer.lexicon)


def is_known(word: str, lexicon: Lexicon) -> bool:
    """True for a folded word of the language, and for a country's, a people's or a well-known place's."""
    tables = (lexicon.countries, lexicon.demonyms, lexicon.places)
    return any(word in table for table in tables) or is_ordinary(word, lexicon)


def is_derived(first: str, second: str, lexicon: Lexicon) -> bool:
    """True where one word is the other with an ending: its plural, its people, its adjective."""
    short, long = sorted((first, second), key=len)
    stems = (short, short[:-1]) if len(short) > _SHORT else (short,)
    endings = lexicon.grammar["name_endings"]
    return len(long) > len(short) and any(long == stem + ending for stem in stems for ending in endings)


# Words of up to this many letters are not cut before an ending is put to them.
_SHORT = 4


def _has_office_of(bearer: Bearer, entity: Entity) -> bool:
    """True where the draft gives the name an office of the entity's, named by more than its head or with its rank."""
    theirs = [fact.statement.value for fact in entity.facts]
    offices = [
        (one, other)
        for one in bearer.values
        for other in theirs
        if isinstance(one, Office) and isinstance(other, Office) and agree(one, other)
    ]
    if any(_is_specific(one, other) for one, other in offices):
        return True
    has_rank = any(
        isinstance(one, Rank) and isinstance(other, Rank) and ranks_agree(one, other)
        for one in bearer.values
        for other in theirs
    )
    return has_rank and any(one.head == other.head and one.head.sole for one, other in offices)


def _is_specific(one: Office, other: Office) -> bool:
    """True where the two share more than the head: the ministry, the body or the country.

    Whose relative somebody is does not tell who: brothers are sons of one father.
    """
    return not one.head.is_kin and bool(
        one.portfolios & other.portfolios or one.body & other.body or (one.country and other.country)
    )
