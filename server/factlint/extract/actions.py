"""Verbs that give an office to who does them: "X founded Y", "the Y team, led by X", "X, who edits the Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.bindings import Holding
from factlint.extract.legal_forms import before_legal_form
from factlint.extract.office_parts import OfficeParts
from factlint.extract.subjects import subject_of
from factlint.values.name import Kind
from factlint.values.office import FORMER, PAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.cast import Cast
    from factlint.lexicon import OfficeHead

_AGENT = "by"
# How many words the name of a body before "led by" is long, and how many may stand between the two ("was later").
_LONGEST_BODY, _MOST_BETWEEN = 8, 4
# How many plain nouns may stand behind a name ("the Juno business segment").
_MOST_NOUNS = 2


def find_actions(cast: Cast) -> tuple[Holding, ...]:
    """The offices that verbs of a block give."""
    return tuple(holding for number in range(len(cast.tokens.items)) for holding in _given_at(cast, number))


def _given_at(cast: Cast, verb: int) -> Iterator[Holding]:
    token = cast.tokens.items[verb]
    head = cast.lexicon.actions.get(token.folded) if token.text.islower() else None
    if head is None or any(title.start <= verb < title.end and not title.is_plural for title in cast.titles):
        return
    if verb + 1 < len(cast.tokens.items) and cast.tokens.items[verb + 1].text == _AGENT:
        yield from _passive(cast, head, verb)
    else:
        yield from _active(cast, head, verb)


def _passive(cast: Cast, head: OfficeHead, verb: int) -> Iterator[Holding]:
    """The agent of "Y, led by X" and "Y was founded by X" for a body with a name."""
    at = next((title.end for title in cast.titles if title.start == verb + 2), verb + 2)
    name, (end, qualifiers) = cast.person_from(at), _before_verb(cast, verb)
    if name is None or cast.is_possessive(name) or end is None:
        return
    parts = OfficeParts(cast.lexicon)
    start = _take_body_to(cast, parts, end)
    if start is not None:
        parts.qualifiers |= qualifiers
        yield Holding(name, parts.office(head), start, verb + 2)


def _before_verb(cast: Cast, verb: int) -> tuple[int | None, set[str]]:
    """The end of what is led, before the verb's adverbs and auxiliaries; and what they say of the time."""
    items, grammar, floor = cast.tokens.items, cast.lexicon.grammar, cast.tokens.sentence_of(verb).start
    number, qualifiers = verb, set[str]()
    while number > floor and verb - number < _MOST_BETWEEN:
        word = items[number - 1].folded
        between = grammar["passives"] | grammar["office_adverbs"] | grammar["thing_relatives"]
        if word not in between and items[number - 1].text not in {",", "("}:
            return number, qualifiers
        if word in grammar["past_copulas"]:
            qualifiers.add(PAST)
        if cast.lexicon.qualifiers.get(word) == FORMER:
            qualifiers.add(FORMER)
        number -= 1
    return None, qualifiers


def _take_body_to(cast: Cast, parts: OfficeParts, end: int) -> int | None:
    """Take the name of a body that ends before token `end`, with a plain noun behind it ("the Juno team").

    Returns the token where it begins, None where there is none.
    """
    items, lexicon = cast.tokens.items, cast.lexicon
    floor = max(cast.tokens.sentence_of(end - 1).start, end - _LONGEST_BODY)
    end = before_legal_form(cast.tokens, end, floor, lexicon)
    if end in cast.name_to and cast.written[cast.name_to[end]].name.kind is Kind.PERSON:
        return None
    words, number = set[str](), end
    while number > floor:
        token = items[number - 1]
        is_noun = number > end - _MOST_NOUNS and token.text.islower() and token.folded not in lexicon.function_words
        is_joiner = token.text in lexicon.grammar["office_fillers"] and number - 1 > floor and bool(words)
        if token.is_possessive or not (token.is_capital or is_noun or (is_joiner and items[number - 2].is_capital)):
            break
        is_name = token.is_capital and token.folded not in lexicon.function_words
        if is_name or token.folded in lexicon.organisation_heads:
            words.add(token.folded)
        number -= 1
    parts.body |= words
    return number if words - lexicon.organisation_heads else None


def _active(cast: Cast, head: OfficeHead, verb: int) -> Iterator[Holding]:
    """The subject of "X leads the Y": what is led must have a name."""
    items, grammar = cast.tokens.items, cast.lexicon.grammar
    word = items[verb].folded
    before = items[verb - 1].folded if verb else ""
    if verb == 0 or word.endswith("ing") or before in grammar["office_as"] | grammar["passives"]:
        return
    parts = OfficeParts(cast.lexicon)
    end = parts.take_object(cast.tokens, verb)
    is_country = parts.country is not None and not head.is_relational
    if end == verb or not (is_country or _is_body(cast, head, verb, parts, end)) or _is_of_person(cast, verb + 1, end):
        return
    parts.qualifiers |= set() if word.endswith("s") else {PAST}
    for name in subject_of(cast, verb):
        if not _is_definite(cast, name):
            yield Holding(name, parts.office(head), verb, end)


def _is_definite(cast: Cast, name: int) -> bool:
    """True for what an article makes a body's or thing's name: "the Interpreter"."""
    start, items = cast.written[name].start, cast.tokens.items
    return start > 0 and items[start - 1].folded in cast.lexicon.grammar["articles"]


def _is_body(cast: Cast, head: OfficeHead, verb: int, parts: OfficeParts, end: int) -> bool:
    """True for a body with a name; who "leads Bergen" or "runs the Bergen Marathon" need not be its head."""
    items, heads = cast.tokens.items, cast.lexicon.organisation_heads
    if parts.country is not None or not parts.body - heads:
        return False
    is_noun = end < len(items) and items[end].text.islower() and items[end].folded not in cast.lexicon.function_words
    is_plain = items[verb].folded in {head.name, f"{head.name}s", f"{head.name}ed"} or not head.is_relational
    return is_plain or is_noun or bool(parts.body & heads)


def _is_of_person(cast: Cast, start: int, end: int) -> bool:
    """True where what the verb is about is a person: "coached Ida Berg"."""
    inside = (n for n, name in enumerate(cast.written) if start <= name.start < end)
    return any(cast.written[n].name.kind is Kind.PERSON or cast.written[n].style for n in inside)
