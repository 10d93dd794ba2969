"""The server: what it consists of, how a conversation begins and how it ends."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import traceback
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer

from factlint import __version__
from factlint.lsp import (
    code_actions,
    code_lens,
    completion,
    definition,
    hover,
    inlay_hints,
    lookups,
    parent,
    preferences,
    publishing,
    references,
    rename,
    semantic_tokens,
    symbols,
    sync,
    workspace_diagnostics,
)
from factlint.lsp.checking import Checking
from factlint.lsp.client import client_of
from factlint.lsp.documents import Documents
from factlint.lsp.judging import Judging
from factlint.lsp.log import Log
from factlint.lsp.messages import Messages
from factlint.lsp.preferences import Preferences
from factlint.lsp.protocol import Protocol
from factlint.lsp.publishing import Publisher
from factlint.lsp.refreshing import refresh_all
from factlint.lsp.roots import roots_of
from factlint.lsp.streams import converse
from factlint.lsp.watching import Watching
from factlint.lsp.workspace_diagnostics import WorkspaceDiagnostics

if TYPE_CHECKING:
    import socket
    from collections.abc import Coroutine

_log = logging.getLogger(__name__)
_FEATURES = (
    code_actions,
    code_lens,
    completion,
    definition,
    hover,
    inlay_hints,
    lookups,
    references,
    rename,
    semantic_tokens,
    symbols,
    sync,
)


class Server(LanguageServer):
    """One conversation with one editor."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(
            "factlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full, protocol_cls=Protocol
        )
        self.client = client_of(types.ClientCapabilities())
        self.preferences = Preferences()
        self.documents = Documents()
        self.checking = Checking(self, partial(refresh_all, self))
        self.judging = Judging(self)
        self.messages = Messages(self._show, self._write)
        self.publisher = Publisher(self)
        self.workspace_diagnostics = WorkspaceDiagnostics(self)
        self.watching = Watching(self)
        self._tasks: set[asyncio.Task[None]] = set()
        _register(self)

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Starts work that goes on by itself; what goes wrong in it is logged."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._finish)
        return task

    def report_server_error(self, error: Exception, _source: object) -> None:
        """Logs an error of the server's own; the writer is not interrupted with it."""
        # Any other error of the protocol is a refusal, which the client has been told of.
        if isinstance(error, JsonRpcInternalError) or not isinstance(error, JsonRpcException):
            log_error(error)

    def _finish(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error and not isinstance(error, JsonRpcException):
            log_error(error)

    def _show(self, line: str) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"factlint: {line}"))

    def _write(self, line: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Info, line))


def log_error(error: BaseException) -> None:
    """Logs where an error arose and of which kind it is, but not its message, which may quote the draft."""
    kind, places = type(error).__name__, traceback.format_tb(error.__traceback__)
    # pygls puts an error that it caught into one of its own, as text: "Kind: message", and the places.
    if isinstance(error, JsonRpcInternalError) and error.data:
        kind, places = error.message.partition(":")[0], error.data["traceback"]
    _log.error("%s\n%s", kind, "".join(places).rstrip())


def main(connection: socket.socket | None = None, log: Log | None = None) -> NoReturn:
    """Serves one editor over standard input and output, or over a connection, then ends the process.

    The exit status is 0 where the client has asked for a shutdown first, else 1.
    """
    status = 1
    try:
        incoming, outgoing = _standard_streams() if connection is None else _streams_of(connection)
        (log or Log()).start()
        status = asyncio.new_event_loop().run_until_complete(_serve(incoming, outgoing))
    except KeyboardInterrupt:
        pass
    except Exception as error:
        log_error(error)
    finally:
        # A check that still runs must not keep the process.
        logging.shutdown()
        os._exit(status)


def _standard_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for the conversation alone: whatever else reads finds nothing, prints to stderr."""
    sys.stdout = sys.stderr
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2 if sys.stderr else nothing, 1)
    os.close(nothing)
    return incoming, outgoing


def _streams_of(connection: socket.socket) -> tuple[BinaryIO, BinaryIO]:
    return connection.makefile("rb"), connection.makefile("wb")


async def _serve(incoming: BinaryIO, outgoing: BinaryIO) -> int:
    asyncio.get_running_loop().set_exception_handler(_log_stray)
    server = Server()
    await converse(server.protocol, incoming, outgoing)
    return 0 if server.protocol.is_shut_down else 1


def _log_stray(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if error:
        log_error(error)


def _register(server: Server) -> None:
    for feature in _FEATURES:
        feature.register(server)
    preferences.register(server, partial(refresh_all, server))

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.client = client_of(params.capabilities)
        preferences.take(server, params.initialization_options)
        server.checking.roots = roots_of(params)
        if server.client.pulls:
            publishing.offer(server)
            workspace_diagnostics.offer(server)
        # An editor in another container, or on another machine, names a process that means nothing here.
        if params.process_id and parent.is_running(params.process_id):
            server.start(_end_with_parent(server, params.process_id))

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        preferences.begin(server, partial(refresh_all, server))
        server.watching.start()


async def _end_with_parent(server: Server, process: int) -> None:
    await parent.gone(process)
    server.protocol.ended.set()
