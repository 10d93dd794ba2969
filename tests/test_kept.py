"""What is found once and kept with what it was found of."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass

from factlint.kept import kept, kept_in_use, kept_lately

ASKED: list[tuple[str, int]] = []


@dataclass(frozen=True, eq=False)
class Bridge:
    """Something to find out about."""

    name: str


@kept
def raised(bridge: Bridge, metres: int) -> list[int]:
    """A new list whenever it is worked out."""
    return [len(bridge.name) + metres]


@kept_lately(2)
def lowered(bridge: Bridge, metres: int) -> int:
    """How deep the bridge is, of which only the last two answers are kept."""
    ASKED.append((bridge.name, metres))
    return -metres


def test_what_was_found_of_one_thing_is_found_once():
    bridge = Bridge("Hollin")
    assert raised(bridge, 3) is raised(bridge, 3)
    assert raised(bridge, 3) is not raised(Bridge("Hollin"), 3)
    assert (raised(bridge, 3), raised(bridge, 4)) == ([9], [10])


def test_what_nobody_uses_any_more_is_not_held_on_to():
    bridge = Bridge("Hollin")
    raised(bridge, 3)
    gone = weakref.ref(bridge)
    del bridge
    gc.collect()
    assert gone() is None


def test_of_many_answers_the_oldest_is_let_go():
    bridge = Bridge("Marwick")
    for metres in (1, 2, 3, 3, 1):
        assert lowered(bridge, metres) == -metres
    assert ASKED == [("Marwick", 1), ("Marwick", 2), ("Marwick", 3), ("Marwick", 1)]


@kept_in_use(1)
def built(name: str) -> Bridge:
    """A bridge of that name, of which only the last is held on to."""
    return Bridge(name)


def test_one_answer_is_given_as_long_as_somebody_has_it():
    bridge = built("Hollin")
    built("Marwick")
    built("Tarn")
    assert built("Hollin") is bridge


def test_the_last_answer_is_held_on_to_and_no_other():
    gone, last = weakref.ref(built("Hollin")), weakref.ref(built("Marwick"))
    gc.collect()
    assert gone() is None
    assert built("Marwick") is last()
