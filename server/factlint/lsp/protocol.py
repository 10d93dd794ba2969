"""LSP conduct where pygls departs from it: every request is answered, and refused where it comes out of order."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcContentModified,
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
from pygls.progress import Progress
from pygls.protocol import LanguageServerProtocol

from factlint.lsp.requests import Requests
from factlint.lsp.streams import Unreadable
from factlint.lsp.tolerance import tolerated
from factlint.lsp.trace import Trace

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter
    from pygls.lsp.server import LanguageServer

_log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """The protocol of one conversation; `ended` is set when it is over."""

    def __init__(self, server: LanguageServer, converter: Converter) -> None:
        super().__init__(server, converter)
        self.ended = asyncio.Event()
        self.progress = _Progress(self)
        self._requests = Requests()
        self._trace = Trace(lambda: self.trace, self._send_trace)

    @property
    def is_shut_down(self) -> bool:
        """True once the client has asked for the end in due form."""
        return self._shutdown

    def receive(self, body: bytes | Unreadable) -> None:
        """Handles one message; whatever is wrong with it, a request gets an answer and nothing is raised."""
        if isinstance(body, Unreadable):
            self._answer_with(JsonRpcParseError(body.reason), None)
            return
        try:
            # Not left to the JSON reader, which would guess at other encodings too.
            data = json.loads(body.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            self._answer_with(JsonRpcParseError("not valid JSON in UTF-8"), None)
            return
        if not _is_message(data):
            self._refuse_outline(data)
        elif data.get("method") == types.EXIT:
            self.ended.set()
        elif "method" in data:
            self._handle_call(data)
        else:
            self._handle_answer(data)

    def _refuse_outline(self, data: object) -> None:
        """Answers what is no message, unless it is an answer itself: two programs could go on so for ever."""
        if isinstance(data, dict) and "method" not in data:
            _log.warning("an answer of the client's cannot be read")
            return
        identifier = data.get("id") if isinstance(data, dict) else None
        error = JsonRpcInvalidRequest("not a JSON-RPC 2.0 message, of which each comes by itself")
        self._answer_with(error, identifier if _is_identifier(identifier) else None)

    def _handle_call(self, data: dict[str, Any]) -> None:
        """Handles a request, or a notification, which has no id and gets no answer even where it is refused."""
        method = data["method"]
        self._trace.received(data)
        try:
            self._admit(data)
            message = self._read_call(data)
        except JsonRpcException as error:
            if "id" in data:
                self._answer_with(error, data["id"])
            elif not method.startswith("$/"):
                # The method is of the client's making; %r keeps it on one line.
                _log.info("passed over a notification %r: %s", method, error.message)
            return
        if "id" in data:
            if method == types.SHUTDOWN:
                self._cancel_all()
            self._requests.add(data)
        self.handle_message(message)
        if method == types.INITIALIZE:
            # Only now: nothing may be sent before the answer to this.
            self.trace = message.params.trace or types.TraceValue.Off
        elif method == types.TEXT_DOCUMENT_DID_CHANGE:
            self._give_up_on(message.params.text_document.uri)

    def _admit(self, data: dict[str, Any]) -> None:
        """Raises the error that a call gets which nothing handles, or not in this state of the conversation."""
        method, is_request = data["method"], "id" in data
        if self.is_shut_down:
            raise JsonRpcInvalidRequest("the server is shutting down")
        if self._workspace is None and method != types.INITIALIZE:
            raise JsonRpcServerNotInitialized("the server is not initialized yet")
        if self._workspace is not None and method == types.INITIALIZE:
            raise JsonRpcInvalidRequest("the server is initialized already")
        if method in types.METHOD_TO_TYPES and is_request != (self.get_result_type(method) is not None):
            raise JsonRpcMethodNotFound(f"{method} is no {'request' if is_request else 'notification'}")
        if method != types.CANCEL_REQUEST:
            self._get_handler(method)
        if is_request and data["id"] in self._requests:
            raise JsonRpcInvalidRequest("a request with this id is not answered yet")

    def _read_call(self, data: dict[str, Any]) -> Any:
        data = {"params": None, **tolerated(data, self._converter)}
        try:
            message = self.structure_message(data)
        except JsonRpcException as error:
            raise JsonRpcInvalidParams(f"the parameters of {data['method']} are not valid") from error
        if data["method"] == types.WORKSPACE_EXECUTE_COMMAND and message.params.command not in self.fm.commands:
            raise JsonRpcInvalidParams(f"there is no command {message.params.command}")
        return message

    def _handle_answer(self, data: dict[str, Any]) -> None:
        """Handles the client's answer to a request of ours; one that cannot be read counts as a refusal."""
        identifier = data.get("id")
        if identifier not in self._result_types:
            _log.warning("the client has answered what it was not asked")
            return
        self._trace.received(data)
        future = self._request_futures.get(identifier)
        try:
            message = self.structure_message(data)
        except JsonRpcException:
            _log.warning("an answer of the client's cannot be read")
            message = None
        if future is None or future.done():
            self._request_futures.pop(identifier, None)
        elif message is None:
            self._request_futures.pop(identifier).set_exception(JsonRpcInvalidRequest("the answer cannot be read"))
        else:
            self.handle_message(message)

    def _execute_handler(
        self,
        msg_id: str | int,
        handler: Any,
        callback: Callable[[Any], None],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        """Lets go of what becomes of a call once that is known; pygls keeps it for every notification."""

        def finish(future: Any) -> None:
            self._request_futures.pop(msg_id, None)
            callback(future)

        super()._execute_handler(msg_id, handler, finish, args, kwargs)

    def _handle_cancel_notification(self, msg_id: str | int) -> None:
        if msg_id in self._requests:
            super()._handle_cancel_notification(msg_id)

    def _cancel_all(self) -> None:
        """Cancels every request that waits: pygls would stumble, at shutdown, over those that are let go at once."""
        for identifier in self._requests.waiting():
            super()._handle_cancel_notification(identifier)

    def _give_up_on(self, uri: str) -> None:
        """Answers the requests that are about a place in a text that has changed since."""
        for identifier in self._requests.outdate(uri):
            super()._handle_cancel_notification(identifier)

    def _answer_with(self, error: JsonRpcException, identifier: str | int | None) -> None:
        # Sent as a plain mapping, since lsprotocol leaves out an id that is null.
        answer = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": identifier, "error": answer})

    def _send_response(self, msg_id: Any, result: Any | None = None, error: types.ResponseError | None = None) -> None:
        request = self._requests.take(msg_id)
        if error and error.code == JsonRpcRequestCancelled.CODE and request and request.is_outdated:
            error = types.ResponseError(JsonRpcContentModified.CODE, "the text has changed since")
        super()._send_response(msg_id, result, error and _without_details(error))

    def _send_data(self, data: Any) -> None:
        try:
            body = json.dumps(data, default=self._serialize_message)
        except Exception as error:
            self._server._report_server_error(error, JsonRpcInternalError)
            if not hasattr(data, "method"):
                self._answer_with(JsonRpcInternalError(_SEE_LOG), data.id)
            return
        if self.writer:
            self.writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body.encode("ascii")))
            self._trace.sent(data, body)

    def _send_trace(self, message: str, verbose: str | None) -> None:
        self.notify(types.LOG_TRACE, types.LogTraceParams(message, verbose))


class _Progress(Progress):
    """Lets go of each token at its end."""

    def end(self, token: str | int, value: types.WorkDoneProgressEnd) -> None:
        super().end(token, value)
        self.tokens.pop(token, None)


_SEE_LOG = "internal error; the server's log says where"


def _without_details(error: types.ResponseError) -> types.ResponseError:
    """An error without what pygls has put into it of the exception, which may quote the draft."""
    if error.code == JsonRpcInternalError.CODE:
        return types.ResponseError(error.code, _SEE_LOG)
    if error.message.startswith(f"{JsonRpcInvalidParams.MESSAGE}:"):
        return types.ResponseError(error.code, "the parameters are not valid")
    return error


def _is_message(data: object) -> bool:
    """True where a value has the outline of a JSON-RPC 2.0 message."""
    return (
        isinstance(data, dict)
        and data.get("jsonrpc") == LanguageServerProtocol.VERSION
        and _is_identifier(data.get("id", 0))
        and isinstance(data.get("method", ""), str)
    )


def _is_identifier(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)
