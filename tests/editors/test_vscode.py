"""A real VS Code with the packaged extension installed, used as a writer uses it."""

import json
import os
import re
import signal
import stat

import pytest
from playwright.sync_api import expect

from editors.conftest import started
from editors.stories import DRAFT, RIGHT, WRONG, fill

pytestmark = pytest.mark.editor


@pytest.fixture
def editor(workbench, server, story):
    """The window with the draft open and marked."""
    workbench.open(server, story, story / "draft.md")
    workbench.squiggles("error", 2)
    return workbench


def test_findings_are_in_the_problems_panel_and_lead_to_the_source(editor):
    rows = editor.problems()
    expect(rows.filter(has_text="The sources spell this name")).to_have_count(2)
    evidence = rows.filter(has_text="President Anne Larsen spoke first").first
    if not evidence.is_visible():
        rows.filter(has_text="The sources spell this name").first.locator(".monaco-tl-twistie").click()
    evidence.dblclick()
    editor.tab("thanks.txt").wait_for()
    editor.shows("President Anne Larsen spoke first.")


def test_a_finding_tells_its_evidence_on_hover_and_is_mended_by_its_quick_fix(editor, story):
    card = editor.hover(WRONG)
    expect(card).to_contain_text("The sources spell this name “Larsen”.")
    expect(card).to_contain_text("seeds/bridge.txt:1")
    editor.page.keyboard.press("Escape")
    editor.click_word(WRONG)
    editor.page.mouse.move(900, 600)
    editor.page.keyboard.press("Control+.")
    editor.page.locator(".action-widget .monaco-list-row", has_text=f"Replace “{WRONG}” with “{RIGHT}”").click()
    editor.squiggles("error", 1)
    editor.page.keyboard.press("Control+S")
    expect(editor.page.locator(".tab.dirty")).to_have_count(0)
    assert (story / "draft.md").read_text("utf-8") == DRAFT.replace(WRONG, RIGHT, 1)


def test_findings_follow_the_typing_and_a_changed_source(editor, story):
    editor.click_word("came")
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.type("President Anne Larssen spoke. ")
    editor.squiggles("error", 3)
    for source in (story / "seeds").iterdir():
        source.write_text(source.read_text("utf-8").replace(RIGHT, WRONG), "utf-8")
    editor.squiggles("error", 0)


def test_the_facts_view_lists_who_is_in_the_sources_and_opens_the_passage(editor):
    editor.page.get_by_role("tab", name="factlint").first.click()
    tree = editor.page.locator(".pane-body .monaco-list-row")
    tree.filter(has_text="People").click()
    tree.filter(has_text="Anne Larsen").first.click()
    editor.shows("President Anne Larsen opened the bridge.")
    editor.tab("bridge.txt").wait_for()


def test_the_fact_sheet_stands_beside_the_draft_follows_it_and_opens_the_evidence(editor):
    editor.command("factlint: Open Fact Sheet")
    sheet = editor.webview("claims supported")
    expect(sheet.locator("h1")).to_have_text("2 of 4 claims supported")
    editor.click_word("cut")
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.type("President Larsen came back. ")
    expect(editor.webview("came back").locator("h1")).not_to_have_text("2 of 4 claims supported")
    editor.webview("came back").locator("cite a").first.click()
    editor.tab("bridge.txt").wait_for()


def test_the_status_bar_counts_the_claims(editor):
    told = "Of 4 checkable claims the sources bear out 2 and contradict 2; 0 no source speaks of."
    expect(editor.status()).to_contain_text("2")
    expect(editor.status().locator("[aria-label]").first).to_have_attribute("aria-label", re.compile(told))


def test_a_name_is_looked_up_and_its_passage_opened(editor):
    editor.command("factlint: Look Up a Fact")
    editor.row("Anne Larsen").click()
    editor.row("Larsen thanked the engineers").click()
    editor.tab("thanks.txt").wait_for()


