"""Which dates of the sources are of the same event as a date of the draft."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from factlint.dated import Dated, dates_of
from factlint.extract.events import BIRTH, DEATH
from factlint.extract.relation import stem
from factlint.model import Fact
from factlint.values.when import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.index import Index
    from factlint.values.when import Parts, Slip

# What a shared word of the sentences before, or only of one of them, weighs.
_BESIDE = 0.5
# Events of which a thing has one, and those that exclude each other.
_ONCE = frozenset({BIRTH, DEATH})
_OPPOSITES = frozenset({"begin", "end"})
# How many days and months there are to choose from, and how telling a slip is at least.
_DAYS, _MONTHS, _SOME = 30, 12, 0.2
# In which part of the sources a name may be that still tells what a passage is about.
_MOST_SOURCES, _FEW_SOURCES = 0.6, 3


@dataclass(frozen=True, slots=True)
class Alike:
    """A date of the sources beside one of the draft: what the passages share.

    `weight` is how telling the shared words of the two sentences are in sum, `words` their number, `share` the part of
    the draft's telling words that the source has; `near` and `wide` are weights for the clauses alone and for the
    sentences around. `beside` counts the other dates that both sentences have. `is_named` where the sentences share a
    name of the source, `is_anchored` where the passages do; `is_one_event` where both are its birth or its death. `deeds` is the number of shared words that are no
    names, `near_deeds` that of those in both clauses, and `is_of_other` is true where each of the sentences names something that the other passage does not.
    """

    dated: Dated
    weight: float
    words: int
    deeds: int
    near_deeds: int
    share: float
    near: float
    wide: float
    beside: float
    is_named: bool
    is_anchored: bool
    is_one_event: bool
    is_of_other: bool

    @property
    def fact(self) -> Fact:
        """The statement of the source."""
        return Fact(self.dated.statement)

    @property
    def total(self) -> float:
        """How telling all is that the passages share."""
        return self.weight + self.wide + self.near + self.beside + float(self.is_one_event)


@lru_cache(maxsize=4)
def dates_in(index: Index) -> tuple[Dated, ...]:
    """All dates of the sources."""
    return tuple(dated for account in index.accounts for dated in dates_of(account))


def alike(mine: Dated, index: Index) -> list[Alike]:
    """The dates of the sources whose passages share a word with that of the draft's, the likest first."""
    found = [compare(mine, theirs, index) for theirs in _sharing(mine, index)]
    return sorted(found, key=lambda one: (one.total, one.share), reverse=True)


def compare(mine: Dated, theirs: Dated, index: Index) -> Alike:
    """What the passages of a date of the draft and one of the sources share."""
    close = _telling(mine.words & theirs.words)
    wide = _telling(mine.around & theirs.around) - close
    names = _telling_names(index)
    whole = _weight(_telling(mine.words), index)
    return Alike(
        dated=theirs,
        weight=_weight(close, index),
        words=len(close),
        deeds=len(_deeds(close, index)),
        near_deeds=len(_deeds(_telling(mine.near & theirs.near), index)),
        share=_weight(close, index) / whole if whole else 0.0,
        near=_BESIDE * _weight(_telling(mine.near & theirs.near), index),
        wide=_BESIDE * _weight(wide, index),
        beside=sum(_exactness(parts) for parts in mine.beside & theirs.beside),
        is_named=bool(close & names),
        is_anchored=bool((mine.topic | mine.around) & (theirs.topic | theirs.around) & names),
        is_one_event=mine.event in _ONCE and mine.event == theirs.event,
        is_of_other=_is_of_other(mine, theirs, names),
    )


def _deeds(stems: frozenset[str], index: Index) -> frozenset[str]:
    """The words that are no names, and the numbers."""
    plain = plain_stems(index)
    return frozenset(each for each in stems if each in plain or each[0].isdigit())


def _is_of_other(mine: Dated, theirs: Dated, names: frozenset[str]) -> bool:
    here, there = mine.words & names, theirs.words & names
    return bool(here - theirs.around - theirs.topic) and bool(there - mine.around - mine.topic) and not here & there


def rarity(slip: Slip, mine: Parts, index: Index) -> float:
    """How seldom dates that have nothing to do with the draft's would include one that is so like it.

    It is the logarithm of how many such the sources may be expected to have, by how many dates they have at all.
    """
    if not slip.is_exact:
        return 0.0
    kept = [part for part in PARTS if part != slip.part and mine.gives(part)]
    if slip.part == "day" or slip.same != len(kept):
        return _SOME
    known = _known_dates(index)
    is_year_kept = "year" in kept
    like = sum(each.exactness == mine.exactness and (not is_year_kept or each.year == mine.year) for each in known)
    chances = (_DAYS if mine.day is not None else 1) * (
        1 if is_year_kept else (_MONTHS if mine.month is not None else 1)
    )
    return max(_SOME, log(chances / like)) if like else _SOME


@lru_cache(maxsize=4)
def _known_dates(index: Index) -> frozenset[Parts]:
    return frozenset(dated.parts for dated in dates_in(index))


def are_of_two_events(mine: Dated, theirs: Dated) -> bool:
    """True where one date is of a birth or a death and the other is not, or one of a beginning and one of an end."""
    kinds = {mine.event, theirs.event}
    return len(kinds) > 1 and (bool(kinds & _ONCE) or kinds == _OPPOSITES)


def _exactness(parts: Parts) -> float:
    """How telling it is that two sentences have one date beside others."""
    given = sum(part is not None for part in (parts.year, parts.month, parts.day))
    return {1: 0.5, 2: 0.8, 3: 1.0}[given] if given else 0.0


def _sharing(mine: Dated, index: Index) -> Iterable[Dated]:
    by_word = _by_word(index)
    return dict.fromkeys(dated for word in sorted(_telling(mine.around)) for dated in by_word.get(word, ()))


@lru_cache(maxsize=4)
def _by_word(index: Index) -> Mapping[str, Sequence[Dated]]:
    found: dict[str, list[Dated]] = defaultdict(list)
    for dated in dates_in(index):
        for word in dated.around | dated.topic:
            found[word].append(dated)
    return found


def _weight(stems: Iterable[str], index: Index) -> float:
    return sum(index.uncommonness(each) for each in stems)


def _telling(stems: frozenset[str]) -> frozenset[str]:
    """The stems without lone figures."""
    return frozenset(each for each in stems if not (each.isdigit() and len(each) == 1))


@lru_cache(maxsize=4)
def plain_stems(index: Index) -> frozenset[str]:
    """The stems of the words that sources write small: they name nothing."""
    return frozenset(stem(word, account.lexicon.language) for account in index.accounts for word in account.plain_words)


@lru_cache(maxsize=4)
def _telling_names(index: Index) -> frozenset[str]:
    """The stems of words of names, and of versions, that no source writes small and that few sources have."""
    plain = plain_stems(index)
    counts = Counter(
        each
        for account in index.accounts
        for each in frozenset().union(*(s for scan in account.scans for s in scan.stems))
    )
    most = max(_FEW_SOURCES, int(len(index.accounts) * _MOST_SOURCES))
    names = {stem(word, account.lexicon.language) for account in index.accounts for word in index.by_word}
    return frozenset(
        each
        for each, count in counts.items()
        if count <= most
        and each not in plain
        and (each in names or (not each.isdigit() and any(c.isdigit() for c in each)))
    )
