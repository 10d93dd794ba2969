"""Which files the client is asked to report, and that the others are noticed without it."""

import pytest

from factlint.files import SUFFIXES
from factlint.lsp.convert import uri_of
from lsp.peer import Peer
from lsp.test_updates import open_draft, rewrite
from lsp.test_workspace import folder, is_publication

REPORTS = {"dynamicRegistration": True, "relativePatternSupport": True}


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


def registered(peer):
    def is_watch(message):
        return message.get("method") == "client/registerCapability" and message["params"]["registrations"][0][
            "method"
        ].endswith("didChangeWatchedFiles")

    [registration] = peer.expect(is_watch)["params"]["registrations"]
    return registration["id"], [each["globPattern"] for each in registration["registerOptions"]["watchers"]]


def test_everything_that_can_be_a_draft_a_source_or_a_setting_is_reported(peer):
    peer.initialize(capabilities={"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    _, [kinds, baseline] = registered(peer)
    assert {suffix.removeprefix(".") for suffix in SUFFIXES} < set(kinds.split("{")[1].rstrip("}").split(","))
    assert "toml" in kinds
    assert baseline == "**/factlint-baseline.json"


def test_files_are_reported_below_the_folders_that_are_open(workspace, peer, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    peer.initialize(
        capabilities={"workspace": {"didChangeWatchedFiles": REPORTS}}, workspaceFolders=[folder(workspace)]
    )
    name, patterns = registered(peer)
    assert {pattern["baseUri"] for pattern in patterns} == {uri_of(workspace)}
    change = {"added": [folder(other)], "removed": []}
    peer.notify("workspace/didChangeWorkspaceFolders", {"event": change})
    gone = peer.expect(lambda message: message.get("method") == "client/unregisterCapability")
    assert [each["id"] for each in gone["params"]["unregisterations"]] == [name]
    _, patterns = registered(peer)
    assert {pattern["baseUri"] for pattern in patterns} == {uri_of(workspace), uri_of(other)}


@pytest.mark.parametrize("capabilities", [{}, {"workspace": {"didChangeWatchedFiles": REPORTS}}])
def test_sources_that_the_client_does_not_report_are_noticed_all_the_same(
    workspace, peer, tmp_path_factory, capabilities
):
    writing = tmp_path_factory.mktemp("writing")
    (writing / "factlint.toml").write_text(f"sources = ['{(workspace / 'seeds').as_posix()}']\n", "utf-8")
    peer.initialize(capabilities=capabilities, workspaceFolders=[folder(writing)])
    open_draft(peer, uri_of(writing / "draft.md"))
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1
    rewrite(workspace)
    assert peer.expect(is_publication)["params"]["diagnostics"] == []


def test_a_new_configuration_nearer_to_the_draft_is_noticed(workspace, peer):
    story = workspace / "story"
    story.mkdir()
    peer.initialize(workspaceFolders=[folder(workspace)])
    open_draft(peer, uri_of(story / "draft.md"))
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1
    (story / "factlint.toml").write_text('sources = ["../seeds"]\naccept = ["Larssen"]\n', "utf-8")
    assert peer.expect(is_publication)["params"]["diagnostics"] == []
