"""The pace of typing: nothing is worked out while changes of a text follow each other quickly."""

from __future__ import annotations

import asyncio
from urllib.parse import unquote


class Pace:
    """When each document was changed last, by the clock of the event loop."""

    def __init__(self) -> None:
        self._changes: dict[str, float] = {}

    def change(self, uri: str) -> None:
        """Takes note that a document is being changed."""
        self._changes[unquote(uri)] = asyncio.get_running_loop().time()

    async def quiet(self, uri: str, seconds: float) -> None:
        """Returns once a document has been left as it is for so long."""
        now = asyncio.get_running_loop().time
        while (rest := self._changes.get(unquote(uri), 0.0) + seconds - now()) > 0:
            await asyncio.sleep(rest)

    def forget(self, uri: str) -> None:
        """Lets go of what is known of a document."""
        self._changes.pop(unquote(uri), None)