def test_a_configuration_is_written_once_and_opened(editor, story):
    editor.command("factlint: Create Configuration")
    editor.tab("factlint.toml").wait_for()
    assert "sources" in (story / "factlint.toml").read_text("utf-8")


def test_a_folder_without_sources_is_left_alone(workbench, server, tmp_path):
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "note.md").write_text(DRAFT, "utf-8")
    workbench.open(server, folder, folder / "note.md")
    told = re.compile(
        r"factlint has no sources .* put them into a folder “seeds” beside it.*factlint \d+\.\d+\.\d+ is ", re.DOTALL
    )
    expect(workbench.status().locator("[aria-label]").first).to_have_attribute("aria-label", told)
    expect(workbench.page.locator(".notification-list-item")).to_have_count(0)


def test_a_broken_configuration_is_named_with_its_line(workbench, server, story):
    (story / "factlint.toml").write_text('sources = ["seeds"\n', "utf-8")
    workbench.open(server, story, story / "draft.md")
    workbench.notice("factlint.toml").wait_for()
    expect(workbench.page.locator(".notification-list-item")).to_have_count(1)


def program(folder, said, status):
    """A program in place of factlint, which answers to --version and otherwise ends at once."""
    path = folder / "factlint"
    path.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "{said}" && exit 0\nexit {status}\n', "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing", "does not run"),
        ("old", "is version 0.0.1, but this extension needs 0.1"),
        ("crashing", "did not start"),
    ],
)
def test_a_server_that_cannot_be_started_gets_one_message_that_says_what_to_do(
    workbench, server, story, tmp_path, name, told
):
    own = tmp_path / name
    own.mkdir()
    if name != "missing":
        program(own, f"factlint {'0.0.1' if name == 'old' else '0.1.0'}", 1)
    (story / ".vscode").mkdir()
    settings = {"factlint.path": str(own / "factlint")}
    (story / ".vscode/settings.json").write_text(json.dumps(settings), "utf-8")
    workbench.open(server, story, story / "draft.md")
    notice = workbench.notice(told)
    notice.wait_for()
    expect(notice).to_contain_text(str(own / "factlint"))
    expect(workbench.page.locator(".notification-list-item")).to_have_count(1)


def test_each_folder_of_a_workspace_is_checked_against_its_own_sources(workbench, server, hosts, story, tmp_path):
    other = fill(tmp_path / "other")
    for file in (*(other / "seeds").iterdir(), other / "draft.md"):
        text = file.read_text("utf-8")
        file.write_text(text.replace(RIGHT, "\0").replace(WRONG, RIGHT).replace("\0", WRONG), "utf-8")
    both = tmp_path / "both.code-workspace"
    both.write_text(json.dumps({"folders": [{"path": "story"}, {"path": "other"}]}), "utf-8")
    workbench.open(server, both, story / "draft.md")
    host = hosts.of(both)
    marked = "return marked((await vscode.window.showTextDocument(vscode.Uri.file(path))).document, 2)"
    assert host.run(marked, path=str(story / "draft.md")) == [WRONG, WRONG]
    assert host.run(marked, path=str(other / "draft.md")) == [RIGHT, RIGHT]
    host.close()


def test_a_server_that_dies_is_started_again_and_the_writer_told_when_it_goes_on(editor, hosts, starts, story):
    host = hosts.of(story)
    for _ in range(3):
        before = started(starts, story)
        os.kill(int(before[-1]), signal.SIGKILL)
        # Findings fall away with the server that told them.
        host.run("await marked(await shown('draft.md'), 0); await marked(await shown('draft.md'), 2)")
        assert len(started(starts, story)) == len(before) + 1
    expect(editor.page.locator(".notification-list-item")).to_have_count(0)
    os.kill(int(started(starts, story)[-1]), signal.SIGKILL)
    notice = editor.notice("The factlint server has ended 4 times within three minutes, so it is not started again.")
    notice.wait_for()
    expect(editor.page.locator(".notification-list-item")).to_have_count(1)
    notice.get_by_role("button", name="Restart").click()
    editor.squiggles("error", 2)
    host.close()
