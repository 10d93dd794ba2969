"""The client's requests that wait for their answers."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

# What is asked about a place or a stretch of a text means nothing once that text is another.
from msgspec import Struct
from msgspec.structs import replace

_ABOUT_A_PLACE = frozenset(
    {
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.TEXT_DOCUMENT_DECLARATION,
        types.TEXT_DOCUMENT_DEFINITION,
        types.TEXT_DOCUMENT_HOVER,
        types.TEXT_DOCUMENT_PREPARE_RENAME,
        types.TEXT_DOCUMENT_REFERENCES,
        types.TEXT_DOCUMENT_RENAME,
    }
)


class Request(Struct, frozen=True):
    """A request without its answer; `uri` is the document it is about a place in, None where it is about none.

    `is_outdated` tells that this document has changed since.
    """

    method: str
    uri: str | None
    is_outdated: bool = False


class Requests:
    """Requests by their ids."""

    def __init__(self) -> None:
        self._waiting: dict[str | int, Request] = {}

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._waiting

    def add(self, message: dict[str, Any]) -> None:
        """Puts down a request whose parameters are known to be valid."""
        method = message["method"]
        uri = message["params"]["textDocument"]["uri"] if method in _ABOUT_A_PLACE else None
        self._waiting[message["id"]] = Request(method, uri)

    def take(self, identifier: str | int) -> Request | None:
        """Takes out a request that is being answered."""
        return self._waiting.pop(identifier, None)

    def waiting(self) -> list[str | int]:
        """The ids of all requests."""
        return list(self._waiting)

    def outdate(self, uri: str) -> list[str | int]:
        """The ids of the requests about a place in a document; they are outdated from now on."""
        outdated = {key: request for key, request in self._waiting.items() if request.uri == uri}
        self._waiting |= {key: replace(request, is_outdated=True) for key, request in outdated.items()}
        return list(outdated)
