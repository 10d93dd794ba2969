"""How many items a list in a sentence has ("greeting, gratitude and promise"), where its form lets them be counted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.extract.tense import may_be_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

Item = tuple["Token", ...]

_STOPS = frozenset(".!…")
_EM_DASH, _EN_DASH = "—", "–"
# Marks with which a list is more than a run of plain items.
_STRANGE = frozenset('"“”«»‘’?:/&|•')
_CAPITAL = "Capital"


@lru_cache(maxsize=64)
def list_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """The lexicon's words of a kind that announce, open or end lists."""
    return frozenset(lexicon.tables.get("lists", {}).get(kind, ()))


def count_items(tokens: Tokens, place: range, lexicon: Lexicon) -> range | None:
    """How many items the tokens of `place`, the rest of a sentence, may be; None where they are no plain, whole list.

    The range holds one number or, where an item may be two joined by "and", several.
    """
    listed = list(_listed(tokens, place))
    if not listed or any(token.text in _STRANGE for token in listed):
        return None
    separator = ";" if any(token.text == ";" for token in listed) else ","
    pieces = _parted(listed, separator)
    conjunctions = list_words(lexicon, "conjunctions")
    if separator == ";":
        return range(len(pieces), len(pieces) + 1) if pieces[-1][:1] and _opens(pieces[-1], conjunctions) else None
    items, most = _joined(pieces, conjunctions)
    if not items or not _are_plain(items, lexicon):
        return None
    return range(len(items), most + 1)


def is_dash(tokens: Tokens, number: int) -> bool:
    """True for a dash that parts a sentence: an em dash, or an en dash between spaces."""
    token = tokens.items[number]
    is_spaced = tokens.text[token.span.start - 1 : token.span.start].isspace()
    return token.text == _EM_DASH or (token.text == _EN_DASH and is_spaced)


def are_of_several(items: Sequence[Item]) -> bool:
    """True where an item may stand for several things: it has a plural, or what may be one."""
    return any(token.is_word and token.folded.endswith("s") for item in items for token in item)


def items_of(tokens: Tokens, place: range, lexicon: Lexicon) -> list[Item]:
    """The items as `count_items` parts them."""
    return _joined(_parted(list(_listed(tokens, place)), ","), list_words(lexicon, "conjunctions"))[0]


def _listed(tokens: Tokens, place: range) -> Iterator[Token]:
    """The tokens of a list without brackets, up to its full stop or the dash behind it; nothing where none ends it."""
    found: list[Token] = []
    number = place.start
    while number < place.stop:
        token = tokens.items[number]
        if token.text in _STOPS or is_dash(tokens, number):
            yield from found
            return
        if token.text == "(" and number in tokens.brackets:
            number = tokens.brackets[number]
        else:
            found.append(token)
        number += 1


def _parted(listed: Sequence[Token], separator: str) -> list[Item]:
    pieces: list[list[Token]] = [[]]
    for token in listed:
        if token.text == separator:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [tuple(piece) for piece in pieces]


def _opens(piece: Item, words: frozenset[str]) -> bool:
    return bool(piece) and piece[0].folded in words


def _joined(pieces: Sequence[Item], conjunctions: frozenset[str]) -> tuple[list[Item], int]:
    """The items that commas and the last "and" part, and how many there are if every "and" parts two.

    None where "and" stands before the last comma: the list may then be nested in another.
    """
    *firsts, last = pieces
    if any(token.folded in conjunctions for piece in firsts for token in piece):
        return [], 0
    places = [number for number, token in enumerate(last) if token.folded in conjunctions]
    if not places or not all(pieces):
        return [], 0
    head, tail = last[: places[0]], last[places[0] + 1 :]
    ends = [head, tail] if head else [tail]
    if not tail:
        return [], 0
    items = [*firsts, *ends]
    return items, len(items) + len(places) - 1


def _are_plain(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """True for items of one form, none of which may be a clause, an adjective or what explains another item."""
    if any(_is_aside(item, lexicon) for item in items):
        return False
    forms = [_form(item, lexicon) for item in items]
    is_of_one_form = len(set(forms[:-1])) == 1 and (forms[-1] == _CAPITAL) == (forms[0] == _CAPITAL)
    return is_of_one_form and not _may_have_adjective(items, forms) and _are_titled_alike(items, lexicon)


def _is_aside(item: Item, lexicon: Lexicon) -> bool:
    words = [token.folded for token in item]
    if words[0] in list_words(lexicon, "asides") or not item[0].is_word:
        return True
    if words[0] in lexicon.grammar.get("prepositions", ()) or (words[0].endswith("ing") and len(words) > 1):
        return True
    is_superlative = len(words) > 1 and (words[1].endswith("est") or words[1] in list_words(lexicon, "superlatives"))
    numbers = lexicon.tables.get("numbers", {}).get("cardinals", {})
    return is_superlative or any(
        word[0].isdigit()
        or word in numbers
        or word in list_words(lexicon, "open_ends")
        or word in list_words(lexicon, "clause_verbs")
        or (may_be_past(word, lexicon) and not token.is_capital)
        for word, token in zip(words, item, strict=True)
    )


def _form(item: Item, lexicon: Lexicon) -> str:
    """What an item begins with: an article or possessive, a capital, or a plain word."""
    first = item[0].folded
    if first in ("a", "an"):
        return "a"
    if first in lexicon.grammar.get("determiners", ()):
        return first
    return _CAPITAL if item[0].is_capital else ""


def _may_have_adjective(items: Sequence[Item], forms: Sequence[str]) -> bool:
    """True where a single plain word may belong to the longer item behind it ("old, rusty nails")."""
    pairs = zip(items[:-2], items[1:], forms, strict=False)
    return any(form == "" and len(item) == 1 and len(behind) > 1 for item, behind, form in pairs)


def _are_titled_alike(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """True unless an office stands where another item has a name: "Ola Berg, Mayor of Oslo"."""
    heads = {item[0].folded in lexicon.offices or item[0].folded in lexicon.ranks for item in items}
    return len(heads) == 1
