"""An editor that can do nothing beyond the least: symbols, completion and rename in their plainest forms."""

import pytest

from factlint.lsp.convert import uri_of
from lsp.peer import Peer

DRAFT = "# The bridge\n\nPresident Anne Larsen came. Larsen spoke.\n"


@pytest.fixture
def uri(workspace):
    return uri_of(workspace / "draft.md")


@pytest.fixture
def peer(workspace, uri):
    with Peer(workspace) as peer:
        peer.initialize(rootUri=uri_of(workspace))
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": DRAFT}
        peer.notify("textDocument/didOpen", {"textDocument": document})
        peer.expect(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        yield peer


def ask(peer, method, uri, **params):
    return peer.request(f"textDocument/{method}", {"textDocument": {"uri": uri}, **params})


def test_symbols_are_flat_and_name_what_they_stand_in(peer, uri):
    symbols = ask(peer, "documentSymbol", uri)["result"]
    assert [(each["name"], each.get("containerName")) for each in symbols] == [
        ("The bridge", None),
        ("Anne Larsen", "The bridge"),
    ]
    assert all(each["location"]["uri"] == uri for each in symbols)


def test_an_edit_without_versions(peer, uri):
    position = {"line": 2, "character": 28}
    edit = ask(peer, "rename", uri, position=position, newName="Berg")["result"]
    assert [each["newText"] for each in edit["changes"][uri]] == ["Berg", "Berg"]
    assert "documentChanges" not in edit


def test_an_item_is_plain(peer, uri):
    item = ask(peer, "completion", uri, position={"line": 2, "character": 30})["result"]["items"]
    assert item == []
    [item, *_] = ask(peer, "completion", uri, position={"line": 2, "character": 21})["result"]["items"]
    assert "labelDetails" not in item
    documentation = peer.request("completionItem/resolve", item)["result"]["documentation"]
    assert documentation.startswith("Anne Larsen, person, 3 times in 2 sources\n\nSpelled")


def test_an_item_of_somebody_elses_is_left_as_it_is(peer, uri):
    for data in (None, 7, {"uri": uri}, {"uri": uri, "name": "Nobody"}, {"uri": "untitled:x", "name": "Anne Larsen"}):
        item = {"label": "x", "data": data}
        assert "documentation" not in peer.request("completionItem/resolve", item)["result"]


def test_a_document_that_is_not_open(peer, workspace):
    other = uri_of(workspace / "other.md")
    position = {"line": 0, "character": 0}
    assert ask(peer, "documentSymbol", other)["result"] is None
    assert ask(peer, "completion", other, position=position)["result"]["items"] == []
    assert "not open" in ask(peer, "rename", other, position=position, newName="x")["error"]["message"]


def test_symbols_of_the_folder_without_an_open_document(workspace):
    with Peer(workspace) as peer:
        peer.initialize(rootUri=uri_of(workspace))
        found = peer.request("workspace/symbol", {"query": "lars"})["result"]
        assert [each["name"] for each in found] == ["Anne Larsen"]


def test_a_folder_without_sources(tmp_path):
    with Peer(tmp_path) as peer:
        peer.initialize(rootUri=uri_of(tmp_path))
        uri = uri_of(tmp_path / "draft.md")
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": DRAFT}
        peer.notify("textDocument/didOpen", {"textDocument": document})
        assert peer.request("workspace/symbol", {"query": ""})["result"] == []
        assert ask(peer, "documentSymbol", uri)["result"][0]["name"] == "The bridge"
        assert "seeds" in ask(peer, "prepareRename", uri, position={"line": 2, "character": 14})["error"]["message"]
