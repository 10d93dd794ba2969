"""The inside of a running VS Code: tests act there as an extension does, through one of their own."""

import json
import socket
import zipfile
from pathlib import Path

PUPPET = Path(__file__).parent / "puppet"
PATIENCE = 60.0


def pack(folder, archive):
    """Packs an extension as it stands in its folder."""
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(folder.rglob("*")):
            packed.write(file, Path("extension") / file.relative_to(folder))
    return archive


class Hosts:
    """Takes the calls of the extension hosts that are started with `environment`."""

    def __init__(self):
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(PATIENCE)
        self.environment = {"FACTLINT_PUPPET": str(self._listening.getsockname()[1])}

    def of(self, opened):
        """The host of the window that has a folder or workspace file open, once it calls."""
        while True:
            host = Host(self._listening.accept()[0])
            if host.opened == str(opened):
                return host
            host.close()

    def close(self):
        """Takes no more calls."""
        self._listening.close()


class Host:
    """One extension host; `opened` is what its window has open."""

    def __init__(self, connection):
        connection.settimeout(PATIENCE)
        self._connection = connection
        self._lines = connection.makefile("r", encoding="utf-8")
        self.opened = self._answer()["opened"]

    def run(self, body, **given):
        """What the body of an asynchronous function returns; it sees `given` and the tools of the puppet."""
        self.start(body, **given)
        return self.finish()

    def start(self, body, **given):
        """Begins to run a body, for what goes on in the window meanwhile; `finish` gives its result."""
        self._connection.sendall(json.dumps({"body": body, "given": given}).encode() + b"\n")

    def finish(self):
        """The result of what was started."""
        answer = self._answer()
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def close(self):
        """Lets go of the host."""
        self._lines.close()
        self._connection.close()

    def _answer(self):
        return json.loads(self._lines.readline())
