"""When diagnostics are given anew: for the newest text only, and again when the sources have changed."""

import pytest

from factlint.lsp.convert import uri_of
from lsp.peer import Peer

WRONG = "President Anne Larssen spoke.\n"
PULLS = {"textDocument": {"diagnostic": {}}}
REFRESHES = {**PULLS, "workspace": {"diagnostics": {"refreshSupport": True}}}
REFRESH = "workspace/diagnostic/refresh"


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


def open_draft(peer, uri):
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": WRONG}
    peer.notify("textDocument/didOpen", {"textDocument": document})


def change_draft(peer, uri, version, text):
    identifier = {"uri": uri, "version": version}
    peer.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": text}]})


def publication_of(version):
    return lambda message: message.get("params", {}).get("version") == version


def rewrite(workspace):
    for source in (workspace / "seeds").iterdir():
        source.write_text("President Anne Larssen opened the bridge.\n", "utf-8")


def is_refresh(message):
    return message.get("method") == REFRESH


def test_the_last_of_many_quick_changes_is_what_counts(workspace, peer):
    peer.initialize()
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    for version in range(2, 40):
        change_draft(peer, uri, version, WRONG * version)
    change_draft(peer, uri, 40, WRONG)
    assert len(peer.expect(publication_of(40))["params"]["diagnostics"]) == 1
    before = [message["params"]["version"] for message in peer.passed if "diagnostics" in message.get("params", {})]
    assert before == sorted(set(before))


def test_an_answer_is_for_the_text_that_the_request_found(workspace, peer):
    peer.initialize(capabilities=PULLS)
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    for number in range(5):
        change_draft(peer, uri, number + 2, WRONG * number)
        report = peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]
        assert (report["kind"], len(report["items"])) == ("full", number)


def test_the_editor_is_told_to_ask_again_when_sources_change_that_it_does_not_report(workspace, peer):
    peer.initialize(capabilities=REFRESHES)
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    assert len(peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"]) == 1
    assert not any(map(is_refresh, peer.passed))
    rewrite(workspace)
    peer.expect(is_refresh)
    assert peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"] == []


def test_the_editor_is_told_to_ask_again_when_it_reports_a_change(workspace, peer):
    watches = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    peer.initialize(capabilities={**REFRESHES, "workspace": {**REFRESHES["workspace"], **watches}})
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    rewrite(workspace)
    change = {"uri": uri_of(workspace / "seeds" / "bridge.txt"), "type": 2}
    peer.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
    peer.expect(is_refresh)


def test_an_editor_that_cannot_be_told_is_not_told(workspace, peer):
    peer.initialize(capabilities=PULLS)
    peer.notify("workspace/didChangeWatchedFiles", {"changes": []})
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    assert not any(map(is_refresh, peer.passed))
