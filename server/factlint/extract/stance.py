"""How a sentence stands to what it states: asserted, reported, denied, corrected or quoted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.model import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.extract.quotations import Quoted
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

# How many words before a statement a negation still governs it ("is not, and never was, the minister").
_REACH_OF_NEGATION = 5
# What parts a sentence into clauses that speak of different people, and how many tokens a short sentence has.
_PARTS, _SHORT_SENTENCE = frozenset({";", ":", "—", "–"}), 10
# How many words may stand between "name" and the name that is given as it ("has her name on page 3 as").
_REACH_OF_NAME = 8
# How many words before a name a verb of spelling may stand ("spells her name").
_REACH_OF_SPELLING = 3
_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–"})
# How many words into a sentence what takes back the one before it stands ("It was wrong").
_RETRACTION_WORDS = 6
# A label that opens a paragraph is this short ("Correction, 12 May:").
_LABEL_WORDS = 6
# Quotations of at most this many words speak of the words themselves ("Rayeesi" in a list of spellings).
_MENTIONED_WORDS = 4


class Stances:
    """The stances of one block's sentences, each sentence read once."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, quotations: Sequence[Quoted]) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._quotations = quotations
        self._by_sentence: dict[int, Stance] = {}

    def at(self, place: range) -> Stance:
        """The stance of what the tokens of `place` state."""
        overall = self._of_sentence(self._tokens.sentence_of(place.start))
        if overall is Stance.CORRECTED:
            return overall
        inside = next((q for q in self._quotations if q.start <= place.start and place.stop <= q.end), None)
        if inside and inside.end - inside.start <= _MENTIONED_WORDS and _covers(self._tokens, inside, place):
            return Stance.CORRECTED
        return self._of_words(place, Stance.QUOTED if inside is not None else overall)

    def of_quotation(self, place: range) -> Stance:
        """The stance of a whole quotation: quoted, however short, unless it is a name that is spoken of."""
        content = [t for t in self._tokens.items[place.start : place.stop] if t.is_word]
        content = [token for token in content if token.folded not in self._lexicon.function_words]
        if len(place) <= _MENTIONED_WORDS and all(token.is_capital for token in content):
            return Stance.CORRECTED
        overall = self._of_sentence(self._tokens.sentence_of(place.start))
        return overall if overall is Stance.CORRECTED else self._of_words(place, Stance.QUOTED)

    def _of_words(self, place: range, overall: Stance) -> Stance:
        return Stance.DENIED if _is_negated(self._tokens, self._lexicon, place.start) else overall

    def of_name(self, place: range, is_styled: bool) -> Stance:
        """The stance of a name: one behind "spelled" or "her name as", or before "(sic)", is spoken of as a word."""
        before = self._tokens.items[place.start - 1].folded if place.start else ""
        if not is_styled and (before in _cues(self._lexicon, "mention")[0] or self._is_name_given(place.start)):
            return Stance.CORRECTED
        if any(
            token.folded in _cues(self._lexicon, "sic")[0] for token in self._tokens.items[place.stop : place.stop + 2]
        ):
            return Stance.CORRECTED
        return self.at(place)

    def _is_name_given(self, start: int) -> bool:
        """True behind "her name as", "spells it": the clause says how a name is written somewhere."""
        items, floor = self._tokens.items, self._tokens.sentence_of(start).start
        links, nouns = _cues(self._lexicon, "name_link")[0], _cues(self._lexicon, "name_noun")[0]
        before = items[max(floor, start - _REACH_OF_NAME) : start]
        if any(token.folded in _cues(self._lexicon, "spelling")[0] for token in before[-_REACH_OF_SPELLING:]):
            return True
        return bool(before) and before[-1].folded in links and any(token.folded in nouns for token in before)

    def _of_sentence(self, sentence: range) -> Stance:
        """Corrected, reported or asserted, as the words of the sentence tell, or those of one that takes it back."""
        if sentence.start not in self._by_sentence:
            words = self._words(sentence)
            following = (
                self._words(self._tokens.sentence_of(sentence.stop)) if sentence.stop < len(self._tokens.items) else []
            )
            is_mistake = any(_has_cue(words, self._lexicon, kind) for kind in ("mistake", "correction", "prohibition"))
            if is_mistake or _has_cue(following[:_RETRACTION_WORDS], self._lexicon, "retraction"):
                stance = Stance.CORRECTED
            elif any(word in self._lexicon.speech_verbs for word in words) or _has_cue(words, self._lexicon, "report"):
                stance = Stance.REPORTED
            else:
                stance = Stance.ASSERTED
            self._by_sentence[sentence.start] = stance
        return self._by_sentence[sentence.start]

    def _words(self, sentence: range) -> list[str]:
        return [self._tokens.items[number].folded for number in sentence]


def tells_apart(tokens: Tokens, lexicon: Lexicon, number: int) -> bool:
    """True where the clause of token `number`, or a short sentence behind it, tells two of nearly one name apart.

    So do "no relation" and "a namesake".
    """
    sentence = tokens.sentence_of(number)
    start = end = number
    while start > sentence.start and tokens.items[start - 1].text not in _PARTS:
        start -= 1
    while end < sentence.stop and tokens.items[end].text not in _PARTS:
        end += 1
    clauses = [range(start, end)]
    if end >= sentence.stop - 1 and sentence.stop < len(tokens.items):
        following = tokens.sentence_of(sentence.stop)
        clauses += [following] if len(following) <= _SHORT_SENTENCE else []
    return any(_has_cue([tokens.items[n].folded for n in clause], lexicon, "distinction") for clause in clauses)


def opens_correction(tokens: Tokens, lexicon: Lexicon, *, is_heading: bool) -> bool:
    """True for a heading or a label that announces corrections: what follows speaks of mistakes that were made."""
    most = len(tokens.items) if is_heading else _LABEL_WORDS
    label = [item.folded for item in tokens.items[:most]]
    has_mark = is_heading or any(item.text in {":", "—", "–"} for item in tokens.items[:most])
    is_mistake = is_heading and _has_cue(label, lexicon, "mistake")
    return has_mark and (is_mistake or _has_cue(label, lexicon, "correction"))


def _covers(tokens: Tokens, quoted: Quoted, place: range) -> bool:
    """True where the words in question are all the words of the quotation."""
    outside = [*range(quoted.start, place.start), *range(place.stop, quoted.end)]
    return not any(tokens.items[number].is_word for number in outside)


@lru_cache(maxsize=64)
def _cues(lexicon: Lexicon, kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The cues of a kind that are one word, and those that are several, each between spaces."""
    cues = lexicon.cues.get(kind, frozenset())
    return frozenset(cue for cue in cues if " " not in cue), tuple(f" {cue} " for cue in cues if " " in cue)


def _has_cue(words: list[str], lexicon: Lexicon, kind: str) -> bool:
    single, phrases = _cues(lexicon, kind)
    if not single.isdisjoint(words):
        return True
    sentence = f" {' '.join(words)} "
    return any(phrase in sentence for phrase in phrases)


def _is_negated(tokens: Tokens, lexicon: Lexicon, start: int) -> bool:
    """True where a negation stands shortly before, with no other clause between."""
    negations = lexicon.cues.get("negation", frozenset())
    floor = max(tokens.sentence_of(start).start, start - _REACH_OF_NEGATION)
    for token in reversed(tokens.items[floor:start]):
        if token.text in _CLAUSE_MARKS:
            return False
        if token.folded in negations or token.folded.endswith(("n't", "n’t")):
            return True
    return False
