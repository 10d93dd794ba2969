"""Offices in the tokens of one block, each with its head, what stands before it and its complement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.forms import match
from factlint.extract.office_parts import OfficeParts
from factlint.lexicon import OfficeHead

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.extract.styles import Style
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon
    from factlint.values.office import Office

_MOST_PORTFOLIO_WORDS = 3
# How many words may stand within a frame ("chief ... officer"): in capitals, and in lower case.
_LONGEST_FRAME, _LONGEST_SMALL_FRAME = 5, 2
# Offices of up to this many letters are acronyms ("DA").
_ACRONYM = 3


class Title(Struct, frozen=True):
    """An office as a range of token numbers, with its complement ("of the ...").

    The head ends before token `head_end`. `is_plural` for the office of several people ("ministers").
    """

    start: int
    end: int
    head_start: int
    head_end: int
    office: Office
    is_plural: bool = False


class _Head(Struct, frozen=True):
    """The surface of a head with the table that lists it, the qualifier hyphened to it, and the token after it."""

    surface: str
    table: Mapping[str, OfficeHead]
    end: int
    qualifier: str = ""
    is_plural: bool = False


def find_titles(tokens: Tokens, lexicon: Lexicon, styles: tuple[Style, ...]) -> tuple[Title, ...]:
    """Every office named in the block, in the order of the text."""
    styled = {number for style in styles for number in range(style.start, style.end)}
    titles: list[Title] = []
    number = 0
    while number < len(tokens.items):
        head = _head_at(tokens, number, lexicon) if number not in styled else None
        if head is None or _is_other(tokens, number, head, lexicon):
            number += 1
            continue
        floor = titles[-1].end if titles else 0
        title = _title(tokens, lexicon, number, head, floor)
        titles.append(title)
        number = title.end
    return tuple(titles)


def _head_at(tokens: Tokens, number: int, lexicon: Lexicon) -> _Head | None:
    """The office head at token `number`, with what is hyphened to it ("ex-president", "president-elect")."""
    token = tokens.items[number]
    if not token.most_words and "-" not in token.folded:
        return None
    framed = _framed(tokens, number, lexicon)
    found = match(tokens, number, lexicon.offices)
    if framed and (found is None or found[1] < framed.end):
        return framed
    several = match(tokens, number, lexicon.plural_offices)
    if found and (several is None or several[1] <= found[1]):
        return _Head(found[0].name, lexicon.offices, found[1])
    if several:
        return _Head(several[0].name, lexicon.offices, several[1], is_plural=True)
    first, _, rest = token.folded.partition("-")
    longer = _match_from(tokens, number, rest, lexicon) if first in lexicon.qualifiers and rest else None
    if longer:
        return _Head(longer[0].name, lexicon.offices, longer[1], first)
    if rest in lexicon.qualifiers and first in lexicon.offices:
        return _Head(lexicon.offices[first].name, lexicon.offices, number + 1, rest)
    return None


def _match_from(tokens: Tokens, number: int, opening: str, lexicon: Lexicon) -> tuple[OfficeHead, int] | None:
    """The longest office whose first word is `opening`, a part of the token at `number`: "ex-prime minister"."""
    found, key, end = None, opening, number + 1
    while True:
        if key in lexicon.offices:
            found = lexicon.offices[key], end
        if end >= len(tokens.items) or end - number > _MOST_PORTFOLIO_WORDS or not tokens.items[end].is_word:
            return found
        key = f"{key} {tokens.items[end].folded}"
        end += 1


def _framed(tokens: Tokens, number: int, lexicon: Lexicon) -> _Head | None:
    """The office that its first and its last word make one: "Chief Brand and Digital Officer"."""
    items = tokens.items
    last = lexicon.office_frames.get(items[number].folded)
    if last is None or items[number].is_possessive:
        return None
    is_capital = items[number].is_capital
    most = _LONGEST_FRAME if is_capital else _LONGEST_SMALL_FRAME
    no_parts = (lexicon.function_words, lexicon.speech_verbs, lexicon.grammar["appointing"])
    for end in range(number + 1, min(number + most + 2, len(items))):
        if items[end].folded == last and end > number + 1:
            surface = " ".join(item.folded for item in items[number : end + 1])
            ladder = f"{items[number].folded} {last}"
            return _Head(surface, {surface: OfficeHead(surface, sole=True, ladder=ladder)}, end + 1)
        is_joining = items[end].text in {"and", "&"}
        is_plain = not any(items[end].folded in words for words in no_parts)
        if not is_joining and (not is_plain or items[end].is_capital != is_capital):
            return None
    return None


def _is_other(tokens: Tokens, start: int, head: _Head, lexicon: Lexicon) -> bool:
    """True for an office word that is part of a name, or qualifies the office behind it ("deputy commander")."""
    qualifies = tokens.items[start].folded in lexicon.qualifiers
    is_before_office = any(match(tokens, head.end + step, lexicon.offices) for step in range(_MOST_PORTFOLIO_WORDS))
    is_portfolio = tokens.items[start].folded in lexicon.portfolios and head.end == start + 1
    if is_portfolio and match(tokens, head.end, lexicon.offices):
        return True
    if (qualifies and is_before_office) or _is_degree_of_seniority(tokens, start, head.end, lexicon):
        return True
    if _is_part_of_name(tokens, start, head.end, lexicon):
        return True
    if head.end == start + 1 and len(tokens.items[start].folded) <= _ACRONYM and not tokens.items[start].is_shouted:
        return True
    return _is_degree(tokens, start, head.end, lexicon)


def _is_degree_of_seniority(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for an office word that tells how senior the office behind it is: "principal flight engineer"."""
    if tokens.items[start].folded not in lexicon.seniorities or end > start + 1:
        return False
    following = tokens.items[end : end + 2]
    ends = (end, end + 1) if following and following[0].is_word and following[0].text not in {"of", "and"} else (end,)
    return any(match(tokens, at, lexicon.offices) for at in ends)


