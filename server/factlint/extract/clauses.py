"""Of whom a phrase in a sentence is said: an apposition's name, a verb's subject.

All look backwards from a token; names are numbers into the cast's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.extract.postnominals import before_degree, before_letters
from factlint.extract.pronouns import antecedent
from factlint.extract.specialities import is_description
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.extract.cast import Cast

PAUSES = frozenset({",", "(", "—", "–", "|"})
_SKIPPED = frozenset({",", "(", "—", "–", "|", ")", "."})
# How many steps over words an apposition, a verb's phrase, and a clause put in between may be long.
_MOST_STEPS, _LONGEST_PHRASE, _LONGEST_ASIDE = 12, 10, 25
# How many words of description may stand before an office ("the first elected ...").
_MOST_ADJECTIVES = 3
_LONGEST_POSSESSOR, _LONGEST_SIGNATURE = 4, 15


class Said(NamedTuple):
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
    if begin <= cast.tokens.sentence_of(start).start and not _is_signature(cast, begin):
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


def phrase_start(cast: Cast, start: int) -> int:
    """The token where the noun phrase begins that goes on at token `start`: its article, possessor, adjectives."""
    items, floor = cast.tokens.items, cast.tokens.sentence_of(start).start
    number = start
    while number > floor:
        token = items[number - 1]
        if token.is_possessive:
            number = _before_possessor(cast, number - 1)
        elif _goes_with_noun(cast, token.folded):
            number -= 1
        else:
            described = _before_adjectives(cast, number, floor)
            if described is None:
                return number
            number = described
    return number


def _goes_with_noun(cast: Cast, word: str) -> bool:
    grammar = cast.lexicon.grammar
    is_adverb = word in grammar["office_adverbs"] and not _is_joining(word, cast)
    return is_adverb or word in grammar["determiners"] or word in cast.lexicon.qualifiers


def _is_joining(word: str, cast: Cast) -> bool:
    """True for "and" and "to" and for forms of a verb, which are no part of a noun phrase."""
    grammar = cast.lexicon.grammar
    verbs = grammar["copulas"] | grammar["past_copulas"] | grammar["passives"] | grammar["auxiliaries"]
    joining = verbs | grammar["office_as"] | grammar["office_joiners"] | grammar["denials"]
    return word in joining - grammar["aside_openings"]


def _before_adjectives(cast: Cast, end: int, floor: int) -> int | None:
    """Before up to three plain words that describe what follows, if an article or possessor stands before them."""
    items, grammar = cast.tokens.items, cast.lexicon.grammar
    for number in range(end - 1, max(end - _MOST_ADJECTIVES, floor + 1) - 1, -1):
        token, before = items[number], items[number - 1]
        is_plain = token.text.islower() and token.folded not in cast.lexicon.function_words
        is_plain = is_plain or ("-" in token.text and is_description(token.folded))
        is_adverb = token.folded in grammar["office_adverbs"] and not _is_joining(token.folded, cast)
        if not is_plain and not token.text[0].isdigit() and not is_adverb:
            return None
        if before.is_possessive:
            return number
        if before.folded in grammar["determiners"]:
            return number
    return None


def _before_possessor(cast: Cast, number: int) -> int:
    """The first token of the possessor whose last is at `number`: "President Trump's", "the company's"."""
    items = cast.tokens.items
    while number > 0 and items[number].is_capital and items[number - 1].is_capital:
        number -= 1
    return number


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
        name = cast.person_to(at) if _is_signature(cast, at) else None
    return (name,) if name is not None and not cast.is_possessive(name) else ()


def _is_signature(cast: Cast, at: int) -> bool:
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
        return _as_subject(cast, name) if name is not None else apposed_before(cast, number - 1)
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
