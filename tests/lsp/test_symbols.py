"""Symbols of documents and of the sources, as editors get them."""

import pytest
import pytest_lsp
from lsprotocol import types

from lsp.editor import Editor
from lsp.profiles import CONFIG, ENCODINGS

FACE = "\N{GRINNING FACE} 日本\N{LINE SEPARATOR}\f"
DRAFT = f"""\
# The {FACE} bridge

{FACE} Prime Minister Anne Larsen came. She said: “We {FACE} will all be there.”

## Afterwards

They {FACE} went to Oslo.
"""

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


async def symbols(editor, name):
    return await editor.text_document_document_symbol_async(types.DocumentSymbolParams(editor.identifier(name)))


async def search(editor, query):
    return await editor.workspace_symbol_async(types.WorkspaceSymbolParams(query))


def flat(symbols):
    """Names and ranges, whichever form they come in."""
    for each in symbols:
        yield each.name, each.range if isinstance(each, types.DocumentSymbol) else each.location.range, each.kind
        yield from flat(getattr(each, "children", None) or ())


async def test_a_draft_has_its_headings_names_and_quotations(editor):
    await editor.open("draft.md", DRAFT)
    found = list(flat(await symbols(editor, "draft.md")))
    kinds = types.SymbolKind
    assert [kind for _, _, kind in found] == [kinds.Module, kinds.Class, kinds.String, kinds.Module, kinds.Namespace]
    marked = [editor.marked("draft.md", place) for _, place, _ in found]
    assert marked[1:3] == ["Anne Larsen", f"We {FACE} will all be there."]
    assert (marked[0], marked[3:]) == (DRAFT.rstrip(), [DRAFT[DRAFT.index("##") :].rstrip(), "Oslo"])


async def test_symbols_are_nested_for_editors_that_show_it(editor):
    await editor.open("draft.md", DRAFT)
    found = await symbols(editor, "draft.md")
    if editor.nests_symbols:
        assert next((each.name, each.detail) for each in found[0].children) == ("Anne Larsen", "Prime Minister")
    else:
        assert found[1].container_name == found[0].name


async def test_an_open_source_has_symbols(editor):
    await editor.open("seeds/bridge.txt", "President Anne Larsen opened the bridge.", "plaintext")
    assert "Anne Larsen" in [name for name, _, _ in flat(await symbols(editor, "seeds/bridge.txt"))]


async def test_other_documents_have_none(editor):
    await editor.open("notes.json", "{}", "json")
    assert await symbols(editor, "notes.json") is None


@pytest.mark.parametrize("query", ["larsen", "ann lar", "LARS", "Larssen", "Lársen"])
async def test_a_name_is_found_in_the_sources(editor, query):
    await editor.open("draft.md", DRAFT)
    found = [each for each in await search(editor, query) if each.location.uri == editor.uri("seeds/bridge.txt")]
    [symbol] = found
    assert (symbol.name, symbol.container_name, symbol.kind) == ("Anne Larsen", "President", types.SymbolKind.Class)
    text = (editor.folder / "seeds" / "bridge.txt").read_text("utf-8")
    assert editor.text_at(text, symbol.location.range) == "Anne Larsen"


async def test_a_quotation_is_found_in_the_sources(editor):
    source = "Anne Larsen said: “Nobody \N{GRINNING FACE} 日本\N{LINE SEPARATOR} crosses alone.”\n"
    (editor.folder / "seeds" / "words.txt").write_text(source, "utf-8")
    await editor.open("draft.md", DRAFT)
    [symbol] = await search(editor, "nobody cross")
    assert (symbol.container_name, symbol.kind) == ("Anne Larsen", types.SymbolKind.String)
    assert editor.text_at(source, symbol.location.range) == source[source.index("Nobody") : -2]


async def test_the_unsaved_text_of_an_open_source_counts(editor):
    await editor.open("draft.md", DRAFT)
    await editor.open("seeds/bridge.txt", "President Greta Quorn opened it.", "plaintext")
    assert [each.name for each in await search(editor, "quorn")] == ["Greta Quorn"]


async def test_nothing_is_found_for_other_words(editor):
    await editor.open("draft.md", DRAFT)
    assert not await search(editor, "quorn")
