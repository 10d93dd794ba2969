"""Messages over a pair of streams: what arrives, what is sent, and the end of the conversation."""

from __future__ import annotations

import asyncio
import re
import threading
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.lsp.protocol import Protocol

_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d{1,12})[ \t]*", re.IGNORECASE)


def bodies(stream: BinaryIO) -> Iterator[bytes]:
    """The body of each message on the stream, until the stream ends or breaks off within a message.

    Header names in any letter case are understood; a header without a length is passed over.
    """
    length = None
    while line := stream.readline():
        header = line.strip()
        if header:
            match = _LENGTH.fullmatch(header)
            length = int(match[1]) if match else length
        elif length is not None:
            body = stream.read(length)
            if len(body) < length:
                return
            yield body
            length = None


class Output:
    """The stream to the client; where it is closed on the other side, `on_lost` is called and the rest falls away."""

    def __init__(self, stream: BinaryIO, on_lost: Callable[[], None]) -> None:
        self._stream = stream
        self._on_lost = on_lost

    def write(self, data: bytes) -> None:
        """Sends one message."""
        try:
            self._stream.write(data)
            self._stream.flush()
        except (OSError, ValueError):
            self._on_lost()

    def close(self) -> None:
        """Does nothing: the stream ends with the process."""


async def converse(protocol: Protocol, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Lets `protocol` answer what comes in until the client says exit or is gone."""
    loop = asyncio.get_running_loop()
    protocol.set_writer(Output(outgoing, protocol.ended.set))

    def listen() -> None:
        try:
            for body in bodies(incoming):
                loop.call_soon_threadsafe(protocol.receive, body)
        except (OSError, ValueError):
            pass
        loop.call_soon_threadsafe(protocol.ended.set)

    # A daemon: a read that waits for the client must not hold up the end of the process.
    threading.Thread(target=listen, name="listen", daemon=True).start()
    await protocol.ended.wait()
