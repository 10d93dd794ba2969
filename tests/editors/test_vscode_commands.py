"""The extension's commands, settings and contributions, used as other extensions use them: within the extension host."""

import json

import pytest
from playwright.sync_api import expect

from editors.conftest import PACKAGE, PROGRAM
from editors.stories import DRAFT, RIGHT, WRONG, fill
from editors.workbench import Workbench
from factlint.lsp import convert

pytestmark = pytest.mark.editor

MANIFEST = json.loads(PACKAGE.with_name("package.json").read_text("utf-8"))
CONTRIBUTED = MANIFEST["contributes"]
SETTINGS = CONTRIBUTED["configuration"]["properties"]
LANGUAGES = [event.partition(":")[2] for event in MANIFEST["activationEvents"] if event.startswith("onLanguage:")]
DISAGREEING = "President Anne Larsen took office on 4 May 2020.\n", "President Anne Larsen took office on 7 May 2020.\n"


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    story = fill(tmp_path_factory.mktemp("commands") / "story")
    for number, text in enumerate(DISAGREEING):
        (story / "seeds" / f"office-{number}.txt").write_text(text, "utf-8")
    return story


@pytest.fixture(scope="module")
def window(opened_browser, server, story):
    """One window for all tests here."""
    page = opened_browser.new_page()
    workbench = Workbench(page)
    workbench.open(server, story, story / "draft.md")
    yield workbench
    page.close()


@pytest.fixture(scope="module")
def called(window, hosts, story):
    host = hosts.of(story)
    yield host
    host.close()


@pytest.fixture
def host(called, story):
    """The extension host, with the draft in front and marked; what a test sets or writes is taken back."""
    called.run("await marked(await shown('draft.md'), 2)")
    yield called
    (story / "factlint.toml").unlink(missing_ok=True)
    called.run(
        """
        for (const setting of settings) {
            await vscode.workspace.getConfiguration().update(setting, undefined, vscode.ConfigurationTarget.Workspace);
        }
        await vscode.commands.executeCommand('workbench.action.files.revert');
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await vscode.commands.executeCommand('notifications.clearAll');
        """,
        settings=list(SETTINGS),
    )


SET = "await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);"


def test_every_declared_command_is_there_and_every_other_is_the_server_s_own(host):
    there = set(host.run("return vscode.commands.getCommands(true)"))
    declared = {command["command"] for command in CONTRIBUTED["commands"]}
    assert declared <= there
    # VS Code adds some for each view.
    others = {name for name in there - declared if name.startswith("factlint.")}
    assert {name.split(".")[1] for name in others} == {"facts", "server"}


def test_restart_starts_the_server_anew(host, starts, story):
    before = starts_in(starts, story)
    host.run("await vscode.commands.executeCommand('factlint.restart'); await marked(await shown('draft.md'), 2)")
    assert len(starts_in(starts, story)) == len(before) + 1


def starts_in(starts, folder):
    """The processes of the servers that were started in a folder."""
    lines = (line.split(" ", 1) for line in starts.read_text("utf-8").splitlines())
    return [process for process, place in lines if place == str(folder)]


def test_the_output_says_which_server_was_taken(host, starts):
    host.run("await vscode.commands.executeCommand('factlint.showOutput')")
    assert host.run("return output('factlint', words)", words=f"{starts.with_name('factlint')}, the setting “factlint.path”")


def test_the_fact_sheet_is_opened_beside_the_draft(host):
    column = host.run(
        """
        const sheets = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tab.label === title);
        await vscode.commands.executeCommand('factlint.openSheet');
        const [sheet] = await until(() => sheets().length && sheets(), vscode.window.tabGroups.onDidChangeTabs);
        return sheet.group.viewColumn;
        """,
        title="Fact Sheet: draft.md",
    )
    assert column == 2


def test_where_the_sources_disagree_is_listed_and_opened(host, window):
    host.start("await vscode.commands.executeCommand('factlint.showConflicts')")
    window.row("7 May 2020").click()
    host.finish()
    assert host.run(SELECTED) in {text.strip() for text in DISAGREEING} | {"4 May 2020", "7 May 2020"}


SELECTED = "const { document, selection } = vscode.window.activeTextEditor; return document.getText(selection);"


def test_a_fact_is_looked_up_by_what_is_selected(host, window):
    host.start(
        """
        const editor = vscode.window.activeTextEditor;
        const start = editor.document.getText().indexOf('Anne');
        const [from, to] = [start, start + 'Anne'.length].map((at) => editor.document.positionAt(at));
        editor.selection = new vscode.Selection(from, to);
        await vscode.commands.executeCommand('factlint.lookUp');
        """
    )
    expect(window.page.locator(".quick-input-widget input[type=text]").first).to_have_value("Anne")
    window.row("Anne Larsen").click()
    window.row("Larsen thanked the engineers").click()
    host.finish()
    assert "Larsen thanked" in host.run("return vscode.window.activeTextEditor.document.getText()")


