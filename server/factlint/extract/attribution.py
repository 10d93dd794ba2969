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


def _past_adverbs(clauses: Clauses, number: int) -> int:
    is_adverb = clauses.cast.tokens.items[number].folded in clauses.cast.lexicon.speech_words["adverbs"]
    return number + 1 if is_adverb else number


def _clause_end(clauses: Clauses, start: int, stop: int) -> int:
    sentence = clauses.cast.tokens.sentence_of(start)
    return min(stop, sentence.stop)


def before(clauses: Clauses, tokens: range, *, is_led: bool) -> Voice | None:
    """Whom the words before a quotation make its speaker; `is_led` where a colon leads to it."""
    verbs = clauses.verbs_in(tokens)
    if verbs and (not clauses.is_own(verbs[-1]) or clauses.has_saying(range(verbs[-1] + 1, tokens.stop))):
        return None
    if verbs:
        found = clauses.subject(verbs[-1])
        return found or clauses.source_in(tokens)
    source = clauses.source_in(tokens)
    if source is not None:
        return source
    return clauses.opening(tokens) if is_led else None
