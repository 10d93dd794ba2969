"""Diagnostics of drafts that are not open, several folders, and the names that results go by."""

import pytest

from factlint.lsp.convert import uri_of
from lsp.conftest import fill
from lsp.peer import Peer
from lsp.test_updates import PULLS, REFRESHES, WRONG, change_draft, is_refresh, open_draft, rewrite

RIGHT = WRONG.replace("Larssen", "Larsen")


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


def folder(path):
    return {"uri": uri_of(path), "name": path.name}


def pull(peer, uri, previous=None):
    return peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}, "previousResultId": previous})[
        "result"
    ]


def pull_all(peer, known=(), **parameters):
    previous = [{"uri": uri, "value": value} for uri, value in known]
    answer = peer.request("workspace/diagnostic", {"previousResultIds": previous, **parameters})
    return {report["uri"]: report for report in answer["result"]["items"]}


def ids(reports):
    return [(uri, report["resultId"]) for uri, report in reports.items()]


def codes(report):
    return [item["code"] for item in report["items"]]


def test_the_same_diagnostics_of_the_same_text_are_not_sent_again(workspace, peer):
    peer.initialize(capabilities=PULLS)
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    first = pull(peer, uri)
    assert (first["kind"], codes(first)) == ("full", ["misspelled-name"])
    assert pull(peer, uri, first["resultId"]) == {"kind": "unchanged", "resultId": first["resultId"]}
    change_draft(peer, uri, 2, RIGHT)
    second = pull(peer, uri, first["resultId"])
    assert (second["kind"], second["items"]) == ("full", [])
    assert second["resultId"] != first["resultId"]
    assert pull(peer, uri, first["resultId"])["kind"] == "full"


def test_drafts_that_are_not_open_are_reported_too_and_others_are_not(workspace, peer):
    (workspace / "sub").mkdir()
    (workspace / "sub" / "right.md").write_text(RIGHT, "utf-8")
    (workspace / "wrong.md").write_text(WRONG, "utf-8")
    (workspace / "draft.md").write_text(RIGHT, "utf-8")
    (workspace / "left.md").write_text(WRONG, "utf-8")
    (workspace / "factlint.toml").write_text('exclude = ["left.md"]\n', "utf-8")
    peer.initialize(capabilities=PULLS, workspaceFolders=[folder(workspace)])
    draft, right, wrong = (uri_of(workspace / name) for name in ("draft.md", "sub/right.md", "wrong.md"))
    open_draft(peer, draft)
    reports = pull_all(peer)
    assert {uri: codes(report) for uri, report in reports.items()} == {
        draft: ["misspelled-name"],
        right: [],
        wrong: ["misspelled-name"],
    }
    assert [reports[uri]["version"] for uri in (draft, right, wrong)] == [1, None, None]
    assert {report["kind"] for report in pull_all(peer, ids(reports)).values()} == {"unchanged"}
    (workspace / "wrong.md").write_text(RIGHT, "utf-8")
    again = pull_all(peer, ids(reports))
    assert {uri: report["kind"] for uri, report in again.items()} == {
        draft: "unchanged",
        right: "unchanged",
        wrong: "full",
    }
    assert again[wrong]["items"] == []


def test_a_draft_that_is_gone_has_no_diagnostics_any_more(workspace, peer):
    path = workspace / "wrong.md"
    path.write_text(WRONG, "utf-8")
    peer.initialize(capabilities=PULLS, workspaceFolders=[folder(workspace)])
    reports = pull_all(peer)
    path.unlink()
    gone = pull_all(peer, ids(reports))
    assert gone[uri_of(path)]["items"] == []
    assert pull_all(peer, ids(gone)) == {}


def test_reports_are_sent_one_by_one_to_who_wants_them_so(workspace, peer):
    for name in ("one.md", "two.md"):
        (workspace / name).write_text(WRONG, "utf-8")
    peer.initialize(capabilities=PULLS, workspaceFolders=[folder(workspace)])
    assert pull_all(peer, partialResultToken="bit") == {}
    bits = [message["params"] for message in peer.passed if message.get("method") == "$/progress"]
    assert [bit["token"] for bit in bits] == ["bit", "bit"]
    assert [codes(report) for bit in bits for report in bit["value"]["items"]] == [["misspelled-name"]] * 2


def test_drafts_that_are_not_open_follow_the_sources(workspace, peer):
    (workspace / "wrong.md").write_text(WRONG, "utf-8")
    peer.initialize(capabilities=PULLS, workspaceFolders=[folder(workspace)])
    reports = pull_all(peer)
    rewrite(workspace)
    [report] = pull_all(peer, ids(reports)).values()
    assert (report["kind"], report["items"]) == ("full", [])


