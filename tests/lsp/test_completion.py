"""Completion of names and quotations, as editors get it."""

import pytest
import pytest_lsp
from lsprotocol import types

from factlint.lsp.convert import position
from factlint.text import Document
from lsp.editor import Editor
from lsp.profiles import CONFIG, EMACS, ENCODINGS, NEOVIM_11, VSCODE

# Characters of one to four code units, one that combines, and marks that end no line.
BEFORE = "\N{GRINNING FACE} 日本 Zoe\N{COMBINING DIAERESIS}\N{LINE SEPARATOR}\f came. "
QUOTED = "The bridge \N{BRIDGE AT NIGHT} will carry everybody who wants to cross."

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(scope="module", params=list(ENCODINGS), config=CONFIG)
async def session(request, lsp_client: Editor, opened_folder):
    await lsp_client.start(request.param, opened_folder)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(session, workspace):
    (workspace / "seeds" / "words.txt").write_text(f"Anne Larsen said: “{QUOTED}”\n", "utf-8")
    session.turn_to(workspace)
    return session


async def complete(editor, marked, trigger=None):
    """The completion at the bar in a draft."""
    offset, draft = marked.index("|"), marked.replace("|", "", 1)
    await editor.open("draft.md", draft)
    kind = types.CompletionTriggerKind
    context = types.CompletionContext(kind.TriggerCharacter if trigger else kind.Invoked, trigger)
    place = position(Document("", draft, ()), offset, editor.encoding)
    return await editor.text_document_completion_async(
        types.CompletionParams(editor.identifier("draft.md"), place, context)
    )


def put(editor, item, draft):
    """The draft that an item makes."""
    edit = item.text_edit
    assert edit.range.start.line == edit.range.end.line
    head, tail = (
        types.Range(types.Position(0, 0), edit.range.start),
        types.Range(edit.range.end, types.Position(999, 0)),
    )
    return editor.text_at(draft, head) + edit.new_text + editor.text_at(draft, tail)


async def test_a_name_in_its_right_spelling(editor):
    found = await complete(editor, f"{BEFORE}Lar| spoke.\n")
    assert found.is_incomplete
    assert [(item.label, item.detail, item.filter_text) for item in found.items] == [
        ("Anne Larsen", "President", "Larsen"),
        ("Larsen", "President", "Larsen"),
    ]
    for item in found.items:
        assert put(editor, item, f"{BEFORE}Lar spoke.\n") == f"{BEFORE}{item.label} spoke.\n"
    assert [item.sort_text for item in found.items] == sorted(item.sort_text for item in found.items)


async def test_a_name_goes_on_from_its_first_word(editor):
    [item] = (await complete(editor, f"{BEFORE}Anne Lar|")).items
    assert put(editor, item, f"{BEFORE}Anne Lar") == f"{BEFORE}Anne Larsen"
    assert item.filter_text.startswith("Anne Lar")


async def test_the_card_comes_when_an_item_is_looked_at(editor):
    item = (await complete(editor, "Lar|")).items[0]
    # This one does not say that it asks for it later.
    assert (item.documentation is None) == (editor.profile != NEOVIM_11)
    resolved = await editor.completion_item_resolve_async(item)
    told = resolved.documentation if editor.profile == EMACS else resolved.documentation.value
    assert "Spelled" in told
    assert "President Anne Larsen" in told
    assert resolved.text_edit == item.text_edit


async def test_an_item_of_a_document_that_is_open_no_more_has_no_card(editor):
    item = (await complete(editor, "Lar|")).items[0]
    editor.close("draft.md")
    assert (await editor.completion_item_resolve_async(item)).documentation == item.documentation


@pytest.mark.parametrize(("mark", "close"), [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("'", "'")])
async def test_a_quotation_behind_an_opening_mark(editor, mark, close):
    found = await complete(editor, f"{BEFORE}Larsen said: {mark}|\n", mark)
    assert found.items[0].detail == "Anne Larsen"
    assert put(editor, found.items[0], f"{BEFORE}Larsen said: {mark}\n") == (
        f"{BEFORE}Larsen said: {mark}{QUOTED}{close}\n"
    )


async def test_a_quotation_that_has_been_begun(editor):
    begun = f"{BEFORE}“The bridge \N{BRIDGE AT NIGHT} w"
    [item] = (await complete(editor, f"{begun}|”")).items
    assert put(editor, item, f"{begun}”") == f"{BEFORE}“{QUOTED}”"
    assert "bridge" in (await editor.completion_item_resolve_async(item)).documentation


@pytest.mark.parametrize("marked", ["La|rsen", "they la|", "the year's|", "Larsen'|", "x\n\n    Lar|"])
async def test_nothing_is_offered(editor, marked):
    assert not (await complete(editor, marked, "'")).items


async def test_nothing_is_offered_in_a_source(editor):
    await editor.open("seeds/bridge.txt", "Lar", "plaintext")
    params = types.CompletionParams(editor.identifier("seeds/bridge.txt"), types.Position(0, 3))
    assert not (await editor.text_document_completion_async(params)).items


async def test_a_preferred_spelling_is_offered(editor):
    (editor.folder / "factlint.toml").write_text('[prefer]\n"Larsen" = "Larssen"\n', "utf-8")
    assert [item.label for item in (await complete(editor, "Lar|")).items] == ["Anne Larssen", "Larssen"]


async def test_the_opening_marks_call_for_completion(editor):
    if editor.profile == VSCODE:
        assert {'"', "“", "„", "«", "「"} <= set(editor.capabilities.completion_provider.trigger_characters)
