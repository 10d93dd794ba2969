"""Bytes that are no message, or one of another shape: each is refused, and the next one understood."""

import json
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.lsp.streams import LONGEST, Unreadable, bodies
from lsp.peer import Peer
from lsp.test_conduct import HOVER, opened, refusal

PARSE_ERROR = -32700


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A server in the midst of a conversation, for tests that leave it there."""
    with Peer(tmp_path_factory.mktemp("empty")) as peer:
        peer.initialize()
        yield peer


def understands_the_next(peer):
    return peer.request("textDocument/hover", HOVER) == {"jsonrpc": "2.0", "id": peer.last_id, "result": None}


@pytest.mark.parametrize(
    ("body", "identifier", "code"),
    [
        (b"{nope", None, -32700),
        (b"", None, -32700),
        (b'"\xff"', None, -32700),
        (b'{"jsonrpc":"2.0","id":1,"method":"shutdown\xff"}', None, -32700),
        ('{"jsonrpc":"2.0","id":1,"method":"shutdown"}'.encode("utf-16"), None, -32700),
        (b"[" * 100_000, None, -32700),
        (b'{"jsonrpc":"2.0","id":%b,"method":"shutdown"}' % (b"9" * 5000), None, -32700),
        (b"[]", None, -32600),
        (b"7", None, -32600),
        (b'[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]', None, -32600),
        (b'{"id":1,"method":"shutdown"}', 1, -32600),
        (b'{"jsonrpc":"1.0","id":"a","method":"shutdown"}', "a", -32600),
        (b'{"jsonrpc":"2.0","id":{},"method":"shutdown"}', None, -32600),
        (b'{"jsonrpc":"2.0","id":true,"method":"shutdown"}', None, -32600),
        (b'{"jsonrpc":"2.0","id":null,"method":"shutdown"}', None, -32600),
        (b'{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}', None, -32600),
        (b'{"jsonrpc":"2.0","id":1,"method":["shutdown"]}', 1, -32600),
    ],
)
def test_what_is_no_message_is_refused_and_the_next_one_understood(running, body, identifier, code):
    running.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    answer = running.expect(lambda message: "error" in message)
    assert (answer["id"], answer["error"]["code"]) == (identifier, code)
    assert understands_the_next(running)


@pytest.mark.parametrize(
    "header",
    [
        b"content-length: %d\r\n\r\n",
        b"Content-Length:%d\r\n\r\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: %d\r\n\r\n",
        b"Content-Length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        b'CONTENT-LENGTH : %d \r\nX-Other: 5\r\nContent-Type: text/json; Charset="UTF8"\r\n\r\n',
        b"Content-Length: %d\n\n",
        b"\r\n\r\nContent-Length: %d\r\n\r\n",
    ],
)
def test_headers_may_be_written_in_every_usual_way(running, header):
    body = json.dumps({"jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": HOVER}).encode()
    running.send_bytes(header % len(body) + body)
    assert running.expect(lambda message: message.get("id") == "a")["result"] is None


@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Length: -5\r\n\r\n",
        b"Content-Length: many\r\n\r\n",
        b"Content-Length: 1_0\r\n\r\n",
        b"Content-Length: 12.5\r\n\r\n",
        b"Content-Length:\r\n\r\n",
        b"Content-Length: 999999999999\r\n\r\n",
        b"Content-Length: 99999999999999999999999999\r\n\r\n",
        b"Content-Type: application/vscode-jsonrpc\r\n\r\n",
        b"hello\r\n\r\n",
    ],
)
@pytest.mark.parametrize("body", [b"", b'{"jsonrpc":"2.0","method":"factlint/unheardOf"}', b"\x00\xff\n{"])
def test_a_length_that_cannot_be_is_refused_and_the_next_message_found(running, headers, body):
    running.send_bytes(headers + body)
    answer = running.expect(lambda message: "error" in message)
    assert (answer["id"], answer["error"]["code"]) == (None, PARSE_ERROR)
    assert understands_the_next(running)


@pytest.mark.parametrize("difference", [-3, +40])
def test_after_a_wrong_length_a_message_is_found_again(running, difference):
    body = b'{"jsonrpc":"2.0","method":"factlint/unheardOf"}'
    running.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body) + difference, body))
    # The first of these may be taken for a part of what came before.
    for identifier in ("first", "second"):
        running.send({"jsonrpc": "2.0", "id": identifier, "method": "textDocument/hover", "params": HOVER})
    assert running.expect(lambda message: message.get("id") == "second")["result"] is None


def test_another_charset_is_refused(running):
    body = b'{"jsonrpc":"2.0","method":"factlint/unheardOf"}'
    head = b"Content-Length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf-16\r\n\r\n" % len(body)
    running.send_bytes(head + body)
    assert refusal(running.expect(lambda message: "error" in message)) == PARSE_ERROR
    assert understands_the_next(running)


def test_a_message_in_many_small_pieces_is_understood(running):
    body = json.dumps({"jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": HOVER}).encode()
    for byte in b"Content-Length: %d\r\n\r\n%b" % (len(body), body):
        running.send_bytes(bytes([byte]))
    assert running.expect(lambda message: message.get("id") == "a")["result"] is None


def test_a_mark_of_byte_order_before_the_body_is_passed_over(running):
    body = b"\xef\xbb\xbf" + json.dumps({"jsonrpc": "2.0", "id": "a", "method": "x"}).encode()
    running.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    assert refusal(running.expect(lambda message: message.get("id") == "a")) == -32601


@pytest.mark.parametrize("method", ["textDocument/didOpen", "initialized", "$/cancelRequest", "$/setTrace"])
def test_a_notification_that_is_sent_as_a_request_is_answered(running, method):
    assert refusal(running.request(method, {})) == -32601


@pytest.mark.parametrize("method", ["textDocument/hover", "shutdown", "initialize"])
def test_a_request_that_is_sent_as_a_notification_does_nothing(running, method):
    running.notify(method, HOVER)
    assert understands_the_next(running)


@pytest.mark.parametrize("line", [-1, 2**31, 2**70, 1.5, "1", None, [], True])
def test_every_position_is_answered(running, line):
    answer = running.request("textDocument/hover", {**HOVER, "position": {"line": line, "character": 0}})
    assert answer.get("result", 0) is None or refusal(answer) == -32602


@pytest.mark.parametrize("text", ["\ud83d", "a\udc00b\ud800 Larssen", "\x00\x00", "\u2028\x85\f\x1c"])
def test_text_of_any_kind_is_checked(running, text):
    uri = "untitled:strange"
    running.notify("textDocument/didOpen", opened(uri, text))
    assert running.expect(lambda message: message.get("params", {}).get("uri") == uri)["params"]["diagnostics"] == []
    running.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert understands_the_next(running)


def test_what_is_no_answer_is_not_answered(running):
    for message in ({"jsonrpc": "2.0", "id": None, "error": {"code": PARSE_ERROR, "message": "?"}}, {}, {"id": 1}):
        running.send(message)
    running.passed.clear()
    assert understands_the_next(running)
    assert running.passed == []


GARBAGE = st.binary(max_size=200).filter(lambda data: b"content-length" not in data.lower())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
METHODS = st.sampled_from(
    [
        "textDocument/hover",
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didClose",
        "textDocument/codeAction",
        "textDocument/diagnostic",
        "workspace/executeCommand",
        "workspace/didChangeWatchedFiles",
        "workspace/didChangeWorkspaceFolders",
        "initialize",
        "initialized",
        "$/setTrace",
        "$/cancelRequest",
        "$/progress",
    ]
)


def mutated(value, data):
    """A message with a part of it left out, put twice, or something else in its place."""
    if not isinstance(value, dict) or not value or data.draw(st.integers(0, 3)) == 0:
        return data.draw(VALUES)
    name = data.draw(st.sampled_from(sorted(value)))
    if data.draw(st.booleans()):
        return {**value, name: mutated(value[name], data)}
    return {key: each for key, each in value.items() if key != name}


quickly = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@quickly
@given(garbage=GARBAGE)
def test_no_garbage_keeps_the_server_from_the_next_request(running, garbage):
    running.send_bytes(garbage)
    assert understands_the_next(running)


@quickly
@given(body=st.binary(max_size=100))
def test_no_body_keeps_the_server_from_the_next_request(running, body):
    running.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    assert understands_the_next(running)


@quickly
@given(data=st.data(), method=METHODS, is_request=st.booleans())
def test_no_message_of_another_shape_keeps_the_server_from_the_next_request(running, data, method, is_request):
    item = {"uri": "untitled:1", "languageId": "markdown", "version": 1, "text": "Anne Larssen"}
    params = {**HOVER, "textDocument": item, "contentChanges": [{"text": "Anne"}], "capabilities": {"general": {}}}
    message = {"jsonrpc": "2.0", "method": method, "params": params, **({"id": "mutated"} if is_request else {})}
    message = mutated(message, data)
    running.send(message)
    is_answered = isinstance(message, dict) and message.get("id") == "mutated" and "method" in message
    if is_answered:
        running.expect(lambda answer: answer.get("id") == "mutated")
    assert understands_the_next(running)


def test_a_line_without_end_takes_no_more_memory_than_a_line_may_have():
    stream = BytesIO(b"x" * 3_000_000 + b"Content-Length: 2\r\n\r\n{}")
    assert list(bodies(stream)) == [b"{}"]


def test_a_body_may_be_as_long_as_is_said_and_no_longer():
    assert list(bodies(BytesIO(b"Content-Length: %d\r\n\r\n" % LONGEST))) == []
    [refused] = bodies(BytesIO(b"Content-Length: %d\r\n\r\n" % (LONGEST + 1)))
    assert isinstance(refused, Unreadable)
