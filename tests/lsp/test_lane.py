"""The thread that checks are made in."""

import asyncio
import gc
import weakref
from functools import partial

import pytest

from factlint.lsp.lane import Lane


class Draft:
    """What a piece of work is about."""


def refuse(_):
    raise ValueError


@pytest.fixture
def _unsearched():
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_unsearched")
@pytest.mark.parametrize("way", ["run", "fill_in"])
def test_what_failed_work_was_about_is_let_go_without_a_search(way):
    lane = Lane()

    async def work():
        draft = Draft()
        known = weakref.ref(draft)
        try:
            await getattr(lane, way)(partial(refuse, draft))
        except ValueError:
            del draft
        # By then the thread has gone on to what comes next.
        await lane.run(lambda: None)
        return known()

    assert asyncio.run(work()) is None
