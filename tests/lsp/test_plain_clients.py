"""What clients get that declare next to nothing, or only that they can be told to ask again."""

from factlint.lsp.convert import uri_of
from lsp.peer import Peer

DRAFT = "President Anne Larssen opened the bridge. Then Larssen left.\n"
RIGHT = "Larsen"
CONTENT_MODIFIED = -32801

REFRESHES = {
    "workspace": {
        "codeLens": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
        "semanticTokens": {"refreshSupport": True},
    }
}


def test_the_editor_is_told_to_ask_again(workspace):
    with Peer(workspace) as peer:
        peer.initialize(capabilities=REFRESHES)
        peer.notify("workspace/didChangeConfiguration", {"settings": {"factlint": {"inlayHints": True}}})
        for name in ("codeLens", "inlayHint", "semanticTokens"):
            peer.expect(lambda message, name=name: message.get("method") == f"workspace/{name}/refresh")


def test_an_editor_that_cannot_be_told_is_not_told(workspace):
    with Peer(workspace) as peer:
        peer.initialize()
        peer.notify("workspace/didChangeConfiguration", {"settings": {"factlint": {"inlayHints": True}}})
        peer.request("shutdown", None)
        assert not any("refresh" in message.get("method", "") for message in peer.passed)


def test_diagnostics_do_not_wait_for_the_verdicts(workspace):
    with Peer(workspace) as peer:
        peer.initialize(capabilities={"textDocument": {"diagnostic": {}}})
        uri = uri_of(workspace / "draft.md")
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": DRAFT}
        peer.notify("textDocument/didOpen", {"textDocument": document})
        # Until the sources are read there is nothing to show.
        peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        [lens] = peer.request("textDocument/codeLens", {"textDocument": {"uri": uri}})["result"]
        peer.send({"jsonrpc": "2.0", "id": "lens", "method": "codeLens/resolve", "params": lens})
        peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert not any(message.get("id") == "lens" for message in peer.passed)
        answer = peer.expect(lambda message: message.get("id") == "lens")
        assert answer["result"]["command"]["title"].startswith("3 claims")


def test_a_client_that_knows_no_code_actions_gets_commands(workspace):
    with Peer(workspace) as peer:
        peer.initialize()
        uri = uri_of(workspace / "draft.md")
        document = {"uri": uri, "languageId": "markdown", "version": 7, "text": DRAFT}
        peer.notify("textDocument/didOpen", {"textDocument": document})
        peer.expect(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        everywhere = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
        params = {"textDocument": {"uri": uri}, "range": everywhere, "context": {"diagnostics": []}}
        offers = peer.request("textDocument/codeAction", params)["result"]
        assert all(set(offer) == {"title", "command", "arguments"} for offer in offers)
        call = {name: offers[0][name] for name in ("command", "arguments")}
        peer.send({"jsonrpc": "2.0", "id": "fix", "method": "workspace/executeCommand", "params": call})
        asked = peer.expect(lambda message: message.get("method") == "workspace/applyEdit")
        [edit] = asked["params"]["edit"]["changes"][uri]
        assert edit["newText"] == RIGHT
        change_draft(peer, uri, 8)
        assert peer.request("workspace/executeCommand", call)["error"]["code"] == CONTENT_MODIFIED


def change_draft(peer, uri, version):
    identifier = {"uri": uri, "version": version}
    peer.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": DRAFT + "more"}]})