def test_each_folder_has_its_own_sources_and_may_come_and_go(workspace, peer, tmp_path_factory):
    other = fill(tmp_path_factory.mktemp("other"))
    rewrite(other)
    for place in (workspace, other):
        (place / "draft.md").write_text(WRONG, "utf-8")
    here, there = uri_of(workspace / "draft.md"), uri_of(other / "draft.md")
    peer.initialize(capabilities=PULLS, workspaceFolders=[folder(workspace)])
    reports = pull_all(peer)
    assert {uri: codes(report) for uri, report in reports.items()} == {here: ["misspelled-name"]}
    change = {"added": [folder(other)], "removed": []}
    peer.notify("workspace/didChangeWorkspaceFolders", {"event": change})
    reports = pull_all(peer)
    assert {uri: codes(report) for uri, report in reports.items()} == {here: ["misspelled-name"], there: []}
    change = {"added": [], "removed": [folder(workspace)]}
    peer.notify("workspace/didChangeWorkspaceFolders", {"event": change})
    assert {uri: report["kind"] for uri, report in pull_all(peer, ids(reports)).items()} == {
        here: "full",
        there: "unchanged",
    }


@pytest.mark.parametrize("named", ["workspaceFolders", "rootUri", "rootPath"])
def test_a_document_that_is_no_file_belongs_to_the_first_folder(workspace, tmp_path_factory, named):
    other = tmp_path_factory.mktemp("other")
    folders = {
        "workspaceFolders": [folder(workspace), folder(other)],
        "rootUri": uri_of(workspace),
        "rootPath": str(workspace),
    }
    with Peer(other) as peer:
        peer.initialize(capabilities=PULLS, **{named: folders[named]})
        open_draft(peer, uri_of(other / "draft.md"))
        open_draft(peer, "untitled:Untitled-1")
        assert codes(pull(peer, "untitled:Untitled-1")) == ["misspelled-name"]
        assert pull(peer, uri_of(other / "draft.md"))["items"] == []


def test_without_a_folder_it_belongs_to_the_one_the_server_was_started_in(peer):
    peer.initialize(capabilities=PULLS)
    open_draft(peer, "untitled:Untitled-1")
    assert codes(pull(peer, "untitled:Untitled-1")) == ["misspelled-name"]


def is_publication(message):
    return message.get("method") == "textDocument/publishDiagnostics"


def turn(peer, enable):
    peer.notify("workspace/didChangeConfiguration", {"settings": {"factlint": {"enable": enable}}})


def test_turned_off_it_takes_back_what_it_has_sent(workspace, peer):
    peer.initialize()
    open_draft(peer, uri_of(workspace / "draft.md"))
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1
    turn(peer, False)
    assert peer.expect(is_publication)["params"]["diagnostics"] == []
    turn(peer, True)
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1


def test_turned_off_it_has_nothing_to_say_to_who_asks(workspace, peer):
    (workspace / "other.md").write_text(WRONG, "utf-8")
    peer.initialize(capabilities=REFRESHES, workspaceFolders=[folder(workspace)])
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    reports = pull_all(peer)
    first = pull(peer, uri)
    assert len(first["items"]) == 1
    turn(peer, False)
    peer.expect(is_refresh)
    assert pull(peer, uri, first["resultId"])["items"] == []
    other = uri_of(workspace / "other.md")
    assert pull_all(peer, ids(reports))[other]["items"] == []
    turn(peer, True)
    peer.expect(is_refresh)
    assert len(pull(peer, uri)["items"]) == 1


def test_a_setting_given_at_the_start_holds_where_the_client_has_none(workspace, peer):
    peer.initialize(
        capabilities={**PULLS, "workspace": {"configuration": True}}, initializationOptions={"enable": False}
    )
    peer.expect(lambda message: message.get("method") == "workspace/configuration")
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    assert pull(peer, uri)["items"] == []


def test_changes_that_follow_each_other_quickly_are_checked_once(workspace, peer):
    peer.initialize(initializationOptions={"debounce": 400})
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    peer.expect(is_publication)
    for version in range(2, 12):
        change_draft(peer, uri, version, f"{version}. {WRONG}")
    assert peer.expect(is_publication)["params"]["version"] == 11


def test_a_rule_leads_to_its_explanation(workspace, peer):
    describes = {"publishDiagnostics": {"codeDescriptionSupport": True}}
    peer.initialize(capabilities={"textDocument": describes})
    open_draft(peer, uri_of(workspace / "draft.md"))
    [diagnostic] = peer.expect(is_publication)["params"]["diagnostics"]
    assert "misspelled-name" in diagnostic["codeDescription"]["href"]


def test_a_client_that_leads_nowhere_gets_no_address(workspace, peer):
    peer.initialize()
    open_draft(peer, uri_of(workspace / "draft.md"))
    [diagnostic] = peer.expect(is_publication)["params"]["diagnostics"]
    assert "codeDescription" not in diagnostic
