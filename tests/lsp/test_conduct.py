"""The server's manners: every request is answered, whatever it is, and the end of a conversation is quiet."""

import asyncio
import json
import subprocess
import sys

import pytest
from lsprotocol import types

from factlint.lsp.convert import uri_of
from factlint.lsp.server import Server, log_error
from lsp.gate import Gate
from lsp.peer import PATIENCE, SERVER, Peer, framed

HOVER = {"textDocument": {"uri": "file:///w/draft.md"}, "position": {"line": 0, "character": 0}}
INITIALIZE = {"processId": None, "rootUri": None, "capabilities": {}}
SECRET = "Larssen met the envoy in secret"


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


@pytest.fixture
def started(workspace):
    """A server that is started as an editor starts it, for tests of how it ends."""
    with Peer(workspace, SERVER) as peer:
        yield peer


@pytest.fixture
def gate(workspace):
    with Gate(workspace) as gate:
        gate.initialize()
        yield gate


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A server in the midst of a conversation, for tests that leave it there."""
    with Peer(tmp_path_factory.mktemp("empty")) as peer:
        peer.initialize()
        yield peer


def opened(uri, text, version=1):
    return {"textDocument": {"uri": uri, "languageId": "markdown", "version": version, "text": text}}


def is_publication(message):
    return message.get("method") == "textDocument/publishDiagnostics"


def refusal(answer):
    return answer["error"]["code"]


def test_a_request_before_initialize_is_refused(peer):
    assert refusal(peer.request("textDocument/hover", HOVER)) == -32002


def test_a_notification_before_initialize_is_passed_over(peer):
    peer.notify("textDocument/didOpen", opened("file:///w/draft.md", "text"))
    assert "capabilities" in peer.initialize()


def test_a_second_initialize_is_refused(peer):
    peer.initialize()
    assert refusal(peer.request("initialize", INITIALIZE)) == -32600


def test_a_request_after_shutdown_is_refused(peer):
    peer.initialize()
    assert peer.request("shutdown", None)["result"] is None
    assert refusal(peer.request("textDocument/hover", HOVER)) == -32600


@pytest.mark.parametrize("params", [None, 3, [], {}, {"position": 3}, {**HOVER, "position": {"line": "one"}}])
def test_parameters_that_are_not_valid_are_refused(running, params):
    assert refusal(running.request("textDocument/hover", params)) == -32602


def test_a_request_without_parameters_is_refused(running):
    running.send({"jsonrpc": "2.0", "id": "a", "method": "textDocument/hover"})
    assert refusal(running.expect(lambda message: message.get("id") == "a")) == -32602


@pytest.mark.parametrize("method", ["factlint/unheardOf", "$/unheardOf", "textDocument/foldingRange"])
def test_an_unknown_request_is_refused(running, method):
    assert refusal(running.request(method, {})) == -32601
    running.send({"jsonrpc": "2.0", "id": "a", "method": "factlint/unheardOf"})
    assert refusal(running.expect(lambda message: message.get("id") == "a")) == -32601


@pytest.mark.parametrize(
    "message",
    [
        {"method": "factlint/unheardOf", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": 3}},
        {"method": "textDocument/didChange", "params": {}},
        {"method": "$/cancelRequest", "params": {"id": 99}},
        {"id": "never asked", "result": {}},
        {"id": "never asked", "error": {"code": "none"}},
        {},
    ],
)
def test_a_notification_or_answer_that_makes_no_sense_is_passed_over(running, message):
    running.send({"jsonrpc": "2.0", **message})
    assert "result" in running.request("textDocument/hover", HOVER)


def test_it_ends_well_after_shutdown(started):
    started.initialize()
    started.request("shutdown", None)
    started.notify("exit", None)
    assert (started.ended(), started.errors()) == (0, "")


@pytest.mark.parametrize("is_initialized", [True, False])
def test_exit_without_shutdown_has_status_1(started, is_initialized):
    if is_initialized:
        started.initialize()
    started.notify("exit", None)
    assert (started.ended(), started.errors()) == (1, "")


def test_it_ends_quietly_when_the_input_ends(started):
    started.initialize()
    started.process.stdin.close()
    assert (started.ended(), started.errors()) == (1, "")


def test_it_ends_quietly_when_the_input_breaks_off_within_a_message(started):
    started.initialize()
    started.send_bytes(b"Content-Length: 100\r\n\r\n{")
    started.process.stdin.close()
    assert (started.ended(), started.errors()) == (1, "")


def test_it_ends_well_when_the_input_ends_after_shutdown(started):
    started.initialize()
    started.request("shutdown", None)
    started.process.stdin.close()
    assert (started.ended(), started.errors()) == (0, "")


@pytest.mark.parametrize("is_initialized", [True, False])
def test_it_ends_quietly_when_nobody_reads_its_output(workspace, is_initialized):
    pipe = subprocess.PIPE
    with subprocess.Popen(SERVER, cwd=workspace, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        process.stdout.close()
        if is_initialized:
            process.stdin.write(framed({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": INITIALIZE}))
        process.stdin.write(framed({"jsonrpc": "2.0", "id": 1, "method": "shutdown"}))
        process.stdin.flush()
        assert process.wait(PATIENCE) in ((0, 1) if is_initialized else (1,))
        assert process.stderr.read() == b""


def test_it_ends_when_the_editor_is_gone(workspace):
    with (
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor,
        Peer(workspace, SERVER) as peer,
    ):
        peer.initialize(processId=editor.pid)
        editor.communicate(b"\n")
        assert (peer.ended(), peer.errors()) == (1, "")


def test_it_stays_where_the_editor_cannot_be_seen(workspace):
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    with Peer(workspace) as peer:
        peer.initialize(processId=gone.pid)
        assert peer.request("textDocument/hover", HOVER)["result"] is None


def test_what_is_printed_stays_out_of_the_conversation(workspace):
    # An audit hook stands for any library that prints: it is called for each file that the server opens.
    noisy = "import sys; from factlint.lsp.server import main; sys.addaudithook(lambda *_: print('noise')); main()"
    with Peer(workspace, (sys.executable, "-c", noisy)) as peer:
        peer.initialize()
        peer.notify("textDocument/didOpen", opened(uri_of(workspace / "draft.md"), "Larsen came."))
        assert peer.expect(is_publication)["params"]["diagnostics"] == []
        peer.request("shutdown", None)
        peer.notify("exit", None)
        assert peer.ended() == 0
        assert "noise" in peer.errors()


MEDDLES = """
import os, subprocess, sys
from factlint.lsp import server

