"""Names in the tokens of one block: where they stand, what they are names of, and what stands before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.extract.titles import Style, Title, match
from factlint.lexicon import surface
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

_FULL_NAME_LENGTHS = range(2, 6)
_MOST_PARTICLES = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A name as one block writes it, a range of token numbers without titles.

    `style` is the rank or honorific right before it; `is_weak` where only the start of a sentence or capitals
    throughout make it look like a name.
    """

    start: int
    end: int
    name: Name
    style: Style | None
    is_weak: bool


def find_written(
    tokens: Tokens, lexicon: Lexicon, styles: tuple[Style, ...], titles: tuple[Title, ...], is_heading: bool
) -> tuple[Written, ...]:
    """Every name in the block, in the order of the text."""
    taken = _taken(tokens, lexicon, styles, titles)
    letters = _case(tokens, is_heading)
    runs = (piece for run in _runs(tokens, lexicon, taken, letters) for piece in _pieces(tokens, lexicon, run))
    before = {style.end: style for style in styles}
    return tuple(_written(tokens, lexicon, run, before.get(run.start), letters) for run in runs)


@dataclass(frozen=True, slots=True)
class _Case:
    """Whether capitals tell names from other words: not in a block that is all capitals or all title case."""

    is_telling: bool
    is_shouted: bool


def _case(tokens: Tokens, is_heading: bool) -> _Case:
    words = [item for item in tokens.items if item.is_word and len(item.text) > 3]
    shouted = sum(item.is_shouted for item in words)
    capital = sum(item.is_capital for item in words)
    is_shouted = len(words) > 0 and shouted >= 0.7 * len(words)
    is_title = capital >= 0.7 * len(words) and (is_heading or len(words) > 8)
    return _Case(not is_shouted and not is_title, is_shouted)


def _taken(tokens: Tokens, lexicon: Lexicon, styles: Iterable[Style], titles: Iterable[Title]) -> frozenset[int]:
    """Tokens that belong to ranks, honorifics and offices and so to no name."""
    taken = {number for style in styles for number in range(style.start, style.end)}
    for title in titles:
        for number in range(title.start, title.end):
            key = tokens.items[number].folded
            is_body = key in title.office.body or key in lexicon.countries
            if not is_body:
                taken.add(number)
    return frozenset(taken)


def _runs(tokens: Tokens, lexicon: Lexicon, taken: frozenset[int], letters: _Case) -> Iterator[range]:
    """Maximal runs of words that capitals make a name, particles between them included."""
    number = 0
    while number < len(tokens.items):
        if not _can_begin(tokens, lexicon, number, taken, letters):
            number += 1
            continue
        end = number + 1
        while (further := _extend(tokens, lexicon, end, taken, letters)) is not None:
            end = further
        yield range(number, end)
        number = end


def _can_begin(tokens: Tokens, lexicon: Lexicon, number: int, taken: frozenset[int], letters: _Case) -> bool:
    token = tokens.items[number]
    if number in taken:
        return False
    if number - 1 in taken and token.text in lexicon.particles:
        after = number + 1
        return after < len(tokens.items) and after not in taken and _is_name_word(tokens, lexicon, after, letters)
    if not token.is_capital or is_calendar_word(token.text, lexicon) or token.folded in lexicon.name_suffixes:
        return False
    if not letters.is_telling or tokens.starts_sentence(number):
        return not is_ordinary(token.folded, lexicon) or _is_begun_name(tokens, lexicon, number, taken, letters)
    return not _is_mere_function(token, lexicon)


def _is_begun_name(tokens: Tokens, lexicon: Lexicon, number: int, taken: frozenset[int], letters: _Case) -> bool:
    """True where an ordinary word opens a name of several words: "Grant Shapps", but not "Sculptor Constantin ..."."""
    if not letters.is_telling or tokens.items[number].folded in lexicon.function_words:
        return False
    after = number + 1
    if after >= len(tokens.items) or after in taken or not _is_name_word(tokens, lexicon, after, letters):
        return False
    is_apart = (
        tokens.items[after].folded in lexicon.given_names and tokens.items[number].folded not in lexicon.given_names
    )
    return not is_apart


def _is_name_word(tokens: Tokens, lexicon: Lexicon, number: int, letters: _Case) -> bool:
    token = tokens.items[number]
    if not token.is_capital or is_calendar_word(token.text, lexicon) or _is_mere_function(token, lexicon):
        return False
    return letters.is_telling or not is_ordinary(token.folded, lexicon)


