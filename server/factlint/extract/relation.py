"""What a sentence is about in words: the stems that name its events and properties."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from Stemmer import Stemmer

from factlint.extract.forms import match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

_ALGORITHMS = {"en": "english"}
_LABEL_WORDS, _REACH = 5, 60
_CLAUSE_MARKS = frozenset({";", ":", "—", "–", "(", ")"})


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The Snowball stem of a word in lower case; the word itself in a language without a stemmer."""
    stemmer = _stemmer(language)
    return stemmer.stemWord(word) if stemmer else word


@cache
def _stemmer(language: str) -> Stemmer | None:
    name = _ALGORITHMS.get(language)
    return Stemmer(name) if name else None


@lru_cache(maxsize=65536)
def stem_of(word: str, lexicon: Lexicon) -> str:
    """The stem of a word in lower case; of words that say the same, that of the one which the lexicon lists first."""
    plain = stem(word, lexicon.language)
    return _synonyms(lexicon).get(plain, plain)


@lru_cache(maxsize=16)
def _synonyms(lexicon: Lexicon) -> Mapping[str, str]:
    """Each stem of a group of words that say the same, with the stem of the group's first word."""
    groups = [group.split() for group in lexicon.tables.get("synonyms", {}).get("groups", ())]
    return {stem(word, lexicon.language): stem(group[0], lexicon.language) for group in groups for word in group}


def relation_of(tokens: Tokens, lexicon: Lexicon, start: int, end: int) -> frozenset[str]:
    """The stems of the content words, and the numbers, in the clause around tokens `start` to `end`.

    Those tokens are left out. One thing has one word: Syria, Syrian and, for what its government does, Damascus
    are Syria; defence and defense are one.
    """
    clause = _clause(tokens, start, end)
    return stems_in(tokens, lexicon, range(clause.start, start)) | stems_in(tokens, lexicon, range(end, clause.stop))


def stems_in(tokens: Tokens, lexicon: Lexicon, place: range) -> frozenset[str]:
    """The stems of the content words among tokens, the countries, each under its names, and the numbers."""
    found: set[str] = set()
    words, number = _words(tokens, lexicon), place.start
    while number < place.stop:
        stems, number = words[number]
        found.update(stems)
    return frozenset(found)


@lru_cache(maxsize=64)
def _words(tokens: Tokens, lexicon: Lexicon) -> tuple[tuple[Iterable[str], int], ...]:
    """What a sentence is about by the word that begins at each token of a block, and the token behind that word."""
    return tuple(
        _country(tokens, number, lexicon) or (_content(tokens, number, lexicon), number + 1)
        for number in range(len(tokens.items))
    )


def _content(tokens: Tokens, number: int, lexicon: Lexicon) -> tuple[str, ...]:
    token = tokens.items[number]
    if token.text[0].isdigit():
        return (token.text,)
    if token.is_word and len(token.text) > 2 and token.folded not in lexicon.function_words:
        return (_word_stem(tokens, number, lexicon),)
    return ()


def _word_stem(tokens: Tokens, number: int, lexicon: Lexicon) -> str:
    """The stem of token `number`; a word that a capital makes a name stands for itself alone."""
    token = tokens.items[number]
    word = lexicon.portfolios.get(token.folded, token.folded).split()[0]
    if token.is_capital and not tokens.starts_sentence(number):
        return stem(word, lexicon.language)
    return stem_of(word, lexicon)


def _country(tokens: Tokens, number: int, lexicon: Lexicon) -> tuple[frozenset[str], int] | None:
    """The names under which a country at token `number` is known here, and the token behind it."""
    token = tokens.items[number]
    if not token.is_capital or token.folded not in lexicon.country_openings:
        return None
    for table in (lexicon.countries, lexicon.demonyms):
        country = match(tokens, number, table)
        if country:
            return frozenset({country[0].name}), country[1]
    capital = match(tokens, number, lexicon.capitals)
    if capital:
        return frozenset({capital[0].name, capital[0].capital or ""}), capital[1]
    return None


def _clause(tokens: Tokens, start: int, end: int) -> range:
    """The part of the sentence between marks, of at most some sixty words either side.

    A label before a colon belongs to what it labels, brackets to what they stand in.
    """
    sentence, brackets = tokens.sentence_of(start), tokens.brackets
    low = number = start
    floor, ceiling = max(sentence.start, start - _REACH), min(sentence.stop, end + _REACH)
    while number > floor:
        number -= 1
        if tokens.items[number].text == ")" and number in brackets:
            number = brackets[number]
        elif tokens.items[number].text in _CLAUSE_MARKS and not _is_label(tokens, number, sentence):
            break
        low = number
    high = end
    while high < ceiling:
        if tokens.items[high].text == "(" and high in brackets:
            high = brackets[high]
        elif tokens.items[high].text in _CLAUSE_MARKS:
            break
        high += 1
    return range(max(low, sentence.start), min(high, sentence.stop))


def _is_label(tokens: Tokens, number: int, sentence: range) -> bool:
    return tokens.items[number].text == ":" and number - sentence.start <= _LABEL_WORDS
