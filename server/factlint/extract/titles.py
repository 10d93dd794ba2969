"""Offices, ranks and honorifics in the tokens of one block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from factlint.values.office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon, OfficeHead, Rank

_Entry = TypeVar("_Entry")
_LONGEST_SURFACE = 5
_MOST_PORTFOLIO_WORDS = 3


@dataclass(frozen=True, slots=True)
class Title:
    """An office as a range of token numbers, with its complement ("of the ...")."""

    start: int
    end: int
    office: Office


@dataclass(frozen=True, slots=True)
class Style:
    """A rank or an honorific as a range of token numbers; `rank` is None for an honorific."""

    start: int
    end: int
    rank: Rank | None


def match(tokens: Tokens, start: int, table: Mapping[str, _Entry]) -> tuple[_Entry, int] | None:
    """The entry of the longest surface form that begins at token `start`, and the token after it."""
    items = tokens.items
    if start >= len(items) or not items[start].may_open:
        return None
    found, key, number = None, "", start
    for _ in range(_LONGEST_SURFACE):
        if number >= len(items) or not items[number].is_word:
            break
        token = items[number]
        key = f"{key} {token.folded}" if key else token.folded
        number = _past_full_stop(tokens, number + 1)
        if key in table:
            found = table[key], number
        if token.is_possessive:
            break
    return found


def match_word(tokens: Tokens, start: int, words: Set[str]) -> int | None:
    """The token after the one at `start` and its full stop, where that one is among `words`."""
    if start < len(tokens.items) and tokens.items[start].is_word and tokens.items[start].folded in words:
        return _past_full_stop(tokens, start + 1)
    return None


def _past_full_stop(tokens: Tokens, number: int) -> int:
    if 0 < number < len(tokens.items) and tokens.items[number].text == ".":
        before = tokens.items[number - 1]
        is_joined = before.span.end == tokens.items[number].span.start
        if is_joined and number != tokens.sentence_of(number - 1).stop - 1:
            return number + 1
    return number


def find_styles(tokens: Tokens, lexicon: Lexicon) -> tuple[Style, ...]:
    """Every rank and honorific that is written as one, in the order of the text."""
    styles, number = [], 0
    while number < len(tokens.items):
        style = _style_at(tokens, number, lexicon)
        if style:
            styles.append(style)
        number = style.end if style else number + 1
    return tuple(styles)


def _style_at(tokens: Tokens, number: int, lexicon: Lexicon) -> Style | None:
    token = tokens.items[number]
    if not token.is_word:
        return None
    rank, office = match(tokens, number, lexicon.ranks), _office_around(tokens, number, lexicon)
    if rank and office and office[1] - office[0] > rank[1] - number:
        return None
    if rank and office and not _is_before_name(tokens, rank[1]):
        return None
    if rank and (token.is_capital or _is_said_of_someone(tokens, number, rank[1], lexicon)):
        return Style(number, rank[1], rank[0])
    after = match_word(tokens, number, lexicon.honorifics)
    if after and token.is_capital:
        return Style(number, after, None)
    return None


def _is_before_name(tokens: Tokens, number: int) -> bool:
    return number < len(tokens.items) and tokens.items[number].is_capital


def _office_around(tokens: Tokens, number: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The office that token `number` is the first or second word of: "Attorney General", "Lieutenant Governor"."""
    for start in (number, number - 1):
        office = match(tokens, start, lexicon.offices) if start >= 0 else None
        if office and office[1] > number:
            return start, office[1]
    return None


