"""Who in a sentence holds which office or rank: titles before names, appositions, "X is the ..."."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.mentions import Written
    from factlint.extract.titles import Style, Title
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

# Forms of the verbs that give a person an office, and what may stand between them and it.
_PAST_COPULAS = frozenset({"was", "became", "remained", "as", "been", "then"})
_COPULAS = _PAST_COPULAS | {"is", "becomes", "remains", "be"}
_ARTICLES = frozenset(
    {"not", "never", "the", "a", "an", "then", "now", "still", "its", "his", "her", "their", "who", "visiting"}
)
_PAUSES = frozenset({",", "(", "—", "–"})
_ENDS_OF_APPOSITION = frozenset({",", ".", ")", ";", ":", "—", "–", "!", "?", "”", '"'})
_MOST_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class Holding:
    """That a person holds an office or a rank: numbers into the block's names and its titles or styles.

    `is_past` where the text says so of a time that it tells of ("X was", "X, as", "X, then the").
    """

    written: int
    title: int
    is_past: bool = False


def find_offices(
    tokens: Tokens, written: Sequence[Written], titles: Sequence[Title], styles: Sequence[Style]
) -> tuple[Holding, ...]:
    """Who holds the offices of a block; an office goes to one person only."""
    holdings = []
    for number, title in enumerate(titles):
        holder = _holder(tokens, written, titles, styles, title)
        if holder is not None:
            is_behind = written[holder].start < title.start
            between = tokens.items[written[holder].end : title.end] if is_behind else ()
            holdings.append(Holding(holder, number, any(item.folded in _PAST_COPULAS for item in between)))
    return tuple(holdings)


def find_ranks(
    tokens: Tokens, written: Sequence[Written], titles: Sequence[Title], styles: Sequence[Style]
) -> tuple[Holding, ...]:
    """Who holds the ranks of a block: the name right behind, or the name that the rank is said of."""
    holdings = []
    for number, style in enumerate(styles):
        if style.rank is None:
            continue
        holder = _name_at(written, _past_styles(styles, style.end))
        if holder is None:
            holder = _name_said_of(tokens, written, titles, style.start)
        if holder is not None:
            holdings.append(Holding(holder, number))
    return tuple(holdings)


def _holder(
    tokens: Tokens, written: Sequence[Written], titles: Sequence[Title], styles: Sequence[Style], title: Title
) -> int | None:
    if tokens.items[title.end - 1].is_possessive:
        return None
    right_behind = _name_at(written, _past_styles(styles, title.end))
    if right_behind is not None:
        return right_behind
    in_front = _name_said_of(tokens, written, titles, title.start)
    return in_front if in_front is not None else _name_apposed(tokens, written, styles, title)


def _name_apposed(tokens: Tokens, written: Sequence[Written], styles: Sequence[Style], title: Title) -> int | None:
    """The name set behind an office between pauses: "the minister, Gen. X, ...", "head of the Board (HB), X."."""
    items, number = tokens.items, title.end
    if number < len(items) and items[number].text == "(":
        number = next(
            (n + 1 for n in range(number, min(number + _MOST_BETWEEN, len(items))) if items[n].text == ")"), number
        )
    if number >= len(items) or items[number].text != ",":
        return None
    name = _name_at(written, _past_styles(styles, number + 1))
    if name is None or tokens.sentence_of(title.start) != tokens.sentence_of(written[name].start):
        return None
    after = items[written[name].end] if written[name].end < len(items) else None
    return name if after is None or after.text in _ENDS_OF_APPOSITION else None


def _name_said_of(tokens: Tokens, written: Sequence[Written], titles: Sequence[Title], start: int) -> int | None:
    """The name that an office or rank beginning at token `start` is said of: "X, the ...", "X, head of Y, is a ..."."""
    sentence = tokens.sentence_of(start)
    ends = {title.end: title.start for title in titles}
    number, steps, has_verb, has_pause = start - 1, 0, False, False
    while number >= sentence.start and steps <= _MOST_BETWEEN + 2:
        token, steps = tokens.items[number], steps + 1
        if number + 1 in ends and has_verb:
            number = ends[number + 1] - 1
            continue
        if token.is_possessive:
            number = _before_possessor(tokens, number) - 1
            continue
        name = next((index for index, item in enumerate(written) if item.end == number + 1), None)
        if name is not None:
            is_said = has_verb or has_pause
            return name if is_said and written[name].name.kind in (Kind.PERSON, Kind.UNKNOWN) else None
        if token.folded in _COPULAS:
            has_verb = True
        elif token.text in _PAUSES:
            has_pause = True
        elif token.folded not in _ARTICLES:
            return None
        number -= 1
    return None


def _before_possessor(tokens: Tokens, number: int) -> int:
    """The first token of the possessor whose last is at `number`: "President Trump's"."""
    while number > 0 and tokens.items[number].is_capital and tokens.items[number - 1].is_capital:
        number -= 1
    return number


def _name_at(written: Sequence[Written], token: int) -> int | None:
    return next((index for index, item in enumerate(written) if item.start == token), None)


def _past_styles(styles: Sequence[Style], token: int) -> int:
    """Past honorifics and further ranks that begin at `token`."""
    for style in styles:
        if style.start == token:
            token = style.end
    return token


def speakers(tokens: Tokens, written: Sequence[Written], lexicon: Lexicon) -> Iterator[tuple[range, int]]:
    """Each sentence in which a named person speaks, with that person: the name next to a verb of speech."""
    for sentence in tokens.sentences:
        verbs = [number for number in sentence if tokens.items[number].folded in lexicon.speech_verbs]
        for verb in verbs:
            near = next(
                (
                    index
                    for index, item in enumerate(written)
                    if (item.end == verb or item.start == verb + 1 or (item.style and item.style.start == verb + 1))
                    and item.name.kind in (Kind.PERSON, Kind.UNKNOWN)
                ),
                None,
            )
            if near is not None:
                yield sentence, near
                break
