"""What the server tells of the conversation: to the client as far as that wants to know, and to the log."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)


class Trace:
    """Tells of each message by its method and id; what is in it, and so the draft, only where that is asked for.

    `level` gives how much the client wants, `send` tells it a line and what is in the message; the log has the line
    at level "info" and the rest at "debug".
    """

    def __init__(self, level: Callable[[], types.TraceValue], send: Callable[[str, str | None], None]) -> None:
        self._level = level
        self._send = send
        self._received: dict[str | int, tuple[str, float]] = {}

    def received(self, message: dict[str, Any]) -> None:
        """Tells of a message of the client's."""
        method, identifier = message.get("method"), message.get("id")
        if method and identifier is not None:
            self._received[identifier] = (method, time.perf_counter())
        if self._is_wanted(method):
            self._tell(f"Received {_kind(method, identifier)}.", json.dumps(message, ensure_ascii=False))

    def sent(self, message: object, body: str) -> None:
        """Tells of a message of the server's, of which `body` is the text."""
        method, identifier = _part(message, "method"), _part(message, "id")
        answered = None if method or identifier is None else self._received.pop(identifier, None)
        if not self._is_wanted(method):
            return
        line = f"Sent {_kind(method, identifier)}"
        if answered:
            line += f" to {answered[0]} after {1000 * (time.perf_counter() - answered[1]):.0f} ms"
        error = _part(message, "error")
        self._tell(f"{line}: error {_part(error, 'code')}." if error else f"{line}.", body)

    def _is_wanted(self, method: str | None) -> bool:
        # To tell of its own telling would never end.
        return method != types.LOG_TRACE and (
            self._level() is not types.TraceValue.Off or _log.isEnabledFor(logging.INFO)
        )

    def _tell(self, line: str, content: str) -> None:
        _log.info("%s", line)
        _log.debug("%s", content)
        level = self._level()
        if level is not types.TraceValue.Off:
            self._send(line, content if level is types.TraceValue.Verbose else None)


def _kind(method: str | None, identifier: str | int | None) -> str:
    if method is None:
        return f"answer {identifier!r}"
    return f"notification {method}" if identifier is None else f"request {method} {identifier!r}"


def _part(message: object, name: str) -> Any:
    return message.get(name) if isinstance(message, dict) else getattr(message, name, None)
