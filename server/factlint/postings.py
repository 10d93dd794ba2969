"""What all sources tell, by its keys, such as the stems of a passage: found without asking every source."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from heapq import nlargest
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

_T = TypeVar("_T")
_Key = TypeVar("_Key", bound="Hashable")
# What sums of weights may differ by for the order in which they are added up.
_ROUNDING = 1e-9


class Postings(Generic[_T]):
    """Things told, by each of their keys, in the order of the sources.

    What one source tells is kept with it and only joined here, so that little is to be done where one has changed.
    """

    def __init__(self, sources: Iterable[Mapping[Hashable, Sequence[_T]]]) -> None:
        self._sources = tuple(sources)
        self._by_key: dict[Hashable, list[int]] = defaultdict(list)
        for number, source in enumerate(self._sources):
            for key in source:
                self._by_key[key].append(number)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._by_key

    def of(self, key: Hashable) -> Iterator[_T]:
        """What is told under a key."""
        return chain.from_iterable(told for _, told in self._told(key))

    def count(self, key: Hashable) -> int:
        """How many sources tell something under a key."""
        return len(self._by_key.get(key, ()))

    def under(self, keys: Iterable[Hashable]) -> dict[_T, int]:
        """Each thing that is told under one of some keys, with the number of its source."""
        return {one: number for key in keys for number, told in self._told(key) for one in told}

    def reaching(self, weights: Mapping[_Key, float], least: float) -> dict[_T, int]:
        """Each thing whose keys may weigh so much in sum, with the number of its source.

        Whatever has but keys that together weigh less than that is passed over, and they are the commonest.
        """
        return self._weighed(weights, least, None)

    def best(self, weights: Mapping[_Key, float], most: int, least: float) -> dict[_T, int]:
        """Each thing that may be among the `most` whose keys weigh most in sum, and weigh at least so much."""
        return self._weighed(weights, least, most)

    def _weighed(self, weights: Mapping[_Key, float], least: float, most: int | None) -> dict[_T, int]:
        found: dict[_T, float] = defaultdict(float)
        left, bar = sum(weights.values()), least - _ROUNDING
        # The rarest key first.
        for key in sorted(weights, key=lambda key: -weights[key]):
            if left < bar:
                break
            weight = weights[key]
            left -= weight
            for one in self._all_under(key):
                found[one] += weight
            if most is not None and len(found) >= most:
                bar = max(bar, nlargest(most, found.values())[-1] - _ROUNDING)
        sources = self._source_numbers
        return {one: sources[one] for one, weight in found.items() if weight + left >= bar}

    def _all_under(self, key: Hashable) -> tuple[_T, ...]:
        """What `of` gives, joined once for all who ask."""
        known = self._joined.get(key)
        if known is None and key in self._by_key:
            known = self._joined[key] = tuple(self.of(key))
        return known or ()

    @cached_property
    def _joined(self) -> dict[Hashable, tuple[_T, ...]]:
        return {}

    @cached_property
    def _source_numbers(self) -> Mapping[_T, int]:
        return {one: number for number, source in enumerate(self._sources) for told in source.values() for one in told}

    def _told(self, key: Hashable) -> Iterator[tuple[int, Sequence[_T]]]:
        return ((number, self._sources[number][key]) for number in self._by_key.get(key, ()))


def by_key(told: Iterable[tuple[_T, Iterable[Hashable]]]) -> Mapping[Hashable, Sequence[_T]]:
    """What one source tells under some keys, by each of them."""
    found: dict[Hashable, list[_T]] = defaultdict(list)
    for one, keys in told:
        for key in keys:
            found[key].append(one)
    return {key: tuple(ones) for key, ones in found.items()}
