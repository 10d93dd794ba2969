"""Romanization: which spellings in Latin letters stand for one sound, and how far two words lie apart."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import accumulate
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from factlint.lexicon_files import LexiconError
from factlint.values.ascii import in_ascii
from factlint.values.script import parted_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_VOWELS = frozenset({"a", "e", "i", "o", "u", "ay", "oy", "y", "w"})
_NOT_A_LETTER = {code: None for code in range(128) if not (chr(code).islower() or chr(code) == "-")}
_WORD_ENDS = dict.fromkeys((*b"\t\n\v\f\r .,;/_",), " ")
_PLAIN = {**_NOT_A_LETTER, **_WORD_ENDS}
_SHORT_VOWELS = frozenset("aeiou")
# What a short vowel costs beside a name in a script that does not write it.
_UNWRITTEN = 0.05
_COSTS = {"spelling": 0.03, "vowel": 0.5, "consonant": 1.4, "initial": 1.5}
# Below this, a difference at the start of a word is one of spelling and costs no more there than elsewhere.
_LEAST_INITIAL = 0.35
_NOTHING = "(?!)"


class Romanization(Struct, frozen=True, eq=False, dict=True):
    """A language's view of how names are romanized, compiled from its table.

    `cut` finds the graphemes of a word between ^ and $, and `graphemes` numbers them; `weights[g]` is the cost of
    grapheme g too many, `costs[g][h]` of h in its place, in consonants. `initial` multiplies a cost at the start of
    a word. `outline` translates words into what most spellings of a name share, for a first look; `half_names` and
    `patronymics` (endings) say little about a name.
    """

    letters: Mapping[int, str]
    rewrites: tuple[tuple[re.Pattern[str], str], ...]
    graphemes: Mapping[str, int]
    cut: re.Pattern[str]
    weights: tuple[float, ...]
    costs: tuple[tuple[float, ...], ...]
    initial: float
    article: re.Pattern[str]
    particles: frozenset[str]
    half_names: frozenset[str]
    patronymics: tuple[str, ...]
    outline: Mapping[int, str | None]
    neighbours: frozenset[tuple[str, str]]
    short_vowels: frozenset[int]

    @cached_property
    def unvowelled(self) -> Romanization:
        """This view where one of two names is in a script that leaves short vowels out: there they cost little."""
        weights = tuple(_UNWRITTEN if g in self.short_vowels else weight for g, weight in enumerate(self.weights))
        return replace(self, weights=weights)

    def words(self, name: str) -> list[str]:
        """The folded words of a name without its particles, unless it has no other words."""
        words = self.all_words(name)
        return [word for word in words if word not in self.particles] or words

    def all_words(self, text: str) -> list[str]:
        """The folded words of a text."""
        text = text.lower()
        if not text.isascii():
            text = in_ascii(parted_words(text).translate(self.letters)).lower()
        words = text.translate(_PLAIN).split()
        return [word for part in words if (word := part.strip("-"))] if "-" in text else words


class Reading(Struct, frozen=True):
    """A word cut into graphemes, and what all of them weigh."""

    graphemes: tuple[int, ...]
    weight: float


def romanization(table: Mapping[str, Any]) -> Romanization:
    """The romanization that a table in the form of `romanization.toml` describes.

    What the table does not say has a default; letters without a sound stand for themselves. Raises LexiconError
    where a part has another form.
    """
    try:
        return _compiled(table)
    except (AttributeError, KeyError, TypeError, ValueError, re.error) as error:
        raise LexiconError(f"romanization.toml: a table has the wrong form ({error})") from error


def _compiled(table: Mapping[str, Any]) -> Romanization:
    sounds = {letter: (letter,) for letter in ascii_lowercase}
    for spelled, spellings in table.get("graphemes", {}).items():
        sounds |= {spelling: tuple(spelled.split()) for spelling in spellings.split()}
    costs = {**_COSTS, **table.get("costs", {})}
    weights = {**dict.fromkeys("aeiou", costs["vowel"]), **table.get("weights", {})}
    return Romanization(
        letters={ord(mark): plain for plain, marks in table.get("letters", {}).items() for mark in marks.split()},
        rewrites=tuple((re.compile(pattern), text) for pattern, text in table.get("rewrites", ())),
        graphemes={spelling: number for number, spelling in enumerate(sounds)},
        cut=_cut(sounds),
        weights=tuple(_weight(spelling, of, weights) for spelling, of in sounds.items()),
        costs=_costs(tuple(sounds.values()), table.get("near", {}), costs),
        initial=costs["initial"],
        article=re.compile(table.get("article", _NOTHING)),
        particles=frozenset(table.get("particles", "").split()),
        half_names=frozenset(table.get("half_names", "").split()),
        patronymics=tuple(table.get("patronymics", "").split()),
        outline=_outline(table.get("outline", "")),
        neighbours=_neighbours(table.get("keyboard", ())),
        short_vowels=frozenset(
            number for number, spelling in enumerate(sounds) if spelling.strip("^$") in _SHORT_VOWELS
        ),
    )


@lru_cache(maxsize=1 << 16)
def folded(word: str, table: Romanization) -> str:
    """A word in the letters a to z and hyphens, marked letters spelled as they sound."""
    word = word.lower()
    if not word.isascii():
        word = in_ascii(word.translate(table.letters)).lower()
    return word.translate(_NOT_A_LETTER).strip("-")


@lru_cache(maxsize=1 << 16)
def reading(word: str, table: Romanization) -> Reading:
    """How a folded word is read: graphemes are cut off from the left, the longest that fits first."""
    for pattern, text in table.rewrites:
        word = pattern.sub(text, word)
    graphemes = tuple(map(table.graphemes.__getitem__, table.cut.findall(f"^{word}$")))
    return Reading(graphemes, sum(map(table.weights.__getitem__, graphemes)))


def distance(a: Reading, b: Reading, table: Romanization, most: float = 99.0) -> float:
    """How far two words lie apart in consonants: the least cost of making one into the other (weighted edit distance).

    Where it exceeds `most`, the result is only some number above it.
    """
    x, y = a.graphemes, b.graphemes
    if x == y:
        return 0.0
    shorter = min(len(x), len(y))
    same = end = 0
    while same < shorter and x[same] == y[same]:
        same += 1
    while end < shorter - same and x[-1 - end] == y[-1 - end]:
        end += 1
    x, y = x[same : len(x) - end], y[same : len(y) - end]
    initial = table.initial if same == 0 else 1.0
    if not x or not y:
        return _added(x or y, table, initial)
    if len(x) == len(y):
        # Any other way adds a grapheme and drops one, so that it costs at least as much as the lightest of each.
        changed = _changed(x, y, table, initial)
        weight = table.weights.__getitem__
        if changed <= min(map(weight, x)) + min(map(weight, y)):
            return changed
    return _edit(x, y, table, initial, most)


def _added(graphemes: Sequence[int], table: Romanization, initial: float) -> float:
    """What graphemes cost that only one of two words has."""
    weights = table.weights
    return sum([weights[g] for g in graphemes], weights[graphemes[0]] * (initial - 1))


def _changed(x: Sequence[int], y: Sequence[int], table: Romanization, initial: float) -> float:
    """What graphemes cost, each in the place of another."""
    costs = table.costs
    first = costs[x[0]][y[0]]
    return sum([costs[g][h] for g, h in zip(x, y, strict=True)], first * (initial - 1) if first > _LEAST_INITIAL else 0)


def _edit(x: Sequence[int], y: Sequence[int], table: Romanization, initial: float, most: float) -> float:
    weights = table.weights
    inserted = [weights[g] for g in y]
    row = list(accumulate(inserted, initial=0.0))
    if initial != 1.0:
        more = inserted[0] * (initial - 1)
        row = [0.0, *[cost + more for cost in row[1:]]]
    for g in x:
        dropped = weights[g]
        costs = table.costs[g]
        changed = [costs[h] for h in y]
        diagonal = row[0]
        left = diagonal + dropped
        if initial != 1.0:
            left = diagonal + dropped * initial
            if changed[0] > _LEAST_INITIAL:
                changed[0] *= initial
            initial = 1.0
        following = [left]
        for cost, above, more in zip(changed, row[1:], inserted, strict=True):
            left, fewer, other = left + more, above + dropped, diagonal + cost
            # min() would double the time of this loop, which is where comparison spends its own.
            left = fewer if fewer < left else left
            left = other if other < left else left
            diagonal = above
            following.append(left)
        row = following
        if min(row) > most:
            return most + 1.0
    return row[-1]


def _cut(spellings: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the longest spelling that fits, grouped by first letter because that is tried fastest."""
    endings: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        endings.setdefault(spelling[0], []).append(re.escape(spelling[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in endings.items()))


def _weight(spelling: str, sounds: tuple[str, ...], weights: Mapping[str, float]) -> float:
    return weights[spelling] if spelling in weights else min(weights.get(sound, 1.0) for sound in sounds)


def _costs(
    sounds: tuple[tuple[str, ...], ...], near: Mapping[str, float], costs: Mapping[str, float]
) -> tuple[tuple[float, ...], ...]:
    kinds = {of: kind for kind, of in enumerate(dict.fromkeys(sounds))}
    apart = _apart({sound for of in kinds for sound in of}, near, costs)
    kind_of = [kinds[of] for of in sounds]
    rows = []
    for first in kinds:
        nearest = {sound: min([row[sound] for row in map(apart.__getitem__, first)]) for sound in apart}
        least = [costs["spelling"] + min(map(nearest.__getitem__, second)) for second in kinds]
        rows.append([least[kind] for kind in kind_of])
    return tuple((*rows[kind][:g], 0.0, *rows[kind][g + 1 :]) for g, kind in enumerate(kind_of))


def _apart(sounds: set[str], near: Mapping[str, float], costs: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """How far each sound lies from each other one."""
    from_consonant = dict.fromkeys(sounds, costs["consonant"])
    from_vowel = from_consonant | dict.fromkeys(sounds & _VOWELS, costs["vowel"])
    apart = {sound: dict(from_vowel if sound in _VOWELS else from_consonant) for sound in sounds}
    for pair, cost in near.items():
        one, other = pair.split()
        if one in sounds and other in sounds:
            apart[one][other] = apart[other][one] = float(cost)
    for sound in sounds:
        apart[sound][sound] = 0.0
    return apart


def _outline(groups: str) -> dict[int, str | None]:
    """What makes one letter of each group, and nothing of h and hyphens."""
    return {ord("h"): None, ord("-"): None} | {ord(letter): group[0] for group in groups.split() for letter in group}


def _neighbours(rows: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Pairs of keys that touch; each row of a keyboard is set off to the right by half a key."""
    places = {key: (row, column + row / 2) for row, keys in enumerate(rows) for column, key in enumerate(keys)}
    return frozenset(
        (one, other)
        for one, (row, column) in places.items()
        for other, (other_row, other_column) in places.items()
        if one != other and abs(row - other_row) <= 1 and abs(column - other_column) <= 1
    )
