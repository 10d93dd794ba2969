"""From a draft to what the sources say of a place in it, and to every other place: hover, definition, references."""

import asyncio

import pytest
import pytest_lsp
from lsprotocol import types

from factlint.lsp.convert import offset, position, uri_of
from factlint.text import Document
from lsp.editor import Editor
from lsp.peer import PATIENCE, Peer
from lsp.profiles import CONFIG, ENCODINGS

FACE = "\N{GRINNING FACE} 日本\N{LINE SEPARATOR}\f"
SOURCE = f"{FACE} The bridge is 312 metres long and was opened on 7 May 2019. “Come and see it,” Larsen said.\n"
DRAFT = (
    f"{FACE} President Anne Larssen came. The bridge, opened on 7 May 2019, is 321 metres long. “Come and see it!”\n"
)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(scope="module", params=list(ENCODINGS), config=CONFIG)
async def session(request, lsp_client: Editor, opened_folder):
    await lsp_client.start(request.param, opened_folder)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(session, workspace):
    (workspace / "seeds/report.txt").write_text(SOURCE, "utf-8")
    session.turn_to(workspace)
    return session


def place_of(editor, text, words):
    return position(Document("", text, ()), text.index(words) + 1, editor.encoding)


async def hover(editor, name, text, words):
    found = await editor.hover(name, place_of(editor, text, words))
    return found and found.contents.value


async def definition(editor, name, text, words):
    place = place_of(editor, text, words)
    found = await editor.text_document_definition_async(types.DefinitionParams(editor.identifier(name), place))
    return [
        (each.target_uri, each.target_selection_range)
        if isinstance(each, types.LocationLink)
        else (each.uri, each.range)
        for each in found or ()
    ]


async def references(editor, name, text, words, is_whole=True):
    place, context = place_of(editor, text, words), types.ReferenceContext(include_declaration=is_whole)
    params = types.ReferenceParams(context, editor.identifier(name), place)
    return await editor.text_document_references_async(params) or []


async def test_a_wrong_name_tells_what_is_wrong_and_whom_it_names(editor):
    await editor.open("draft.md", DRAFT)
    card = await hover(editor, "draft.md", DRAFT, "Larssen")
    assert "The sources spell this name “Larsen”." in card
    assert "Anne Larsen" in card
    assert "President" in card
    assert "seeds/bridge.txt:1" in card


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("7 May", "The sources bear this date out."),
        ("321", "The sources say otherwise."),
        ("Come", "have this quotation"),
    ],
)
async def test_a_claim_tells_how_it_stands_and_on_what(editor, words, told):
    await editor.open("draft.md", DRAFT)
    card = await hover(editor, "draft.md", DRAFT, words)
    assert told in card
    assert "seeds/report.txt:1" in card


async def test_plain_words_tell_nothing(editor):
    await editor.open("draft.md", DRAFT)
    assert await hover(editor, "draft.md", DRAFT, "came") is None
    assert await definition(editor, "draft.md", DRAFT, "came") == []


async def test_an_open_source_tells_of_its_names(editor):
    await editor.open("seeds/report.txt", SOURCE, "plaintext")
    card = await hover(editor, "seeds/report.txt", SOURCE, "Larsen")
    assert "Anne Larsen" in card
    assert "seeds/bridge.txt:1" in card


@pytest.mark.parametrize(("words", "marked"), [("321", "312"), ("7 May", "7 May 2019"), ("Come", "Come and see it")])
async def test_a_claim_leads_to_the_words_that_it_rests_on(editor, words, marked):
    await editor.open("draft.md", DRAFT)
    [(uri, place)] = await definition(editor, "draft.md", DRAFT, words)
    assert uri == editor.uri("seeds/report.txt")
    assert marked in editor.text_at(SOURCE, place)


async def test_a_name_leads_to_its_first_mention_in_each_source_and_what_introduces_it_comes_first(editor):
    await editor.open("draft.md", DRAFT)
    found = await definition(editor, "draft.md", DRAFT, "Larssen")
    assert {uri for uri, _ in found} == {editor.uri(f"seeds/{name}.txt") for name in ("bridge", "thanks", "report")}
    assert found[-1][0] == editor.uri("seeds/report.txt")


async def test_an_editor_that_shows_links_gets_them_with_what_led_there(editor):
    await editor.open("draft.md", DRAFT)
    place = place_of(editor, DRAFT, "321")
    [found] = await editor.text_document_definition_async(types.DefinitionParams(editor.identifier("draft.md"), place))
    assert isinstance(found, types.LocationLink)
    assert editor.marked("draft.md", found.origin_selection_range) == "321"
    assert "312 metres long" in editor.text_at(SOURCE, found.target_range)


async def test_an_editor_that_does_not_gets_places(workspace):
    draft = "President Anne Larsen came.\n"
    uri = f"{uri_of(workspace)}/draft.md"
    with Peer(workspace) as peer:
        peer.initialize(rootUri=uri_of(workspace))
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": draft}
        peer.notify("textDocument/didOpen", {"textDocument": document})
        # Until the sources are read there is nowhere to go.
        peer.expect(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        where = {"line": 0, "character": draft.index("Larsen")}
        params = {"textDocument": {"uri": uri}, "position": where}
        found = peer.request("textDocument/definition", params)["result"]
    assert [set(each) for each in found] == [{"uri", "range"}] * 2


async def test_references_are_every_mention_in_sources_and_open_drafts(editor):
    await editor.open("draft.md", DRAFT)
    await editor.open("other.md", "Larsen spoke.\n")
    found = await references(editor, "draft.md", DRAFT, "Larssen")
    uris = [each.uri for each in found]
    assert {uri: uris.count(uri) for uri in uris} == {
        editor.uri("seeds/bridge.txt"): 1,
        editor.uri("seeds/thanks.txt"): 2,
        editor.uri("seeds/report.txt"): 1,
        editor.uri("draft.md"): 1,
        editor.uri("other.md"): 1,
    }
    assert len(await references(editor, "draft.md", DRAFT, "Larssen", is_whole=False)) == len(found) - 1


async def test_the_words_of_a_quotation_are_found_where_the_sources_have_them(editor):
    await editor.open("draft.md", DRAFT)
    found = await references(editor, "draft.md", DRAFT, "Come")
    assert [each.uri for each in found] == [editor.uri("seeds/report.txt"), editor.uri("draft.md")]


async def test_the_unsaved_text_of_an_open_source_counts(editor):
    await editor.open("draft.md", DRAFT)
    await editor.open("seeds/report.txt", SOURCE, "plaintext")
    await editor.change("seeds/report.txt", f"New. {SOURCE}")
    text = f"New. {SOURCE}"
    async with asyncio.timeout(PATIENCE):
        while True:
            # What is asked before the source has been read again is answered by its former text.
            [(uri, place)] = await definition(editor, "draft.md", DRAFT, "321")
            if "312" in editor.text_at(text, place):
                break
    assert uri == editor.uri("seeds/report.txt")
    assert offset(Document("", text, ()), place.start, editor.encoding) >= text.index("312")
