"""A name that is still being typed is left alone until something follows it, or nothing does for a moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lsp.caret import caret_after
from factlint.lsp.convert import uri_of
from lsp.peer import Peer
from lsp.test_updates import PULLS, REFRESHES, change_draft, is_refresh, publication_of

BEFORE, TYPED = "President Anne Larsse spoke.\n", "President Anne Larssen spoke.\n"


@pytest.mark.parametrize(
    ("before", "after", "caret"),
    [
        ("Anne L", "Anne La", 7),
        ("Anne  left", "Anne Larss left", 10),
        ("Anne L", "Anne L ", None),
        ("Anne L", "Anne L.", None),
        ("Anne La", "Anne L", None),
        ("Anne L", "Anne L", None),
        ("", "Å", 1),
        ("a\N{BRIDGE AT NIGHT}", "a\N{BRIDGE AT NIGHT}b", 3),
        ("lass", "lasss", 5),
    ],
)
def test_where_a_word_is_being_typed(before, after, caret):
    assert caret_after(before, after) == caret


@given(st.text(alphabet="ab \n"), st.text(alphabet="ab \n"))
def test_the_caret_stands_behind_a_letter_that_was_put_in(before, after):
    caret = caret_after(before, after)
    if caret is not None:
        assert after[caret - 1].isalpha()
        assert after[caret:] == "" or before.endswith(after[caret:])


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


def open_with(peer, uri, text, *, asks=False):
    """Opens a draft; once this returns its sources are read, so that the next text is checked without delay."""
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    peer.notify("textDocument/didOpen", {"textDocument": document})
    if asks:
        peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    else:
        peer.expect(publication_of(1))


def diagnostics(message):
    return [each["code"] for each in message["params"]["diagnostics"]]


def test_a_name_is_marked_when_a_moment_has_passed_since_its_last_letter(workspace, peer):
    peer.initialize()
    uri = uri_of(workspace / "draft.md")
    open_with(peer, uri, BEFORE)
    change_draft(peer, uri, 2, TYPED)
    assert diagnostics(peer.expect(publication_of(2))) == []
    assert diagnostics(peer.expect(publication_of(2))) == ["misspelled-name"]


def test_a_name_is_marked_when_something_follows_it(workspace, peer):
    peer.initialize()
    uri = uri_of(workspace / "draft.md")
    open_with(peer, uri, BEFORE)
    change_draft(peer, uri, 2, TYPED)
    change_draft(peer, uri, 3, TYPED.replace("spoke", "spoke first"))
    change_draft(peer, uri, 4, TYPED.replace("spoke", "spoke first "))
    assert diagnostics(peer.expect(publication_of(4))) == ["misspelled-name"]


def test_a_name_is_marked_when_the_draft_is_saved(workspace, peer):
    peer.initialize()
    uri = uri_of(workspace / "draft.md")
    open_with(peer, uri, BEFORE)
    change_draft(peer, uri, 2, TYPED)
    peer.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert "misspelled-name" in diagnostics(peer.expect(lambda m: m.get("params", {}).get("diagnostics")))


def test_an_editor_that_asks_is_told_to_ask_again(workspace, peer):
    peer.initialize(capabilities=REFRESHES)
    uri = uri_of(workspace / "draft.md")
    ask = {"textDocument": {"uri": uri}}
    open_with(peer, uri, BEFORE, asks=True)
    change_draft(peer, uri, 2, TYPED)
    assert peer.request("textDocument/diagnostic", ask)["result"]["items"] == []
    peer.expect(is_refresh)
    assert len(peer.request("textDocument/diagnostic", ask)["result"]["items"]) == 1


def test_an_editor_that_cannot_be_told_afterwards_is_told_at_once(workspace, peer):
    peer.initialize(capabilities=PULLS)
    uri = uri_of(workspace / "draft.md")
    open_with(peer, uri, BEFORE, asks=True)
    change_draft(peer, uri, 2, TYPED)
    assert len(peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"]) == 1
