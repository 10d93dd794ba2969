"""Whom the words before, behind or under a quotation make its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text import BlockKind

if TYPE_CHECKING:
    from factlint.extract.quotations import Quoted
    from factlint.extract.speakers import Clauses, Voice

_DASHES = frozenset({"—", "–", "-", "―"})
_STOPS = frozenset({".", "…"})
# How many tokens a signature may be long.
_LONGEST_SIGNATURE = 14
# How many tokens a sentence may be long that says whose the words before it are.
_LONGEST_CREDIT = 14


def signature(clauses: Clauses, start: int) -> Voice | None:
    """Whom a dash behind words that end before token `start` gives them to: "... — X"."""
    items, number = clauses.cast.tokens.items, start
    while number < len(items) and items[number].text in _DASHES:
        number += 1
    if number == start or len(items) - number > _LONGEST_SIGNATURE:
        return None
    found = clauses.phrase_from(number, len(items))
    if found is None or found.name is None:
        return None
    is_over = found.end == len(items) or items[found.end].text in {",", "(", ".", "|"}
    return found if is_over else None


def signed(clauses: Clauses, kind: BlockKind) -> tuple[int, Voice] | None:
    """Where the signature of a block quotation begins, and whom it names."""
    items = clauses.cast.tokens.items
    for number in range(max(1, len(items) - _LONGEST_SIGNATURE), len(items)) if kind is BlockKind.QUOTATION else ():
        if items[number].text in _DASHES and items[number - 1].text not in _DASHES:
            found = signature(clauses, number)
            if found is not None:
                return number, found
    return None


def behind(clauses: Clauses, quoted: Quoted, stop: int) -> Voice | None:
    """Whom the words behind a quotation, up to token `stop`, make its speaker: "..., said X", "..., X told Y"."""
    items = clauses.cast.tokens.items
    number = quoted.end + 1
    if number < stop and items[number].text == "'":
        number += 1
    is_ended = items[quoted.end - 1].text in _STOPS
    if number >= stop:
        return None
    found = signature(clauses, number)
    if found is not None:
        return found
    if is_ended:
        return None
    if items[number].text == ",":
        number += 1
    tail = range(number, min(stop, _clause_end(clauses, number, stop)))
    if not tail:
        return None
    if clauses.is_verb(number):
        return clauses.phrase_from(number + 1, tail.stop)
    source = clauses.source_in(range(number, number + 1))
    if source is not None:
        return source
    verb = next(iter(clauses.verbs_in(tail)), None)
    if verb is None or not clauses.is_own(verb):
        return None
    found = clauses.subject(verb)
    return found if found is not None and found.start <= _past_adverbs(clauses, number) else None


def credited(clauses: Clauses, quoted: Quoted) -> Voice | None:
    """Whom a short sentence right behind a quotation's says that its words come from: "She owes that line to X"."""
    tokens = clauses.cast.tokens
    end = tokens.sentence_of(min(quoted.end, len(tokens.items) - 1)).stop
    if end >= len(tokens.items) or len(tokens.sentence_of(end)) > _LONGEST_CREDIT:
        return None
    sentence = tokens.sentence_of(end)
    words = [item.folded for item in tokens.items[sentence.start : sentence.stop]]
    if clauses.has_quotation(sentence):
        return None
    for phrase in clauses.cast.lexicon.speech_words["credits"]:
        verb, preposition = phrase.split()
        if verb not in words or preposition not in words[words.index(verb) :]:
            continue
        at = words.index(verb)
        behind_verb = words.index(preposition, at) + 1
        if not _are_words_told_of(clauses, words[:at], words[at + 1 : behind_verb - 1]):
            continue
        found = clauses.phrase_from(sentence.start + behind_verb, sentence.stop)
        if found is not None and found.name is not None and found.end >= sentence.stop - 1:
            return found
    return None


def asks_for_speaker(clauses: Clauses, quoted: Quoted, before_it: range) -> bool:
    """True for "Who said: ...?" around a quotation."""
    items, asking = clauses.cast.tokens.items, clauses.cast.lexicon.grammar["relatives"]
    verbs = clauses.verbs_in(before_it)
    is_asked = bool(verbs) and verbs[0] > 0 and items[verbs[0] - 1].folded in asking and items[verbs[0] - 1].is_capital
    return is_asked and any(item.text == "?" for item in items[quoted.end - 1 : quoted.end + 2])


def answer(clauses: Clauses, start: int) -> Voice | None:
    """Whom a sentence from token `start` on names and no more."""
    tokens = clauses.cast.tokens
    if start >= len(tokens.items):
        return None
    sentence = tokens.sentence_of(start)
    found = clauses.phrase_from(start, sentence.stop)
    if found is None or found.name is None:
        return None
    return found if not any(item.is_word for item in tokens.items[found.end : sentence.stop]) else None


def _are_words_told_of(clauses: Clauses, subject: list[str], thing: list[str]) -> bool:
    """True for "it" or "that line" as what is owed to somebody, and for "that line" as what comes from somebody."""
    words = clauses.cast.lexicon.speech_words
    named = thing or subject
    if not named or named[0] not in words["pointers"]:
        return False
    is_alone = len(named) == 1 and bool(thing) and named[0] not in clauses.cast.lexicon.grammar["articles"]
    return is_alone or (len(named) == 2 and named[1] in words["nouns"] | {"one"})


def _past_adverbs(clauses: Clauses, number: int) -> int:
    is_adverb = clauses.cast.tokens.items[number].folded in clauses.cast.lexicon.speech_words["adverbs"]
    return number + 1 if is_adverb else number


def _clause_end(clauses: Clauses, start: int, stop: int) -> int:
    sentence = clauses.cast.tokens.sentence_of(start)
    return min(stop, sentence.stop)


def before(clauses: Clauses, tokens: range, *, is_led: bool) -> Voice | None:
    """Whom the words before a quotation make its speaker; `is_led` where a colon leads to it."""
    verbs = clauses.verbs_in(tokens)
    quoted = clauses.quoted_by_others(verbs[-1]) if verbs else None
    if quoted is not None:
        return quoted
    if verbs and (not clauses.is_own(verbs[-1]) or clauses.has_saying(range(verbs[-1] + 1, tokens.stop))):
        return None
    if verbs:
        found = clauses.subject(verbs[-1])
        return found or clauses.source_in(tokens)
    source = clauses.source_in(tokens)
    if source is not None:
        return source
    return clauses.opening(tokens) if is_led else None
