"""The names, offices and ranks of one block by where they stand, and which of the names are people's."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.legal_forms import past_legal_form
from factlint.extract.mentions import is_ordinary
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.extract.mentions import Written
    from factlint.extract.styles import Style
    from factlint.extract.titles import Title
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon


class Cast(Struct, frozen=True, eq=False, dict=True):
    """Who and what stands where in a block: numbers into its names, its offices and its ranks by token."""

    tokens: Tokens
    lexicon: Lexicon
    written: Sequence[Written]
    titles: Sequence[Title]
    styles: Sequence[Style]

    @cached_property
    def name_from(self) -> Mapping[int, int]:
        """The name that begins at a token."""
        return {name.start: number for number, name in enumerate(self.written)}

    @cached_property
    def name_to(self) -> Mapping[int, int]:
        """The name that ends before a token."""
        return {name.end: number for number, name in enumerate(self.written)}

    @cached_property
    def title_to(self) -> Mapping[int, Title]:
        """The office that ends before a token."""
        return {title.end: title for title in self.titles}

    @cached_property
    def style_to(self) -> Mapping[int, Style]:
        """The rank or honorific that ends before a token."""
        return {style.end: style for style in self.styles}

    @cached_property
    def style_from(self) -> Mapping[int, Style]:
        """The rank or honorific that begins at a token."""
        return {style.start: style for style in self.styles}

    def styled_name_from(self, token: int) -> int | None:
        """The name at a token, past the ranks and honorifics that begin there."""
        while token in self.style_from:
            token = self.style_from[token].end
        return self.name_from.get(token)

    def person_from(self, token: int) -> int | None:
        """The name at a token, past ranks and honorifics, if it can be a person's."""
        name = self.styled_name_from(token)
        return name if name is not None and self.may_be_person(name) else None

    def person_to(self, token: int) -> int | None:
        """The name that ends before a token, if it can be a person's."""
        name = self.name_to.get(token)
        return name if name is not None and self.may_be_person(name) else None

    def may_be_person(self, name: int) -> bool:
        """True unless the name is a body's or a place's, or a run of ordinary words ("Executive Officer")."""
        written = self.written[name]
        is_initial = len("".join(written.name.words)) == 1
        if is_initial or not self.lexicon.grammar["name_joiners"].isdisjoint(written.name.words):
            return False
        if self._is_namesake(written.end) or past_legal_form(self.tokens, written.end, self.lexicon) > written.end:
            return False
        if written.name.kind is Kind.PERSON:
            return True
        words = [word.casefold() for word in written.name.words]
        is_phrase = len(words) > 1 and all(is_ordinary(word, self.lexicon) for word in words)
        return written.name.kind is Kind.UNKNOWN and not is_phrase

    def _is_namesake(self, end: int) -> bool:
        """True for a possessive in the name of a place or body: "George's County"."""
        items, lexicon = self.tokens.items, self.lexicon
        if not items[end - 1].is_possessive or end >= len(items) or not items[end].is_capital:
            return False
        return items[end].folded in lexicon.place_heads or items[end].folded in lexicon.organisation_heads

    def is_proven(self, name: int) -> bool:
        """True for a name that its form, a rank before it or a full name in the block shows to be a person's."""
        written = self.written[name]
        return written.name.kind is Kind.PERSON or (
            self.may_be_person(name) and (self._has_title(name) or self._is_short(name))
        )

    def _has_title(self, name: int) -> bool:
        start = self.written[name].start
        return start in self.style_to or start in self.title_to

    def _is_short(self, name: int) -> bool:
        words = set(self.written[name].name.words)
        full = (other.name for other in self.written if other.name.kind is Kind.PERSON)
        return any(words < set(other.words) for other in full)

    def lead(self, name: int) -> int:
        """The token where a name begins with the ranks, honorifics and offices right before it."""
        start = self.written[name].start
        while start in self.style_to or start in self.title_to:
            start = self.style_to[start].start if start in self.style_to else self.title_to[start].start
        return start

    def is_possessive(self, name: int) -> bool:
        """True for a name with 's."""
        return self.tokens.items[self.written[name].end - 1].is_possessive

    def is_object(self, name: int) -> bool:
        """True for a name behind a preposition: no verb is said of it."""
        lead = self.lead(name)
        return lead > 0 and self.tokens.items[lead - 1].text in self.lexicon.grammar["prepositions"]

    def people_in(self, tokens: range) -> list[int]:
        """The fullest mention of each person named there; a doubtful name counts unless a preposition governs it."""
        found: list[int] = []
        for number, written in enumerate(self.written):
            is_doubtful = not self.is_proven(number) and self.is_object(number)
            if written.start not in tokens or not self.may_be_person(number) or is_doubtful:
                continue
            known = next((n for n in found if self.is_same(n, number)), None)
            if known is None:
                found.append(number)
            elif len(written.name.words) > len(self.written[known].name.words):
                found[found.index(known)] = number
        return found

    def is_same(self, first: int, second: int) -> bool:
        """True where one name has all words of the other."""
        one, other = set(self.written[first].name.words), set(self.written[second].name.words)
        return one <= other or other <= one
