"""What an editor offers to do about a finding, and that it is done: under the profiles of four editors."""

import tomllib

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig

from factlint.changes import Change, applied
from factlint.lsp.convert import span_of, uri_of
from factlint.text import Document
from lsp.editor import Editor
from lsp.peer import SERVER

VSCODE, EMACS, NEOVIM_10, NEOVIM_11 = "visual_studio_code", "emacs", "neovim@0.10", "neovim@0.11"
DRAFT = "\N{GRINNING FACE} 日本 came.\n\nPresident Anne Larssen spoke. Then Larssen left.\n"
WRONG, RIGHT = "Larssen", "Larsen"
ACCEPTED = "factlint.accepted.toml"
ACCEPT, PREFER = f"Accept “{WRONG}” for “{RIGHT}”", f"Prefer the spelling “{WRONG}”"
HERE, IN_FILE = "Ignore misspelled-name here", "Ignore misspelled-name in this file"
CONTENT_MODIFIED, REQUEST_FAILED, INVALID_PARAMS = -32801, -32803, -32602

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(
    scope="module",
    params=[VSCODE, EMACS, NEOVIM_10, NEOVIM_11],
    config=ClientServerConfig(server_command=list(SERVER), client_factory=Editor),
)
async def session(request, lsp_client: Editor, opened_folder):
    await lsp_client.start(request.param, opened_folder)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(session, workspace):
    session.turn_to(workspace)
    return session


async def offered(editor, name="draft.md", only=None):
    """The actions at the first finding, by their titles."""
    first = (await editor.diagnostics_of(name))[0]
    return {action.title: action for action in await editor.actions(name, first.range, only)}


async def chosen(editor, action):
    """An action as a client has it once it is chosen."""
    if action.edit is None and action.data is not None:
        return await editor.code_action_resolve_async(action)
    return action


def changed(editor, name, edit, text):
    """An open document's text with an edit of the server's, which is for it and for its newest version."""
    document = Document("", text, ())
    changes = []
    for change in edit.document_changes or ():
        assert (change.text_document.uri, change.text_document.version) == (editor.uri(name), editor.version_of(name))
        changes += change.edits
    for uri, each in (edit.changes or {}).items():
        assert uri == editor.uri(name)
        changes += each
    return applied(text, [Change(span_of(document, each.range, editor.encoding), each.new_text) for each in changes])


async def refusal(awaited):
    with pytest.raises(JsonRpcException) as caught:
        await awaited
    return caught.value.code, caught.value.message


async def test_what_is_offered_at_a_misspelled_name(editor):
    await editor.open("draft.md", DRAFT)
    actions = await offered(editor)
    assert list(actions) == [
        f"Replace “{WRONG}” with “{RIGHT}”",
        ACCEPT,
        PREFER,
        HERE,
        IN_FILE,
        "Show evidence in seeds/bridge.txt:1",
        "Show evidence in seeds/thanks.txt:1",
        "Fix all in this file that is safe to fix",
    ]
    assert [title for title, each in actions.items() if each.is_preferred] == [f"Replace “{WRONG}” with “{RIGHT}”"]
    assert not any(each.disabled for each in actions.values())


async def test_only_what_is_asked_for_is_offered(editor):
    await editor.open("draft.md", DRAFT)
    everything = "Fix all in this file that is safe to fix"
    for only in ("source", "source.fixAll", "source.fixAll.factlint"):
        assert list(await offered(editor, only=[only])) == [everything]
    assert everything not in await offered(editor, only=["quickfix"])
    assert await offered(editor, only=["refactor", "source.fixAll.other"]) == {}


async def test_everything_that_is_safe_is_fixed_at_once(editor):
    await editor.open("draft.md", DRAFT)
    [action] = (await offered(editor, only=["source.fixAll"])).values()
    # Where a client asks for an edit later, it is not worked out before.
    assert (action.edit is None) == (editor.profile in (VSCODE, NEOVIM_10, NEOVIM_11))
    action = await chosen(editor, action)
    assert changed(editor, "draft.md", action.edit, DRAFT) == DRAFT.replace(WRONG, RIGHT)


async def test_the_whole_file_is_offered_away_from_findings_to_who_asks_only(editor):
    await editor.open("draft.md", DRAFT)
    start = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert not await editor.actions("draft.md", start)
    assert len(await editor.actions("draft.md", start, ["source.fixAll"])) == 1


async def test_who_can_show_it_is_told_that_there_is_nothing_to_fix(editor):
    await editor.open("draft.md", "Nothing.\n")
    start = types.Range(types.Position(0, 0), types.Position(0, 0))
    actions = await editor.actions("draft.md", start, ["source.fixAll"])
    assert [bool(action.disabled and action.disabled.reason) for action in actions] == [True] * (
        editor.profile == VSCODE
    )


