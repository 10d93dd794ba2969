"""Overlap: what a passage of the draft and one of the sources share, and so whether both are about the same thing.

It is one score for dates, numbers, versions and names. Each adds to it only what is its own: a date the kind of
event, a number the unit, a version the product, a name what it depends on.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.kept import kept_lately

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterable

    from factlint.index import Index

# What passages share that have something telling in common, that speak of the same things, that tell the same; the
# last two in so many words. A word of a name that one sentence of the sources has weighs 1. Of passages about one
# person or thing in labelled drafts three in four share 1.2 or more, of others one in sixteen; 2.2 or more one in two,
# of others one in forty.
RELATED, FAMILIAR, SAME = 0.5, 1.2, 2.2
FEW, SEVERAL = 2, 3
# The part of the best passage's weight from which another counts beside it, from which one with another value may be
# meant as well, and from which one with the draft's value supports the draft.
NEAREST, RIVAL, SUPPORT = 0.7, 0.85, 0.5
# A run of more different words is a table rather than a sentence, and shares some with any text; so do small numbers.
LONGEST, _TELLING_DIGITS = 60, 3
# What a shared word of the sentences around counts beside one of the sentences themselves.
AROUND = 0.5
# What a word of the draft weighs that no source has: half of a rare one, as it may be the wording of the draft.
_UNHEARD = 0.25

_NONE = frozenset[str]()


class Passage(Struct, frozen=True):
    """What a value is told in, as stems: its sentence, the words nearest to the value, and the sentences around too."""

    sentence: frozenset[str]
    near: frozenset[str] = _NONE
    around: frozenset[str] = _NONE


class Overlap(Struct, frozen=True):
    """What a passage of the draft and one of the sources share, in words and in weight.

    `stems` are the words that both sentences have, `weight` how telling they are in sum, by how few sentences of the
    sources have each; `whole` is what all words of the draft's sentence weigh. `near` is the weight of the shared words
    nearest to the two values, `around` that of those that only the sentences around share, and `ties` that of what
    else stands beside both values: other dates, numbers or versions, or that both date a birth or a death.
    """

    stems: frozenset[str] = _NONE
    weight: float = 0.0
    whole: float = 0.0
    near_stems: frozenset[str] = _NONE
    near: float = 0.0
    around_stems: frozenset[str] = _NONE
    around: float = 0.0
    ties: float = 0.0

    @property
    def words(self) -> int:
        """How many words the sentences share."""
        return len(self.stems)

    @property
    def share(self) -> float:
        """The part of what the draft's sentence tells that the source's tells too."""
        return self.weight / self.whole if self.whole else 0.0

    @property
    def total(self) -> float:
        """How telling all is that the passages share."""
        return self.weight + self.near + self.around + self.ties

    @property
    def is_related(self) -> bool:
        """True where the sentences have something telling in common."""
        return self.weight >= RELATED

    @property
    def is_familiar(self) -> bool:
        """True where the sentences speak of the same things."""
        return self.weight >= FAMILIAR and self.words >= FEW

    @property
    def is_same(self) -> bool:
        """True where the sentences tell the same."""
        return self.weight >= SAME and self.words >= SEVERAL

    def explain(self, index: Index) -> str:
        """The score part by part, a line each, with the words that make it up, the most telling first."""
        parts = (
            ("shared", self.weight, self.stems),
            ("nearest", self.near, self.near_stems),
            ("around", self.around, self.around_stems),
            ("beside", self.ties, _NONE),
        )
        lines = [f"{self.total:.2f} in all, {self.share:.0%} of the sentence"]
        for name, weight, stems in parts:
            ranked = sorted((-index.uncommonness(each), each) for each in stems)
            told = ", ".join(f"{each} {-minus:.2f}" for minus, each in ranked)
            lines += [f"{name} {weight:.2f}" + (f": {told}" if told else "")] if weight else []
        return "\n".join(lines)


def overlap(mine: Passage, theirs: Passage, index: Index, ties: float = 0.0) -> Overlap:
    """What two passages share; `ties` is the weight of what else stands beside both values."""
    return Measure(mine, index).overlap(theirs, ties)


class Measure:
    """A passage of the draft, and how much passages of the sources share with it."""

    def __init__(self, mine: Passage, index: Index) -> None:
        self._mine = mine
        known = index.uncommon
        self._weight_of = {each: known.get(each, 0.0) for each in mine.sentence | mine.near | mine.around}.__getitem__
        self._whole = weight_of(mine.sentence, index)

    def total(self, theirs: Passage, ties: float = 0.0) -> float:
        """How telling all is that it shares with another: the same as that of the overlap, which takes longer."""
        stems, near, around = (fsum(map(self._weight_of, each)) for each in self._shared(theirs))
        return stems + near + AROUND * around + ties

    def overlap(self, theirs: Passage, ties: float = 0.0) -> Overlap:
        """What it shares with another; `ties` is the weight of what else stands beside both values."""
        stems, near, around = self._shared(theirs)
        return Overlap(
            stems=stems,
            weight=fsum(map(self._weight_of, stems)),
            whole=self._whole,
            near_stems=near,
            near=fsum(map(self._weight_of, near)),
            around_stems=around,
            around=AROUND * fsum(map(self._weight_of, around)),
            ties=ties,
        )

    def _shared(self, theirs: Passage) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The words that both sentences have, the nearest of both, and those that only the sentences around have."""
        stems = self._mine.sentence & theirs.sentence
        return stems, self._mine.near & theirs.near, (self._mine.around & theirs.around) - stems


def most_added(passage: Passage, index: Index) -> dict[Hashable, float]:
    """What each word of a passage may add, at the most, to what `overlap` finds it to share with another one."""
    found: dict[Hashable, float] = {}
    known = index.uncommon
    around = passage.around - passage.sentence
    for stems, part in ((passage.sentence, 1.0), (passage.near, 1.0), (around, AROUND)):
        for each in stems:
            found[each] = found.get(each, 0.0) + part * known.get(each, 0.0)
    return found


def shared(stems: frozenset[str], index: Index, whole: float = 0.0) -> Overlap:
    """What the words that two sentences have in common weigh among the sources."""
    told = telling(stems)
    return Overlap(stems=told, weight=weight_in(told, index), whole=whole)


def telling(stems: Iterable[str], own: frozenset[str] = _NONE) -> frozenset[str]:
    """The stems that tell what a passage is about: without small numbers and the value in question."""
    return frozenset(each for each in stems if each not in own and not (each.isdigit() and len(each) < _TELLING_DIGITS))


def heard(stems: Iterable[str], index: Index, known: Container[str]) -> frozenset[str]:
    """Those of some stems that the index or `known` has, and the numbers: the others are shared with nothing.

    While a word is being typed it is mostly none that any source has.
    """
    return frozenset(each for each in stems if each in known or each in index.uncommon or each[0].isdigit())


def with_unheard(stems: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Some stems with a mark for each that is not among those known: they all weigh the same."""
    return stems & known | {f"?{number}" for number in range(len(stems - known))}


def weight_in(stems: Iterable[str], index: Index) -> float:
    """What words weigh among the sources; those that none of them has weigh nothing."""
    # Exactly, so that the order of a set, another in every run, decides between no two passages.
    known = index.uncommon
    return fsum([known.get(each, 0.0) for each in stems])


def weight_of(stems: frozenset[str], index: Index) -> float:
    """What all of the words of a sentence of the draft weigh."""
    return _weight(index, stems)


@kept_lately(1024)
def _weight(index: Index, stems: frozenset[str]) -> float:
    return fsum(max(index.uncommonness(each), _UNHEARD) for each in stems) or 1.0
