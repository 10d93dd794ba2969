"""Of whom an office or rank is said that comes before them: "As minister, X ...", "Its first president was X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.clauses import Said, before_post
from factlint.extract.noun_phrases import phrase_start
from factlint.extract.pronouns import antecedent

if TYPE_CHECKING:
    from factlint.extract.cast import Cast

# How many tokens stand between what opens a sentence and its comma, and how many words before the office.
_LONGEST_OPENING, _MOST_WORDS = 12, 3
_CLAUSE_STARTS = frozenset({",", ";", ":", "and", "but", "“", '"'})


def said_behind(cast: Cast, start: int, end: int) -> Said | None:
    """The people of whom the office or rank of tokens `start` to `end` is said from behind."""
    return _opening(cast, start, end) or _equated(cast, start, end)


def _opening(cast: Cast, start: int, end: int) -> Said | None:
    """The subject of a sentence that the office opens: "As minister, X ...", "A captain in the war, he ..."."""
    sentence = cast.tokens.sentence_of(start)
    begin = phrase_start(cast, start)
    post = before_post(cast, begin)
    begin = begin if post is None else post
    opening = [item.folded for item in cast.tokens.items[sentence.start : begin] if item.is_word]
    comma = _comma_after(cast, end, sentence.stop)
    if (
        comma is None
        or not _may_open(cast, opening, range(begin, start))
        or (not opening and comma == end and begin == start)
    ):
        return None
    names = _subject_at(cast, comma + 1, is_led=bool(opening))
    return Said(names, is_past=True) if names else None


def _may_open(cast: Cast, opening: list[str], articles: range) -> bool:
    """True where the words before an office make it say something of the subject: "As", "Appointed", "Having served
    as"; without any it must not be definite, for "The minister, X said, ..." is about somebody else."""
    grammar = cast.lexicon.grammar
    words = opening[1:] if opening and opening[0] in grammar["openings"] else opening
    if not words:
        return not any(cast.tokens.items[number].folded in grammar["articles"] for number in articles)
    is_as = words[-1] in grammar["office_as"] and words[0] in grammar["serving"] | grammar["guises"]
    return len(words) <= _MOST_WORDS and (is_as or words[0] in grammar["appointing"])


def _subject_at(cast: Cast, number: int, is_led: bool) -> tuple[int, ...]:
    """The person or the antecedent of the pronoun at a token."""
    items = cast.tokens.items
    name = cast.person_from(number)
    if name is None:
        is_pronoun = number < len(items) and items[number].folded in cast.lexicon.grammar["subjects"]
        return antecedent(cast, number) if is_pronoun else ()
    end = cast.written[name].end
    is_voice = end < len(items) and items[end].folded in cast.lexicon.speech_verbs
    return () if cast.is_possessive(name) or (is_voice and not is_led) else (name,)


def _comma_after(cast: Cast, end: int, stop: int) -> int | None:
    """The comma behind an opening phrase, over "in the war" or "from 1940 to 1945" but no verb."""
    grammar, items = cast.lexicon.grammar, cast.tokens.items
    verbs = grammar["copulas"] | grammar["past_copulas"] | grammar["relatives"] | cast.lexicon.speech_verbs
    if end < stop and items[end].text != "," and items[end].text not in grammar["prepositions"]:
        return None
    for number in range(end, min(end + _LONGEST_OPENING, stop)):
        token = items[number]
        if token.text == ",":
            return number
        is_mark = not token.is_word and not token.text[0].isdigit()
        if is_mark or token.folded in verbs - grammar["office_as"]:
            return None
    return None


def _equated(cast: Cast, start: int, end: int) -> Said | None:
    """The person whom a clause about an office names last: "The new chairman is X", "its first president was X"."""
    grammar, items, sentence = cast.lexicon.grammar, cast.tokens.items, cast.tokens.sentence_of(start)
    begin = phrase_start(cast, start)
    is_first = begin == sentence.start or items[begin - 1].text in _CLAUSE_STARTS
    if not is_first or end + 1 >= sentence.stop or items[end].folded not in grammar["equations"]:
        return None
    name = cast.person_from(end + 1)
    if name is None or cast.is_possessive(name):
        return None
    stop = cast.written[name].end
    is_over = stop == len(items) or not items[stop].is_word or items[stop].folded in grammar["relatives"]
    return Said((name,), is_past=items[end].folded in grammar["past_copulas"]) if is_over else None
