"""Who in a block holds which office or rank, and who speaks: titles before names, appositions, "X is the ..."."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.mentions import Written
    from factlint.extract.titles import Style, Title
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

_PAUSES = frozenset({",", "(", "—", "–", "|"})
_ENDS_OF_APPOSITION = frozenset({",", ".", ")", ";", ":", "—", "–", "!", "?", "”", '"', "|"})
# How far apart an office and the name it is said of may stand, in steps over words, and how long a bracket is.
_MOST_STEPS, _LONGEST_BRACKET = 7, 4


@dataclass(frozen=True, slots=True)
class Holding:
    """That a person holds an office or a rank: numbers into the block's names and its titles or styles.

    `is_past` where the text says so of a time that it tells of ("X was", "X, as", "X, then the").
    """

    written: int
    title: int
    is_past: bool = False


@dataclass(frozen=True, eq=False)
class Cast:
    """The names, offices and ranks of one block by where they stand."""

    tokens: Tokens
    lexicon: Lexicon
    written: Sequence[Written]
    titles: Sequence[Title]
    styles: Sequence[Style]

    @cached_property
    def name_from(self) -> Mapping[int, int]:
        """The name that begins at a token."""
        return {name.start: number for number, name in enumerate(self.written)}

    @cached_property
    def name_to(self) -> Mapping[int, int]:
        """The name that ends before a token."""
        return {name.end: number for number, name in enumerate(self.written)}

    @cached_property
    def title_to(self) -> Mapping[int, int]:
        """Where the office begins that ends before a token."""
        return {title.end: title.start for title in self.titles}

    def styled_name_from(self, token: int) -> int | None:
        """The name at a token, past the ranks and honorifics that begin there."""
        for style in self.styles:
            if style.start == token:
                token = style.end
        return self.name_from.get(token)

    def may_be_person(self, name: int) -> bool:
        """True unless the name is a body's or a place's."""
        return self.written[name].name.kind in (Kind.PERSON, Kind.UNKNOWN)


def find_offices(cast: Cast) -> tuple[Holding, ...]:
    """Who holds the offices of a block; an office goes to one person only."""
    past = cast.lexicon.grammar["past_copulas"]
    holdings = []
    for number, title in enumerate(cast.titles):
        holder = _holder(cast, title)
        if holder is not None:
            is_behind = cast.written[holder].start < title.start
            between = cast.tokens.items[cast.written[holder].end : title.end] if is_behind else ()
            holdings.append(Holding(holder, number, any(token.folded in past for token in between)))
    return tuple(holdings)


def find_ranks(cast: Cast) -> tuple[Holding, ...]:
    """Who holds the ranks of a block: the name right behind, or the name that the rank is said of."""
    holdings = []
    for number, style in enumerate(cast.styles):
        if style.rank is None:
            continue
        holder = cast.styled_name_from(style.end)
        if holder is None:
            holder = _name_said_of(cast, style.start)
        if holder is not None:
            holdings.append(Holding(holder, number))
    return tuple(holdings)


def speakers(cast: Cast) -> Iterator[tuple[range, int]]:
    """Each sentence in which a named person speaks, with that person: the name next to a verb of speech."""
    for sentence in cast.tokens.sentences:
        verbs = (n for n in sentence if cast.tokens.items[n].folded in cast.lexicon.speech_verbs)
        near = (name for verb in verbs for name in (cast.name_to.get(verb), cast.styled_name_from(verb + 1)))
        speaker = next((name for name in near if name is not None and cast.may_be_person(name)), None)
        if speaker is not None:
            yield sentence, speaker


def _holder(cast: Cast, title: Title) -> int | None:
    if cast.tokens.items[title.end - 1].is_possessive:
        return None
    right_behind = cast.styled_name_from(title.end)
    if right_behind is not None:
        return right_behind
    in_front = _name_said_of(cast, title.start)
    return in_front if in_front is not None else _name_apposed(cast, title)


def _name_apposed(cast: Cast, title: Title) -> int | None:
    """The name set behind an office between pauses: "the minister, Gen. X, ...", "head of the Board (HB), X."."""
    items, number = cast.tokens.items, title.end
    if number < len(items) and items[number].text == "(":
        inside = range(number, min(number + _LONGEST_BRACKET, len(items)))
        number = next((n + 1 for n in inside if items[n].text == ")"), number)
    if number >= len(items) or items[number].text != ",":
        return None
    name = cast.styled_name_from(number + 1)
    if name is None or number + 1 not in cast.tokens.sentence_of(title.start):
        return None
    end = cast.written[name].end
    return name if end == len(items) or items[end].text in _ENDS_OF_APPOSITION else None


def _name_said_of(cast: Cast, start: int) -> int | None:
    """The name that an office or rank beginning at token `start` is said of: "X, the ...", "X, head of Y, is a ..."."""
    grammar, items, sentence = cast.lexicon.grammar, cast.tokens.items, cast.tokens.sentence_of(start)
    number, has_verb, has_pause = start, False, False
    for _ in range(_MOST_STEPS):
        if number <= sentence.start:
            return None
        token = items[number - 1]
        if number in cast.title_to and has_verb:
            number = cast.title_to[number]
        elif token.is_possessive:
            number = _before_possessor(cast, number - 1)
        elif number in cast.name_to:
            name = cast.name_to[number]
            return name if (has_verb or has_pause) and cast.may_be_person(name) else None
        else:
            is_verb = token.folded in grammar["copulas"] or token.folded in grammar["past_copulas"]
            is_between = token.folded in grammar["determiners"] or token.folded in cast.lexicon.qualifiers
            if not is_verb and token.text not in _PAUSES and not is_between:
                return None
            has_verb, has_pause = has_verb or is_verb, has_pause or token.text in _PAUSES
            number -= 1
    return None


def _before_possessor(cast: Cast, number: int) -> int:
    """The first token of the possessor whose last is at `number`: "President Trump's"."""
    items = cast.tokens.items
    while number > 0 and items[number].is_capital and items[number - 1].is_capital:
        number -= 1
    return number
