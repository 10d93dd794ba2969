"""What is out of use is searched for only when nobody waits."""

import asyncio
import gc
import weakref

import pytest

from factlint.lsp import garbage
from factlint.lsp.garbage import Garbage


class Ring:
    """Refers to itself."""

    def __init__(self):
        self.me = self


@pytest.fixture(autouse=True)
def _searched_again():
    often = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*often)


def set_aside_ring():
    ring = Ring()
    Garbage.set_aside()
    return weakref.ref(ring)


def test_what_is_set_aside_is_not_searched():
    ring = set_aside_ring()
    gc.collect()
    assert ring() is not None


def test_what_is_set_aside_is_let_go_where_nothing_refers_to_it():
    ring = Ring()
    Garbage.set_aside()
    ring.me, known = None, weakref.ref(ring)
    del ring
    assert known() is None


def test_what_comes_later_is_searched_soon_however_seldom_it_was_before():
    gc.set_threshold(200_000)
    set_aside_ring()
    ring = Ring()
    known = weakref.ref(ring)
    del ring
    alive = [[] for _ in range(50_000)]
    assert (known(), len(alive)) == (None, 50_000)


def test_all_is_searched_once_nothing_has_changed_for_long(monkeypatch):
    monkeypatch.setattr(garbage, "_IDLE", 0.01)
    ring = set_aside_ring()

    async def wait():
        kept = Garbage()
        kept.search_later()
        while ring() is not None:
            await asyncio.sleep(0)

    asyncio.run(asyncio.wait_for(wait(), 30))


def test_a_change_puts_a_search_off(monkeypatch):
    ring = set_aside_ring()

    async def wait():
        kept = Garbage()
        monkeypatch.setattr(garbage, "_IDLE", 0.0)
        kept.search_later()
        monkeypatch.setattr(garbage, "_IDLE", 1000.0)
        kept.put_off()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert ring() is not None

    asyncio.run(wait())


def test_a_change_asks_for_no_search():
    ring = set_aside_ring()

    async def wait():
        Garbage().put_off()
        await asyncio.sleep(0)

    asyncio.run(wait())
    assert ring() is not None
