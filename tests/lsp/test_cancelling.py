"""Requests that are taken back, or outrun by a change of the text, while the checks are busy."""

import pytest

from factlint.lsp.convert import uri_of
from lsp.gate import Gate
from lsp.test_conduct import refusal
from lsp.test_updates import change_draft, open_draft

CANCELLED, CHANGED = -32800, -32801


@pytest.fixture
def gate(workspace):
    with Gate(workspace) as gate:
        gate.initialize()
        yield gate


def at_the_start(uri):
    return {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}


def test_a_request_that_waits_is_taken_off(gate):
    gate.close()
    gate.ask("first", "test/count")
    gate.ask("second", "test/count")
    gate.cancel("first")
    assert refusal(gate.answer_to("first")) == CANCELLED
    gate.open()
    assert gate.answer_to("second")["result"] == 1


def test_a_request_that_runs_is_answered_at_once_and_its_result_falls_away(gate):
    gate.close("running")
    gate.cancel("running")
    assert refusal(gate.answer_to("running")) == CANCELLED
    gate.open()
    assert gate.request("test/count", None)["result"] == 1
    assert not any(message.get("result") == "passed" for message in gate.passed)


def test_a_request_that_is_cancelled_twice_or_too_late_is_answered_once(gate):
    answer = gate.request("test/count", None)
    gate.cancel(answer["id"])
    gate.close()
    gate.ask("waiting", "test/count")
    gate.cancel("waiting")
    gate.cancel("waiting")
    gate.answer_to("waiting")
    gate.open()
    gate.answer_to("held up")
    assert gate.request("test/count", None)["result"] == 2
    assert not any(message.get("id") in ("waiting", answer["id"]) for message in gate.passed)


@pytest.mark.parametrize("method", ["textDocument/hover", "textDocument/codeAction"])
def test_a_question_about_a_place_is_given_up_when_the_text_changes(workspace, gate, method):
    uri, other = uri_of(workspace / "draft.md"), uri_of(workspace / "other.md")
    open_draft(gate, uri)
    open_draft(gate, other)
    gate.close()
    start = {"line": 0, "character": 0}
    more = {"range": {"start": start, "end": start}, "context": {"diagnostics": []}}
    gate.ask("here", method, {**at_the_start(uri), **more})
    gate.ask("elsewhere", method, {**at_the_start(other), **more})
    change_draft(gate, uri, 2, "Another text.")
    assert refusal(gate.answer_to("here")) == CHANGED
    gate.open()
    assert "result" in gate.answer_to("elsewhere")


def test_a_second_request_with_an_id_that_waits_is_refused_and_the_first_one_answered(gate):
    gate.close("same")
    gate.ask("same", "test/count")
    assert refusal(gate.answer_to("same")) == -32600
    gate.open()
    assert gate.answer_to("same")["result"] == "passed"


def test_a_number_and_a_string_are_two_ids(gate):
    gate.close(7)
    gate.ask("7", "test/count")
    gate.cancel("7")
    assert refusal(gate.answer_to("7")) == CANCELLED
    gate.open()
    assert gate.answer_to(7)["result"] == "passed"


def test_forty_waiting_requests_do_not_make_the_server_deaf(gate):
    gate.close()
    for number in range(40):
        gate.ask(f"count {number}", "test/count")
    assert refusal(gate.request("factlint/unheardOf", None)) == -32601
    gate.open()
    assert [gate.answer_to(f"count {number}")["result"] for number in range(40)] == list(range(1, 41))


def test_shutdown_is_answered_during_a_check_and_what_waits_is_cancelled(gate):
    gate.close("running")
    gate.ask("waiting", "test/count")
    gate.ask("last", "shutdown")
    assert gate.answer_to("last")["result"] is None
    assert [refusal(gate.answer_to(each)) for each in ("running", "waiting")] == [CANCELLED, CANCELLED]
    gate.notify("exit", None)
    assert gate.ended() == 0


def test_a_command_that_waits_is_cancelled_by_shutdown(workspace, gate):
    open_draft(gate, uri_of(workspace / "draft.md"))
    gate.close("running")
    for number in range(3):
        arguments = {"command": "factlint.server.facts", "arguments": ["", uri_of(workspace / "draft.md")]}
        gate.ask(f"command {number}", "workspace/executeCommand", arguments)
    gate.ask("last", "shutdown")
    assert gate.answer_to("last").get("result", "refused") is None
    assert [refusal(gate.answer_to(f"command {number}")) for number in range(3)] == [CANCELLED] * 3


@pytest.mark.parametrize("is_shut_down", [True, False])
def test_exit_ends_the_server_during_a_check(gate, is_shut_down):
    gate.close()
    if is_shut_down:
        gate.request("shutdown", None)
    gate.notify("exit", None)
    assert (gate.ended(), gate.errors()) == (0 if is_shut_down else 1, "")


def test_the_end_of_the_input_ends_the_server_during_a_check(gate):
    gate.close()
    gate.process.stdin.close()
    assert (gate.ended(), gate.errors()) == (1, "")
