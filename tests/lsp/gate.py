"""A server whose lane of checks can be held up for as long as a test wants."""

import socket

from lsp.nursery import ready
from lsp.peer import PATIENCE, Peer

# The real server with requests more: one that keeps the lane busy until the gate opens, one that counts its
# kind, one that asks the client for something.
SCRIPT = """
import itertools, socket, sys
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from factlint.lsp import server

class Gated(server.Server):
    def __init__(self):
        super().__init__()
        counter = itertools.count(1)

        @self.feature("test/wait")
        async def wait(params):
            return await self.checking.apart(pass_the_gate)

        @self.feature("test/askBack")
        async def ask_back(params):
            edit = types.ApplyWorkspaceEditParams(types.WorkspaceEdit())
            try:
                await self.workspace_apply_edit_async(edit)
            except JsonRpcException:
                return "refused"

        @self.feature("test/count")
        async def count(params):
            return await self.checking.apart(lambda: next(counter))

def pass_the_gate():
    with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as gate:
        gate.recv(1)
    return "passed"

server.Server = Gated
server.main()
"""


class Gate(Peer):
    """A conversation with such a server; `close` returns once the lane is busy. Its requests are left to the test."""

    answers = False

    def __init__(self, folder):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(PATIENCE)
        self._guard = None
        super().__init__(folder, ready("-c", SCRIPT, str(self._listener.getsockname()[1])))

    def __exit__(self, *_):
        super().__exit__()
        self._listener.close()
        if self._guard:
            self._guard.close()

    def close(self, identifier="held up"):
        self.ask(identifier, "test/wait")
        self._guard, _ = self._listener.accept()

    def open(self):
        self._guard.close()

    def ask(self, identifier, method, params=None):
        """Sends a request whose answer is not waited for."""
        self.send({"jsonrpc": "2.0", "id": identifier, "method": method, "params": params})

    def cancel(self, identifier):
        self.notify("$/cancelRequest", {"id": identifier})

    def answer_to(self, identifier):
        """The answer to a request, whether it comes yet or came before another that was waited for."""

        def is_wanted(message):
            return message.get("id") == identifier and "method" not in message

        came = next(filter(is_wanted, self.passed), None)
        return came or self.expect(is_wanted)
