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
from factlint.lsp import code_actions, hover, parent, preferences, publishing, sync, workspace_diagnostics
from factlint.lsp.checking import Checking
from factlint.lsp.client import client_of
from factlint.lsp.documents import Documents
from factlint.lsp.messages import Messages
from factlint.lsp.preferences import Preferences
from factlint.lsp.protocol import Protocol
from factlint.lsp.publishing import Publisher
from factlint.lsp.refreshing import refresh_all
from factlint.lsp.roots import roots_of
from factlint.lsp.stdio import converse
from factlint.lsp.watching import Watching
from factlint.lsp.workspace_diagnostics import WorkspaceDiagnostics

if TYPE_CHECKING:
    from collections.abc import Coroutine

_log = logging.getLogger(__name__)


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


def main() -> NoReturn:
    """Serves one editor over standard input and output, then ends the process.

    The exit status is 0 where the client has asked for a shutdown first, else 1.
    """
    outgoing = sys.stdout.buffer
    # Whatever prints must not print into the conversation.
    sys.stdout = sys.stderr
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="factlint: %(levelname)s: %(message)s")
    # pygls logs whole messages, and so the draft; what matters of it is logged by this package.
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    try:
        status = asyncio.new_event_loop().run_until_complete(_serve(sys.stdin.buffer, outgoing))
    except KeyboardInterrupt:
        status = 1
    # A check that still runs must not keep the process.
    sys.stderr.flush()
    os._exit(status)


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
    code_actions.register(server)
    hover.register(server)
    preferences.register(server, partial(refresh_all, server))
    sync.register(server)

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