async def test_an_edit_for_a_text_that_has_moved_on_is_refused(editor):
    await editor.open("draft.md", DRAFT)
    action = (await offered(editor))[HERE]
    await editor.change("draft.md", DRAFT + "\n")
    if action.data is None:
        assert action.edit.document_changes[0].text_document.version == editor.version_of("draft.md") - 1
    else:
        assert (await refusal(editor.code_action_resolve_async(action)))[0] == CONTENT_MODIFIED


@pytest.mark.parametrize("title", [HERE, IN_FILE])
async def test_a_comment_hides_what_is_to_be_ignored(editor, title):
    await editor.open("draft.md", DRAFT)
    action = await chosen(editor, (await offered(editor))[title])
    text = changed(editor, "draft.md", action.edit, DRAFT)
    assert text.replace("<!-- factlint-ignore: misspelled-name -->\n", "") == DRAFT or title == IN_FILE
    assert not await editor.change("draft.md", text)


async def test_comments_that_misfire_are_not_ignored_or_accepted(editor):
    await editor.open("draft.md", "<!-- factlint-ignore: misspelled-name -->\nShe left.\n")
    titles = list(await offered(editor))
    assert titles == ["Remove “<!-- factlint-ignore: misspelled-name -->”", "Fix all in this file that is safe to fix"]


async def test_a_spelling_is_accepted_in_a_new_file(editor):
    await editor.open("draft.md", DRAFT)
    await editor.run((await offered(editor))[ACCEPT].command)
    file = editor.folder / ACCEPTED
    if editor.profile == VSCODE:
        [asked] = editor.edits
        made, filled = asked.edit.document_changes
        assert (made.kind, made.uri, filled.text_document.uri) == ("create", uri_of(file), uri_of(file))
        file.write_text(filled.edits[0].new_text, "utf-8")
    entry = tomllib.loads(file.read_text("utf-8"))["spelling"][0]
    assert (entry["written"], entry["as"]) == (WRONG, RIGHT)
    await editor.until(lambda: ACCEPTED in "".join(told.message for told in editor.shown))
    assert not await editor.change("draft.md", DRAFT + "\n")


async def test_what_is_accepted_is_gone_without_a_change_of_the_text(editor):
    await editor.open("draft.md", DRAFT)
    (editor.folder / ACCEPTED).write_text('# ours\n[[name]]\nname = "Bo"\n', "utf-8")
    await editor.run((await offered(editor))[ACCEPT].command)
    assert (editor.edits, (editor.folder / ACCEPTED).read_text("utf-8").startswith("# ours\n[[name]]")) == ([], True)
    await editor.comes_to_have("draft.md", 0)


async def test_an_open_file_is_edited_in_the_editor(editor):
    await editor.open("draft.md", DRAFT)
    before = '# \N{GRINNING FACE} ours\n[[name]]\nname = "Bo"\n'
    (editor.folder / ACCEPTED).write_text("", "utf-8")
    await editor.open(ACCEPTED, before, "toml")
    await editor.run((await offered(editor))[ACCEPT].command)
    [asked] = editor.edits
    text = changed(editor, ACCEPTED, asked.edit, before)
    assert (text.startswith(before), tomllib.loads(text)["spelling"][0]["written"]) == (True, WRONG)
    assert (editor.folder / ACCEPTED).read_text("utf-8") == ""


async def test_an_editor_that_does_not_make_an_edit_says_why(editor):
    await editor.open("draft.md", DRAFT)
    await editor.open(ACCEPTED, "", "toml")
    editor.makes_edits = False
    code, message = await refusal(editor.run((await offered(editor))[ACCEPT].command))
    assert (code, "the text is locked" in message) == (REQUEST_FAILED, True)


async def test_a_file_that_cannot_be_read_is_not_written(editor):
    await editor.open("draft.md", DRAFT)
    command = (await offered(editor))[ACCEPT].command
    await editor.open(ACCEPTED, "[[nam]]\n", "toml")
    code, message = await refusal(editor.run(command))
    assert (code, f"{ACCEPTED}:1" in message) == (REQUEST_FAILED, True)


async def test_a_spelling_is_preferred_in_the_configuration(editor):
    config = editor.folder / "factlint.toml"
    config.write_text('# ours\nsources = ["seeds"]\n\n[prefer]\n"Bo" = "Boo"\n', "utf-8")
    await editor.open("draft.md", DRAFT)
    await editor.run((await offered(editor))[PREFER].command)
    table = tomllib.loads(config.read_text("utf-8"))
    assert (table["sources"], table["prefer"]) == (["seeds"], {RIGHT: WRONG, "Bo": "Boo"})
    await editor.comes_to_have("draft.md", 0)


