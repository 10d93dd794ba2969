"""Acronyms: which words their letters stand for, and in which words two expansions differ."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz.distance import OSA

from factlint.patterns import compiled
from factlint.values.ascii import in_ascii

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from factlint.text import Span

# What it costs to read an acronym off words: a letter from inside a word, one that follows on from the letter before,
# and a word that no letter stands for.
_INNER, _NEXT, _SKIPPED = 2, 1, 2
_LEAST_LETTERS = 3
_PART = compiled(r"[\p{L}\p{N}]+")
# An article that runs on into its word: "l'Automobile".
_POSSESSIVE = compiled(r"['’]s?$")
_REPEATED = compiled(r"(\p{L})([2-4])(?!\d)")
_DIGIT = compiled(r"\d")
_ELIDED = compiled(r"\p{L}{1,2}['’]")


class Gloss(Struct, frozen=True):
    """An acronym and the words that stand where its expansion does.

    `key` is the acronym by its letters alone, without the s of a plural. `words` run from the words next to the
    acronym outwards, in the order of the text; only those in `name` are sure to belong together (capital words; none
    where it is empty). `spans` are the places of the words, `short` that of the acronym, in the prose of the block.
    `is_before` where the words precede the acronym; `is_scared` where quotation marks keep the words at a distance.
    """

    key: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    name: range
    short: Span
    is_before: bool
    is_scared: bool


class Expansion(Gloss, frozen=True):
    """A gloss that is an expansion: the letters of the acronym can be read off the words in `name`.

    `is_plain` where they are the initials of those words, and of no others.
    """

    is_plain: bool


def key_of(acronym: str) -> str:
    """The letters and digits of an acronym, by which it is one with and without stops, capitals and a plural s."""
    text = "".join(_PART.findall(acronym))
    if text.endswith("s") and len(text) > _LEAST_LETTERS - 1 and not any(letter.islower() for letter in text[:-1]):
        text = text[:-1]
    return text.casefold()


def is_small(word: str, small: Set[str]) -> bool:
    """True for a word that an acronym may pass over and that makes no difference between expansions."""
    return word.casefold() in small


def reading_cost(key: str, words: Sequence[str], small: Set[str]) -> int | None:
    """What it costs to read the letters of `key` off `words` in order, each word's initial first.

    0 where each letter is the initial of a word, or of a part of one (or the x of "ex"), and only small words are
    without a letter; None where they cannot be read so. A digit repeats the letter before it (W3C), is a number word
    (G20), or is passed over at a cost.
    """
    if not words or not key:
        return None
    lowered = tuple(in_ascii(word).casefold() for word in words)
    passed = tuple(is_small(word, small) for word in words)
    costs = ((_cost(form, lowered, passed), more) for form, more in _forms(key).items())
    return min((cost + more for cost, more in costs if cost is not None), default=None)


def _forms(key: str) -> dict[str, int]:
    """The letters that an acronym may stand for, and the cost of taking it so."""
    repeated = _REPEATED.sub(lambda found: found[1] * int(found[2]), key)
    bare = _DIGIT.sub("", key)
    return ({bare: _NEXT} if bare else {}) | {key: 0, repeated: 0}


@lru_cache(maxsize=4096)
def _cost(letters: str, words: tuple[str, ...], passed: tuple[bool, ...]) -> int | None:
    costs: dict[tuple[int, int], int] = {(0, 0): 0}
    for number, word in enumerate(words):
        for read in range(len(letters) + 1):
            cost = costs.get((read, number))
            if cost is None:
                continue
            options = [(read, 0 if passed[number] else _SKIPPED)] if number else []
            options += [(read + count, inner) for count, inner in _inside(letters[read:], word)]
            for there, more in options:
                place = there, number + 1
                costs[place] = min(cost + more, costs.get(place, cost + more))
    return costs.get((len(letters), len(words)))


def _inside(letters: str, word: str) -> list[tuple[int, int]]:
    """How many of the first of `letters` a word can tell, its initial first, each with the cost."""
    starts = {found.start() for found in _PART.finditer(word)}
    elided = _ELIDED.match(word)
    firsts = (min(starts, default=0), elided.end() if elided else 0, 1 if word.startswith("ex") else 0)
    first = next((place for place in firsts if letters and word[place:].startswith(letters[0])), None)
    if first is None or (first == 1 and letters[0] != "x"):
        return []
    found, here, cost = [(1, 0)], first, 0
    for count, letter in enumerate(letters[1:], 2):
        places = [place for place in range(here + 1, len(word)) if word[place] == letter]
        if not places:
            break
        there = next((place for place in places if place in starts), places[0])
        is_free = there in starts or (letter.isdigit() and there == here + 1)
        cost += 0 if is_free else _NEXT if there == here + 1 else _INNER
        here = there
        found.append((count, cost))
    return found


_SPELLINGS = (
    (compiled(r"is(?=(e|ed|er|ers|es|ing|ation|ations)$)"), "iz"),
    (compiled(r"ys(?=(e|ed|er|ers|es|ing)$)"), "yz"),
    (compiled(r"our"), "or"),
    (compiled(r"(?<=[bct])re(?=s?$)"), "er"),
    (compiled(r"c(?=es?$)"), "s"),
    (compiled(r"[ao]e"), "e"),
    (compiled(r"(?<=m)me(?=s?$)"), ""),
    (compiled(r"(?<=og)ue(?=s?$)"), ""),
    (compiled(r"([lm])\1"), r"\1"),
    (compiled(r"ies$"), "y"),
    (compiled(r"(?<=s)es?$|(?<=x|ch|sh)es$"), ""),
    (compiled(r"(?<=[^s])s$"), ""),
    # The adjective of a noun: environment, environmental; revolution, revolutionary; Asia, Asian; Europe, European.
    (compiled(r"(?<=\w{5})(al|ary|ic)$"), ""),
    (compiled(r"(?<=\w{3}a)n$|(?<=\w{4}e)an$"), ""),
)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    """A word without case, marks, endings that make no other word, and the differences of British from American."""
    text = _POSSESSIVE.sub("", in_ascii(word).casefold())
    text = "".join(_PART.findall(text))
    for pattern, instead in _SPELLINGS:
        text = pattern.sub(instead, text)
    return text


def same_word(first: str, second: str) -> bool:
    """True for one word in two spellings: defence and defense, Islamic and islamic, Guard and Guards."""
    return _folded(first) == _folded(second)


class Difference(Struct, frozen=True):
    """The run of words of one expansion and of another in which they differ, and how many other words they share.

    Either run may be empty; small words at their edges are left out.
    """

    wrong: range
    right: range
    shared: int


def difference(claim: Sequence[str], fact: Sequence[str], small: Set[str]) -> Difference | None:
    """How two expansions differ; None where they are one.

    Small words, case, plurals, spelling variants, hyphens and short forms (UN for United Nations) make no difference.
    """
    if claim == fact:
        return None
    mine, theirs = _units(claim, fact, small), _units(fact, claim, small)
    most = min(len(mine), len(theirs))
    start = 0
    while start < most and mine[start].folded == theirs[start].folded:
        start += 1
    end = 0
    while end < most - start and mine[-1 - end].folded == theirs[-1 - end].folded:
        end += 1
    wrong, right = mine[start : len(mine) - end], theirs[start : len(theirs) - end]
    if "".join(unit.folded for unit in wrong) == "".join(unit.folded for unit in right):
        return None
    inner = len({unit.folded for unit in wrong} & {unit.folded for unit in right})
    return Difference(_covering(wrong, mine[:start]), _covering(right, theirs[:start]), start + end + inner)


class _Unit(Struct, frozen=True):
    """A telling word, or words that the other expansion has as a short form, as a range of the words."""

    folded: str
    place: range


def _units(words: Sequence[str], other: Sequence[str], small: Set[str]) -> list[_Unit]:
    """The telling words; those that spell a short form of the other expansion together ("United Nations", UN)."""
    shorts = {key_of(word) for word in other if word.isupper() and len(word) > 1}
    numbers = [number for number, word in enumerate(words) if not is_small(word, small)]
    units, here = [], 0
    while here < len(numbers):
        short = next((key for key in shorts if _spells([words[n] for n in numbers[here : here + len(key)]], key)), None)
        count = len(short) if short else 1
        folded = short or _told(words[numbers[here]])
        units.append(_Unit(folded, range(numbers[here], numbers[here + count - 1] + 1)))
        here += count
    return units


def _told(word: str) -> str:
    return key_of(word) if word.isupper() else _folded(word)


def _spells(words: Sequence[str], key: str) -> bool:
    return len(words) == len(key) > 1 and initials(words) == key


def _covering(units: Sequence[_Unit], before: Sequence[_Unit]) -> range:
    """The words from the first to the last of `units`; without any, an empty range behind those `before`."""
    if units:
        return range(units[0].place.start, units[-1].place.stop)
    here = before[-1].place.stop if before else 0
    return range(here, here)


def initials(words: Sequence[str]) -> str:
    """The first letters of words, in lower case."""
    return "".join(in_ascii(word)[:1].casefold() for word in words)


def content(words: Sequence[str], small: Set[str]) -> list[str]:
    """The words that tell one expansion from another."""
    return [word for word in words if not is_small(word, small)]


def is_slip(first: str, second: str) -> bool:
    """True where the first acronym is the second, of three letters or more, with two neighbouring letters swapped or
    one written twice: IRCG and IIRGC for IRGC."""
    if len(second) < _LEAST_LETTERS or OSA.distance(first, second) != 1:
        return False
    doubled = (number for number, (one, other) in enumerate(pairwise(first)) if one == other)
    return sorted(first) == sorted(second) or any(first[:n] + first[n + 1 :] == second for n in doubled)


def is_near(first: str, second: str) -> bool:
    """True for two acronyms of three letters or more that differ in one letter, more, less or other, or in a swap."""
    return min(len(first), len(second)) >= _LEAST_LETTERS and OSA.distance(first, second) == 1
