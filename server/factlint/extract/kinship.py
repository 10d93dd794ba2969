"""Who in a block is whose relative: "Anna's niece Clara", "Clara, niece of Anna", "her daughter, Clara"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.bindings import Holding
from factlint.extract.clauses import said_of
from factlint.extract.forms import match
from factlint.extract.pronouns import antecedent
from factlint.extract.subjects import apposed_before
from factlint.values.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.cast import Cast
    from factlint.lexicon import OfficeHead

_MOST_ADJECTIVES = 3
# How many words may describe a relative between an article and their name ("the young Geneva lawyer").
_MOST_DESCRIBING = 4
_ENDS = frozenset({",", ".", ")", ";", ":", "—", "–", "!", "?", "”", '"', "|"})


class _Relative(Struct, frozen=True):
    """A word for a relative: where it and the phrase about it begin and end, as token numbers.

    `whose` is the token of a pronoun or the name that tells whose relative; `is_behind` where that stands behind.
    """

    head: OfficeHead
    start: int
    end: int
    phrase: range
    pronoun: int | None
    name: int | None
    is_plural: bool

    @property
    def is_behind(self) -> bool:
        """True for "niece of X"."""
        return self.phrase.stop > self.end


def find_kin(cast: Cast) -> tuple[Holding, ...]:
    """The relatives of a block that it names together with whose they are."""
    found = []
    for relative in _relatives(cast):
        for holder in _holders(cast, relative):
            whose = _whose(cast, relative, holder)
            if whose is not None and whose != holder:
                found.append(_holding(cast, relative, holder, whose))
    return tuple(found)


def find_unnamed_kin(cast: Cast) -> tuple[Holding, ...]:
    """The relatives whom a block does not name, of those whose relatives they are: "Anna's niece sang"."""
    found = []
    for relative in _relatives(cast):
        whose = _whose(cast, relative) if not _holders(cast, relative) else None
        if whose is not None:
            found.append(_holding(cast, relative, whose, whose))
    return tuple(found)


def _holding(cast: Cast, relative: _Relative, holder: int, whose: int) -> Holding:
    words = frozenset(word.casefold() for word in cast.written[whose].name.words)
    return Holding(holder, Office(relative.head, body=words), relative.start, relative.end, of=whose)


def _relatives(cast: Cast) -> Iterator[_Relative]:
    items, lexicon = cast.tokens.items, cast.lexicon
    number = 0
    while number < len(items):
        if items[number].is_capital or not items[number].most_words:
            number += 1
            continue
        single = match(cast.tokens, number, lexicon.kin)
        several = match(cast.tokens, number, lexicon.plural_kin)
        found = single if single and (several is None or several[1] <= single[1]) else several
        if found is None or items[found[1] - 1].is_possessive:
            number = found[1] if found else number + 1
            continue
        yield from _with_possessor(cast, found[0], number, found[1], found is not single)
        number = found[1]


def _with_possessor(cast: Cast, head: OfficeHead, start: int, end: int, is_plural: bool) -> Iterator[_Relative]:
    """The relative with whose it is, as far as a name or pronoun beside the word tells."""
    items, grammar = cast.tokens.items, cast.lexicon.grammar
    floor = cast.tokens.sentence_of(start).start
    number = start
    while number > floor and start - number < _MOST_ADJECTIVES and _describes(cast, number - 1):
        number -= 1
    before = number - 1
    if before >= floor and items[before].folded in grammar["possessives"]:
        yield _Relative(head, start, end, range(before, end), before, None, is_plural)
    elif before >= floor and items[before].is_possessive and cast.person_to(number) is not None:
        name = cast.name_to[number]
        yield _Relative(head, start, end, range(cast.lead(name), end), None, name, is_plural)
    elif end < len(items) and items[end].text == "of":
        name_at = end + 1
        while name_at < len(items) and _describes(cast, name_at, articles=True):
            name_at += 1
        name_at = next((title.end for title in cast.titles if title.start == name_at), name_at)
        owner = cast.person_from(name_at) if name_at < len(items) else None
        if owner is not None and not cast.is_possessive(owner):
            yield _Relative(head, start, end, range(start, cast.written[owner].end), None, owner, is_plural)


def _describes(cast: Cast, number: int, articles: bool = False) -> bool:
    """True for a word between a possessor and the relative: "late", "12-year-old", "second"."""
    token = cast.tokens.items[number]
    if articles and token.folded in cast.lexicon.grammar["articles"]:
        return True
    is_plain = token.is_word and token.text.islower() and not token.is_possessive
    is_numeric = token.text[0].isdigit() or token.text == "-"
    is_possessor = token.folded in cast.lexicon.grammar["possessives"]
    return (is_plain and token.folded not in cast.lexicon.function_words and not is_possessor) or is_numeric


def _holders(cast: Cast, relative: _Relative) -> tuple[int, ...]:
    """The people who are the relative: named right behind, set behind a comma, or what the phrase is said of."""
    right = () if relative.is_behind else _names_behind(cast, relative.end, relative.is_plural)
    if right:
        return right
    said = said_of(cast, relative.phrase.start, relative.phrase.stop)
    if said and not relative.is_plural:
        return said.names
    return _names_apposed(cast, relative.phrase.stop, relative.is_plural)


def _names_apposed(cast: Cast, token: int, is_plural: bool) -> tuple[int, ...]:
    items = cast.tokens.items
    if token >= len(items) or items[token].text not in {",", ":"}:
        return ()
    names = _names_behind(cast, _past_description(cast, token + 1), is_plural)
    end = cast.written[names[-1]].end if names else 0
    return names if names and (end == len(items) or items[end].text in _ENDS) else ()


def _past_description(cast: Cast, token: int) -> int:
    """Past what a phrase says of a person before it names them: "the Geneva lawyer X"; `token` where it names none."""
    items, grammar = cast.tokens.items, cast.lexicon.grammar
    if token >= len(items) or items[token].folded not in grammar["articles"] | grammar["introducers"]:
        return token
    for number in range(token + 1, min(token + 2 + _MOST_DESCRIBING, len(items))):
        name = cast.person_from(number)
        if name is not None and len(cast.written[name].name.words) > 1:
            return number
        if not items[number].is_word or items[number].is_possessive:
            break
        if items[number].folded in cast.lexicon.function_words:
            break
    return token


def _names_behind(cast: Cast, token: int, is_plural: bool) -> tuple[int, ...]:
    items, found = cast.tokens.items, list[int]()
    while (name := cast.person_from(token)) is not None:
        found.append(name)
        token = cast.written[name].end
        if not is_plural:
            break
        while token < len(items) and items[token].text in {",", "and", "&"}:
            token += 1
    return tuple(found) if not is_plural or len(found) > 1 else ()


def _whose(cast: Cast, relative: _Relative, holder: int | None = None) -> int | None:
    """The name that the relative's possessor is or stands for."""
    if relative.pronoun is None:
        return relative.name
    if cast.tokens.items[relative.pronoun].folded == "whose":
        names = apposed_before(cast, relative.pronoun)
        return names[0] if names else cast.person_to(relative.pronoun)
    names = antecedent(cast, relative.pronoun, other_than=holder)
    return names[0] if names else None
