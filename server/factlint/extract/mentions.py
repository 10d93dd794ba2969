"""Names in the tokens of one block: where they stand, what they are names of, and what stands before them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.forms import match
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.extract.styles import Style
    from factlint.extract.titles import Title
    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

_FULL_NAME_LENGTHS, _PAIR = range(2, 6), 2
_MOST_PARTICLES = 3
# More capital words in a row are a list, not a name.
_LONGEST_NAME = 12
# Words of up to this many letters are often small in title case; a block is all capitals where this share of its
# other words is; outside headings title case takes more words than this.
_SHORT, _MOSTLY, _SENTENCE = 3, 0.7, 8
_AMPERSAND = "&"


class Written(Struct, frozen=True):
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
    is_telling = _is_case_telling(tokens, lexicon, is_heading)
    page = _Page(tokens, lexicon, _taken(tokens, lexicon, styles, titles), frozenset(t.end for t in titles), is_telling)
    before = {style.end: style for style in styles}
    return tuple(
        _written(page, piece, before.get(piece.start)) for run in _runs(page) for piece in _pieces(tokens, lexicon, run)
    )


class _Page(Struct, frozen=True):
    """A block as names are looked for in it.

    `taken` are the tokens of ranks, honorifics and offices; no name runs over one of `breaks`, where offices end.
    `is_telling` is false in a block that is all capitals or title case, where capitals tell no names.
    """

    tokens: Tokens
    lexicon: Lexicon
    taken: frozenset[int]
    breaks: frozenset[int]
    is_telling: bool

    def has_name_word(self, number: int) -> bool:
        """True where a token can be a further word of a name."""
        if number >= len(self.tokens.items) or number in self.taken:
            return False
        token = self.tokens.items[number]
        if (
            not token.is_capital
            or is_calendar_word(self.tokens, number, self.lexicon)
            or _is_mere_function(token, self.lexicon, is_initial=_is_initial(self.tokens, number))
        ):
            return False
        return self.is_telling or not is_ordinary(token.folded, self.lexicon)


def _is_case_telling(tokens: Tokens, lexicon: Lexicon, is_heading: bool) -> bool:
    """True unless the block is all capitals, or title case: then its verbs and nouns are capitals too."""
    words = [item for item in tokens.items if item.is_word and len(item.text) > _SHORT]
    shouted = sum(item.is_shouted for item in words)
    if words and shouted >= _MOSTLY * len(words):
        return False
    small = any(not item.is_capital and item.folded not in lexicon.function_words for item in words)
    return small or not (is_heading or len(words) > _SENTENCE)


def _taken(tokens: Tokens, lexicon: Lexicon, styles: Iterable[Style], titles: Iterable[Title]) -> frozenset[int]:
    """Tokens that belong to ranks, honorifics and offices and so to no name; bodies and countries in them do."""
    taken = {number for style in styles for number in range(style.start, style.end)}
    for title in titles:
        for number in range(title.start, title.end):
            key = tokens.items[number].folded
            if key not in title.office.body and key not in lexicon.countries:
                taken.add(number)
    return frozenset(taken)


def _runs(page: _Page) -> Iterator[range]:
    """Maximal runs of words that capitals make a name, particles between them included."""
    number = 0
    while number < len(page.tokens.items):
        if not _can_begin(page, number):
            number += 1
            continue
        end = number + 1
        while end - number < _LONGEST_NAME and (further := _extend(page, end)) is not None:
            end = further
        yield range(number, end)
        number = end


def _can_begin(page: _Page, number: int) -> bool:
    token, lexicon = page.tokens.items[number], page.lexicon
    if number in page.taken:
        return False
    if number - 1 in page.taken and token.text in lexicon.particles:
        return page.has_name_word(number + 1)
    if not token.is_capital or is_calendar_word(page.tokens, number, lexicon) or token.folded in lexicon.name_suffixes:
        return False
    if not page.is_telling or page.tokens.starts_sentence(number):
        return not is_ordinary(token.folded, lexicon) or _is_begun_name(page, number)
    return not _is_mere_function(token, lexicon)


def _is_begun_name(page: _Page, number: int) -> bool:
    """True where an ordinary word opens a name of several words: "Grant Shapps", but not "Sculptor Constantin ..."."""
    items, given_names = page.tokens.items, page.lexicon.given_names
    if page.is_telling and items[number].folded in page.lexicon.organisation_heads and _extend(page, number + 1):
        return True
    if not page.is_telling or items[number].folded in page.lexicon.function_words or not page.has_name_word(number + 1):
        return False
    return items[number].folded in given_names or items[number + 1].folded not in given_names


def _is_mere_function(token: Token, lexicon: Lexicon, *, is_initial: bool = False) -> bool:
    """True for "The" or "Of", not for "Will" or "WHO", which are names too, nor for the "A." in "Nicholas A. Scott"."""
    is_function = token.folded in lexicon.function_words and token.folded not in lexicon.given_names
    return is_function and not token.is_shouted and not is_initial


def _is_initial(tokens: Tokens, number: int) -> bool:
    """True for a single capital with its full stop inside a sentence."""
    items = tokens.items
    has_stop = number + 1 < len(items) and items[number + 1].text == "."
    return has_stop and len(items[number].text) == 1 and number + 1 in tokens.sentence_of(number)


def _extend(page: _Page, end: int) -> int | None:
    """The token after the next word of a run that ends before token `end`, or None where the run is over."""
    if page.tokens.items[end - 1].is_possessive or end in page.breaks:
        return None
    number = _past_joining(page.tokens, page.lexicon, end)
    if number is None or not page.has_name_word(number):
        return None
    return number + 1 if page.tokens.sentence_of(number) == page.tokens.sentence_of(end - 1) else None


def _past_joining(tokens: Tokens, lexicon: Lexicon, end: int) -> int | None:
    """Past what may stand between two words of a name: the stop of an initial, particles, "of the" in a body's name."""
    items, number = tokens.items, end
    if end < len(items) and items[end].text == ".":
        if len(items[end - 1].text) > 1 and items[end - 1].folded not in lexicon.place_prefixes:
            return None
        number = end + 1
    elif end < len(items) and items[end].text == _AMPERSAND:
        return end + 1
    is_body = items[end - 1].folded in lexicon.organisation_heads
    if is_body and end < len(items) and items[end].text in lexicon.grammar["name_joiners"]:
        number += 1
        return number + 1 if number < len(items) and items[number].text in lexicon.grammar["articles"] else number
    while number < len(items) and number - end <= _MOST_PARTICLES and items[number].text in lexicon.particles:
        number += 1
    return number


