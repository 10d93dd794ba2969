"""Ranks and honorifics in the tokens of one block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.forms import match, match_word
from factlint.extract.mentions import is_ordinary

if TYPE_CHECKING:
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon, Rank

_LONGEST_BRACKET, _LONGEST_NUMBERED = 4, 6


class Style(Struct, frozen=True):
    """A rank or an honorific as a range of token numbers; `rank` is None for an honorific.

    `is_plural` for the rank of several people ("Generals").
    """

    start: int
    end: int
    rank: Rank | None
    is_plural: bool = False


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
        return _numbered(tokens, number, lexicon)
    if not token.most_words and token.folded not in lexicon.honorifics:
        return None
    rank = match(tokens, number, lexicon.ranks)
    office = _office_around(tokens, number, lexicon) if rank else None
    if rank and office and office[1] - office[0] > rank[1] - number:
        return None
    if rank and office and not _is_before_name(tokens, rank[1]):
        return None
    if rank and token.is_capital and not _is_adjective(tokens, number, rank[1], lexicon):
        return Style(number, _past_bracket(tokens, rank[1], lexicon), rank[0])
    if rank and not token.is_capital and _is_said_of_someone(tokens, number, rank[1], lexicon):
        return Style(number, rank[1], rank[0])
    ranks = match(tokens, number, lexicon.plural_ranks) if token.is_capital else None
    if ranks and _is_before_name(tokens, ranks[1]):
        return Style(number, ranks[1], ranks[0], is_plural=True)
    after = match_word(tokens, number, lexicon.honorifics)
    if after and token.is_capital:
        return Style(number, after, None)
    return None


def _numbered(tokens: Tokens, number: int, lexicon: Lexicon) -> Style | None:
    """A rank that a number begins: "1st Lt."."""
    items = tokens.items
    if (
        number + 2 >= len(items)
        or not items[number].text.isdigit()
        or items[number + 1].span.start != items[number].span.end
    ):
        return None
    key, found = items[number].text + items[number + 1].folded, None
    for end in range(number + 2, min(number + _LONGEST_NUMBERED, len(items))):
        key = f"{key} {items[end].folded}" if items[end].is_word else key
        if key in lexicon.ranks:
            found = Style(number, end + 1, lexicon.ranks[key])
    return found


def _is_before_name(tokens: Tokens, number: int) -> bool:
    return number < len(tokens.items) and tokens.items[number].is_capital


def _is_adjective(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for a word that is only now and then a rank, before a word that is no name: "General Provisions"."""
    token = tokens.items[start]
    if end - start > 1 or token.folded not in lexicon.grammar["rank_adjectives"] or end >= len(tokens.items):
        return False
    following = tokens.items[end]
    is_known = following.folded in lexicon.given_names
    is_common = is_ordinary(following.folded, lexicon) or following.folded in lexicon.organisation_heads
    return (following.is_capital and is_common and not is_known) or token.is_shouted


def _past_bracket(tokens: Tokens, end: int, lexicon: Lexicon) -> int:
    """Past what a bracket adds to a rank: "Col. (ret.)"."""
    items = tokens.items
    closing = tokens.brackets.get(end) if end < len(items) and items[end].text == "(" else None
    if closing is None or closing - end > _LONGEST_BRACKET:
        return end
    is_addition = items[end + 1].folded in lexicon.grammar["rank_additions"]
    return closing + 1 if is_addition else end


def _office_around(tokens: Tokens, number: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The office that token `number` is the first or second word of: "Attorney General", "Lieutenant Governor"."""
    for start in (number, number - 1):
        office = match(tokens, start, lexicon.offices) if start >= 0 else None
        if office and office[1] > number:
            return start, office[1]
    return None


def _is_said_of_someone(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for a rank in lower case that can only be one: behind an article and of two words ("a rear admiral"), or
    of one before its force ("a captain in the navy"); and behind "rank of" or "promoted to"."""
    grammar, items = lexicon.grammar, tokens.items
    before = items[start - 1].folded if start else ""
    if start > 1 and before == "of" and items[start - 2].folded in grammar["posts"]:
        return True
    if start > 1 and before in grammar["office_as"] and items[start - 2].folded in grammar["appointing"]:
        return True
    if before in lexicon.qualifiers and start > 1:
        before = items[start - 2].folded
    is_behind = before in grammar["determiners"] or before in {"as", ",", "|", "to"}
    return is_behind and (end - start > 1 or _is_before_force(tokens, end, lexicon))


def _is_before_force(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    items = tokens.items
    if number >= len(items) or items[number].folded not in {
        *lexicon.grammar["office_of"],
        *lexicon.grammar["office_in"],
    }:
        return False
    following = items[number + 1 : number + 5]
    return any(item.folded in lexicon.organisation_heads for item in following)
