"""Who speaks in one block: the noun phrase that a clause makes the speaker of a quotation or of a reported sentence."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.noun_phrases import phrase_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.cast import Cast
    from factlint.extract.quotations import Quoted
    from factlint.extract.titles import Title
    from factlint.lexicon import Lexicon

_PAUSES = frozenset({",", ")", "—", "–"})
_JOINING = frozenset({"and", "&"})
# How many tokens an aside between subject and verb, and a description before a name, may be long.
_LONGEST_ASIDE, _LONGEST_DESCRIPTION = 25, 8


class Voice(Struct, frozen=True):
    """A noun phrase that names who speaks, as a range of tokens with its articles and titles.

    `name` is a number into the block's names; without one it is the office of `title` alone, or a pronoun.
    """

    start: int
    end: int
    name: int | None = None
    title: Title | None = None

    @property
    def is_pronoun(self) -> bool:
        """True for "he" and "she"."""
        return self.name is None and self.title is None


class Speech(Struct, frozen=True):
    """Words that are spoken, as a range of tokens, with whom the block names as their speaker.

    `voices` are the speaker, then others who may be; empty where it names none. `is_carried` where the words go on from
    those of the block before, `is_asked` where the text asks who said them.
    """

    start: int
    end: int
    is_quoted: bool
    voices: tuple[Voice, ...] = ()
    is_carried: bool = False
    is_asked: bool = False


class Clauses(Struct, frozen=True, eq=False, dict=True):
    """The clauses of one block in which people speak; what stands within quotation marks is passed over."""

    cast: Cast
    quotations: Sequence[Quoted]

    @cached_property
    def _inside(self) -> frozenset[int]:
        return frozenset(number for quoted in self.quotations for number in range(quoted.start, quoted.end))

    def is_verb(self, number: int) -> bool:
        """True for a verb of speech outside quotations."""
        item = self.cast.tokens.items[number]
        if item.folded not in _verb_starts(self.cast.lexicon) or number in self._inside or not item.text.islower():
            return False
        is_listed = item.folded in self.cast.lexicon.speech_verbs and not self._is_noun(number)
        return is_listed or self._is_phrase(number)

    def _is_noun(self, number: int) -> bool:
        """True behind an article or possessor: "the report", "Berg's call"."""
        before = self.cast.tokens.items[number - 1] if number else None
        is_determined = before is not None and before.folded in self.cast.lexicon.grammar["introducers"]
        return is_determined or (
            before is not None and (before.is_possessive or before.folded in self.cast.lexicon.grammar["articles"])
        )

    def _is_phrase(self, number: int) -> bool:
        """True where a verb of speech of several words begins: "put it"."""
        return self._phrase_end(number, "phrases") is not None

    def _phrase_end(self, number: int, kind: str) -> int | None:
        """The token behind the longest of the lexicon's phrases of a kind that begins at a token."""
        items = self.cast.tokens.items
        for phrase in _phrases(self.cast.lexicon, kind).get(items[number].folded, ()):
            end = number + len(phrase)
            if tuple(item.folded for item in items[number:end]) == phrase:
                return end
        return None

    def verbs_in(self, tokens: range) -> list[int]:
        """The verbs of speech among the tokens."""
        return [number for number in tokens if self.is_verb(number)]

    def is_own(self, verb: int) -> bool:
        """True where the words that a verb of speech leads to are its subject's own, not somebody else's or a topic."""
        words, items = self.cast.lexicon.speech_words, self.cast.tokens.items
        following = items[verb + 1].folded if verb + 1 < len(items) else ""
        return items[verb].folded not in words["relaying"] and following not in words["asking"]

    def has_saying(self, tokens: range) -> bool:
        """True where the tokens speak of what somebody else says: "Berg's claim", "the claim that"."""
        items, lexicon = self.cast.tokens.items, self.cast.lexicon
        for number in tokens:
            word = items[number].folded
            is_saying = word in lexicon.speech_verbs or word in lexicon.speech_words["nouns"]
            is_definite = items[number - 1].folded in lexicon.grammar["articles"]
            leads_on = number + 1 < len(items) and items[number + 1].folded == "that"
            if is_saying and (items[number - 1].is_possessive or (is_definite and leads_on)):
                return True
        return False

    def source_in(self, tokens: range) -> Voice | None:
        """Whom "according to" and the like, among the tokens, name in their sentence, or "in X's words"."""
        items = self.cast.tokens.items
        for number in tokens:
            end = self._phrase_end(number, "sources")
            if end is not None and number not in self._inside:
                return self.phrase_from(end, self.cast.tokens.sentence_of(number).stop)
            is_noun = items[number].folded in self.cast.lexicon.speech_words["nouns"] and number not in self._inside
            name = self.cast.name_to.get(number)
            if is_noun and name is not None and self.cast.is_possessive(name):
                return self._of_name(name)
            if is_noun and number + 1 < tokens.stop and items[number + 1].folded == "by":
                author = self.phrase_from(number + 2, self.cast.tokens.sentence_of(number).stop)
                is_last = author is not None and not any(item.is_word for item in items[author.end : tokens.stop])
                return author if is_last else None
        return None

    def subject(self, verb: int) -> Voice | None:
        """The subject of a verb of speech; None where it is not sure who that is."""
        items, sentence = self.cast.tokens.items, self.cast.tokens.sentence_of(verb)
        number, is_passive = self._before_adverbs(verb, sentence.start)
        if is_passive:
            agent = verb + 1 < sentence.stop and items[verb + 1].folded == "by"
            return self.phrase_from(verb + 2, sentence.stop) if agent else None
        if number == sentence.start:
            return None
        before = items[number - 1]
        if before.folded == "as":
            return self._quoted_by_another(number - 1, sentence)
        if before.folded in self.cast.lexicon.grammar["relatives"]:
            end = number - 2 if items[number - 2].text == "," else number - 1
            return self._phrase_to(end, sentence.start)
        found = self._phrase_to(number, sentence.start)
        if found is not None:
            return found if self._opens_clause(found.start) else None
        is_participle = items[verb].folded.endswith("ing")
        if is_participle or before.folded in {"and", "but"}:
            return self.opening(range(sentence.start, verb))
        return None

    def quoted_by_others(self, verb: int) -> Voice | None:
        """Whom others quote, in "X is quoted with the words" and "X was quoted:"; "by X" would be who quotes."""
        items, sentence = self.cast.tokens.items, self.cast.tokens.sentence_of(verb)
        number, is_passive = self._before_adverbs(verb, sentence.start)
        following = items[verb + 1].folded if verb + 1 < len(items) else ""
        if (
            not is_passive
            or items[verb].folded not in self.cast.lexicon.speech_words["quoting"]
            or following not in {"with", "as", ":", ","}
        ):
            return None
        found = self._phrase_to(number, sentence.start)
        return found if found is not None and self._opens_clause(found.start) else None

    def has_quotation(self, tokens: range) -> bool:
        """True where some of the tokens stand within quotation marks."""
        return not self._inside.isdisjoint(tokens)

    def _before_adverbs(self, verb: int, floor: int) -> tuple[int, bool]:
        """Past adverbs and auxiliaries before a verb, and whether they make it passive."""
        items, grammar = self.cast.tokens.items, self.cast.lexicon.grammar
        number, is_passive = verb, False
        while number > floor and number not in self.cast.name_to:
            word = items[number - 1].folded
            is_adverb = items[number - 1].text.islower() and word.endswith("ly")
            if word in grammar["passives"]:
                is_passive = not items[verb].folded.endswith("ing")
            elif word not in self.cast.lexicon.speech_words["adverbs"] and not is_adverb:
                break
            number -= 1
        return number, is_passive

    def _quoted_by_another(self, number: int, sentence: range) -> Voice | None:
        """Who is quoted "as saying" something, "as" being token `number`."""
        found = self._phrase_to(number, sentence.start)
        if found is not None:
            return found
        verb = number - 1
        if verb <= sentence.start or not self.is_verb(verb):
            return None
        start, is_passive = self._before_adverbs(verb, sentence.start)
        return self._phrase_to(start, sentence.start) if is_passive else None

    def _phrase_to(self, end: int, floor: int) -> Voice | None:
        """The noun phrase that ends before token `end`, past an aside between commas, brackets or dashes."""
        if end <= floor:
            return None
        plain = self._plain_phrase_to(end)
        if plain is not None:
            return plain
        closing = self.cast.tokens.items[end - 1].text
        if closing not in _PAUSES:
            return None
        opening = "(" if closing == ")" else closing
        for number in range(end - 2, max(floor, end - _LONGEST_ASIDE), -1):
            if self.cast.tokens.items[number].text != opening or number in self._inside:
                continue
            apposed = self._plain_phrase_to(end - 1)
            if apposed is not None and apposed.name is not None and apposed.start == number + 1:
                holder = self._plain_phrase_to(number)
                return Voice(holder.start if holder else apposed.start, apposed.end, apposed.name)
            found = self._plain_phrase_to(number)
            if found is not None:
                return found
        return None

    def _plain_phrase_to(self, end: int) -> Voice | None:
        items = self.cast.tokens.items
        name = self.cast.name_to.get(end)
        if name is not None:
            return None if self.cast.is_possessive(name) or self._is_joint(name) else self._of_name(name)
        title = self.cast.title_to.get(end)
        if title is not None and not title.is_plural and not items[end - 1].is_possessive:
            return Voice(phrase_start(self.cast, title.start), end, title=title)
        if items[end - 1].folded in self.cast.lexicon.grammar["subjects"]:
            return Voice(end - 1, end)
        return None

    def _of_name(self, name: int) -> Voice:
        start = self._described_from(self.cast.lead(name))
        return Voice(start, self.cast.written[name].end, name)

    def _described_from(self, start: int) -> int:
        """Where the phrase begins whose titles and name begin at `start`: "the biographer X", "his colleague X"."""
        items, floor = self.cast.tokens.items, self.cast.tokens.sentence_of(start).start
        number = phrase_start(self.cast, start)
        while number > floor:
            item = items[number - 1]
            is_plain = item.text.islower() and item.is_word and item.folded not in self.cast.lexicon.function_words
            if not is_plain or self.is_verb(number - 1) or item.folded.endswith("ly"):
                break
            number -= 1
        return phrase_start(self.cast, number)

    def _is_joint(self, name: int) -> bool:
        """True for the last of several people: "X and Y"."""
        items, lead = self.cast.tokens.items, self.cast.lead(name)
        is_joined = lead > 1 and items[lead - 1].folded in _JOINING
        return is_joined and (lead - 1 in self.cast.name_to or lead - 1 in self.cast.title_to)

    def _opens_clause(self, start: int) -> bool:
        """True where a noun phrase that begins at `start` can be a subject: a clause begins there."""
        items, sentence = self.cast.tokens.items, self.cast.tokens.sentence_of(start)
        if start == sentence.start:
            return True
        before = items[start - 1]
        if not before.is_word:
            return before.text not in _JOINING
        openers = self.cast.lexicon.speech_words["clause_openers"]
        calendar = self.cast.lexicon.calendar_words
        if before.folded in self.cast.lexicon.grammar["passives"]:
            return start - 2 >= sentence.start and items[start - 2].folded == "it"
        is_opener = before.folded in openers and not before.is_capital
        is_first = start - 1 == sentence.start and before.folded in openers
        is_adverb = before.folded.endswith("ly") and before.folded not in self.cast.lexicon.given_names
        return is_opener or is_first or before.folded in calendar or is_adverb or self.is_verb(start - 1)

    def is_subject(self, person: Voice) -> bool:
        """True for a name that a clause begins with."""
        return person.name is not None and self._opens_clause(self._of_name(person.name).start)

    def opening(self, tokens: range) -> Voice | None:
        """The subject that the tokens of a sentence open with; None where two share it."""
        for number in tokens:
            if number in self._inside:
                continue
            found = self._phrase_at(number, tokens.stop)
            if found is None or not self._opens_clause(found.start) or found.start < tokens.start:
                continue
            items = self.cast.tokens.items
            if items[found.end - 1].is_possessive:
                continue
            is_joint = found.end < tokens.stop and items[found.end].folded in _JOINING
            if is_joint and self.phrase_from(found.end + 1, tokens.stop) is not None:
                return None
            return found
        return None

    def _phrase_at(self, number: int, stop: int) -> Voice | None:
        """The noun phrase whose name, office or pronoun begins at a token."""
        name = self.cast.name_from.get(number)
        if name is not None:
            return self._of_name(name)
        title = next((title for title in self.cast.titles if title.start == number), None)
        if title is not None and not title.is_plural:
            if self.cast.styled_name_from(title.end) is not None:
                return None
            start, end = phrase_start(self.cast, number), title.end
            if end + 1 < stop and self.cast.tokens.items[end].text == ",":
                apposed = self.cast.styled_name_from(end + 1)
                if apposed is not None:
                    return Voice(start, self.cast.written[apposed].end, apposed)
            return Voice(start, end, title=title)
        is_inside = number < min(stop, len(self.cast.tokens.items))
        is_pronoun = is_inside and self.cast.tokens.items[number].folded in self.cast.lexicon.grammar["subjects"]
        return Voice(number, number + 1) if is_pronoun else None

    def phrase_from(self, start: int, stop: int) -> Voice | None:
        """The noun phrase that begins at token `start`, past articles and descriptions; None where two are joined."""
        items, grammar = self.cast.tokens.items, self.cast.lexicon.grammar
        number = start
        while number < min(stop, start + _LONGEST_DESCRIPTION):
            found = self._phrase_at(number, stop)
            if found is not None and items[found.end - 1].is_possessive:
                number = found.end
                continue
            if found is not None and (number == start or not found.is_pronoun):
                end = found.end
                if found.name is not None and end < stop and self._phrase_at(end, stop) is not None:
                    number = end
                    continue
                is_joint = end < stop and items[end].folded in _JOINING
                is_joint = is_joint and self._phrase_at(end + 1, stop) is not None
                return None if is_joint else Voice(start, end, found.name, found.title)
            word = items[number]
            is_article = word.folded in grammar["determiners"]
            in_title = any(title.start <= number < title.end for title in self.cast.titles)
            in_style = number in self.cast.style_from
            is_plain = word.is_word and word.folded not in self.cast.lexicon.function_words and not self.is_verb(number)
            if not (is_article or in_title or in_style or is_plain or word.text in {".", "-"}):
                return None
            number += 1
        return None

    def people_in(self, tokens: range) -> Iterator[Voice]:
        """Everybody named among the tokens outside quotations."""
        for number, written in enumerate(self.cast.written):
            if written.start in tokens and written.start not in self._inside and self.cast.may_be_person(number):
                yield Voice(written.start, written.end, number)


@lru_cache(maxsize=16)
def _verb_starts(lexicon: Lexicon) -> frozenset[str]:
    """The words that a verb of speech can begin with."""
    return lexicon.speech_verbs | _phrases(lexicon, "phrases").keys()


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon, kind: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The words of the lexicon's phrases of a kind, by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted((tuple(phrase.split()) for phrase in lexicon.speech_words[kind]), key=len, reverse=True):
        found[words[0]].append(words)
    return found
