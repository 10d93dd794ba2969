"""A writer at work with the real server: opens a draft, types into it, and waits for what the server has to say."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from factlint.lsp.convert import uri_of
from lsp.peer import SERVER, Peer

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longer than anything takes that is measured, so that what is slow is reported and not broken off.
_PATIENCE = 3600.0
_ASKS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
_IS_SENT = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}


class Writer:
    """An editor with one draft open; `asks` where it asks for diagnostics, else it is sent them."""

    def __init__(self, folder: Path, draft: Path, *, asks: bool = True) -> None:
        self._started = time.perf_counter()
        self._asks = asks
        self._peer = Peer(folder, SERVER, patience=_PATIENCE)
        self._uri = uri_of(draft)
        self._version = 0
        self._text = draft.read_text("utf-8")
        self._cursor = 0
        self._peer.initialize(
            capabilities=_ASKS if asks else _IS_SENT,
            workspaceFolders=[{"uri": uri_of(folder), "name": "story"}],
            initializationOptions={"debounce": 0},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._peer.__exit__()

    def open(self) -> float:
        """Seconds from the start of the server to the first diagnostics."""
        document = {"uri": self._uri, "languageId": "markdown", "version": 0, "text": self._text}
        self._peer.notify("textDocument/didOpen", {"textDocument": document})
        self._diagnostics()
        return time.perf_counter() - self._started

    def go_to_the_middle(self) -> None:
        """Puts the cursor behind a sentence in the middle of the draft."""
        self._cursor = self._text.index(". ", len(self._text) // 2) + 1

    def type(self, typed: str) -> float:
        """Seconds from a keystroke to the diagnostics of the new text."""
        cursor = self._cursor
        self._cursor += len(typed)
        return self._change(self._text[:cursor] + typed + self._text[cursor:])

    def take_back(self, length: int) -> float:
        """Seconds from the removal of so many characters before the cursor to the diagnostics of the new text."""
        end = self._cursor
        self._cursor -= length
        return self._change(self._text[: self._cursor] + self._text[end:])

    def hover(self, line: int, character: int) -> float:
        """Seconds until the answer to a hover comes."""
        position = {"line": line, "character": character}
        started = time.perf_counter()
        self._peer.request("textDocument/hover", {"textDocument": {"uri": self._uri}, "position": position})
        return time.perf_counter() - started

    def names(self) -> Iterator[tuple[int, int]]:
        """Line and character of words of the draft that begin with a capital letter."""
        for number, line in enumerate(self._text.split("\n")):
            place = 0
            for word in line.split(" "):
                if word[:1].isupper():
                    yield number, place
                place += len(word) + 1

    def memory(self) -> float | None:
        """Megabytes of memory that the server has in use now, or None where this system does not tell."""
        try:
            status = Path(f"/proc/{self._peer.process.pid}/status").read_text("ascii")
        except OSError:
            return None
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def _change(self, text: str) -> float:
        self._version += 1
        self._text = text
        identifier = {"uri": self._uri, "version": self._version}
        started = time.perf_counter()
        self._peer.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": text}]})
        self._diagnostics()
        return time.perf_counter() - started

    def _diagnostics(self) -> None:
        if self._asks:
            self._peer.request("textDocument/diagnostic", {"textDocument": {"uri": self._uri}})
        else:
            self._peer.expect(self._is_of_this_version)
        self._peer.passed.clear()

    def _is_of_this_version(self, message: dict[str, Any]) -> bool:
        return message.get("params", {}).get("version") == self._version