def _is_degree(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for letters behind a name that are a degree ("X, MD, director") where they could be an office."""
    token, items = tokens.items[start], tokens.items
    if not token.is_shouted or token.folded not in lexicon.name_suffixes or start == 0 or items[start - 1].text != ",":
        return False
    return end >= len(items) or items[end].text not in lexicon.grammar["office_of"]


def _is_part_of_name(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for an office word that is a given name or a surname: Amir Hatami, Dean Acheson, Martin Luther King."""
    token = tokens.items[start]
    is_before_name = end < len(tokens.items) and tokens.items[end].is_capital
    if end - start > 1 or not token.is_capital:
        return False
    before = tokens.items[start - 1] if start else None
    is_surname = before is not None and before.is_capital and before.folded in lexicon.given_names
    return is_surname or (token.folded in lexicon.given_names and is_before_name)


def _title(tokens: Tokens, lexicon: Lexicon, start: int, found: _Head, floor: int) -> Title:
    """The office whose head begins at token `start`; it reaches back to `floor` at most."""
    parts = OfficeParts(lexicon)
    head = parts.take_head(found.surface, found.table)
    if found.qualifier:
        parts.take_qualifier(found.qualifier)
    left, floor = start, max(floor, tokens.sentence_of(start).start)
    while left > floor:
        further = parts.take_before(tokens, left, floor)
        if further is None:
            break
        left = further
    is_possessive = tokens.items[found.end - 1].is_possessive
    head_end = found.end if is_possessive else parts.take_after(tokens, found.end)
    right = found.end if is_possessive else parts.take_complement(tokens, head_end)
    if right == head_end and left and tokens.items[left - 1].text in {",", "|", "("}:
        parts.take_listed_body(tokens, right)
    return Title(left, right, start, head_end, parts.office(head), found.is_plural)
