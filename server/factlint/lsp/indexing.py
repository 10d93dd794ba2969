"""Reading the sources in the background: a little at a time, begun anew when something changes meanwhile."""

from __future__ import annotations

import asyncio
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from factlint.lsp.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.lsp.checking import Checking
    from factlint.lsp.server import Server
    from factlint.stories import Progress as Step

TITLE = "Reading the sources"
# So long, in seconds, may what somebody waits for be held up by reading.
_SLICE = 0.01
# With fewer sources to read for the first time there is nothing to show.
_MANY = 25


class Indexing:
    """Keeps the projects of what is open ready; `changed` is called when one of them is renewed."""

    def __init__(self, server: Server, checking: Checking, changed: Callable[[], None]) -> None:
        self._server = server
        self._checking = checking
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self._is_outdated = False
        self._looks = False
        self.is_cancelled = False

    def wake(self, *, looks: bool = False) -> None:
        """Has the projects made ready for what is open now; `looks` where files may have changed on disk."""
        self._is_outdated = True
        self._looks |= looks
        self.is_cancelled = False
        if self._task is None:
            self._task = self._server.start(self._run())

    def ensure(self) -> None:
        """Has the projects made ready unless that is being done."""
        if self._task is None:
            self.wake()

    async def settled(self) -> None:
        """Returns once nothing is being read."""
        if self._task:
            await asyncio.wait([self._task])

    async def drive(self, steps: Iterator[Step], is_left: Callable[[Step], bool] = lambda _: False) -> bool:
        """Takes steps, a few at a time, while nobody waits for anything else; False where `is_left` ends that early."""
        while step := await self._checking.lane.run(partial(_advanced, steps), can_wait=True):
            if is_left(step):
                return False
        return True

    async def _run(self) -> None:
        shown = _Shown(self._server)
        try:
            while self._is_outdated and not self.is_cancelled:
                self._is_outdated = False
                generation = self._checking.projects.generation
                await self._make_ready(shown)
                if generation != self._checking.projects.generation:
                    self._changed()
        finally:
            self._task = None
            shown.end()

    async def _make_ready(self, shown: _Shown) -> None:
        wanted = self._checking.wanted(looks=self._looks)
        self._looks = False

        def is_left(step: Step) -> bool:
            shown.report(step)
            self.is_cancelled = shown.is_cancelled
            return self._is_outdated or self.is_cancelled

        if not await self.drive(self._checking.projects.renewal(wanted), is_left):
            self._looks |= wanted.looks


class _Shown:
    """The progress of reading, shown from the moment that there is much to read."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._progress: Progress | None = None

    @property
    def is_cancelled(self) -> bool:
        return self._progress is not None and self._progress.is_cancelled

    def report(self, step: Step) -> None:
        if self._progress is None and self._server.client.shows_progress and step.new >= _MANY:
            self._progress = Progress(self._server, TITLE)
            self._server.start(self._progress.begin())
        if self._progress:
            self._progress.report(step.done, step.total)

    def end(self) -> None:
        if self._progress:
            self._progress.end()


def _advanced(steps: Iterator[Step]) -> Step | None:
    """Takes steps for a moment; the last one taken, or None where none is left."""
    until = perf_counter() + _SLICE
    for step in steps:
        if perf_counter() >= until:
            return step
    return None
