"""The extension's commands, settings and contributions, used within the extension host as other extensions use them."""

import json

import pytest
from playwright.sync_api import expect

from editors.conftest import PACKAGE, PROGRAM, started
from editors.stories import RIGHT, WRONG, fill
from editors.workbench import Workbench
from factlint.lsp import convert

pytestmark = pytest.mark.editor

MANIFEST = json.loads(PACKAGE.with_name("package.json").read_text("utf-8"))
CONTRIBUTED = MANIFEST["contributes"]
SETTINGS = CONTRIBUTED["configuration"]["properties"]
# Those of which the server has a reader; the extension tells it of some more.
LANGUAGES = [event.partition(":")[2] for event in MANIFEST["activationEvents"] if event.startswith("onLanguage:")]
READ = [language for language in LANGUAGES if convert.suffix(language)]
DISAGREEING = "President Anne Larsen took office on 4 May 2020.\n", "President Anne Larsen took office on 7 May 2020.\n"


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    story = fill(tmp_path_factory.mktemp("commands") / "story")
    for number, text in enumerate(DISAGREEING):
        (story / "seeds" / f"office-{number}.txt").write_text(text, "utf-8")
    (story / "plain.md").write_text(f"President Anne {RIGHT} spoke first.\n\n{RIGHT} thanked the engineers.\n", "utf-8")
    return story


@pytest.fixture(scope="module")
def opened(opened_browser, server, hosts, story):
    """One window for all tests here, and its extension host."""
    page = opened_browser.new_page()
    workbench = Workbench(page)
    workbench.open(server, story, story / "draft.md")
    host = hosts.of(story)
    yield workbench, host
    host.close()
    page.close()


@pytest.fixture
def window(opened):
    return opened[0]


@pytest.fixture
def host(opened, story):
    """The extension host, with the draft in front and marked; what a test sets or writes is taken back."""
    called = opened[1]
    called.run("await marked(await shown('draft.md'), 2)")
    yield called
    for written in story.glob("factlint*.toml"):
        written.unlink()
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
    before = started(starts, story)
    host.run("await vscode.commands.executeCommand('factlint.restart'); await marked(await shown('draft.md'), 2)")
    assert len(started(starts, story)) == len(before) + 1


def test_the_output_says_which_server_was_taken_and_is_shown(host, starts):
    taken = f"{starts.with_name('factlint')}, the setting “factlint.path”"
    assert host.run("return output('factlint', words)", words=taken)
    host.run(
        """
        const isShown = () => vscode.workspace.textDocuments.some((each) => each.uri.path.endsWith('.factlint.log'));
        await vscode.commands.executeCommand('factlint.showOutput');
        await until(isShown, vscode.workspace.onDidOpenTextDocument);
        """
    )


def test_the_fact_sheet_is_opened_beside_the_draft(host):
    column = host.run(
        """
        const { tabGroups } = vscode.window;
        await vscode.commands.executeCommand('factlint.openSheet');
        return until(
            () => tabGroups.all.find((group) => group.tabs.some((tab) => tab.label === title))?.viewColumn,
            tabGroups.onDidChangeTabs,
        );
        """,
        title="Fact Sheet: draft.md",
    )
    assert column == 2


def test_where_the_sources_disagree_is_listed_and_opened(host, window):
    host.start("await vscode.commands.executeCommand('factlint.showConflicts')")
    window.row("7 May 2020").click()
    host.finish()
    selected = "const { document, selection } = vscode.window.activeTextEditor; return document.getText(selection);"
    assert host.run(selected) in ("4", "7")


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
    assert WRONG in (story / "factlint.accepted.toml").read_text("utf-8")


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


@pytest.fixture
def answers(host):
    """What the server offers for a document, once that is as it should be."""

    def ask(command, arguments, wanted):
        return host.run(
            f"""
            const {{ document }} = vscode.window.activeTextEditor;
            const range = new vscode.Range(0, 0, document.lineCount, 0);
            return answered(async () => {{
                const found = await vscode.commands.executeCommand(command, document.uri, {arguments});
                return {wanted} && {{ found }};
            }});
            """,
            command=command,
        )["found"]

    host.run("await shown('plain.md')")
    return ask


def test_inlay_hints_show_the_full_name(host, answers):
    ask = "vscode.executeInlayHintProvider", "range"
    answers(*ask, "found.length === 0")
    host.run(SET, name="factlint.inlayHints", value=True)
    assert "Anne" in json.dumps(answers(*ask, "found.length"))


def test_semantic_tokens_colour_what_the_sources_bear_out(host, answers):
    ask = "vscode.provideDocumentSemanticTokens", "undefined"
    answers(*ask, "!found?.data.length")
    host.run(SET, name="factlint.semanticTokens", value=True)
    assert answers(*ask, "found?.data.length")


def test_code_lens_shows_how_the_claims_stand(host, answers):
    ask = "vscode.executeCodeLensProvider", "9"
    (lens,) = answers(*ask, "found.length")
    assert "supported" in lens["command"]["title"]
    host.run(SET, name="factlint.codeLens", value=False)
    answers(*ask, "found.length === 0")


def test_trace_shows_what_is_said_to_the_server(host):
    told = host.run(
        SET
        + """
        const { uri } = await shown('draft.md');
        await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(0, 1));
        return output('factlint trace', 'textDocument/hover');
        """,
        name="factlint.trace.server",
        value="messages",
    )
    assert WRONG not in told


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_described_and_its_effect_tested_here(name):
    told = SETTINGS[name]
    assert told.get("description") or told.get("markdownDescription")
    assert "default" in told
    tests = {test.removeprefix("test_").replace("_", "") for test in globals() if test.startswith("test_")}
    assert any(test.startswith(name.split(".")[1].lower()) for test in tests)


@pytest.mark.parametrize("language", READ)
def test_a_document_is_checked_before_it_is_saved(host, language):
    found = host.run(
        """
        const document = await vscode.workspace.openTextDocument({ language, content });
        const found = await marked(document, 1);
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        return [document.languageId, found];
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


def test_the_package_is_smaller_than_a_megabyte():
    assert PACKAGE.stat().st_size < 1_000_000
