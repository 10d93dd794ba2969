"""The smallest part of an office that is wrong: its country, its ministry, or the word that makes a deputy."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.checks.name_variant import in_case_of
from factlint.lexicon import surface
from factlint.patterns import compiled
from factlint.text import Span
from factlint.values.office import DEPUTY, Office, same_grade, same_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.lexicon import Lexicon
    from factlint.model import Statement

_WORD = compiled(r"\p{L}[\p{L}\p{M}]*")


def wrong_part(claim: Statement, fact: Statement, lexicon: Lexicon) -> tuple[Span, str] | None:
    """The span in the draft and the right text, where one word tells the two offices apart; None otherwise.

    The text is empty where nothing can take the place of the words: one "Presidents" for two people, a country that
    stands behind the name.
    """
    mine, theirs = claim.value, fact.value
    if not isinstance(mine, Office) or not isinstance(theirs, Office):
        return None
    if surface(claim.span.of(claim.document.text)) in lexicon.plural_offices:
        return claim.span, ""
    for words in (_speciality, _seniority):
        part = _in_place_of(claim, fact, partial(words, lexicon), mine, theirs)
        if part is not None:
            return part
    if mine.head.ladder and mine.head != theirs.head:
        return _rung(claim, mine, theirs)
    if not same_head(mine, theirs):
        return None
    is_same_country = mine.country is None or theirs.country is None or mine.country == theirs.country
    is_same_portfolio = not mine.portfolios or not theirs.portfolios or bool(mine.portfolios & theirs.portfolios)
    if mine.is_deputy != theirs.is_deputy:
        return _without_deputy(claim, lexicon) if mine.is_deputy else _with_deputy(claim, fact, lexicon)
    if not same_grade(mine, theirs):
        return _in_place_of(claim, fact, lambda word, _: lexicon.qualifiers.get(word) == DEPUTY, mine, theirs)
    if not is_same_country and is_same_portfolio and theirs.country:
        return _country(claim, theirs.country, lexicon) or (claim.span, "")
    if not is_same_portfolio and is_same_country:
        return _in_place_of(
            claim, fact, lambda word, office: lexicon.portfolios.get(word) in office.portfolios, mine, theirs
        )
    return None


def _speciality(_: Lexicon, word: str, office: Office) -> bool:
    return word in office.speciality


def _seniority(lexicon: Lexicon, word: str, office: Office) -> bool:
    return bool(office.seniority) and lexicon.seniorities.get(word) == office.seniority


def _rung(claim: Statement, mine: Office, theirs: Office) -> tuple[Span, str] | None:
    """The words of the claim's head and the name of the fact's, of two offices of one ladder."""
    head = mine.head.name.split()
    words = list(_words(claim))
    for start in range(len(words) - len(head) + 1):
        run = words[start : start + len(head)]
        if [word.casefold() for _, word in run] == head:
            name = theirs.head.name.title() if run[0][1].istitle() else theirs.head.name
            return Span(run[0][0].start, run[-1][0].end), name
    return None


def _without_deputy(claim: Statement, lexicon: Lexicon) -> tuple[Span, str] | None:
    """The word that makes a deputy with the one behind it, and that one alone."""
    words = list(_words(claim))
    for (span, word), (after, following) in pairwise(words):
        if lexicon.qualifiers.get(word.casefold()) == DEPUTY:
            return Span(span.start, after.end), following
    return None


def _with_deputy(claim: Statement, fact: Statement, lexicon: Lexicon) -> tuple[Span, str] | None:
    """The word behind the one that makes a deputy in the fact, where the claim has it, and both words."""
    words = [word for _, word in _words(fact)]
    for qualifier, following in pairwise(words):
        if lexicon.qualifiers.get(qualifier.casefold()) == DEPUTY:
            places = [(span, word) for span, word in _words(claim) if word.casefold() == following.casefold()]
            for span, word in places[:1]:
                made = qualifier.capitalize() if word.istitle() else qualifier.lower()
                return span, f"{made} {word}"
    return None


def _country(claim: Statement, right: str, lexicon: Lexicon) -> tuple[Span, str] | None:
    """The country or its adjective in the claim, in one word or several, and the right one in the same form."""
    words = list(_words(claim))
    for table in (lexicon.demonyms, lexicon.countries):
        for length in (3, 2, 1):
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                if surface(" ".join(word for _, word in run)) in table:
                    expected = _form_of(right, table, lexicon)
                    span = Span(run[0][0].start, run[-1][0].end)
                    return (span, in_case_of(run[0][1], expected)) if expected else None
    return None


def _form_of(country: str, table: Mapping[str, object], lexicon: Lexicon) -> str | None:
    """A country's name, or its adjective where the table holds adjectives."""
    if table is lexicon.countries:
        return country
    adjective = next((form for form, of in lexicon.demonyms.items() if of.name == country), None)
    return adjective.title() if adjective else None


def _in_place_of(
    claim: Statement, fact: Statement, fits: Callable[[str, Office], bool], mine: Office, theirs: Office
) -> tuple[Span, str] | None:
    """The only fitting word of the claim and, in its manner, that of the fact, where the two differ."""
    wrong = _single(claim, lambda word: fits(word, mine))
    right = _single(fact, lambda word: fits(word, theirs))
    if wrong is None or right is None or wrong[1].casefold() == right[1].casefold():
        return None
    return wrong[0], right[1].capitalize() if wrong[1].istitle() else in_case_of(wrong[1], right[1].lower())


def _single(statement: Statement, fits: Callable[[str], bool]) -> tuple[Span, str] | None:
    """The only word of a statement that fits."""
    found = [(span, word) for span, word in _words(statement) if fits(word.casefold())]
    return found[0] if len(found) == 1 else None


def _words(statement: Statement) -> Iterator[tuple[Span, str]]:
    """The words of an office with their places, without what is attached to them ("Syria's", "(minister)")."""
    for written, span in statement.document.words(statement.span):
        found = _WORD.search(written)
        if found and len(span) == len(written):
            yield Span(span.start + found.start(), span.start + found.end()), found.group()
