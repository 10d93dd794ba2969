"""The parts of one office as they are met around its head: ministry, country, body, and what qualifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.forms import match
from factlint.extract.legal_forms import before_legal_form, past_legal_form
from factlint.extract.mentions import is_calendar_word, is_ordinary
from factlint.extract.specialities import find_speciality, is_description
from factlint.values.office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Country, Lexicon, OfficeHead

# How many tokens an acronym in brackets is.
_BRACKETED = 3
_LONGEST_BODY, _MOST_SUBJECT_WORDS = 6, 4


class OfficeParts:
    """Collects the parts of the office whose tokens are looked at from its head outwards."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.portfolios: set[str] = set()
        self.qualifiers: set[str] = set()
        self.body: set[str] = set()
        self.country: str | None = None
        self.grade = ""
        self.seniority = ""
        self.speciality: set[str] = set()
        self.takes_speciality = self.is_calling = False

    def office(self, head: OfficeHead) -> Office:
        """The office of a head with the parts met so far."""
        body = frozenset(self.body) - self.lexicon.legal_forms
        return Office(
            head,
            frozenset(self.portfolios),
            self.country,
            body,
            frozenset(self.qualifiers),
            body & self.lexicon.organisation_heads,
            self.grade,
            frozenset(self.speciality),
            self.seniority,
        )

    def take_head(self, surface: str, table: Mapping[str, OfficeHead]) -> OfficeHead:
        """The head that `surface` names, taken apart: a vice president is a president with a qualifier, a national
        security adviser an adviser with a portfolio."""
        words = surface.split()
        self.takes_speciality, self.is_calling = table[surface].takes_speciality, table[surface].is_calling
        if table[surface].ladder:
            return table[surface]
        for cut in range(len(words) - 1, 0, -1):
            first, rest = " ".join(words[:cut]), " ".join(words[cut:])
            if rest in table and self.take_qualifier(first):
                return table[rest]
            if rest in table and first in self.lexicon.portfolios and not table[rest].is_calling:
                self.portfolios.add(self.lexicon.portfolios[first])
                return table[rest]
            if cut == 1 and rest in table:
                self._take_within(first, table[rest])
        return table[surface]

    def _take_within(self, word: str, shorter: OfficeHead) -> None:
        """Take what the first word of a head says of the shorter one: "project manager", "chief engineer"."""
        plain = self.lexicon.grammar["plain_attributes"]
        if word in self.lexicon.seniorities:
            self.seniority = self.lexicon.seniorities[word]
        elif shorter.takes_speciality and word not in self.lexicon.offices and word not in plain:
            self.speciality.add(word)

    def take_qualifier(self, key: str) -> bool:
        """Take a word that qualifies the office; False where it does not."""
        lexicon = self.lexicon
        if key not in lexicon.qualifiers:
            return False
        self.qualifiers.add(lexicon.qualifiers[key])
        self.grade = lexicon.grades.get(key, self.grade)
        return True

    def take_before(self, tokens: Tokens, end: int, floor: int) -> int | None:
        """Take the part that ends before token `end`; the token where it starts, or None where there is none."""
        for length in (3, 2, 1):
            start = end - length
            if start < floor or not all(item.is_word for item in tokens.items[start:end]):
                continue
            key = " ".join(item.folded for item in tokens.items[start:end])
            if self._take(key, tokens.items[start]) or (length == 1 and self._take_hyphened(tokens.items[start])):
                return start
        if end - 1 < floor:
            return None
        for take in (self._take_joined, self._take_body_before, self._take_speciality, self._take_described):
            taken = take(tokens, end, floor)
            if taken is not None:
                return taken
        return None

    def _take_speciality(self, tokens: Tokens, end: int, floor: int) -> int | None:
        """Take a noun that tells what the office is for; before an appointment a word for a body tells whose it is."""
        if self.speciality or self.portfolios or self.body or self.country or self.qualifiers or self.seniority:
            return None
        number = find_speciality(tokens, end, floor, self.lexicon)
        if number is None:
            return None
        word = tokens.items[number].folded
        if word in self.lexicon.organisation_heads and not self.is_calling:
            self.body.add(word)
        elif self.takes_speciality:
            self.speciality.add(word)
        else:
            return None
        return number

    def _take_described(self, tokens: Tokens, end: int, floor: int) -> int | None:
        """Take the country before a word in capitals that belongs to the office: "German Federal"."""
        items = tokens.items
        if end - 2 < floor or not items[end - 1].is_capital or items[end - 1].is_possessive:
            return None
        is_plain = is_ordinary(items[end - 1].folded, self.lexicon)
        return end - 2 if is_plain and self._take(items[end - 2].folded, items[end - 2]) else None

    def _take(self, key: str, first: Token) -> bool:
        lexicon = self.lexicon
        if key in lexicon.portfolios:
            self.portfolios.add(lexicon.portfolios[key])
        elif key in lexicon.qualifiers:
            return self.take_qualifier(key)
        elif key in lexicon.seniorities and not self.seniority:
            self.seniority = lexicon.seniorities[key]
        elif first.is_capital and key in lexicon.demonyms:
            self.country = self.country or lexicon.demonyms[key].name
        elif first.is_capital and key in lexicon.countries:
            self.country = self.country or lexicon.countries[key].name
        else:
            return False
        return True

    def _take_hyphened(self, token: Token) -> bool:
        """Take "then-Foreign" or "ex-Danish": a qualifier and what it is hyphened to."""
        first, _, rest = token.folded.partition("-")
        if first not in self.lexicon.qualifiers or not rest:
            return False
        return self._take(rest, token) and self.take_qualifier(first)

    def _take_joined(self, tokens: Tokens, end: int, floor: int) -> int | None:
        """Take "and" between two portfolios."""
        if tokens.items[end - 1].folded == "and" and end - 2 >= floor and self.portfolios:
            key = tokens.items[end - 2].folded
            if key in self.lexicon.portfolios:
                self.portfolios.add(self.lexicon.portfolios[key])
                return end - 2
        return None

    def _take_body_before(self, tokens: Tokens, end: int, floor: int) -> int | None:
        """Take the name of a body, itself or its possessive, but no person's: "Toyota", "the Port Board's"."""
        opened = tokens.brackets.get(end - 1)
        if opened is not None and floor < opened and end - opened == _BRACKETED:
            end = opened
        end = before_legal_form(tokens, end, floor, self.lexicon)
        start = end
        while start > floor and end - start < _LONGEST_BODY and _is_body_word(tokens, start - 1, end, self.lexicon):
            start -= 1
        while start < end and not tokens.items[start].is_capital:
            start += 1
        is_named = bool(self.body - self.lexicon.organisation_heads)
        if start == end or is_named or self.country or _is_person_before(tokens, start, self.lexicon):
            return None
        words = {item.folded for item in tokens.items[start:end] if item.is_capital}
        if self.is_calling and words <= self.lexicon.organisation_heads:
            return None
        self.body |= words
        return start

    def take_after(self, tokens: Tokens, start: int) -> int:
        """Take what qualifies the head from behind: "emeritus", "designate"; the token after it."""
        items = tokens.items
        if start + 1 < len(items) and items[start].text == "-":
            start += 1
        key = items[start].folded if start < len(items) else ""
        if self.lexicon.qualifiers.get(key) in {"honorary", "elect"} and key not in {"incoming", "honorary"}:
            self.take_qualifier(key)
            return start + 1
        return start

    def take_complement(self, tokens: Tokens, start: int) -> int:
        """Take "of the Army and Navy" behind the head, and the body that follows ("at the University of ...").

        Returns the token after it, or `start` where there is none.
        """
        grammar = self.lexicon.grammar
        end = self._take_phrase(tokens, start) if self._has(tokens, start, grammar["office_of"]) else start
        if end == start:
            end = _past_subject(tokens, start, self.lexicon)
            self.speciality.update(item.folded for item in tokens.items[start + 1 : end] if item.text != "and")
        if self._has(tokens, end, grammar["office_in"]) and _leads_to_body(tokens, end + 1, self.lexicon):
            return self._take_phrase(tokens, end)
        return end

    def take_object(self, tokens: Tokens, verb: int) -> int:
        """Take what the verb at token `verb` is about ("leads the Port Board"); the token after it, or `verb`."""
        return self._take_phrase(tokens, verb) if verb + 1 < tokens.sentence_of(verb).stop else verb

    def _has(self, tokens: Tokens, number: int, words: frozenset[str]) -> bool:
        return number < len(tokens.items) and tokens.items[number].text in words

    def _take_phrase(self, tokens: Tokens, start: int) -> int:
        """Take what the preposition at token `start` leads to; the token after it, `start` where that is nothing."""
        end = number = start + 1
        sentence_end = tokens.sentence_of(start).stop
        while number < sentence_end:
            token = tokens.items[number]
            if token.folded in self.lexicon.grammar["office_fillers"] and self._may_go_on(tokens, number):
                number += 1
                continue
            is_to = tokens.items[start].text in self.lexicon.grammar["office_as"]
            after = self._take_complement_word(tokens, number, is_host=is_to)
            if after is None:
                break
            end = number = past_legal_form(tokens, after, self.lexicon)
            if tokens.items[number - 1].is_possessive and not self._is_possessed(tokens, number):
                break
        return end if end > start + 1 else start

    def _may_go_on(self, tokens: Tokens, number: int) -> bool:
        """False for an "and" behind a complete body or country: another office or person follows."""
        if tokens.items[number].folded != "and":
            return True
        if not self.body and not self.country:
            return True
        if number + 1 == len(tokens.items) or self.body & self.lexicon.organisation_heads:
            return True
        is_country = _country_at(tokens, number + 1, self.lexicon) is not None
        is_portfolio = match(tokens, number + 1, self.lexicon.portfolios) is not None
        return is_country or is_portfolio or _is_body_at(tokens, number + 1, self.lexicon)

    def _is_possessed(self, tokens: Tokens, number: int) -> bool:
        """True where what belongs to the country or body before token `number` is a body: "of ESA's Corvid mission"."""
        if tokens.items[number - 1].folded in self.lexicon.countries:
            return True
        if number >= len(tokens.items):
            return False
        return tokens.items[number].is_capital or _is_of_organisation(tokens, number, self.lexicon)

    def _take_complement_word(self, tokens: Tokens, number: int, is_host: bool) -> int | None:
        """Take a word of the complement; a country that an envoy is sent to is none that they speak for."""
        lexicon, token = self.lexicon, tokens.items[number]
        if not token.is_word or _begins_person(tokens, number, lexicon):
            return None
        country = _country_at(tokens, number, lexicon)
        if country and is_host:
            self.body.add(token.folded)
            return country[1]
        if country:
            self.country = self.country or country[0].name
            return country[1]
        portfolio = match(tokens, number, lexicon.portfolios)
        if portfolio and not self.body:
            self.portfolios.add(portfolio[0])
            return portfolio[1]
        if is_calendar_word(tokens, number, lexicon):
            return None
        if token.is_capital or _is_of_organisation(tokens, number, lexicon):
            self.body.add(token.folded)
            return number + 1
        return None

    def take_listed_body(self, tokens: Tokens, end: int) -> None:
        """Take the body that a list of particulars names behind a comma: "X, director, Port Institute, ..."."""
        items = tokens.items
        if end >= len(items) or items[end].text != ",":
            return
        number, words = end + 1, []
        while number < len(items) and items[number].is_capital and not items[number - 1].is_possessive:
            words.append(items[number].folded)
            number += 1
        is_over = number == len(items) or items[number].text in {",", ".", ")", ";", "of"}
        if words and is_over and words[-1] in self.lexicon.organisation_heads:
            self.body.update(words)


