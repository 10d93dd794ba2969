"""The server over TCP: who is let in, and how the conversation ends."""

import socket
import subprocess
import sys

import pytest

from factlint.lsp.tcp import Address, AddressError, address, is_loopback
from lsp.peer import PATIENCE, READY, SERVER, framed, messages


class Caller:
    """A server that waits on TCP, and a client that has come to it."""

    def __init__(self, folder, *options, command=READY):
        self.process = subprocess.Popen(
            [*command, *options], cwd=folder, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
        self.lines = []
        while not self.lines or "waiting" not in self.lines[-1]:
            self.lines.append(self.process.stderr.readline().decode().strip())
        self.there = address(self.lines[-1].rpartition(" ")[2])
        self.connection = socket.create_connection((self.there.host, self.there.port), PATIENCE)
        self.messages = messages(self.connection.makefile("rb"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()

    def request(self, method, params):
        self.notify(method, params, id=1)
        return next(message for message in self.messages if message.get("id") == 1 and "method" not in message)

    def notify(self, method, params, **identifier):
        self.connection.sendall(framed({"jsonrpc": "2.0", "method": method, "params": params, **identifier}))

    def initialize(self):
        return self.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})


@pytest.mark.parametrize("place", ["127.0.0.1:0", ":0", "localhost:0"])
def test_an_editor_is_served_on_the_port_that_is_told(workspace, place):
    with Caller(workspace, "--tcp", place, command=SERVER) as caller:
        assert len(caller.lines) == 1
        assert "hoverProvider" in caller.initialize()["result"]["capabilities"]
        assert caller.request("shutdown", None)["result"] is None
        caller.notify("exit", None)
        assert caller.process.wait(PATIENCE) == 0
        assert caller.process.stderr.read() == b""


def test_the_server_ends_when_its_editor_hangs_up(workspace):
    with Caller(workspace, "--tcp", ":0", command=SERVER) as caller:
        caller.initialize()
        caller.connection.shutdown(socket.SHUT_RDWR)
        assert caller.process.wait(PATIENCE) == 1
        assert caller.process.stderr.read() == b""


def test_only_one_editor_is_let_in(workspace):
    with Caller(workspace, "--tcp", ":0") as caller:
        caller.initialize()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((caller.there.host, caller.there.port), PATIENCE)
        assert caller.request("shutdown", None)["result"] is None


def test_other_machines_are_let_in_only_when_that_is_said_and_then_with_a_warning(workspace):
    with Caller(workspace, "--tcp", "0.0.0.0:0", "--allow-remote") as caller:
        assert ["warning" in line for line in caller.lines] == [True, False]
        assert "result" in caller.initialize()


def refused(folder, *options):
    """The one line in which the command line says why it serves nobody."""
    ran = subprocess.run([*SERVER, *options], cwd=folder, capture_output=True, timeout=PATIENCE, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr.count(b"\n")) == (2, b"", 1)
    return ran.stderr.decode()


def test_what_cannot_be_served_is_told_in_a_line(workspace):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"127.0.0.1:{port}: " in refused(workspace, "--tcp", f":{port}")
    assert "HOST:PORT" in refused(workspace, "--tcp", "nonsense")
    assert "no.such.host.invalid:1" in refused(workspace, "--tcp", "no.such.host.invalid:1")
    assert "--allow-remote" in refused(workspace, "--tcp", "0.0.0.0:0")
    assert "exclude" in refused(workspace, "--stdio", "--tcp", ":0")
    assert "nowhere" in refused(workspace, "--log", str(workspace / "nowhere" / "a.log"))


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("127.0.0.1:2087", "127.0.0.1", 2087),
        (":0", "127.0.0.1", 0),
        ("localhost:65535", "localhost", 65535),
        ("[::1]:1", "::1", 1),
        ("[fe80::1%eth0]:1", "fe80::1%eth0", 1),
    ],
)
def test_an_address_is_read(text, host, port):
    assert address(text) == Address(host, port)


@pytest.mark.parametrize(
    "text", ["", "host", "2087", "host:", "host:port", ":65536", ":-1", "::1:5", "http://host:1", "a b:1", "[host]:1:2"]
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(AddressError, match="HOST:PORT"):
        address(text)


def test_which_addresses_only_this_machine_can_reach():
    assert all(map(is_loopback, ["127.0.0.1", "127.5.0.1", "::1"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "192.168.0.7", "fe80::1%eth0"]))


@pytest.mark.parametrize("options", [("--stdio",), ("--stdio", "--clientProcessId=77")])
def test_what_editors_add_to_the_command_line_is_accepted(workspace, options):
    body = framed({"jsonrpc": "2.0", "method": "exit"})
    command = [sys.executable, "-m", "factlint", "lsp", *options]
    ran = subprocess.run(command, cwd=workspace, input=body, capture_output=True, timeout=PATIENCE, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"", b"")