def test_an_accepted_spelling_is_marked_no_more(host, story):
    host.run(
        """
        const { document } = vscode.window.activeTextEditor;
        const at = document.positionAt(document.getText().indexOf(word));
        vscode.window.activeTextEditor.selection = new vscode.Selection(at, at);
        await vscode.commands.executeCommand('factlint.acceptSpelling');
        await marked(document, 0);
        """,
        word=WRONG,
    )


def test_where_no_spelling_is_marked_none_is_accepted(host, window):
    host.run(
        """
        vscode.window.activeTextEditor.selection = new vscode.Selection(1, 0, 1, 0);
        await vscode.commands.executeCommand('factlint.acceptSpelling');
        """
    )
    window.notice("No spelling is marked here.").wait_for()


def test_a_configuration_that_is_there_is_opened_as_it_is(host, story):
    (story / "factlint.toml").write_text('sources = ["seeds"]  # mine\n', "utf-8")
    host.run("await vscode.commands.executeCommand('factlint.createConfiguration')")
    assert host.run("return vscode.window.activeTextEditor.document.getText()") == 'sources = ["seeds"]  # mine\n'


def test_without_a_draft_in_front_the_fact_sheet_asks_for_one(host, window):
    host.run(
        """
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await vscode.commands.executeCommand('factlint.openSheet');
        """
    )


@pytest.mark.parametrize("command", [command["command"] for command in CONTRIBUTED["commands"]])
def test_a_command_has_a_title_under_the_name_of_the_extension(command):
    (told,) = [each for each in CONTRIBUTED["commands"] if each["command"] == command]
    assert told["title"]
    assert told["category"] == "factlint"


def test_enable_turns_the_findings_off_and_on(host):
    host.run(SET + "await marked(await shown('draft.md'), 0)", name="factlint.enable", value=False)
    host.run(SET + "await marked(await shown('draft.md'), 2)", name="factlint.enable", value=True)


def test_path_starts_the_program_that_it_names(host, tmp_path):
    other = tmp_path / "other"
    other.symlink_to(PROGRAM)
    host.run("await vscode.commands.executeCommand('factlint.showOutput')")
    host.run(SET + "await output('factlint', `${value}, the setting`)", name="factlint.path", value=str(other))
    host.run("await marked(await shown('draft.md'), 2)")


def test_debounce_is_waited_for_after_a_keystroke(host):
    waited = host.run(
        SET
        + """
        const document = await shown('draft.md');
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(1, 0), sentence);
        const start = performance.now();
        await vscode.workspace.applyEdit(edit);
        await marked(document, 3);
        return performance.now() - start;
        """,
        name="factlint.debounce",
        value=1500,
        sentence=f"President Anne {WRONG} waved.",
    )
    assert waited >= 1500


def test_inlay_hints_show_the_full_name(host):
    hints = """
        const document = await shown('draft.md');
        const range = new vscode.Range(0, 0, document.lineCount, 0);
        const found = await vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, range);
        return found.map((hint) => typeof hint.label === 'string' ? hint.label : hint.label.map((part) => part.value).join(''));
        """
    assert host.run(hints) == []
    assert host.run(SET + hints, name="factlint.inlayHints", value=True)


def test_semantic_tokens_colour_what_the_sources_bear_out(host):
    tokens = """
        const { uri } = await shown('draft.md');
        const found = await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', uri);
        return found?.data.length ?? 0;
        """
    assert host.run(tokens) == 0
    assert host.run(SET + tokens, name="factlint.semanticTokens", value=True) > 0


def test_code_lens_shows_how_the_claims_stand(host):
    lenses = """
        const { uri } = await shown('draft.md');
        const found = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 9);
        return found.map((lens) => lens.command?.title ?? '');
        """
    assert any("2" in title for title in host.run(lenses))
    assert host.run(SET + lenses, name="factlint.codeLens", value=False) == []


def test_trace_shows_what_is_said_to_the_server(host):
    pass


def test_every_setting_is_described_and_tested_here():
    tested = {name.split("_")[1] for name in globals() if name.startswith("test_")}
    for name, told in SETTINGS.items():
        assert told.get("description") or told.get("markdownDescription"), name
        assert "default" in told, name
        assert name.split(".")[1].lower() in tested | {"inlayhints", "semantictokens", "codelens"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_is_checked_before_it_is_saved(host, language):
    if not convert.suffix(language):
        pytest.skip("the server has no reader")
    found = host.run(
        """
        const document = await vscode.workspace.openTextDocument({ language, content });
        return [document.languageId, await marked(document, 1)];
        """,
        language=language,
        content=f"President Anne {WRONG} cut the ribbon.\n",
    )
    assert found == [language, [WRONG]]


def test_the_walkthrough_is_shown(host, window):
    (walkthrough,) = CONTRIBUTED["walkthroughs"]
    host.run(
        "await vscode.commands.executeCommand('workbench.action.openWalkthrough', name, false)",
        name=f"factlint.factlint#{walkthrough['id']}",
    )
    for step in walkthrough["steps"]:
        window.page.get_by_text(step["title"]).first.wait_for()
