"""One thread beside the event loop that does one piece of work after another, what somebody waits for first."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import Future
from enum import IntEnum
from itertools import count
from queue import PriorityQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")
# Seconds for which a thread of Python goes on while another one waits.
_TURN = 0.001


class _Rank(IntEnum):
    """What is done before what."""

    AWAITED = 0
    CAN_WAIT = 1
    FILLS_IN = 2


class Lane:
    """Work that is done one at a time: two checks at once would only slow each other down.

    It has a thread of its own, since pygls' threads read the input.
    """

    def __init__(self) -> None:
        # Messages are read and answered by other threads, which are not to wait long for a busy lane to let them.
        sys.setswitchinterval(_TURN)
        self._numbers = count()
        self._waiting: PriorityQueue[tuple[_Rank, int, Future[Any], Callable[[], Any]]] = PriorityQueue()
        Thread(target=self._work, name="check", daemon=True).start()

    async def run(self, work: Callable[[], _Answer], *, can_wait: bool = False) -> _Answer:
        """The result of `work`, done after what waits already; what `can_wait` comes last."""
        return await self._result(_Rank.CAN_WAIT if can_wait else _Rank.AWAITED, work)

    async def fill_in(self, work: Callable[[], _Answer]) -> _Answer:
        """The result of long `work` that is done when there is nothing else, and calls `give_way` between its steps."""
        return await self._result(_Rank.FILLS_IN, work)

    def give_way(self) -> None:
        """Does all other work that has come meanwhile; for work that fills in, and goes on afterwards."""
        while self._is_needed():
            self._do_next()

    async def _result(self, rank: _Rank, work: Callable[[], _Answer]) -> _Answer:
        future: Future[_Answer] = Future()
        self._waiting.put((rank, next(self._numbers), future, work))
        try:
            return await asyncio.wrap_future(future)
        finally:
            # An error knows the calls that it passed through: they are not to know the error, or both stay.
            del future, work

    def _is_needed(self) -> bool:
        with self._waiting.mutex:
            return bool(self._waiting.queue) and self._waiting.queue[0][0] < _Rank.FILLS_IN

    def _work(self) -> None:
        while True:
            # In a call of its own, so that nothing of it is held while the lane waits.
            self._do_next()

    def _do_next(self) -> None:
        *_, future, work = self._waiting.get()
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)
        finally:
            del future, work
