"""Of whom a phrase in a sentence is said: an apposition's name, a verb's subject.

All look backwards from a token; names are numbers into the cast's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.noun_phrases import phrase_start
from factlint.extract.subjects import PAUSES, apposed_before, is_signature, subject_of

if TYPE_CHECKING:
    from factlint.extract.cast import Cast

# How long the phrase of a verb may be.
_LONGEST_PHRASE = 10


class Said(Struct, frozen=True):
    """The people that a phrase is said of.

    `is_past` where the text says so of a time that it tells of ("X was", "X, as"), `is_over` where it says that it
    is so no longer ("X retired as").
    """

    names: tuple[int, ...]
    is_past: bool = False
    is_over: bool = False


def said_of(cast: Cast, start: int, end: int) -> Said | None:
    """The people of whom the phrase of tokens `start` to `end` is said from before: "X, the ...", "X is a ..."."""
    begin = phrase_start(cast, start)
    if _is_subject(cast, begin, end):
        return None
    if begin <= cast.tokens.sentence_of(start).start and not is_signature(cast, begin):
        return None
    names = apposed_before(cast, begin)
    if names:
        return Said(names, _is_of_the_past(cast, names[-1], start))
    return _predicated(cast, begin)


def _is_subject(cast: Cast, begin: int, end: int) -> bool:
    """True for a phrase that a verb is said of: "to Berg, the judge said", "watched Berg as the judge spoke"."""
    grammar, items = cast.lexicon.grammar, cast.tokens.items
    if end >= len(items) or not items[end].text.islower() or items[begin].folded not in grammar["articles"]:
        return False
    following = items[end].folded
    verbs = cast.lexicon.speech_verbs | grammar["copulas"] | grammar["past_copulas"] | grammar["auxiliaries"]
    if begin and items[begin - 1].folded in grammar["office_as"]:
        return following not in cast.lexicon.function_words
    return following in verbs - grammar["office_as"] - grammar["aside_openings"]


def _is_of_the_past(cast: Cast, name: int, end: int) -> bool:
    past = cast.lexicon.grammar["past_copulas"]
    return any(token.folded in past for token in cast.tokens.items[cast.written[name].end : end])


def _predicated(cast: Cast, at: int) -> Said | None:
    """The people to whom a verb before token `at` gives what stands there: "X was named", "elected X"."""
    grammar, items = cast.lexicon.grammar, cast.tokens.items
    word = items[at - 1].folded
    post = before_post(cast, at)
    if post is not None:
        return _given(cast, post, grammar["holding"])
    if word in grammar["office_as"] and not items[at - 1].is_capital:
        return _said_as(cast, at - 1)
    return _given(cast, at)


def before_post(cast: Cast, at: int) -> int | None:
    """The token where "the rank of" or "the post of" begins that ends before token `at`."""
    items = cast.tokens.items
    is_post = at > 1 and items[at - 1].folded == "of" and items[at - 2].folded in cast.lexicon.grammar["posts"]
    return phrase_start(cast, at - 2) if is_post else None


def _given(cast: Cast, at: int, holding: frozenset[str] = frozenset()) -> Said | None:
    """As `_predicated` where no "as" leads to what stands at token `at`; `holding` are further verbs that give it."""
    grammar, items, floor = cast.lexicon.grammar, cast.tokens.items, cast.tokens.sentence_of(at).start
    while at > floor and items[at - 1].folded in grammar["denials"]:
        at -= 1
    if at <= floor:
        return None
    token = items[at - 1]
    name = cast.person_to(at)
    if name is not None:
        return Said((name,), is_past=True) if _is_appointed(cast, name) else None
    is_past = token.folded in grammar["past_copulas"]
    if (is_past or token.folded in grammar["copulas"]) and token.folded not in grammar["office_as"]:
        return _said(subject_of(cast, at - 1), is_past)
    if token.folded in grammar["office_as"]:
        return _said_as(cast, at - 1)
    if token.folded in holding or (token.folded in grammar["appointing"] and _is_passive(cast, at - 1)):
        return _said(subject_of(cast, at - 1), is_past=True)
    return None


def _said(names: tuple[int, ...], is_past: bool = False, is_over: bool = False) -> Said | None:
    return Said(names, is_past, is_over) if names else None


def _is_appointed(cast: Cast, name: int) -> bool:
    """True for the object of a verb that gives an office: "elected Anne Larsen", "the election of Anne Larsen"."""
    grammar, items, lead = cast.lexicon.grammar, cast.tokens.items, cast.lead(name)
    if lead > 1 and items[lead - 1].folded == "of":
        return items[lead - 2].folded in grammar["appointments"]
    return lead > 0 and items[lead - 1].folded in grammar["appointing"]


def _is_passive(cast: Cast, verb: int) -> bool:
    """True for a participle: behind a form of "be", or opening a clause of its own ("X, elected ...")."""
    grammar, items = cast.lexicon.grammar, cast.tokens.items
    number = verb
    while number > 0 and items[number - 1].folded in grammar["office_adverbs"] | grammar["passives"]:
        if items[number - 1].folded in grammar["passives"]:
            return True
        number -= 1
    return number > 0 and items[number - 1].text in PAUSES


def _said_as(cast: Cast, at: int) -> Said | None:
    """The people of "X as ...", "appointed X to ...", "X served ... as", "X succeeded Y as" with "as" at token `at`."""
    grammar, items = cast.lexicon.grammar, cast.tokens.items
    is_as = items[at].folded in grammar["guises"]
    name = cast.person_to(at)
    if name is not None and not cast.is_possessive(name):
        said = _said_of_object(cast, name)
        if said:
            return said
    verb = _verb_before(cast, at)
    if verb is not None:
        word = items[verb].folded
        if word in grammar["appointing"] and not _is_passive(cast, verb):
            return None
        return _said(subject_of(cast, verb), word not in grammar["serving_now"], word in grammar["leaving"])
    if is_as and name is not None and not cast.is_object(name):
        return Said((name,), is_past=True)
    return _said(apposed_before(cast, at), is_past=True) if is_as else None


def _said_of_object(cast: Cast, name: int) -> Said | None:
    """The people of "appointed X as", "with X as", "Y succeeded X as"."""
    grammar, before = cast.lexicon.grammar, cast.lead(name) - 1
    word = cast.tokens.items[before].folded if before >= 0 else ""
    if word in grammar["companions"] or _is_appointed(cast, name):
        return Said((name,), is_past=True)
    if word in grammar["replacing"]:
        return Said((*subject_of(cast, before), name), is_past=True)
    return None


def _verb_before(cast: Cast, at: int) -> int | None:
    """The verb that "as" or "to" at token `at` belongs to, over what stands between ("served for a year as")."""
    grammar, items = cast.lexicon.grammar, cast.tokens.items
    verbs = grammar["serving"] | grammar["leaving"] | grammar["appointing"]
    for number in range(at - 1, max(at - _LONGEST_PHRASE, cast.tokens.sentence_of(at).start) - 1, -1):
        token = items[number]
        if token.folded in verbs and not token.is_capital:
            return number
        if not token.is_word and not token.text[0].isdigit() and token.text not in {"-", "–", "(", ")"}:
            return None
        if token.folded in grammar["office_as"] or token.folded in grammar["relatives"]:
            return None
    return None
