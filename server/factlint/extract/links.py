"""What ties an acronym to the words beside it: brackets, a cue ("stands for"), a mark, or the wall of a table cell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Set

    from factlint.extract.short_forms import ShortForm
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

_MOST_LINKS = 10
# Inside brackets this many other words may stand before the acronym ("in Spanish", "French acronym:").
_MOST_FILLERS = 6
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_QUOTES = frozenset("\"“”„«»‘’'")
_CELL = "|"
_MARKS = frozenset({",", ":", "—", "–", "-", "=", _CELL})
_ENDS_SHORT = _CLOSING | frozenset({",", ";", ":", "/", "—", "–", "|"})


class Link(Struct, frozen=True):
    """The token next to an acronym's link, where its words end (`is_before`) or begin.

    `is_firm` where the link itself says that the words are the acronym's; a mere comma, colon or dash does not.
    `is_scared` where the words stand in quotation marks that no cue explains.
    """

    edge: int
    is_before: bool
    is_firm: bool
    is_scared: bool


def link_before(tokens: Tokens, short: ShortForm, lexicon: Lexicon) -> Link | None:
    """What ties an acronym to the words before it, or None."""
    opening = _opening(tokens, short, lexicon)
    if opening is not None:
        if not _ends(tokens, short.end, lexicon):
            return None
        return _link(tokens, opening - 1, is_before=True, is_firm=True, has_cue=False)
    here, has_cue = _walk(tokens, short.start - 1, -1, lexicon)
    has_mark = here >= 0 and tokens.items[here].text in _MARKS
    if not has_mark and not has_cue:
        return None
    is_firm = has_cue or (has_mark and tokens.items[here].text == _CELL)
    return _link(tokens, here - 1 if has_mark else here, is_before=True, is_firm=is_firm, has_cue=has_cue)


def link_behind(tokens: Tokens, short: ShortForm, lexicon: Lexicon) -> Link | None:
    """What ties an acronym to the words behind it, or None."""
    here = _past_quotes(tokens, short.end, 1)
    mark = tokens.items[here].text if here < len(tokens.items) else ""
    has_mark = mark in _MARKS or mark in _OPENING
    edge, has_cue = _walk(tokens, here + 1 if has_mark else here, 1, lexicon)
    if not has_mark and not has_cue:
        return None
    edge = _past_language(tokens, edge, lexicon)
    is_firm = has_cue or mark in _OPENING or mark == _CELL
    return _link(tokens, edge, is_before=False, is_firm=is_firm, has_cue=has_cue or mark in _OPENING)


def _link(tokens: Tokens, edge: int, *, is_before: bool, is_firm: bool, has_cue: bool) -> Link | None:
    here = _past_quotes(tokens, edge, -1 if is_before else 1)
    if not 0 <= here < len(tokens.items):
        return None
    is_quoted = here != edge or tokens.items[edge - (0 if is_before else 1)].text in _QUOTES
    return Link(here, is_before, is_firm, is_quoted and not has_cue)


def _past_quotes(tokens: Tokens, here: int, step: int) -> int:
    while 0 <= here < len(tokens.items) and tokens.items[here].text in _QUOTES:
        here += step
    return here


def _walk(tokens: Tokens, here: int, step: int, lexicon: Lexicon) -> tuple[int, bool]:
    """The first token that is neither a cue nor a word that may stand beside one, and whether there was a cue."""
    cues, links = _words(lexicon, "cues"), _words(lexicon, "links")
    first, has_cue = here, False
    while 0 <= here < len(tokens.items) and abs(here - first) < _MOST_LINKS:
        token = tokens.items[here]
        is_link = token.is_word and token.text.islower() and (token.folded in cues or token.folded in links)
        if not is_link and token.text not in _QUOTES:
            break
        has_cue = has_cue or token.folded in cues
        here += step
    return here, has_cue


@lru_cache(maxsize=16)
def _words(lexicon: Lexicon, table: str) -> Set[str]:
    return frozenset(lexicon.tables.get("acronyms", {}).get(table, ()))


def _opening(tokens: Tokens, short: ShortForm, lexicon: Lexicon) -> int | None:
    """The bracket that opens before the acronym with nothing but small words and the name of a language between."""
    for here in range(short.start - 1, max(-1, short.start - 2 - _MOST_FILLERS), -1):
        token = tokens.items[here]
        if token.text in _OPENING:
            return here if here else None
        is_filler = token.text in _QUOTES or token.text in {":", ","} or token.folded in lexicon.demonyms
        if not is_filler and not (token.is_word and token.text.islower()):
            return None
    return None


def _ends(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    """True where the acronym is all that the brackets hold, or a mark or link follows that is no citation's."""
    here = _past_quotes(tokens, end, 1)
    if here >= len(tokens.items):
        return False
    token = tokens.items[here]
    follows = tokens.items[here + 1].text if here + 1 < len(tokens.items) else ""
    if token.text in _ENDS_SHORT:
        return token.text in _CLOSING or not follows[:1].isdigit()
    return token.folded in _words(lexicon, "cues") or token.folded in _words(lexicon, "links")


def _past_language(tokens: Tokens, edge: int, lexicon: Lexicon) -> int:
    """Past "Spanish:" before the words of another language."""
    names = tokens.items[edge : edge + 2]
    if len(names) > 1 and names[0].folded in lexicon.demonyms and names[1].text in {":", ","}:
        return edge + 2
    return edge
