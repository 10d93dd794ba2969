"""Work beside the checks: in small pieces, between which whatever waits comes first, and only for the newest text."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from factlint.lsp.edits import moved_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server

_Part = TypeVar("_Part")

# Seconds for which a text has to be left as it is before such work begins, and for which a piece of it goes on.
_PAUSE = 0.2
_PIECE = 0.01


async def piece_by_piece(server: Server, checked: Checked, parts: Iterator[_Part]) -> list[_Part]:
    """All parts, each worked out when nothing else waits. Raises a refusal once the text has moved on."""
    found: list[_Part] = []
    await asyncio.sleep(_PAUSE)
    while is_newest(server, checked):
        if await server.checking.apart(partial(_went_on, parts, found)):
            return found
    raise moved_on()


def is_newest(server: Server, checked: Checked) -> bool:
    """True where a result is of the text that the document has, whatever is being typed in it."""
    snapshot = server.documents.get(checked.snapshot.uri)
    return snapshot is not None and snapshot.version == checked.snapshot.version


def _went_on(parts: Iterator[_Part], found: list[_Part]) -> bool:
    """Goes on for a piece of the work; True where that was the last."""
    until = time.monotonic() + _PIECE
    for part in parts:
        found.append(part)
        if time.monotonic() >= until:
            return False
    return True