def _pieces(tokens: Tokens, lexicon: Lexicon, run: range) -> Iterator[range]:
    """The names in a run: a country or its adjective in front is one of its own, unless a body's or place's follows."""
    last = tokens.items[run[-1]].folded
    if last in lexicon.organisation_heads or last in lexicon.place_heads:
        yield run
        return
    start = _past_callings(tokens, lexicon, run)
    while start < run.stop:
        end = _past_place(tokens, lexicon, start, run.stop)
        if end is None:
            break
        yield range(start, end)
        start = end
    if start < run.stop:
        yield range(start, run.stop)


def _past_place(tokens: Tokens, lexicon: Lexicon, start: int, stop: int) -> int | None:
    """The token behind a country or its adjective that begins a run, or behind a place before somebody's given name."""
    countries = (match(tokens, start, table) for table in (lexicon.demonyms, lexicon.countries))
    end = max((found[1] for found in countries if found), default=start)
    place = match(tokens, start, lexicon.places)
    if place and place[1] + 1 < stop and tokens.items[place[1]].folded in lexicon.given_names:
        end = max(end, place[1])
    return end if start < end < stop else None


def _past_callings(tokens: Tokens, lexicon: Lexicon, run: range) -> int:
    """Past ordinary words in capitals that stand before a given name: "City Engineer Rajiv ..."."""
    words = [tokens.items[number].folded for number in run]
    for number, word in enumerate(words[1:-1], 1):
        is_given = word in lexicon.given_names and not is_ordinary(word, lexicon)
        if is_given and all(
            is_ordinary(before, lexicon) and before not in lexicon.given_names for before in words[:number]
        ):
            return run.start + number
    return run.start


def _written(page: _Page, run: range, style: Style | None) -> Written:
    tokens, lexicon = page.tokens, page.lexicon
    words = tuple(tokens.items[number].text for number in run if tokens.items[number].is_word)
    is_weak = not page.is_telling or (len(words) == 1 and tokens.starts_sentence(run.start) and style is None)
    kind = Kind.ORGANISATION if _is_house(tokens, run) else _kind(words, style, lexicon)
    return Written(run.start, run.stop, Name(words, kind), style, is_weak)


def _is_house(tokens: Tokens, run: range) -> bool:
    """True for one word and its possessive with nothing that is possessed: "Lloyd's, ..." is a house, not a person."""
    after = tokens.items[run.stop] if run.stop < len(tokens.items) else None
    return len(run) == 1 and tokens.items[run[-1]].is_possessive and (after is None or not after.is_word)


def _kind(words: tuple[str, ...], style: Style | None, lexicon: Lexicon) -> Kind:
    folded = [word.casefold().replace(".", "") for word in words]
    key = " ".join(folded)
    if style is not None:
        return Kind.PERSON
    if key in lexicon.countries or key in lexicon.demonyms or key in lexicon.places or key in lexicon.capitals:
        return Kind.PLACE
    is_given = len(words) in _FULL_NAME_LENGTHS and (folded[0] in lexicon.given_names or _is_initials(words[0]))
    is_headed = folded[-1] in lexicon.place_heads or (folded[-1] in lexicon.organisation_heads and len(words) == _PAIR)
    if is_given and is_headed:
        return Kind.UNKNOWN
    is_body = folded[-1] in lexicon.organisation_heads or (len(words) > 1 and folded[-1] in lexicon.legal_forms)
    if is_body or (len(words) == 1 and words[0].isupper() and len(words[0]) > 1):
        return Kind.ORGANISATION
    if any(_joins_body(first, second, lexicon) for first, second in pairwise(folded)):
        return Kind.ORGANISATION
    if folded[-1] in lexicon.place_heads:
        return Kind.PLACE
    return Kind.PERSON if is_given else Kind.UNKNOWN


def _is_initials(word: str) -> bool:
    """True for a letter or letters with full stops: "J", "J.R.R."."""
    return len(word) == 1 or (word.endswith(".") and word.count(".") * 2 == len(word))


def _joins_body(word: str, following: str, lexicon: Lexicon) -> bool:
    """True for "Institute of", in the name of a body."""
    return word in lexicon.organisation_heads and following in lexicon.grammar["name_joiners"]


def is_calendar_word(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True for the name of a month or weekday; a short form that is a name too ("Jan") is one beside a number."""
    word = tokens.items[number].folded
    if word in lexicon.calendar_words:
        return True
    return word in lexicon.short_calendar_words and _is_beside_number(tokens, number)


def _is_beside_number(tokens: Tokens, number: int) -> bool:
    near = tokens.items[max(0, number - 1) : number] + tokens.items[number + 1 : number + 3]
    return any(item.text[0].isdigit() for item in near if item.text != ".")


@lru_cache(maxsize=65536)
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
