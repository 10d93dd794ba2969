"""Whether a full name of the draft is a person, body or place of the sources: how well it fits one of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.mentions import is_ordinary
from factlint.identity import NEAR, SURE, Pair, essential, fold, is_different, letters_alike
from factlint.lexicon import Rank
from factlint.values.name import Kind, Name, same_but_for_diacritics
from factlint.values.office import Office, agree
from factlint.values.rank import agree as ranks_agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.index import Entity
    from factlint.lexicon import Lexicon
    from factlint.overlap import Overlap
    from factlint.values import Value


class Bearer(Struct, frozen=True):
    """A full name of the draft with all values that the draft states of it: its offices and ranks among them."""

    name: Name
    values: Sequence[Value]
    lexicon: Lexicon

    @property
    def is_person(self) -> bool:
        """True where the form of the name, an office or a rank shows that it is a person's."""
        return self.name.kind is Kind.PERSON or any(isinstance(value, (Office, Rank)) for value in self.values)


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
    is_person = bearer.is_person and entity.kind is Kind.PERSON
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


def fits_in_company(bearer: Bearer, form: Name, pairs: Sequence[Pair], entity: Entity, said_with: Overlap) -> bool:
    """True where a name that its letters leave open is an entity's: an office or its company says so.

    `pairs` hold every word, or every essential one, of both names. All but one are the same; that one is near in its
    letters, or the passages tell the same of two people.
    """
    lexicon, others = bearer.lexicon, [pair for pair in pairs if not pair.is_equal]
    if len(pairs) < _FULL or len(others) != 1:
        return False
    other = others[0]
    word, right = fold(bearer.name.words[other.mine]), fold(form.words[other.theirs])
    if {word, right} <= lexicon.loose_words:
        return False
    if _is_body(entity, pairs, other):
        is_of_another_land = all(_is_land(written, lexicon) for written in (word, right))
        return said_with.is_same if is_of_another_land else said_with.is_familiar
    is_person = (entity.kind is Kind.PERSON or bearer.is_person) and _may_be_people(bearer.name, entity)
    is_surname = is_person and other is pairs[-1]
    # Behind a given name any word is a surname, and none a plural.
    if has_other_titles(bearer, entity) or not (is_surname or _may_be_slip(bearer, form, other)):
        return False
    is_titled_so = bool(_offices_in_common(bearer, entity))
    if len(word) == len(right) == 1:
        return said_with.is_related or is_titled_so
    if letters_alike(word, right, lexicon) >= NEAR and not is_different(word, right, lexicon):
        is_known_so = said_with.is_related or is_titled_so if is_surname else said_with.is_familiar
        return len(pairs) > _FULL or is_known_so or _has_office_of(bearer, entity)
    is_known_so = said_with.is_same or (said_with.is_familiar and is_titled_so)
    return is_person and (is_known_so or _has_office_of(bearer, entity))


def _is_body(entity: Entity, pairs: Sequence[Pair], other: Pair) -> bool:
    """True for a body's name of three words or more that ends as the sources' name does."""
    return entity.kind is Kind.ORGANISATION and len(pairs) > _FULL and other is not pairs[-1]


def _is_land(word: str, lexicon: Lexicon) -> bool:
    """True for a country, a people or a place: two bodies of different lands may share all other words."""
    return any(word in table for table in (lexicon.countries, lexicon.demonyms, lexicon.places))


def _may_be_people(name: Name, entity: Entity) -> bool:
    bodies = (Kind.ORGANISATION, Kind.PLACE)
    return name.kind not in bodies and entity.kind not in bodies


def _may_be_slip(bearer: Bearer, form: Name, pair: Pair) -> bool:
    """True unless the draft's word is another word for sure: one of the language or a place's, or a derived one."""
    mine, theirs = fold(bearer.name.words[pair.mine]), fold(form.words[pair.theirs])
    if same_but_for_diacritics(mine, theirs):
        return True
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
    # A doubled last letter is a spelling, not an ending.
    is_doubled = long == short + short[-1]
    return len(long) > len(short) and not is_doubled and any(long == stem + end for stem in stems for end in endings)


# A given name and a surname; what goes beyond them makes it surer that two names are one.
_FULL = 2
# Words of up to this many letters are not cut before an ending is put to them.
_SHORT = 4


def _has_office_of(bearer: Bearer, entity: Entity) -> bool:
    """True where the draft gives the name an office of the entity's, named by more than its head or with its rank."""
    offices = _offices_in_common(bearer, entity)
    if any(_is_specific(one, other) for one, other in offices):
        return True
    return _has_rank_of(bearer, entity) and any(one.head == other.head and one.head.sole for one, other in offices)


def _has_rank_of(bearer: Bearer, entity: Entity) -> bool:
    return any(
        isinstance(one, Rank) and isinstance(other := fact.statement.value, Rank) and ranks_agree(one, other)
        for one in bearer.values
        for fact in entity.facts
    )


def _offices_in_common(bearer: Bearer, entity: Entity) -> list[tuple[Office, Office]]:
    """The offices that the draft gives a name, each with one that the sources give the entity and that agrees."""
    return [
        (one, other)
        for one in bearer.values
        for fact in entity.facts
        if isinstance(one, Office) and isinstance(other := fact.statement.value, Office) and agree(one, other)
    ]


def has_other_titles(bearer: Bearer, entity: Entity) -> bool:
    """True where both have offices or ranks, and none in common: two people of near names."""
    titles = (Office, Rank)
    mine = any(isinstance(value, titles) for value in bearer.values)
    theirs = any(isinstance(fact.statement.value, titles) for fact in entity.facts)
    return mine and theirs and not _offices_in_common(bearer, entity) and not _has_rank_of(bearer, entity)


def _is_specific(one: Office, other: Office) -> bool:
    """True where the two share more than the head: the ministry, the body or the country.

    Whose relative somebody is does not tell who: brothers are sons of one father.
    """
    return not one.head.is_kin and bool(
        one.portfolios & other.portfolios or one.body & other.body or (one.country and other.country)
    )
