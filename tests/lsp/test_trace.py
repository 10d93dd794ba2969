"""What is told of the conversation: to the client as it wants, to the log as the command line says."""

import json

import pytest

from factlint.lsp.convert import uri_of
from lsp.nursery import ready
from lsp.peer import READY, SERVER, Peer
from lsp.test_conduct import HOVER, SECRET, is_publication, opened


def is_trace(message):
    return message.get("method") == "$/logTrace"


def traces(peer):
    """What has been told so far, once the server has answered to something more."""
    peer.request("textDocument/hover", HOVER)
    told = [message["params"] for message in peer.passed if is_trace(message)]
    peer.passed.clear()
    return told


def talk(peer, folder):
    peer.notify("textDocument/didOpen", opened(uri_of(folder / "draft.md"), SECRET))
    peer.expect(is_publication)
    peer.notify("textDocument/didClose", {"textDocument": {"uri": f"{uri_of(folder)}/draft.md"}})
    peer.expect(is_publication)


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


@pytest.mark.parametrize("params", [{}, {"trace": "off"}, {"trace": "unheard of"}, {"trace": None}])
def test_nothing_is_told_unasked(workspace, peer, params):
    peer.initialize(**params)
    talk(peer, workspace)
    assert traces(peer) == []


@pytest.mark.parametrize("level", ["messages", "compact"])
def test_messages_are_told_by_name_without_the_draft(workspace, peer, level):
    peer.initialize(trace=level)
    talk(peer, workspace)
    told = traces(peer)
    lines = [each["message"] for each in told]
    assert "Received notification textDocument/didOpen." in lines
    assert "Sent notification textDocument/publishDiagnostics." in lines
    assert "Received request textDocument/hover 2." in lines
    assert not any("verbose" in each for each in told)
    assert SECRET not in json.dumps(told)


def test_an_answer_is_told_with_the_request_and_the_error(peer):
    peer.initialize(trace="messages")
    peer.request("textDocument/hover", HOVER)
    peer.request("factlint/unheardOf", HOVER)
    lines = [each["message"] for each in traces(peer)]
    assert any(line.startswith("Sent answer 2 to textDocument/hover after ") for line in lines)
    assert any("factlint/unheardOf" in line and line.endswith(": error -32601.") for line in lines)


def test_whole_messages_are_told_to_who_wants_all(workspace, peer):
    peer.initialize(trace="verbose")
    talk(peer, workspace)
    assert any(SECRET in each["verbose"] for each in traces(peer))


def test_how_much_is_told_can_be_changed_at_any_time(workspace, peer):
    peer.initialize()
    peer.notify("$/setTrace", {"value": "messages"})
    talk(peer, workspace)
    assert traces(peer)
    peer.notify("$/setTrace", {"value": "off"})
    talk(peer, workspace)
    traces(peer)
    talk(peer, workspace)
    assert traces(peer) == []


def test_nothing_is_told_before_the_answer_to_initialize(peer):
    peer.initialize(trace="verbose")
    assert not any(map(is_trace, peer.passed))


def logged_by(peer, folder):
    """What is logged of a short conversation with mistakes in it."""
    peer.initialize()
    talk(peer, folder)
    peer.notify("textDocument/didOpen", {"textDocument": {"text": SECRET}})
    peer.request("workspace/executeCommand", {"command": SECRET})
    peer.request("textDocument/hover", {"position": SECRET})
    peer.notify("exit", None)
    peer.ended()
    return peer.errors()


@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_the_draft_is_not_logged_below_the_lowest_level(workspace, level):
    with Peer(workspace, (*READY, "--log-level", level)) as peer:
        logged = logged_by(peer, workspace)
        assert SECRET not in logged
        assert SECRET not in json.dumps([message for message in peer.passed if "error" in message])
        assert ("textDocument/didOpen" in logged) == (level == "info")


def test_the_log_goes_to_a_file_where_one_is_named(workspace):
    file = workspace / "factlint.log"
    with Peer(workspace, (*SERVER, "--log", str(file), "--log-level", "debug")) as peer:
        assert logged_by(peer, workspace) == ""
    assert SECRET in file.read_text("utf-8")


RAISES = """
from factlint.lsp import server

class Broken(server.Server):
    def __init__(self):
        super().__init__()

        @self.feature("test/raise")
        async def fail(params):
            raise ValueError(params.text)

        @self.feature("test/answerBadly")
        async def answer(params):
            return {params.text: object, ("a", "b"): 1}

server.Server = Broken
server.main()
"""


@pytest.mark.parametrize("method", ["test/raise", "test/answerBadly"])
def test_an_error_of_the_servers_own_is_answered_without_the_draft(workspace, method):
    with Peer(workspace, ready("-c", RAISES)) as peer:
        peer.initialize()
        error = peer.request(method, {"text": SECRET})["error"]
        assert (error["code"], SECRET in json.dumps(error), "data" in error) == (-32603, False, False)
        assert peer.request("textDocument/hover", HOVER)["result"] is None
        peer.notify("exit", None)
        peer.ended()
        assert "Error" in peer.errors()
        assert SECRET not in peer.errors()