def _past_subject(tokens: Tokens, start: int, lexicon: Lexicon) -> int:
    """Past "of prints" or "for solar system science" behind an office, where plain words end in a pause or a name."""
    items, number = tokens.items, start + 1
    if start >= len(items) or items[start].text not in lexicon.grammar["office_of"]:
        return start
    while number < len(items) and number - start <= _MOST_SUBJECT_WORDS and _is_subject_word(items[number], lexicon):
        number += 1
    is_ended = number == len(items) or not items[number].is_word or items[number].is_capital
    is_ended = is_ended or items[number].text in lexicon.grammar["office_in"]
    return number if number > start + 1 and is_ended and items[number - 1].text != "and" else start


def _is_subject_word(token: Token, lexicon: Lexicon) -> bool:
    return token.text == "and" or (token.text.islower() and token.folded not in lexicon.function_words)


def _country_at(tokens: Tokens, number: int, lexicon: Lexicon) -> tuple[Country, int] | None:
    if not tokens.items[number].is_capital:
        return None
    return match(tokens, number, lexicon.countries) or match(tokens, number, lexicon.demonyms)


def _is_of_organisation(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True for the head word of a body in lower case, and for the word before one ("armed forces")."""
    if tokens.items[number].folded in lexicon.organisation_heads:
        return True
    is_plain = tokens.items[number].folded not in lexicon.function_words
    following = tokens.items[number + 1 : number + 2]
    return is_plain and any(item.folded in lexicon.organisation_heads for item in following)


def _leads_to_body(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True where the words from token `number` name a body: capitals, and a word for a kind of body among them."""
    words: list[Token] = []
    for token in tokens.items[number : number + _LONGEST_BODY + 2]:
        if not token.is_capital and token.folded not in lexicon.grammar["office_fillers"]:
            break
        words.append(token)
    return any(token.is_capital and token.folded in lexicon.organisation_heads for token in words)


def _is_body_word(tokens: Tokens, number: int, end: int, lexicon: Lexicon) -> bool:
    """True for a word that can be part of a body's name before an office."""
    token = tokens.items[number]
    if (number < end - 1 and token.is_possessive) or ("-" in token.text and is_description(token.folded)):
        return False
    if token.text in lexicon.grammar["name_joiners"] and number:
        return tokens.items[number - 1].folded in lexicon.organisation_heads
    if not token.is_capital or is_calendar_word(tokens, number, lexicon) or token.folded in lexicon.honorifics:
        return False
    if number < end - 1 and token.folded in lexicon.qualifiers:
        return False
    is_in_name = (
        tokens.items[end - 1].folded in lexicon.organisation_heads and token.folded not in lexicon.function_words
    )
    is_named = is_in_name or token.is_shouted or not is_ordinary(token.folded, lexicon)
    return is_named and match(tokens, number, lexicon.offices) is None and _country_at(tokens, number, lexicon) is None


def _is_person_before(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """True where the run of capitals that begins at token `start` is a person's name."""
    token = tokens.items[start]
    before: Sequence[Token] = tokens.items[max(start - 2, 0) : start]
    if before and before[-1].folded in lexicon.grammar["articles"] | lexicon.grammar["introducers"]:
        return False
    titles = (lexicon.honorifics, lexicon.ranks, lexicon.offices)
    is_titled = any(word.is_capital and any(word.folded in table for table in titles) for word in before)
    is_initial = len(token.text) == 1 or [len(word.text) for word in before] == [1, 1]
    return token.folded in lexicon.given_names or token.folded in lexicon.name_parts or is_titled or is_initial


def _begins_person(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True where a rank, an honorific, another office or a given name begins: the complement is over."""
    token = tokens.items[number]
    if match(tokens, number, lexicon.offices) and tokens.items[number - 1].folded in {"and", "&"}:
        return True
    if not token.is_capital:
        return False
    if match(tokens, number, lexicon.offices):
        return True
    if token.folded in lexicon.honorifics or token.folded in lexicon.name_parts:
        return True
    rank = match(tokens, number, lexicon.ranks)
    if rank and rank[1] < len(tokens.items) and tokens.items[rank[1]].is_capital:
        following = tokens.items[rank[1]].folded
        return following not in lexicon.organisation_heads
    is_given = token.folded in lexicon.given_names and match(tokens, number, lexicon.places) is None
    return is_given and not _is_body_at(tokens, number, lexicon)


def _is_body_at(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True for a run of capitals that a word for a kind of body ends: "Raymond Institute"."""
    end = number
    while end < len(tokens.items) and tokens.items[end].is_capital:
        end += 1
    return end > number and tokens.items[end - 1].folded in lexicon.organisation_heads
