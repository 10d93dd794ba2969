"""Of whom a verb or a description is said: the name before it, over asides, appositions and relative clauses.

All look backwards from a token; names are numbers into the cast's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.noun_phrases import phrase_start
from factlint.extract.postnominals import before_degree, before_letters
from factlint.extract.pronouns import antecedent
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.extract.cast import Cast

PAUSES = frozenset({",", "(", "—", "–", "|"})
_SKIPPED = frozenset({",", "(", "—", "–", "|", ")", "."})
# How many steps over words an apposition, and a clause put in between, may be long.
_MOST_STEPS, _LONGEST_ASIDE = 12, 25
_LONGEST_POSSESSOR, _LONGEST_SIGNATURE = 4, 15


def apposed_before(cast: Cast, at: int) -> tuple[int, ...]:
    """The people before a pause that ends before token `at`: "X,", "X (", "X, 54, head of Y,", "she,"."""
    if at == 0:
        return ()
    pronouns = cast.lexicon.grammar["subjects"] | cast.lexicon.grammar["objects"]
    if cast.tokens.items[at - 1].text in PAUSES:
        if at > 1 and cast.tokens.items[at - 2].folded in pronouns:
            return antecedent(cast, at - 2)
        name = _name_before(cast, at - 1)
    else:
        name = cast.person_to(at) if is_signature(cast, at) else None
    return (name,) if name is not None and not cast.is_possessive(name) else ()


def is_signature(cast: Cast, at: int) -> bool:
    """True where a short block begins with a name and goes on with an office in capitals at token `at`."""
    name, items = cast.person_to(at), cast.tokens.items
    if name is None or at >= len(items) or len(items) > _LONGEST_SIGNATURE:
        return False
    return cast.lead(name) == 0 and items[at].is_capital and not cast.is_possessive(name)


def _name_before(cast: Cast, end: int) -> int | None:
    """The person named before token `end`, past ages, degrees, brackets and other offices in apposition."""
    items, floor = cast.tokens.items, cast.tokens.sentence_of(max(end - 1, 0)).start
    number = end
    for _ in range(_MOST_STEPS):
        if number <= floor:
            return None
        if (degree := before_degree(cast, number) or before_letters(cast, number)) is not None:
            number = degree
            continue
        name = cast.person_to(number)
        if name is not None and not _is_of_someone(cast, number):
            return name
        before = items[number - 1]
        partner = cast.tokens.brackets.get(number - 1)
        if before.text == ")" and partner is not None:
            number = partner
        elif number in cast.title_to:
            number = phrase_start(cast, cast.title_to[number].start)
        elif number in cast.name_to and _is_of_someone(cast, number):
            number = _before_origin(cast, number)
        elif _is_passed_over(cast, number - 1):
            number -= 1
        else:
            return None
    return None


def _is_passed_over(cast: Cast, number: int) -> bool:
    """True for an age, a mark, letters behind a name, and the "and" of a row of offices."""
    token = cast.tokens.items[number]
    if token.folded == "and":
        return _closes_title(cast, number)
    return token.text[0].isdigit() or token.text in _SKIPPED or token.folded in cast.lexicon.name_suffixes


def _closes_title(cast: Cast, end: int) -> bool:
    return end in cast.title_to or (end > 0 and cast.tokens.items[end - 1].text == "," and end - 1 in cast.title_to)


def _is_of_someone(cast: Cast, end: int) -> bool:
    """True where the name that ends before token `end` says where a person is from: "Ola Berg of Oslo"."""
    name = cast.name_to[end]
    start = cast.written[name].start
    return cast.written[name].name.kind is not Kind.PERSON and _before_origin(cast, end) < start


def _before_origin(cast: Cast, end: int) -> int:
    """The end of the person's name before "of the ..." that ends before token `end`; else that name's start."""
    items, number = cast.tokens.items, cast.written[cast.name_to[end]].start
    start = number
    if number and items[number - 1].folded in cast.lexicon.grammar["articles"]:
        number -= 1
    if number and items[number - 1].text in cast.lexicon.grammar["origins"]:
        number -= 1
        if number and items[number - 1].text == ",":
            number -= 1
        return number if number in cast.name_to else start
    return start


def subject_of(cast: Cast, verb: int) -> tuple[int, ...]:
    """The people who are the subject of the verb at token `verb`; none where the sentence does not tell."""
    grammar, items = cast.lexicon.grammar, cast.tokens.items
    floor, number = cast.tokens.sentence_of(verb).start, verb
    while number > floor:
        token, partner = items[number - 1], cast.tokens.brackets.get(number - 1)
        if token.text == ")" and partner is not None:
            number = partner
        elif token.folded in grammar["office_adverbs"] and not token.is_capital:
            number -= 1
        else:
            break
    if number <= floor:
        return ()
    before = items[number - 1]
    if number in cast.name_to:
        return _as_subject(cast, cast.person_to(number))
    if before.folded in grammar["relatives"] and number - 1 > floor:
        name = cast.person_to(number - 1)
        if name is not None:
            return _as_subject(cast, name)
        return apposed_before(cast, number - 1) or _before_description(cast, number - 2)
    if before.folded in grammar["subjects"]:
        return antecedent(cast, number - 1)
    if before.text in PAUSES:
        aside = _before_aside(cast, number - 1)
        return _as_subject(cast, _name_before(cast, number - 1)) if aside is None else aside
    return _subject_of_sentence(cast, number, verb)


def _as_subject(cast: Cast, name: int | None) -> tuple[int, ...]:
    if name is None or cast.is_possessive(name) or cast.is_object(name):
        return ()
    return (name,)


def _before_description(cast: Cast, end: int) -> tuple[int, ...]:
    """The person before a description between commas that ends before token `end`: "X, the head miller's son, who"."""
    items, floor = cast.tokens.items, cast.tokens.sentence_of(end).start
    if end <= floor or items[end].text not in PAUSES:
        return ()
    opening = next((number for number in range(end - 1, floor, -1) if items[number].text == ","), end)
    # What stands behind a preposition may be whom the clause is about: "the son of a miller, who".
    is_whole = not any(items[n].folded in cast.lexicon.grammar["prepositions"] for n in range(opening, end))
    return (_before_aside(cast, end) or ()) if is_whole else ()


def _before_aside(cast: Cast, end: int) -> tuple[int, ...] | None:
    """The subject before a clause between commas that ends before token `end`: "X, who came late, was".

    None where no name stands before a comma; empty where what follows it may be of another person ("X, son of Y, was").
    """
    items = cast.tokens.items
    floor = max(cast.tokens.sentence_of(end).start, end - _LONGEST_ASIDE)
    for number in range(end - 1, floor, -1):
        name = cast.person_to(number)
        if items[number].text == "," and name is not None:
            return _as_subject(cast, name) if _opens_aside(cast, number + 1) else ()
    return None


def _opens_aside(cast: Cast, number: int) -> bool:
    """True where what follows a name and a comma tells more of it: "who ...", "a ...", "54", "Anna's husband"."""
    grammar, opening = cast.lexicon.grammar, cast.tokens.items[number]
    openers = grammar["relatives"] | grammar["determiners"] | grammar["denials"]
    if opening.folded in openers or opening.folded in cast.lexicon.kin or opening.text[0].isdigit():
        return True
    if any(title.start == number for title in cast.titles):
        return True
    is_named = any(item.is_possessive for item in cast.tokens.items[number : number + _LONGEST_POSSESSOR])
    return is_named or opening.folded in grammar["aside_openings"]


def _subject_of_sentence(cast: Cast, end: int, verb: int) -> tuple[int, ...]:
    """The subject of a sentence whose second verb is at token `verb`: "X joined the army and served as"."""
    grammar, items, sentence = cast.lexicon.grammar, cast.tokens.items, cast.tokens.sentence_of(verb)
    joiners = {items[number].text for number in range(end, verb)}
    if not joiners & grammar["office_joiners"]:
        return ()
    inside = range(sentence.start, end)
    pronoun = next((n for n in inside if items[n].folded in grammar["subjects"]), None)
    people = cast.people_in(inside)
    if pronoun is not None:
        first = next((n for n in inside if items[n].is_word), pronoun)
        return antecedent(cast, pronoun) if pronoun == first else ()
    if len(people) != 1 or any(items[n].folded in grammar["relatives"] for n in inside):
        return ()
    return _as_subject(cast, people[0])