def _is_mere_function(token: Token, lexicon: Lexicon) -> bool:
    """True for "The" or "Of", not for "Will" or "WHO", which are names too."""
    return token.folded in lexicon.function_words and not token.is_shouted and token.folded not in lexicon.given_names


def _extend(tokens: Tokens, lexicon: Lexicon, end: int, taken: frozenset[int], letters: _Case) -> int | None:
    """The token after the next word of a run that ends before token `end`, or None where the run is over."""
    if tokens.items[end - 1].is_possessive:
        return None
    number = _past_joining(tokens, lexicon, end)
    if number is None or number >= len(tokens.items) or number in taken:
        return None
    if not _is_name_word(tokens, lexicon, number, letters) or tokens.sentence_of(number) != tokens.sentence_of(end - 1):
        return None
    return number + 1


def _past_joining(tokens: Tokens, lexicon: Lexicon, end: int) -> int | None:
    """Past what may stand between two words of a name: the stop of an initial, particles, "of the" in a body's name."""
    items = tokens.items
    if end < len(items) and items[end].text == ".":
        return end + 1 if len(items[end - 1].text) == 1 else None
    number = end
    if (
        items[end - 1].folded in lexicon.organisation_heads
        and end < len(items)
        and items[end].text in lexicon.grammar["name_joiners"]
    ):
        number += 1
        return number + 1 if number < len(items) and items[number].text in lexicon.grammar["articles"] else number
    while number < len(items) and number - end < _MOST_PARTICLES and items[number].text in lexicon.particles:
        number += 1
    return number


def _pieces(tokens: Tokens, lexicon: Lexicon, run: range) -> Iterator[range]:
    """The names in a run: a country's adjective or a possessive opens a new one unless a body's name goes on."""
    words = [tokens.items[number].folded for number in run]
    if words[-1] in lexicon.organisation_heads or words[-1] in lexicon.place_heads:
        yield run
        return
    start = run.start
    while start < run.stop:
        known = match(tokens, start, lexicon.demonyms) or match(tokens, start, lexicon.countries)
        if known is None or known[1] >= run.stop:
            break
        yield range(start, known[1])
        start = known[1]
    if start < run.stop:
        yield range(start, run.stop)


def _written(tokens: Tokens, lexicon: Lexicon, run: range, style: Style | None, letters: _Case) -> Written:
    words = tuple(tokens.items[number].text for number in run if tokens.items[number].is_word)
    is_weak = not letters.is_telling or (len(words) == 1 and tokens.starts_sentence(run.start) and style is None)
    kind = Kind.ORGANISATION if _is_house(tokens, run) else _kind(words, style, lexicon)
    return Written(run.start, run.stop, Name(words, kind), style, is_weak)


def _is_house(tokens: Tokens, run: range) -> bool:
    """True for a possessive with nothing that is possessed: "Lloyd's, ..." is a house, not a person."""
    after = tokens.items[run.stop] if run.stop < len(tokens.items) else None
    return tokens.items[run[-1]].is_possessive and (after is None or not after.is_word)


def _kind(words: tuple[str, ...], style: Style | None, lexicon: Lexicon) -> Kind:
    folded = [word.casefold().replace(".", "") for word in words]
    key = " ".join(folded)
    if style is not None:
        return Kind.PERSON
    if key in lexicon.countries or key in lexicon.demonyms or key in lexicon.places or key in lexicon.capitals:
        return Kind.PLACE
    is_given = len(words) in _FULL_NAME_LENGTHS and (folded[0] in lexicon.given_names or len(folded[0]) == 1)
    if is_given and folded[-1] in lexicon.place_heads:
        return Kind.UNKNOWN
    if folded[-1] in lexicon.organisation_heads or (len(words) == 1 and words[0].isupper() and len(words[0]) > 1):
        return Kind.ORGANISATION
    if folded[-1] in lexicon.place_heads:
        return Kind.PLACE
    return Kind.PERSON if is_given else Kind.UNKNOWN


def is_calendar_word(word: str, lexicon: Lexicon) -> bool:
    """True for the name of a month or weekday."""
    return surface(word) in lexicon.calendar_words


def is_ordinary(folded: str, lexicon: Lexicon) -> bool:
    """True for a word of the language that is no name by itself, whatever its ending."""
    if folded in lexicon.function_words or folded in lexicon.common_words:
        return True
    return any(stem in lexicon.common_words for stem in _stems(folded, lexicon))


def _stems(word: str, lexicon: Lexicon) -> Iterator[str]:
    for ending, losses in lexicon.endings.items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield from (stem + lost for lost in losses)
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