class Meddling(server.Server):
    def __init__(self):
        super().__init__()

        @self.feature("test/meddle")
        async def meddle(params):
            os.write(1, b"noise from below")
            subprocess.run([sys.executable, "-c", "print('noise of a child')"])
            return [sys.stdin.read(), os.read(0, 1).decode()]

server.Server = Meddling
server.main()
"""


def test_no_library_can_write_into_the_conversation_or_read_from_it(workspace):
    with Peer(workspace, (sys.executable, "-c", MEDDLES)) as peer:
        peer.initialize()
        assert peer.request("test/meddle", None)["result"] == ["", ""]
        assert peer.request("shutdown", None)["result"] is None
        peer.notify("exit", None)
        assert peer.ended() == 0
        assert peer.errors().count("noise") == 2


def test_no_text_of_the_draft_is_logged(workspace, peer):
    peer.initialize()
    uri = uri_of(workspace / "draft.md")
    peer.notify("textDocument/didOpen", opened(uri, SECRET))
    peer.expect(is_publication)
    peer.notify("textDocument/didOpen", opened(uri, SECRET, version=SECRET))
    peer.notify("factlint/unheardOf", {"text": SECRET})
    assert SECRET not in json.dumps(peer.request("textDocument/hover", {"position": SECRET}))
    peer.request("shutdown", None)
    peer.notify("exit", None)
    peer.ended()
    assert SECRET not in peer.errors()


def test_an_error_of_the_servers_own_is_logged_by_kind_and_place_only(caplog):
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        log_error(error)
    assert "ValueError" in caplog.text
    assert "test_conduct.py" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize("name", ["a;b.md", "a%3Bb.md", "a%3bb.md", "caf%C3%A9 (1).md"])
def test_the_editors_own_uri_comes_back_unchanged(workspace, peer, name):
    peer.initialize()
    uri = f"{uri_of(workspace)}/{name}"
    peer.notify("textDocument/didOpen", opened(uri, "text"))
    assert peer.expect(is_publication)["params"]["uri"] == uri
    peer.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert peer.expect(is_publication)["params"]["uri"] == uri


NEW = {
    "general": {"positionEncodings": ["utf-8"], "unheardOf": 7},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["scroll"]}},
        "unheardOf": {},
    },
    "workspace": {"symbol": {"symbolKind": {"valueSet": [1, 999]}}},
    "unheardOf": True,
}


def test_an_editor_may_be_newer_than_the_server(workspace, peer):
    assert peer.initialize(capabilities=NEW)["capabilities"]["positionEncoding"] == "utf-8"
    uri = uri_of(workspace / "draft.md")
    peer.notify("textDocument/didOpen", opened(uri, "Larsen spoke."))
    # Until the sources are read there is nothing to tell.
    peer.expect(is_publication)
    hover = peer.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}})
    assert hover["result"]["contents"]["kind"] == "markdown"


@pytest.mark.parametrize("params", [None, [], {}, {"capabilities": 3}, {"processId": "x", "capabilities": {}}])
def test_after_an_initialize_that_cannot_be_read_another_is_accepted(peer, params):
    assert refusal(peer.request("initialize", params)) == -32602
    assert "capabilities" in peer.initialize()


def test_what_the_client_was_not_asked_answers_nothing(gate):
    gate.close(5)
    for answer in ({"result": "forged"}, {"error": {"code": 1, "message": "forged"}}):
        gate.send({"jsonrpc": "2.0", "id": 5, **answer})
    gate.open()
    assert gate.answer_to(5)["result"] == "passed"


def test_an_answer_that_cannot_be_read_counts_as_a_refusal(gate):
    """The server must not wait for another answer, since none comes."""
    gate.ask("a", "test/askBack")
    asked = gate.expect(lambda message: message.get("method") == "workspace/applyEdit")
    gate.send({"jsonrpc": "2.0", "id": asked["id"], "result": {"applied": []}, "error": 3})
    assert gate.answer_to("a")["result"] == "refused"


def test_a_progress_that_has_ended_is_forgotten():
    progress = Server().protocol.progress
    progress.begin("token", types.WorkDoneProgressBegin("Reading"))
    assert list(progress.tokens) == ["token"]
    progress.end("token", types.WorkDoneProgressEnd())
    assert progress.tokens == {}


def test_notifications_are_forgotten_once_they_are_handled():
    """pygls would keep something of each keystroke."""

    async def converse():
        protocol = Server().protocol
        initialize = {"id": 1, "method": "initialize", "params": INITIALIZE}
        trace = {"method": "$/setTrace", "params": {"value": "off"}}
        for message in (initialize, *[trace] * 5):
            protocol.receive(json.dumps({"jsonrpc": "2.0", **message}).encode())
        return protocol

    protocol = asyncio.run(converse())
    assert protocol.trace == types.TraceValue.Off
    assert protocol._request_futures == {}
