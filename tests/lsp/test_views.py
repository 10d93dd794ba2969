"""Lenses, hints and highlighted claims: what an editor shows beside the text, under the profiles of four editors."""

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig

from factlint.lsp.semantic_tokens import LEGEND
from lsp.editor import Editor
from lsp.peer import SERVER

VSCODE, EMACS, NEOVIM_10, NEOVIM_11 = "visual_studio_code", "emacs", "neovim@0.10", "neovim@0.11"
DRAFT = (
    "\N{GRINNING FACE} President Anne Larssen opened the bridge on 4 May 2021.\r\n\r\n"
    "\N{BRIDGE AT NIGHT} Larsen said that “it took\r\n  ten years of work”.\r\n"
)
SOURCE = (
    "President Anne Larsen opened the bridge on 4 May 2021.\nLarsen said: “It took ten years of work.” She is 58.\n"
)
CONTENT_MODIFIED, INVALID_PARAMS = -32801, -32602

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
    (workspace / "seeds" / "visit.txt").write_text(SOURCE, "utf-8")
    set_preferences(session)
    return session


def set_preferences(editor, **given):
    editor.preferences.clear()
    editor.preferences.update(given)
    editor.workspace_did_change_configuration(types.DidChangeConfigurationParams({"factlint": given}))


async def lenses(editor, name):
    return await editor.text_document_code_lens_async(types.CodeLensParams(editor.identifier(name)))


async def titles(editor, name):
    """The titles of a document's lenses, all of which stand at its top."""
    found = await lenses(editor, name)
    assert all(lens.range == at_line(0) and lens.command is None for lens in found)
    return [(await editor.code_lens_resolve_async(lens)).command.title for lens in found]


def at_line(number):
    return types.Range(types.Position(number, 0), types.Position(number, 0))


async def test_a_draft_tells_how_its_claims_stand(editor):
    await editor.open("draft.md", DRAFT)
    assert await titles(editor, "draft.md") == ["4 claims: 3 supported, 1 contradicted"]
    await editor.change("draft.md", DRAFT.replace("Larssen", "Larsen").replace("4 May", "4 June"))
    [title] = await titles(editor, "draft.md")
    assert title == "4 claims: 3 supported, 1 contradicted"
    await editor.change("draft.md", "It rained.\n")
    assert await titles(editor, "draft.md") == ["no claims to check"]


async def test_the_lens_of_a_draft_lists_what_is_not_borne_out(editor):
    await editor.open("draft.md", DRAFT)
    [lens] = await lenses(editor, "draft.md")
    command = (await editor.code_lens_resolve_async(lens)).command
    places = await editor.run(command)
    assert [editor.marked("draft.md", to_range(place["range"])) for place in places] == ["Anne Larssen"]
    if editor.profile == EMACS:
        await editor.until(lambda: editor.shown)
        assert editor.shown[0].message.startswith(f"{command.title}\ndraft.md:1: “")
    else:
        await editor.until(lambda: editor.opened)
        assert (editor.opened[0].uri, editor.opened[0].selection) == (
            editor.uri("draft.md"),
            to_range(places[0]["range"]),
        )


def to_range(place):
    return types.Range(*(types.Position(**place[end]) for end in ("start", "end")))


async def test_a_source_tells_its_facts_and_where_others_disagree(editor):
    await editor.open("seeds/visit.txt", SOURCE, "plaintext")
    facts, conflicts = await titles(editor, "seeds/visit.txt")
    assert (facts.split()[1], conflicts) == ("facts", "no conflicts")
    [first, second] = await lenses(editor, "seeds/visit.txt")
    places = await editor.run((await editor.code_lens_resolve_async(first)).command)
    assert (len(places), facts) == (int(facts.split()[0]), f"{len(places)} facts")
    marked = [editor.marked("seeds/visit.txt", to_range(place["range"])) for place in places]
    assert {"Anne Larsen", "4 May 2021"} <= set(marked)
    other = "President Anne Larsen opened the bridge on 7 May 2021.\n"
    (editor.folder / "seeds" / "bridge.txt").write_text(other, "utf-8")
    await editor.change("seeds/visit.txt", SOURCE + "\n")
    assert (await titles(editor, "seeds/visit.txt"))[1] == "1 conflict"
    second = (await lenses(editor, "seeds/visit.txt"))[1]
    ours, theirs = await editor.run((await editor.code_lens_resolve_async(second)).command)
    assert editor.marked("seeds/visit.txt", to_range(ours["range"])).startswith("4")
    assert (theirs["uri"], editor.text_at(other, to_range(theirs["range"]))[0]) == (editor.uri("seeds/bridge.txt"), "7")


