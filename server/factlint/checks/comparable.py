"""Whether one name could stand in the place of another: what both are names of, and how they would be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.name_variant import in_case_of
from factlint.identity import LIKELY, fold, likeness
from factlint.lexicon import surface
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.index import Index
    from factlint.lexicon import Country, Lexicon
    from factlint.sentences import Named

# What a place may be of which nothing is known.
_UNKNOWN = frozenset({"city", "site"})


def are_comparable(mine: Named, theirs: Named, index: Index, lexicon: Lexicon) -> bool:
    """True where one could stand for the other: of one kind as far as known, and surely two."""
    kinds = {kind_of(mine, index, lexicon), kind_of(theirs, index, lexicon)} - {Kind.UNKNOWN}
    first, second = _country(mine, lexicon), _country(theirs, lexicon)
    if len(kinds) > 1 or Kind.PERSON in kinds or (first is second and first is not None):
        return False
    if kinds == {Kind.PLACE} and not _may_be_as_large(mine, theirs, lexicon):
        return False
    if _is_short_for(mine, theirs) or _is_short_for(theirs, mine) or _is_spelling_of(mine, theirs, lexicon):
        return False
    return _is_telling(mine, lexicon) and _is_telling(theirs, lexicon)


def kind_of(named: Named, index: Index, lexicon: Lexicon) -> Kind:
    """What a name is the name of: by itself, by the words around it, or by who or what bears it in the sources."""
    written, frame = named.mention.name, named.frame
    if _country(named, lexicon) is not None:
        return Kind.PLACE
    if frame.head and _last_word(named) in lexicon.organisation_heads:
        return Kind.ORGANISATION
    is_body = written.kind is Kind.ORGANISATION and written.words[0].casefold() in lexicon.organisation_heads
    if not is_body and fold(written.words[-1]) in lexicon.places:
        return Kind.PLACE
    if written.kind is not Kind.UNKNOWN:
        return written.kind
    if frame.link in lexicon.grammar["insides"] and not frame.head:
        return Kind.PLACE
    return next((entity.kind for entity in index.named(written)), written.kind)


def _last_word(named: Named) -> str:
    return named.phrase.of(named.statement.document.text).split()[-1].casefold()


def kind_of_both(mine: Named, theirs: Named, index: Index, lexicon: Lexicon) -> Kind:
    """What two names are names of, as far as one of them tells."""
    kind = kind_of(mine, index, lexicon)
    return kind if kind is not Kind.UNKNOWN else kind_of(theirs, index, lexicon)


def is_demonym(named: Named, lexicon: Lexicon) -> bool:
    """True for the word for a country's people or what is theirs: "Syrian", not "Syria's"."""
    return _surface(named) in lexicon.demonyms


def is_wide(named: Named, lexicon: Lexicon) -> bool:
    """True for a country or a region of one, in which towns lie."""
    return not _sizes(named, lexicon).isdisjoint({"country", "region"})


def written_like(mine: Named, theirs: Named, lexicon: Lexicon) -> str:
    """A name as it can stand for another: a demonym for a demonym, a country for a country, capitals for capitals."""
    document, country = theirs.statement.document, _country(theirs, lexicon)
    span = theirs.phrase if theirs.frame.head and not mine.frame.head else theirs.statement.span
    written = span.of(document.text)
    if country is not None and _country(mine, lexicon) is not None:
        is_people, was_people = (is_demonym(each, lexicon) for each in (mine, theirs))
        if is_people and not was_people:
            written = next((form.title() for form, of in lexicon.demonyms.items() if of is country), written)
        elif was_people and not is_people:
            written = country.name
    return in_case_of(mine.statement.span.of(mine.statement.document.text), written)


def _country(named: Named, lexicon: Lexicon) -> Country | None:
    key = _surface(named)
    return lexicon.countries.get(key) or lexicon.demonyms.get(key) or lexicon.capitals.get(key)


def _surface(named: Named) -> str:
    return surface(str(named.mention.name))


def _may_be_as_large(mine: Named, theirs: Named, lexicon: Lexicon) -> bool:
    """True unless one of two places is known to be larger, or alone has an article, as towns have not ("the X")."""
    first, second = _sizes(mine, lexicon), _sizes(theirs, lexicon)
    larger = next((each for each in (mine, theirs) if each.has_article), mine)
    is_unknown = _sizes(larger, lexicon) == _UNKNOWN and not (mine.frame.head or theirs.frame.head)
    return bool(first & second) and not (is_unknown and mine.has_article != theirs.has_article)


def _sizes(named: Named, lexicon: Lexicon) -> frozenset[str]:
    """Whether a place is a country, a region, a city or a site, as far as known; a capital may stand for its country.

    One that is larger may hold one that is smaller, so they do not contradict each other.
    """
    key, last = _surface(named), named.mention.name.words[-1].casefold()
    if _country(named, lexicon) is not None:
        return frozenset({"country", "city"} if key in lexicon.capitals else {"country"})
    known = lexicon.places.get(key) or lexicon.places.get(last)
    if known is not None:
        return frozenset({known})
    return frozenset({"site"}) if last in lexicon.place_heads else _UNKNOWN


def _is_short_for(mine: Named, theirs: Named) -> bool:
    """True for an abbreviation or the initials of a name: "Calif." of California, "GE" of General Electric."""
    short, words = mine.mention.name.words, theirs.mention.name.words
    if len(short) > 1:
        return False
    letters, initials = fold(short[0]), "".join(fold(word)[0] for word in words)
    return initials == letters or (len(letters) > 1 and fold(words[0]).startswith(letters))


def _is_spelling_of(mine: Named, theirs: Named, lexicon: Lexicon) -> bool:
    """True for two names that are alike enough to be one in two spellings."""
    first, second = mine.mention.name.words, theirs.mention.name.words
    if len(first) != len(second):
        return False
    return all(likeness(fold(a), fold(b), lexicon) >= LIKELY for a, b in zip(first, second, strict=True))


def _is_telling(named: Named, lexicon: Lexicon) -> bool:
    """True for a name of several words, and for one that is neither a letter nor an ordinary word ("the Group")."""
    words = [word.casefold() for word in named.mention.name.words]
    return len(words) > 1 or (words[0] not in lexicon.common_words and len(words[0]) > 1)
