"""What an editor's own views are told: facts, conflicts, claims and the fact sheet, as plain tables."""

import json
from urllib.parse import unquote

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pytest_lsp import ClientServerConfig

from lsp.editor import Editor
from lsp.peer import SERVER

pytestmark = pytest.mark.asyncio(loop_scope="module")
DRAFT = "President Anne Larssen opened the bridge.\n"


@pytest_lsp.fixture(
    scope="module",
    params=["visual_studio_code", "neovim@0.11"],
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


async def told(editor, command, *arguments):
    return await editor.workspace_execute_command_async(types.ExecuteCommandParams(command, list(arguments)))


def plain(answer):
    """An answer as JSON gives it."""
    return json.loads(json.dumps(answer, default=vars))


async def test_facts_are_told_of_every_name_with_their_passages(editor):
    await editor.open("draft.md", DRAFT)
    [profile] = plain(await told(editor, "factlint.server.facts", "", editor.uri("draft.md")))
    assert (profile["name"], profile["kind"], profile["sources"], profile["mentions"]) == (
        "Anne Larsen",
        "person",
        2,
        3,
    )
    assert [line["text"] for line in profile["spellings"]] == ["Anne Larsen", "Larsen"]
    [held] = profile["held"]
    assert (held["text"], held["when"]) == ("President", None)
    passage = held["passages"][0]
    assert passage["place"] == "seeds/bridge.txt:1"
    assert passage["uri"] == editor.uri("seeds/bridge.txt")
    assert (
        editor.text_at(
            "\N{BRIDGE AT NIGHT} President Anne Larsen",
            types.Range(**{end: types.Position(**place) for end, place in passage["range"].items()}),
        )
        == "President"
    )


async def test_facts_are_looked_up_by_a_part_of_a_name_spelled_nearly_so(editor):
    await editor.open("draft.md", DRAFT)
    assert len(await told(editor, "factlint.server.facts", "larssen", editor.uri("draft.md"))) == 1
    assert len(await told(editor, "factlint.server.facts", "Nobody", editor.uri("draft.md"))) == 0


async def test_conflicts_tell_both_sides(editor):
    (editor.folder / "seeds/other.txt").write_text("President Anne Larssen opened the bridge.\n", "utf-8")
    await editor.open("draft.md", DRAFT)
    found = plain(await told(editor, "factlint.server.conflicts", editor.uri("draft.md")))
    sides = {place["place"].partition(":")[0] for each in found for place in (each, *each["evidence"])}
    assert {"seeds/other.txt", "seeds/bridge.txt"} <= sides
    assert all(each["message"] and each["rule"] for each in found)


async def test_claims_are_counted_by_how_they_stand(editor):
    await editor.open("draft.md", DRAFT)
    claims = plain(await told(editor, "factlint.server.claims", editor.uri("draft.md")))
    assert claims == {"supported": 1, "contradicted": 1, "unsupported": 0}


async def test_a_document_that_is_not_checked_has_no_claims_and_no_sheet(editor):
    await editor.open("seeds/thanks.txt", "President Anne Larsen spoke.\n", "plaintext")
    assert await told(editor, "factlint.server.claims", editor.uri("seeds/thanks.txt")) is None
    assert await told(editor, "factlint.server.sheet", editor.uri("seeds/thanks.txt"), "html", "") is None


async def test_the_passages_of_the_sheet_are_links_to_the_command_of_the_editor(editor):
    await editor.open("draft.md", DRAFT)
    page = await told(editor, "factlint.server.sheet", editor.uri("draft.md"), "html", "open.passage")
    start = page.index('href="command:open.passage?') + len('href="command:open.passage?')
    [place] = json.loads(unquote(page[start : page.index('"', start)]))
    assert place["uri"].startswith(editor.uri("seeds/"))
    assert place["range"]["start"]["line"] == 0
    without = await told(editor, "factlint.server.sheet", editor.uri("draft.md"), "html", "")
    assert "command:" not in without


async def test_a_sheet_in_an_unknown_form_is_refused(editor):
    await editor.open("draft.md", DRAFT)
    with pytest.raises(JsonRpcInvalidParams, match="html, markdown, json"):
        await told(editor, "factlint.server.sheet", editor.uri("draft.md"), "pdf", "")