async def test_a_lens_for_a_text_that_has_moved_on_is_refused(editor):
    await editor.open("draft.md", DRAFT)
    [lens] = await lenses(editor, "draft.md")
    await editor.change("draft.md", DRAFT + "\n")
    with pytest.raises(JsonRpcException) as caught:
        await editor.code_lens_resolve_async(lens)
    assert caught.value.code == CONTENT_MODIFIED


@pytest.mark.parametrize("data", [None, 3, {}, {"uri": "a", "version": "1", "command": "factlint.server.showClaims"}])
async def test_data_that_is_not_the_servers_is_refused(editor, data):
    with pytest.raises(JsonRpcException) as caught:
        await editor.code_lens_resolve_async(types.CodeLens(at_line(0), data=data))
    assert caught.value.code == INVALID_PARAMS


async def test_lenses_can_be_turned_off(editor):
    await editor.open("draft.md", DRAFT)
    set_preferences(editor, codeLens=False)
    assert not await lenses(editor, "draft.md")


async def test_what_is_neither_draft_nor_source_has_no_lenses(editor):
    await editor.open("program.py", "# President Anne Larssen\n", "python")
    assert not await lenses(editor, "program.py")


async def hints(editor, name, first=0, last=99):
    place = types.Range(types.Position(first, 0), types.Position(last, 0))
    params = types.InlayHintParams(editor.identifier(name), place)
    return await editor.text_document_inlay_hint_async(params)


async def test_there_are_hints_for_who_has_asked_for_them(editor):
    await editor.open("draft.md", DRAFT)
    assert not await hints(editor, "draft.md")
    set_preferences(editor, inlayHints=True)
    found = await hints(editor, "draft.md")
    told = {(before(editor, DRAFT, hint.position), hint.label[0].value) for hint in found}
    assert told == {
        ("4 May 2021", "visit.txt"),
        ("\N{BRIDGE AT NIGHT} Larsen", "Anne Larsen"),
        ("of work", "visit.txt"),
    }
    assert [hint.label[0].value for hint in await hints(editor, "draft.md", 0, 1)] == ["visit.txt"]
    [name] = [hint.label[0] for hint in found if hint.label[0].value == "Anne Larsen"]
    assert name.location.uri.startswith(editor.uri("seeds/"))


def before(editor, text, position):
    """The last words of a line up to a position, as many as a date has or a quotation ends with."""
    line = editor.text_at(text, types.Range(types.Position(position.line, 0), position)).rstrip("”")
    return " ".join(line.split()[-3 if position.line == 0 else -2 :])


async def tokens(editor, name, text, part=None):
    """The words that are highlighted, each with what it is; every one within its line."""
    if part:
        answer = await editor.text_document_semantic_tokens_range_async(
            types.SemanticTokensRangeParams(editor.identifier(name), part)
        )
    else:
        params = types.SemanticTokensParams(editor.identifier(name))
        answer = await editor.text_document_semantic_tokens_full_async(params)
    line = column = 0
    found = []
    for at in range(0, len(answer.data), 5):
        lines, columns, length, kind, modifiers = answer.data[at : at + 5]
        line, column = line + lines, columns if lines else column + columns
        place = types.Range(types.Position(line, column), types.Position(line, column + length))
        names = [each for number, each in enumerate(LEGEND.token_modifiers) if modifiers & 1 << number]
        assert (kind, len(names)) == (0, 1)
        found.append((editor.text_at(text, place), names[0]))
    return found


async def test_claims_are_highlighted_for_who_has_asked_for_it(editor):
    await editor.open("draft.md", DRAFT)
    assert not await tokens(editor, "draft.md", DRAFT)
    set_preferences(editor, semanticTokens=True)
    found = await tokens(editor, "draft.md", DRAFT)
    assert found == [
        ("President", "supported"),
        ("Anne Larssen", "contradicted"),
        ("4 May 2021", "supported"),
        ("it took", "supported"),
        ("ten years of work", "supported"),
    ]
    assert (
        await tokens(editor, "draft.md", DRAFT, types.Range(types.Position(3, 0), types.Position(4, 0))) == found[-2:]
    )
    assert all("\n" not in word and "\r" not in word for word, _ in found)