def _is_said_of_someone(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for a rank in lower case that can only be one: of two words behind an article ("a retired rear admiral")."""
    before = tokens.items[start - 1].folded if start else ""
    if before in lexicon.qualifiers and start > 1:
        before = tokens.items[start - 2].folded
    return end - start > 1 and (before in lexicon.grammar["determiners"] or before in {"as", ",", "|"})


def find_titles(tokens: Tokens, lexicon: Lexicon, styles: tuple[Style, ...]) -> tuple[Title, ...]:
    """Every office named in the block, in the order of the text."""
    styled = {number for style in styles for number in range(style.start, style.end)}
    titles: list[Title] = []
    number = 0
    while number < len(tokens.items):
        head = _head_at(tokens, number, lexicon) if number not in styled else None
        if head is None or _is_other(tokens, number, head[1], lexicon):
            number += 1
            continue
        floor = titles[-1].end if titles else 0
        title = _title(tokens, lexicon, number, head, floor)
        titles.append(title)
        number = title.end
    return tuple(titles)


def _head_at(tokens: Tokens, number: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The surface of the office head at token `number`, with what is hyphened to it ("ex-president"), and its end."""
    found = match(tokens, number, lexicon.offices)
    if found:
        return found[0].name, found[1]
    first, _, rest = tokens.items[number].folded.partition("-")
    if first in lexicon.qualifiers and rest in lexicon.offices:
        return f"{first} {lexicon.offices[rest].name}", number + 1
    return None


def _is_other(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for an office word that is part of a name, or qualifies the office behind it ("deputy commander")."""
    qualifies = tokens.items[start].folded in lexicon.qualifiers
    is_before_office = any(match(tokens, end + step, lexicon.offices) for step in range(_MOST_PORTFOLIO_WORDS))
    return _is_part_of_name(tokens, start, end, lexicon) or (qualifies and is_before_office)


def _is_part_of_name(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for an office word that is a given name or a surname: Amir Hatami, Dean Acheson, Martin Luther King."""
    token = tokens.items[start]
    is_before_name = end < len(tokens.items) and tokens.items[end].is_capital
    if end - start > 1 or not token.is_capital:
        return False
    before = tokens.items[start - 1] if start else None
    is_surname = before is not None and before.is_capital and before.folded in lexicon.given_names
    return is_surname or (token.folded in lexicon.given_names and is_before_name)


def _title(tokens: Tokens, lexicon: Lexicon, start: int, found: tuple[str, int], floor: int) -> Title:
    """The office whose head, a surface with its end, begins at token `start`; it reaches back to `floor` at most."""
    parts = _Parts(lexicon)
    surface, end = found
    head = parts.take_head(surface)
    left, floor = start, max(floor, tokens.sentence_of(start).start)
    while left > floor:
        further = parts.take_before(tokens, left, floor)
        if further is None:
            break
        left = further
    right = end if tokens.items[end - 1].is_possessive else parts.take_complement(tokens, end)
    office = Office(
        head, frozenset(parts.portfolios), parts.country, frozenset(parts.body), frozenset(parts.qualifiers)
    )
    return Title(left, right, office)


class _Parts:
    """The parts of one office as they are met around its head."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.portfolios: set[str] = set()
        self.qualifiers: set[str] = set()
        self.body: set[str] = set()
        self.country: str | None = None

    def take_head(self, surface: str) -> OfficeHead:
        """The head that `surface` names, taken apart: a vice president is a president with a qualifier, a national
        security adviser an adviser with a portfolio."""
        lexicon, words = self.lexicon, surface.split()
        for cut in range(len(words) - 1, 0, -1):
            first, rest = " ".join(words[:cut]), " ".join(words[cut:])
            if rest not in lexicon.offices:
                continue
            if first in lexicon.qualifiers:
                self.qualifiers.add(lexicon.qualifiers[first])
            elif first in lexicon.portfolios:
                self.portfolios.add(lexicon.portfolios[first])
            else:
                continue
            return lexicon.offices[rest]
        return lexicon.offices[surface]

    def take_before(self, tokens: Tokens, end: int, floor: int) -> int | None:
        """Take the part that ends before token `end`; the token where it starts, or None where there is none."""
        for length in (3, 2, 1):
            start = end - length
            if start < floor or not all(item.is_word for item in tokens.items[start:end]):
                continue
            key = " ".join(item.folded for item in tokens.items[start:end])
            if self._take(key, tokens.items[start]):
                return start
        if end - 1 < floor:
            return None
        return self._take_joined(tokens, end, floor)

    def _take(self, key: str, first: Token) -> bool:
        lexicon = self.lexicon
        if key in lexicon.portfolios:
            self.portfolios.add(lexicon.portfolios[key])
        elif key in lexicon.qualifiers:
            self.qualifiers.add(lexicon.qualifiers[key])
        elif first.is_capital and key in lexicon.demonyms:
            self.country = self.country or lexicon.demonyms[key].name
        elif first.is_capital and key in lexicon.countries:
            self.country = self.country or lexicon.countries[key].name
        else:
            return False
        return True

    def _take_joined(self, tokens: Tokens, end: int, floor: int) -> int | None:
        """Take "and" between two portfolios, or the acronym of a body."""
        token = tokens.items[end - 1]
        if token.folded == "and" and end - 2 >= floor and self.portfolios:
            key = tokens.items[end - 2].folded
            if key in self.lexicon.portfolios:
                self.portfolios.add(self.lexicon.portfolios[key])
                return end - 2
        if token.is_shouted and token.folded not in self.lexicon.honorifics and not self.country:
            self.body.add(token.folded)
            return end - 1
        return None

    def take_complement(self, tokens: Tokens, start: int) -> int:
        """Take "of the Army and Navy" behind the head; the token after it, or `start` where there is none."""
        if start >= len(tokens.items) or tokens.items[start].folded not in self.lexicon.grammar["office_of"]:
            return start
        end = number = start + 1
        sentence_end = tokens.sentence_of(start).stop
        while number < sentence_end:
            if tokens.items[number].folded in self.lexicon.grammar["office_fillers"]:
                number += 1
                continue
            after = self._take_complement_word(tokens, number)
            if after is None:
                break
            end = number = after
            if tokens.items[number - 1].is_possessive and not self._is_country(tokens.items[number - 1]):
                break
        return end if end > start + 1 else start

    def _is_country(self, token: Token) -> bool:
        return token.folded in self.lexicon.countries

    def _take_complement_word(self, tokens: Tokens, number: int) -> int | None:
        lexicon, token = self.lexicon, tokens.items[number]
        if not token.is_word or _begins_person(tokens, number, lexicon):
            return None
        for table in (lexicon.countries, lexicon.demonyms):
            country = match(tokens, number, table)
            if country and token.is_capital:
                self.country = self.country or country[0].name
                return country[1]
        portfolio = match(tokens, number, lexicon.portfolios)
        if portfolio and not self.body:
            self.portfolios.add(portfolio[0])
            return portfolio[1]
        if token.is_capital or _is_of_organisation(tokens, number, lexicon):
            self.body.add(token.folded)
            return number + 1
        return None


def _is_of_organisation(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True for the head word of a body in lower case, and for the word before one ("armed forces")."""
    return any(item.folded in lexicon.organisation_heads for item in tokens.items[number : number + 2])


def _begins_person(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True where a rank, an honorific, another office or a given name begins: the complement is over."""
    token = tokens.items[number]
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
    return token.folded in lexicon.given_names and match(tokens, number, lexicon.places) is None
