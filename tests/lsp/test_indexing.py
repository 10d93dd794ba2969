"""Many sources are read in the background: shown, cancelled, begun anew, and never in the way of anything else."""

import pytest

from factlint.lsp.convert import uri_of
from lsp.peer import Peer
from lsp.test_updates import PULLS, WRONG, change_draft, open_draft

MANY = 100
PROGRESS = {"window": {"workDoneProgress": True}}
CREATE, CANCEL = "window/workDoneProgress/create", "window/workDoneProgress/cancel"


@pytest.fixture
def sources(workspace):
    """A folder of many sources, of which two give the name that is wrong in the draft."""
    seeds = workspace / "seeds"
    for number in range(MANY):
        lines = [
            f"Mayor Ada Quist {number} visited the harbour of Port{number} on {day} May 2021 with {day + 3} guests."
            for day in range(1, 6)
        ]
        (seeds / f"report{number:03}.txt").write_text("\n\n".join(lines), "utf-8")
    return seeds


@pytest.fixture
def peer(sources):
    with Peer(sources.parent) as peer:
        yield peer


@pytest.fixture
def uri(workspace):
    return uri_of(workspace / "draft.md")


def is_progress(kind):
    return lambda message: message.get("method") == "$/progress" and message["params"]["value"]["kind"] == kind


def is_publication(message):
    return message.get("method") == "textDocument/publishDiagnostics"


def begun(peer):
    """What the client is shown once reading has begun, and its token."""
    token = peer.expect(lambda message: message.get("method") == CREATE)["params"]["token"]
    begin = peer.expect(is_progress("begin"))["params"]
    assert begin["token"] == token
    return begin["value"], token


def test_reading_is_shown_from_begin_to_end_and_findings_follow(peer, uri):
    peer.initialize(capabilities=PROGRESS)
    open_draft(peer, uri)
    begin, token = begun(peer)
    assert (begin["title"], begin["cancellable"]) == ("Reading the sources", True)
    assert peer.expect(is_progress("end"))["params"]["token"] == token
    reports = [message["params"]["value"] for message in peer.passed if is_progress("report")(message)]
    percentages = [begin["percentage"], *(report["percentage"] for report in reports)]
    assert percentages == sorted(set(percentages))
    assert all(report["message"].endswith(f" of {MANY + 2}") for report in reports)
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1


def test_other_requests_are_answered_meanwhile(peer, uri):
    peer.initialize(capabilities=PROGRESS)
    open_draft(peer, uri)
    begun(peer)
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    context = {"diagnostics": [], "only": ["refactor"]}
    answer = peer.request("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": place, "context": context})
    assert not answer["result"]
    assert not any(map(is_progress("end"), peer.passed))


def test_who_asks_gets_the_findings_once_all_is_read(peer, uri):
    peer.initialize(capabilities={**PROGRESS, **PULLS})
    open_draft(peer, uri)
    report = peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]
    assert len(report["items"]) == 1
    assert any(map(is_progress("begin"), peer.passed))


def test_nothing_is_shown_to_an_editor_that_cannot(peer, uri):
    peer.initialize()
    open_draft(peer, uri)
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1
    assert not any(message.get("method") in (CREATE, "$/progress") for message in peer.passed)


def test_an_edit_while_sources_are_read_is_what_is_checked(peer, uri):
    peer.initialize(capabilities=PROGRESS)
    open_draft(peer, uri)
    begun(peer)
    change_draft(peer, uri, 2, WRONG + "\n" + WRONG)
    published = peer.expect(is_publication)["params"]
    assert (published["version"], len(published["diagnostics"])) == (2, 2)


def test_a_source_that_changes_meanwhile_is_read_as_it_is_now(sources, peer, uri):
    peer.initialize(capabilities=PROGRESS)
    open_draft(peer, uri)
    begun(peer)
    for source in ("bridge.txt", "thanks.txt"):
        (sources / source).write_text("President Anne Larssen opened the bridge.\n", "utf-8")
    peer.notify("workspace/didChangeWatchedFiles", {"changes": []})
    published = peer.expect(is_publication)["params"]
    assert published["diagnostics"] == []


def test_reading_that_is_cancelled_ends_and_is_taken_up_again_with_a_save(peer, uri):
    peer.initialize(capabilities=PROGRESS)
    open_draft(peer, uri)
    _, token = begun(peer)
    peer.notify(CANCEL, {"token": token})
    assert peer.expect(is_progress("end"))["params"]["token"] == token
    told = peer.expect(lambda message: message.get("method") == "window/logMessage")["params"]["message"]
    assert "cancelled" in told
    assert peer.expect(is_publication)["params"]["diagnostics"] == []
    peer.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1


def test_reading_ends_when_the_draft_is_closed(peer, uri):
    peer.initialize(capabilities=PROGRESS)
    open_draft(peer, uri)
    begun(peer)
    peer.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    peer.expect(is_progress("end"))
    reports = [message["params"]["value"]["percentage"] for message in peer.passed if is_progress("report")(message)]
    assert max(reports, default=0) < 90
    assert all(message["params"]["diagnostics"] == [] for message in peer.passed if is_publication(message))


def test_one_changed_source_among_many_is_read_alone(sources, peer, uri):
    peer.initialize(capabilities=PROGRESS)
    open_draft(peer, uri)
    assert len(peer.expect(is_publication)["params"]["diagnostics"]) == 1
    peer.passed.clear()
    for source in ("bridge.txt", "thanks.txt"):
        (sources / source).write_text("President Anne Larssen opened the bridge.\n", "utf-8")
    peer.notify("workspace/didChangeWatchedFiles", {"changes": []})
    assert peer.expect(is_publication)["params"]["diagnostics"] == []
    assert not any(message.get("method") == CREATE for message in peer.passed)
