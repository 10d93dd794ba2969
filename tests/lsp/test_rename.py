"""Renaming a name of a draft, as editors get it."""

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from factlint.lsp.convert import position
from factlint.text import Document
from lsp.editor import Editor, edits_of
from lsp.profiles import CONFIG, ENCODINGS

BEFORE = "\N{GRINNING FACE} 日本 Zoe\N{COMBINING DIAERESIS}\N{LINE SEPARATOR}\f came. "
DRAFT = f"{BEFORE}*Anne* Larsen spoke.\r\n\r\nThen \N{BRIDGE AT NIGHT} Larsen’s bridge: Larsen."

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(scope="module", params=list(ENCODINGS), config=CONFIG)
async def session(request, lsp_client: Editor, opened_folder):
    await lsp_client.start(request.param, opened_folder)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(session, workspace):
    session.turn_to(workspace)
    return session


def place_of(editor, draft, words):
    return position(Document("", draft, ()), draft.index(words) + 1, editor.encoding)


async def rename(editor, name, words, new):
    draft = editor.text_of(name)
    return await editor.text_document_rename_async(
        types.RenameParams(editor.identifier(name), place_of(editor, draft, words), new)
    )


async def test_every_mention_gets_the_new_name(editor):
    await editor.open("draft.md", DRAFT)
    edits = list(edits_of(await rename(editor, "draft.md", "Anne", "Anna Berg")))
    assert [(editor.marked("draft.md", each.range), each.new_text) for _, _, each in edits] == [
        ("Anne", "Anna"),
        *[("Larsen", "Berg")] * 3,
    ]
    assert {uri for uri, _, _ in edits} == {editor.uri("draft.md")}


async def test_an_edit_is_for_the_newest_version(editor):
    await editor.open("draft.md", "Nothing yet.")
    await editor.change("draft.md", DRAFT)
    versions = {version for _, version, _ in edits_of(await rename(editor, "draft.md", "Larsen’s", "Berg"))}
    assert versions in ({2}, {None})
    assert (versions == {2}) == bool(editor.versions_edits)


async def test_what_would_be_renamed(editor):
    await editor.open("draft.md", DRAFT)
    found = await editor.text_document_prepare_rename_async(
        types.PrepareRenameParams(editor.identifier("draft.md"), place_of(editor, DRAFT, "Larsen spoke"))
    )
    assert (found.placeholder, editor.marked("draft.md", found.range)) == ("Anne Larsen", "Anne* Larsen")


@pytest.mark.parametrize(
    ("words", "new", "why"),
    [
        ("came", "Berg", "no name"),
        ("Larsen", " ", "empty"),
        ("Larsen", "Anne\nBerg", "line"),
    ],
)
async def test_a_refusal_says_why(editor, words, new, why):
    await editor.open("draft.md", DRAFT)
    with pytest.raises(JsonRpcException, match=why) as refused:
        await rename(editor, "draft.md", words, new)
    assert refused.value.code == types.LSPErrorCodes.RequestFailed


async def test_a_source_is_never_edited(editor):
    await editor.open("seeds/bridge.txt", "President Anne Larsen opened the bridge.", "plaintext")
    with pytest.raises(JsonRpcException, match="never edited"):
        await rename(editor, "seeds/bridge.txt", "Larsen", "Berg")
    with pytest.raises(JsonRpcException, match="never edited"):
        await editor.text_document_prepare_rename_async(
            types.PrepareRenameParams(editor.identifier("seeds/bridge.txt"), types.Position(0, 11))
        )
