"""How a sentence stands to what it states: asserted, reported, denied, corrected or quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.extract.quotations import Quoted
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

# How many words before a statement a negation still governs it ("is not, and never was, the minister").
_REACH_OF_NEGATION = 5
# A label that opens a paragraph is this short ("Correction, 12 May:").
_LABEL_WORDS = 6
# Quotations of at most this many words speak of the words themselves ("Rayeesi" in a list of spellings).
_MENTIONED_WORDS = 4


def stance_at(tokens: Tokens, lexicon: Lexicon, quotations: Iterable[Quoted], start: int, end: int) -> Stance:
    """The stance of what tokens `start` up to `end` state."""
    sentence = tokens.sentence_of(start)
    words = [tokens.items[number].folded for number in sentence]
    inside = next((quoted for quoted in quotations if quoted.start <= start and end <= quoted.end), None)
    if any(_has_cue(words, lexicon, kind) for kind in ("mistake", "correction", "prohibition")):
        return Stance.CORRECTED
    if _is_negated(tokens, lexicon, sentence, start):
        return Stance.DENIED
    if inside is not None:
        is_mention = inside.end - inside.start <= _MENTIONED_WORDS and _covers(tokens, inside, start, end)
        return Stance.CORRECTED if is_mention else Stance.QUOTED
    if _has_cue(words, lexicon, "report") or any(word in lexicon.speech_verbs for word in words):
        return Stance.REPORTED
    return Stance.ASSERTED


def opens_correction(tokens: Tokens, lexicon: Lexicon, *, is_heading: bool) -> bool:
    """True for a heading or a label that announces corrections: what follows speaks of mistakes that were made."""
    most = len(tokens.items) if is_heading else _LABEL_WORDS
    label = [item.folded for item in tokens.items[:most]]
    has_mark = is_heading or any(item.text in {":", "—", "–"} for item in tokens.items[:most])
    return has_mark and _has_cue(label, lexicon, "correction")


def _covers(tokens: Tokens, quoted: Quoted, start: int, end: int) -> bool:
    """True where the words in question are all the words of the quotation."""
    outside = [*range(quoted.start, start), *range(end, quoted.end)]
    return not any(tokens.items[number].is_word for number in outside)


def _has_cue(words: list[str], lexicon: Lexicon, kind: str) -> bool:
    cues = lexicon.cues.get(kind, frozenset())
    if any(word in cues for word in words):
        return True
    phrases = [cue for cue in cues if " " in cue]
    sentence = f" {' '.join(words)} " if phrases else ""
    return any(f" {phrase} " in sentence for phrase in phrases)


def _is_negated(tokens: Tokens, lexicon: Lexicon, sentence: range, start: int) -> bool:
    """True where a negation stands shortly before, with no other clause between."""
    negations = lexicon.cues.get("negation", frozenset())
    for number in range(start - 1, max(sentence.start, start - _REACH_OF_NEGATION) - 1, -1):
        token = tokens.items[number]
        if token.text in {",", ";", ":", "—", "–"}:
            return False
        if token.folded in negations or token.folded.endswith(("n't", "n’t")):
            return True
    return False
