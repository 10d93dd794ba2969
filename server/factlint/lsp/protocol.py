"""LSP conduct where pygls departs from it: every request is answered, and refused where it comes out of order."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol

if TYPE_CHECKING:
    from cattrs import Converter
    from pygls.lsp.server import LanguageServer

_log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """The protocol of one conversation; `ended` is set when it is over."""

    def __init__(self, server: LanguageServer, converter: Converter) -> None:
        super().__init__(server, converter)
        self.ended = asyncio.Event()

    @property
    def is_shut_down(self) -> bool:
        """True once the client has asked for the end in due form."""
        return self._shutdown

    def receive(self, body: bytes) -> None:
        """Handles one message; whatever is wrong with it, a request gets an answer and nothing is raised."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError):
            self._answer_with(JsonRpcParseError("not valid JSON"), None)
            return
        if not _is_message(data):
            self._answer_with(JsonRpcInvalidRequest("not a JSON-RPC 2.0 message"), None)
        elif data.get("method") == types.EXIT:
            self.ended.set()
        elif "method" in data:
            self._handle_call(data)
        else:
            self._handle_answer(data)

    def _handle_call(self, data: dict[str, Any]) -> None:
        """Handles a request, or a notification, which has no id and gets no answer even where it is refused."""
        try:
            self._admit(data["method"])
            self.handle_message(self._read_call(data))
        except JsonRpcException as error:
            if "id" in data:
                self._answer_with(error, data["id"])

    def _admit(self, method: str) -> None:
        """Raises the error that a call gets which nothing handles, or not in this state of the conversation."""
        if self.is_shut_down:
            raise JsonRpcInvalidRequest("the server is shutting down")
        if self._workspace is None and method != types.INITIALIZE:
            raise JsonRpcServerNotInitialized("the server is not initialized yet")
        if self._workspace is not None and method == types.INITIALIZE:
            raise JsonRpcInvalidRequest("the server is initialized already")
        if method != types.CANCEL_REQUEST:
            self._get_handler(method)

    def _read_call(self, data: dict[str, Any]) -> Any:
        try:
            return self.structure_message({"params": None, **data})
        except JsonRpcException as error:
            raise JsonRpcInvalidParams(f"the parameters of {data['method']} are not valid") from error

    def _handle_answer(self, data: dict[str, Any]) -> None:
        """Handles the client's answer to a request of ours; one that cannot be read counts as none."""
        try:
            message = self.structure_message(data)
        except JsonRpcException:
            _log.warning("an answer of the client's cannot be read")
            return
        self.handle_message(message)

    def _answer_with(self, error: JsonRpcException, identifier: str | int | None) -> None:
        # Sent as a plain mapping, since lsprotocol leaves out an id that is null.
        answer = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": identifier, "error": answer})

    def _send_response(self, msg_id: Any, result: Any | None = None, error: types.ResponseError | None = None) -> None:
        if error and error.code == JsonRpcInternalError.CODE:
            error = types.ResponseError(error.code, "internal error; the server's log says where")
        super()._send_response(msg_id, result, error)


def _is_message(data: object) -> bool:
    """True where a value has the outline of a JSON-RPC 2.0 message."""
    return (
        isinstance(data, dict)
        and data.get("jsonrpc") == LanguageServerProtocol.VERSION
        and isinstance(data.get("id", 0), (str, int))
        and isinstance(data.get("method", ""), str)
    )
