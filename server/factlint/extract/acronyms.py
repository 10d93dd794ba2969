"""Acronyms and the words beside them that they stand for, in the tokens of one block.

"Long Form (LF)", "LF (Long Form)", "LF, or Long Form", "LF stands for Long Form", "LF | Long Form".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.links import Link, link_before, link_behind
from factlint.extract.short_forms import ShortForm, find_short_forms
from factlint.text import Span
from factlint.values.acronym import Expansion, Gloss, is_small, key_of, reading_cost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

# An expansion has few more words than its acronym has letters.
_MORE_WORDS, _MOST_WORDS = 4, 16
# In words of lower case an acronym may have one letter from inside them.
_LOWER_COST = 2
# Marks that may stand within a long form.
_INNER_MARKS = frozenset({"'", "’", ",", "&", "-", "/"})


class Glossed(Struct, frozen=True):
    """A gloss with the token numbers of acronym and words."""

    start: int
    end: int
    gloss: Gloss


def find_glossed(tokens: Tokens, lexicon: Lexicon) -> tuple[Glossed, ...]:
    """Every acronym of the block with what stands where its expansion does."""
    found = []
    for short in find_short_forms(tokens):
        for link in (link_before(tokens, short, lexicon), link_behind(tokens, short, lexicon)):
            glossed = _glossed(tokens, short, link, lexicon) if link else None
            if glossed:
                found.append(glossed)
    return tuple(found)


def _glossed(tokens: Tokens, short: ShortForm, link: Link, lexicon: Lexicon) -> Glossed | None:
    small = lexicon.grammar["acronym_joiners"]
    numbers = _window(tokens, short, link, small)
    words = tuple(_word(tokens, number) for number in numbers)
    if not words:
        return None
    read = _read_off(short.key, words, small, is_before=link.is_before)
    if read is None and not link.is_firm:
        return None
    name, cost = read or (_capital_run(numbers, words, lexicon, is_before=link.is_before), None)
    if cost and not link.is_firm:
        return None
    spans = tuple(_place(tokens.items[number]) for number in numbers)
    if cost is None:
        gloss = Gloss(short.key, words, spans, name, short.span, link.is_before, link.is_scared)
    else:
        gloss = Expansion(short.key, words, spans, name, short.span, link.is_before, link.is_scared, cost == 0)
    nearest = range(len(words) - 1, len(words)) if link.is_before else range(1)
    said = [numbers[number] for number in name or nearest]
    return Glossed(min(short.start, said[0]), max(short.end, said[-1] + 1), gloss)


def _window(tokens: Tokens, short: ShortForm, link: Link, small: Set[str]) -> list[int]:
    """The tokens of the words from the link outwards, small words at the link left out, in the order of the text."""
    sentence, most = tokens.sentence_of(link.edge), min(_MOST_WORDS, 2 * len(short.key) + _MORE_WORDS)
    numbers: list[int] = []
    here, step = link.edge, -1 if link.is_before else 1
    while here in sentence and len(numbers) < most:
        token = tokens.items[here]
        if key_of(token.text) == short.key:
            break
        if _is_word(tokens, here):
            if numbers or not is_small(token.text, small):
                numbers.append(here)
        elif token.text not in _INNER_MARKS and not token.text[0].isdigit():
            break
        here += step
    return sorted(numbers)


def _is_word(tokens: Tokens, number: int) -> bool:
    """True for a word and for a number of its own; the 6 of "ES6" only counts editions."""
    token = tokens.items[number]
    is_glued = number > 0 and tokens.items[number - 1].span.end == token.span.start
    return token.is_word or (token.text[0].isdigit() and not is_glued)


def _place(token: Token) -> Span:
    """Where a word stands with its possessive ending."""
    return Span(token.span.start, token.span.end + len("'s") * token.is_possessive)


def _word(tokens: Tokens, number: int) -> str:
    token = tokens.items[number]
    return token.text + "'s" * token.is_possessive


def _read_off(key: str, words: Sequence[str], small: Set[str], *, is_before: bool) -> tuple[range, int] | None:
    """The fewest words next to the acronym that its letters are read off at the least cost, and that cost."""
    options = []
    for candidate in _candidates(words, small, is_before=is_before):
        first, last = words[candidate[0]], words[candidate[-1]]
        if is_small(first, small) or is_small(last, small):
            continue
        cost = reading_cost(key, words[candidate.start : candidate.stop], small)
        most = len(key) if first[0].isupper() and last[0].isupper() and len(candidate) > 1 else _LOWER_COST
        if cost is not None and cost <= most:
            options.append((cost, len(candidate), candidate))
    if not options:
        return None
    cost, _, name = min(options, key=lambda option: option[:2])
    return name, cost


def _candidates(words: Sequence[str], small: Set[str], *, is_before: bool) -> Iterator[range]:
    if not is_before:
        yield from (range(end) for end in range(1, len(words) + 1))
        return
    yield from (range(start, len(words)) for start in range(len(words)))
    # Of "Institute of Trade of the Academy (IT)" only the institute is meant: a long form may end before a joiner.
    for end in range(1, len(words)):
        if is_small(words[end], small) and all(word[0].isupper() or is_small(word, small) for word in words[end:]):
            yield from (range(start, end) for start in range(end - 1))


def _capital_run(numbers: Sequence[int], words: Sequence[str], lexicon: Lexicon, *, is_before: bool) -> range:
    """The capital words next to the acronym with the small words between them; no comma or possessive within.

    An article begins the run ("at the Office"), but for one behind "of" ("Office of the Registrar").
    """
    small, articles = lexicon.grammar["acronym_joiners"], lexicon.grammar["articles"]
    taken: list[int] = []
    previous = None
    for number in range(len(words) - 1, -1, -1) if is_before else range(len(words)):
        word = words[number]
        is_apart = previous is not None and abs(numbers[number] - numbers[previous]) > 1
        is_opening = word.casefold() in articles and words[number - 1 : number] != ("of",)
        if is_apart or (taken and (word.endswith("'s") or is_opening)):
            break
        if word[0].isupper() and not is_small(word, small):
            taken.append(number)
        elif not is_small(word, small) or not taken:
            break
        previous = number
    return range(min(taken), max(taken) + 1) if taken else range(0)
