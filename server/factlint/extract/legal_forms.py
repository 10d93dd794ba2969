"""The legal form that ends the name of a company: "Inc.", "& Co. Ltd.", "N.V."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon


def past_legal_form(tokens: Tokens, number: int, lexicon: Lexicon) -> int:
    """Past the legal form of a company, its comma and full stop: "Holt, Inc."; `number` where there is none."""
    items, end, forms = tokens.items, number, lexicon.legal_forms
    while True:
        at = end + 1 if end < len(items) and items[end].text == "," else end
        if at >= len(items) or items[at].folded not in forms or at not in tokens.sentence_of(number - 1):
            break
        if not items[at].is_capital and items[at].folded != "plc":
            break
        end = at + 1
        end += _is_inner_stop(tokens, end)
    is_formed = items[number - 1].is_capital and items[number - 1].folded in forms
    return end + _is_inner_stop(tokens, end) if is_formed and end == number else end


def before_legal_form(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> int:
    """Before the comma and legal form of a company that end before token `end`; `end` where there is none."""
    number = end - _is_inner_stop(tokens, end - 1)
    if number - 2 < floor or tokens.items[number - 1].folded not in lexicon.legal_forms:
        return end
    if not tokens.items[number - 1].is_capital or tokens.items[number - 1].is_possessive:
        return end
    return number - 2 if tokens.items[number - 2].text == "," else number - 1


def _is_inner_stop(tokens: Tokens, number: int) -> bool:
    """True for a full stop right behind a word inside a sentence."""
    items = tokens.items
    if not 0 < number < len(items) or items[number].text != "." or number not in tokens.sentence_of(number - 1):
        return False
    return number + 1 in tokens.sentence_of(number) and items[number - 1].span.end == items[number].span.start
