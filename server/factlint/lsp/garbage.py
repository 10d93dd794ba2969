"""Python's search for what is out of use, kept from holding up whoever waits.

A thousand sources take a second to search, during which nothing is answered. What there is of them is set aside, where
it is not searched, and let go as ever where nothing refers to it; only when the editor has been left alone for long
after a change of the sources is all searched for what refers to itself. What edits leave behind is little, and soon
searched.
"""

from __future__ import annotations

import asyncio
import gc

# Seconds for which no text has to change before all is searched.
_IDLE = 30.0
# After how many new objects they are searched once the others are set aside: some eighty edits, within a millisecond.
_SOON = 20_000


class Garbage:
    """Sets memory aside, and looks through it when there is time; to be made and called where the event loop runs."""

    def __init__(self) -> None:
        self._search: asyncio.TimerHandle | None = None

    @staticmethod
    def set_aside() -> None:
        """Has all that there is now left out of searches, and the rest searched more often; in any thread."""
        gc.freeze()
        gc.set_threshold(_SOON, *gc.get_threshold()[1:])
        # How much there is to search is known anew: Python puts a whole search off until there is a quarter more.
        gc.collect()

    def search_later(self) -> None:
        """Has all searched once nothing has changed for long."""
        self._stop()
        self._search = asyncio.get_running_loop().call_later(_IDLE, self._all)

    def put_off(self) -> None:
        """Has a search that is due wait longer."""
        if self._search is not None:
            self.search_later()

    def _all(self) -> None:
        self._stop()
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _stop(self) -> None:
        if self._search is not None:
            self._search.cancel()
            self._search = None
