"""The server's manners: every request is answered, whatever it is, and the end of a conversation is quiet."""

import json
import subprocess
import sys

import pytest

from factlint.lsp.convert import uri_of
from factlint.lsp.server import log_error
from lsp.peer import PATIENCE, Peer

HOVER = {"textDocument": {"uri": "file:///w/draft.md"}, "position": {"line": 0, "character": 0}}
SECRET = "Larssen met the envoy in secret"


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


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
    assert refusal(peer.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})) == -32600


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
    ("body", "code"),
    [
        (b"{nope", -32700),
        (b'"\xff"', -32700),
        (b"[" * 100_000, -32700),
        (b"[]", -32600),
        (b"7", -32600),
        (b'[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]', -32600),
        (b'{"id":1,"method":"shutdown"}', -32600),
        (b'{"jsonrpc":"2.0","id":{},"method":"shutdown"}', -32600),
        (b'{"jsonrpc":"2.0","id":1,"method":["shutdown"]}', -32600),
    ],
)
def test_what_is_no_message_is_refused_and_the_next_one_understood(running, body, code):
    running.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    answer = running.expect(lambda message: "error" in message)
    assert (answer["id"], answer["error"]["code"]) == (None, code)
    assert running.request("textDocument/hover", HOVER)["result"] is None


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


@pytest.mark.parametrize(
    "header",
    [
        b"content-length: %d\r\n\r\n",
        b"Content-Length:%d\r\n\r\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: %d\r\n\r\n",
        b"Content-Length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
    ],
)
def test_headers_may_be_written_in_every_usual_way(running, header):
    body = json.dumps({"jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": HOVER}).encode()
    running.send_bytes(header % len(body) + body)
    assert running.expect(lambda message: message.get("id") == "a")["result"] is None


def test_it_ends_well_after_shutdown(peer):
    peer.initialize()
    peer.request("shutdown", None)
    peer.notify("exit", None)
    assert (peer.ended(), peer.errors()) == (0, "")


@pytest.mark.parametrize("is_initialized", [True, False])
def test_exit_without_shutdown_has_status_1(peer, is_initialized):
    if is_initialized:
        peer.initialize()
    peer.notify("exit", None)
    assert (peer.ended(), peer.errors()) == (1, "")


def test_it_ends_quietly_when_the_input_ends(peer):
    peer.initialize()
    peer.process.stdin.close()
    assert (peer.ended(), peer.errors()) == (1, "")


def test_it_ends_quietly_when_the_input_breaks_off_within_a_message(peer):
    peer.initialize()
    peer.send_bytes(b"Content-Length: 100\r\n\r\n{")
    peer.process.stdin.close()
    assert (peer.ended(), peer.errors()) == (1, "")


def test_it_ends_quietly_when_nobody_reads_its_output(workspace):
    process = subprocess.Popen(
        [sys.executable, "-m", "factlint", "lsp"],
        cwd=workspace,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    body = b'{"jsonrpc":"2.0","id":1,"method":"shutdown"}'
    process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    process.stdin.flush()
    assert process.wait(PATIENCE) == 1
    assert process.stderr.read() == b""
    process.stdin.close()
    process.stderr.close()


def test_it_ends_when_the_editor_is_gone(workspace):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor, Peer(workspace) as peer:
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
