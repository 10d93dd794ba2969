"""Messages over a pair of streams: what arrives, what is sent, and the end of the conversation."""

from __future__ import annotations

import asyncio
import re
import threading
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.lsp.protocol import Protocol

# Bytes of a message; a length beyond that is a mistake, and to wait for so much would be to wait for ever.
LONGEST = 256 * 1024 * 1024
_LONGEST_LINE = 1024 * 1024
# At the end of a line, not alone in it: the header may stand right behind a body whose length nobody knew.
_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d{1,12})[ \t]*$", re.IGNORECASE)
_CHARSET = re.compile(rb"content-type[ \t]*:.*\bcharset[ \t]*=[ \t]*\"?([^\s\";]+)", re.IGNORECASE)
_UTF_8 = {b"utf-8", b"utf8"}


class Unreadable(Struct, frozen=True):
    """A message that cannot be read, with the reason."""

    reason: str


def bodies(stream: BinaryIO) -> Iterator[bytes | Unreadable]:
    """The body of each message on the stream, until the stream ends or breaks off within a message.

    Headers come in any order and letter case. Where one says no length that can be, the next header is looked for.
    """
    headers: list[bytes] = []
    while line := stream.readline(_LONGEST_LINE):
        if header := line.strip():
            headers.append(header)
        elif headers:
            length = _length(headers)
            if length is None:
                yield Unreadable(f"a message needs a Content-Length of at most {LONGEST}")
            else:
                body = stream.read(length)
                if len(body) < length:
                    return
                yield body if _is_utf_8(headers) else Unreadable("the charset of a message must be utf-8")
            headers = []


def _length(headers: list[bytes]) -> int | None:
    """The number of bytes of the body, or None where no header says it, or one that is too long."""
    lengths = [int(match[1]) for header in headers if (match := _LENGTH.search(header))]
    return lengths[-1] if lengths and lengths[-1] <= LONGEST else None


def _is_utf_8(headers: list[bytes]) -> bool:
    charsets = [match[1].lower() for header in headers if (match := _CHARSET.search(header))]
    return not charsets or charsets[-1] in _UTF_8


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
