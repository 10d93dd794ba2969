"""The other end of a conversation with the server, by hand: plain bytes and mappings, nothing checked or hidden."""

import contextlib
import json
import queue
import subprocess
import sys
import threading

from lsp.nursery import ready

SERVER = (sys.executable, "-m", "factlint", "lsp")
READY = ready("lsp")
# Longer than anything takes on a machine that is busy with much else.
PATIENCE = 120.0


def framed(message):
    """The bytes of a message."""
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def messages(stream):
    """The messages on a stream, which must follow upon one another without a byte between them."""
    while header := stream.readline():
        length = int(header.split(b":")[1])
        while stream.readline().strip():
            pass
        yield json.loads(stream.read(length))


class Peer:
    """A running server and what it sends; where it `answers`, then to every request of the server's own with null."""

    answers = True

    def __init__(self, folder, command=READY, patience=PATIENCE):
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self._patience = patience
        self._errors = []
        self._messages = queue.Queue()
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read, self._read_errors)]
        for reader in self._readers:
            reader.start()
        self.last_id = 0
        self.passed = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        for reader in self._readers:
            reader.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(BrokenPipeError):
                stream.close()

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        self.send_bytes(framed(message))

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method, params):
        """The server's answer."""
        self.last_id += 1
        self.send({"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params})
        return self.expect(lambda message: message.get("id") == self.last_id and "method" not in message)

    def expect(self, is_wanted):
        """The next message that is wanted; those before it are put down in `passed`."""
        while True:
            message = self._messages.get(timeout=self._patience)
            if message is None:
                raise EOFError(f"the server has ended: {self.errors()}")
            if is_wanted(message):
                return message
            self.passed.append(message)

    def initialize(self, **params):
        answer = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}, **params})
        self.notify("initialized", {})
        return answer["result"]

    def ended(self):
        """The exit status, once the server has ended by itself."""
        return self.process.wait(PATIENCE)

    def errors(self):
        """What the server has written to standard error, once it has ended."""
        self._readers[1].join(PATIENCE)
        return b"".join(self._errors).decode()

    def _read(self):
        for message in messages(self.process.stdout):
            if self.answers and "method" in message and "id" in message:
                self.send({"jsonrpc": "2.0", "id": message["id"], "result": None})
            self._messages.put(message)
        self._messages.put(None)

    def _read_errors(self):
        self._errors.extend(self.process.stderr)