async def test_a_finding_that_is_no_name_is_accepted_by_itself(editor):
    (editor.folder / "seeds" / "cost.txt").write_text("The bridge over the Orne cost 30 million euros.\n", "utf-8")
    (editor.folder / ACCEPTED).write_text("", "utf-8")
    await editor.open("draft.md", "The bridge over the Orne cost 40 million euros.\n")
    actions = await offered(editor)
    [title] = [title for title in actions if title.startswith("Accept")]
    assert (title.endswith("here"), [each for each in actions if each.startswith("Prefer")]) == (True, [])
    await editor.run(actions[title].command)
    [entry] = tomllib.loads((editor.folder / ACCEPTED).read_text("utf-8"))["finding"]
    assert (entry["rule"], entry["path"]) == ("wrong-number", "draft.md")
    await editor.comes_to_have("draft.md", 0)


async def test_evidence_is_opened_or_told(editor):
    await editor.open("draft.md", DRAFT)
    action = (await offered(editor))["Show evidence in seeds/thanks.txt:1"]
    place = await editor.run(action.command)
    source = (editor.folder / "seeds" / "thanks.txt").read_text("utf-8")
    uri, selection = place["uri"], to_range(place["range"])
    assert (uri, editor.text_at(source, selection)) == (editor.uri("seeds/thanks.txt"), "Anne Larsen")
    if editor.profile == EMACS:
        await editor.until(lambda: editor.shown)
        assert editor.shown[0].message == "seeds/thanks.txt:1: “President Anne Larsen spoke first.”"
    else:
        [shown] = editor.opened
        assert (shown.uri, shown.selection, shown.take_focus) == (uri, selection, True)


def to_range(place):
    return types.Range(*(types.Position(**place[end]) for end in ("start", "end")))


@pytest.mark.parametrize("title", [ACCEPT, PREFER])
async def test_what_is_found_no_more_cannot_be_settled(editor, title):
    await editor.open("draft.md", DRAFT)
    command = (await offered(editor))[title].command
    await editor.change("draft.md", DRAFT.replace(WRONG, RIGHT))
    assert (await refusal(editor.run(command)))[0] == CONTENT_MODIFIED


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("factlint.server.unheardOf", [], "factlint.server.unheardOf"),
        ("factlint.server.accept", None, "it takes uri (a text), fingerprint (a text), and got none"),
        ("factlint.server.accept", ["a"], "and got 1 argument"),
        ("factlint.server.accept", [3, "a"], "“uri” should be a text"),
        ("factlint.server.prefer", ["a", None], "“fingerprint” should be a text"),
        ("factlint.server.apply", ["a"], "“action” should be a table"),
        ("factlint.server.apply", [{"uri": "a", "version": True}], "“version” should be a whole number"),
        ("factlint.server.showEvidence", [{}], "“range” should be a table"),
        ("factlint.server.showClaims", [3], "“uri” should be a text"),
    ],
)
async def test_a_command_that_is_wrong_is_refused(editor, name, arguments, told):
    code, message = await refusal(
        editor.workspace_execute_command_async(types.ExecuteCommandParams(name, arguments=arguments))
    )
    assert (code, told in message) == (INVALID_PARAMS, True)


async def test_a_document_that_is_not_open_has_nothing_to_settle(editor):
    command = types.Command("", "factlint.server.accept", arguments=[editor.uri("other.md"), "0" * 16])
    assert (await refusal(editor.run(command)))[0] == REQUEST_FAILED


async def test_data_that_is_not_the_servers_is_refused(editor):
    await editor.open("draft.md", DRAFT)
    here = {"uri": editor.uri("draft.md"), "version": 1}
    for data in (3, {}, {**here, "edit": "other", "rule": "misspelled-name", "start": 30}, {**here, "edit": 3}):
        code, _ = await refusal(editor.code_action_resolve_async(types.CodeAction("Title", data=data)))
        assert code in (INVALID_PARAMS, CONTENT_MODIFIED)
    untouched = types.CodeAction("Title")
    assert await editor.code_action_resolve_async(untouched) == untouched


@pytest.mark.parametrize(
    "text", ['prefer = { "Bo" = "Boo" }\n', f'[prefer]\n"{RIGHT}" = "Larsenn"\n'], ids=["inline", "otherwise"]
)
async def test_a_configuration_that_cannot_be_written_is_left_as_it_is(editor, text):
    config = editor.folder / "factlint.toml"
    config.write_text(text, "utf-8")
    await editor.open("draft.md", DRAFT)
    action = next(each for title, each in (await offered(editor)).items() if title.startswith("Prefer"))
    code, message = await refusal(editor.run(action.command))
    assert (code, "by hand" in message, config.read_text("utf-8")) == (REQUEST_FAILED, True, text)
