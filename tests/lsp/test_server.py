"""What an editor gets to see: the real server process under the profiles of four editors."""

from pathlib import Path

import pytest
from lsprotocol import types

from factlint.lsp import convert
from factlint.lsp.convert import path_of
from factlint.text import Document
from lsp.editor import edits_of
from lsp.profiles import EMACS, ENCODINGS, NEOVIM_11, VSCODE, sessions

# Before the wrong name stand characters of one to four code units, one that combines, and marks that end no line.
DRAFT = "\N{GRINNING FACE} 日本 Zoe\N{COMBINING DIAERESIS}\N{LINE SEPARATOR}\f came. President Anne Larssen spoke.\n"
WRONG, RIGHT = "Larssen", "Larsen"


pytestmark = pytest.mark.asyncio(loop_scope="module")


session = sessions(VSCODE, NEOVIM_11)


under_every_profile = pytest.mark.parametrize("session", list(ENCODINGS), indirect=True, scope="module")


@under_every_profile
async def test_the_encoding_is_the_one_that_the_editor_likes_best(editor):
    assert editor.encoding == ENCODINGS[editor.profile]


@under_every_profile
async def test_a_misspelled_name_is_marked_exactly(editor):
    [diagnostic] = await editor.open("draft.md", DRAFT)
    assert editor.marked("draft.md", diagnostic.range) == WRONG
    assert (diagnostic.source, diagnostic.code) == ("factlint", "misspelled-name")
    assert diagnostic.severity == types.DiagnosticSeverity.Error
    assert RIGHT in diagnostic.message
    assert diagnostic.data["suggestions"] == [RIGHT]


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("draft.adoc", "asciidoc", "// Larssen\nPresident *Anne Larssen* spoke.\n"),
        ("draft.asc", "asciidoc", "// Larssen\nPresident *Anne Larssen* spoke.\n"),
        ("draft.org", "org", "# Larssen\nPresident /Anne Larssen/ spoke.\n"),
        ("draft.typ", "typst", "/* Larssen */ President #emph[Anne Larssen] spoke.\n"),
        (".git/COMMIT_EDITMSG", "git-commit", "# Larssen\nPresident Anne Larssen spoke.\n\nSigned-off-by: A Larssen\n"),
        (".git/MERGE_MSG", "gitcommit", "# Larssen\nPresident Anne Larssen spoke.\n"),
    ],
)
async def test_every_format_is_read_by_its_name_or_its_language(editor, name, language, text):
    [diagnostic] = await editor.open(name, text, language=language)
    at = convert.offset(Document(name, text, ()), diagnostic.range.start, editor.encoding)
    assert at == text.index(WRONG, text.index("President"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
async def test_the_mark_is_right_on_later_lines_and_at_the_end(editor, end):
    text = f"\N{GRINNING FACE} First.{end}{end}日本: it rained. President Anne Larssen"
    [diagnostic] = await editor.open("draft.md", text)
    assert editor.marked("draft.md", diagnostic.range) == WRONG
    assert diagnostic.range.end.line == 2


@under_every_profile
async def test_evidence_leads_into_the_sources(editor):
    [diagnostic] = await editor.open("draft.md", DRAFT)
    passage = "\N{BRIDGE AT NIGHT} President Anne Larsen opened the bridge."
    if editor.profile == EMACS:
        assert diagnostic.related_information is None
        assert f"\nseeds/bridge.txt:1: “{passage}”" in diagnostic.message
        return
    assert passage in [related.message for related in diagnostic.related_information]
    for related in diagnostic.related_information:
        source = path_of(related.location.uri)
        assert source.parent == editor.folder / "seeds"
        assert RIGHT in editor.text_at(source.read_text("utf-8"), related.location.range)


@under_every_profile
async def test_diagnostics_are_pulled_or_pushed_but_never_both(editor):
    await editor.open("draft.md", DRAFT)
    await editor.change("draft.md", DRAFT + DRAFT)
    await editor.hover("draft.md", types.Position(0, 0))
    assert editor.pulls == editor.profile.startswith("neovim")
    assert bool(editor.published) != editor.pulls


@under_every_profile
async def test_the_quick_fix_puts_in_what_the_sources_write(editor):
    [diagnostic] = await editor.open("draft.md", DRAFT)
    [action] = await editor.fixes("draft.md", diagnostic.range)
    assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert (WRONG in action.title, RIGHT in action.title) == (True, True)
    assert [each.range for each in action.diagnostics] == [diagnostic.range]
    [(uri, version, edit)] = edits_of(action.edit)
    assert (uri, version) == (editor.uri("draft.md"), 1 if editor.profile in (VSCODE, EMACS) else None)
    assert (edit.range, edit.new_text) == (diagnostic.range, RIGHT)
    assert not await editor.change("draft.md", DRAFT.replace(WRONG, RIGHT))


async def test_the_quick_fix_is_offered_at_the_mark_only(editor):
    [diagnostic] = await editor.open("draft.md", DRAFT)
    for place in (diagnostic.range.start, diagnostic.range.end):
        assert len(await editor.fixes("draft.md", types.Range(place, place))) == 1
    assert not await editor.actions("draft.md", types.Range(types.Position(0, 0), types.Position(0, 1)))


async def test_the_quick_fix_is_given_to_who_wants_quick_fixes(editor):
    [diagnostic] = await editor.open("draft.md", DRAFT)
    for only, number in ((["quickfix"], 1), ([""], 1), (["source"], 0), (["quickfix.other"], 0)):
        assert len(await editor.fixes("draft.md", diagnostic.range, only)) == number


@under_every_profile
async def test_hover_says_what_the_sources_say_of_a_name(editor):
    [diagnostic] = await editor.open("draft.md", DRAFT)
    hover = await editor.hover("draft.md", diagnostic.range.start)
    assert hover.contents.kind == types.MarkupKind.Markdown
    assert "**Anne Larsen**" in hover.contents.value
    assert "Larsen (2 sources)" in hover.contents.value
    assert f"[seeds/bridge.txt:1]({editor.uri('seeds/bridge.txt')}#L1)" in hover.contents.value
    assert WRONG in editor.marked("draft.md", hover.range)


async def test_hover_has_nothing_to_say_elsewhere(editor):
    await editor.open("draft.md", DRAFT)
    assert await editor.hover("draft.md", types.Position(0, 0)) is None


async def test_a_source_is_not_checked(editor):
    assert not await editor.open("seeds/other.txt", "President Anne Larssen came.\n", "plaintext")


async def test_an_unsaved_source_counts_until_it_is_closed(editor):
    assert len(await editor.open("draft.md", DRAFT)) == 1
    for name in ("seeds/bridge.txt", "seeds/thanks.txt"):
        text = (editor.folder / name).read_text("utf-8")
        await editor.open(name, text, "plaintext")
        await editor.change(name, text.replace(RIGHT, WRONG))
    await editor.comes_to_have("draft.md", 0)
    editor.close("seeds/bridge.txt")
    editor.close("seeds/thanks.txt")
    await editor.comes_to_have("draft.md", 1)


@under_every_profile
async def test_a_source_that_changes_on_disk_is_noticed_when_a_document_is_saved(editor):
    assert len(await editor.open("draft.md", DRAFT)) == 1
    rewrite(editor.folder / "seeds")
    editor.save("draft.md")
    await editor.comes_to_have("draft.md", 0)


async def test_a_source_that_changes_on_disk_is_noticed_when_the_editor_reports_it(editor):
    assert len(await editor.open("draft.md", DRAFT)) == 1
    rewrite(editor.folder / "seeds")
    change = types.FileEvent(editor.uri("seeds/bridge.txt"), types.FileChangeType.Changed)
    editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    await editor.comes_to_have("draft.md", 0)


async def test_a_new_source_is_noticed_when_another_document_is_saved(editor):
    assert not await editor.open("draft.md", "Admiral Bo Lindqvest spoke.\n")
    (editor.folder / "seeds" / "navy.txt").write_text("Admiral Bo Lindqvist spoke. Lindqvist left.\n", "utf-8")
    await editor.open("other.md", "Nothing new.\n")
    editor.save("other.md")
    await editor.comes_to_have("draft.md", 1)


def rewrite(seeds: Path):
    for source in seeds.iterdir():
        source.write_text(source.read_text("utf-8").replace(RIGHT, WRONG), "utf-8")


@under_every_profile
async def test_the_editor_is_asked_to_watch_where_it_can(editor):
    if editor.profile in (VSCODE, EMACS):
        await editor.until(lambda: types.WORKSPACE_DID_CHANGE_WATCHED_FILES in editor.registered)
    else:
        await editor.open("draft.md", DRAFT)
        assert editor.registered == []


@pytest.mark.parametrize("language", ["markdown", "plaintext"])
async def test_a_document_that_is_no_file_yet_is_checked_in_the_open_folder(editor, language):
    name = f"untitled:Untitled-{language}"
    [diagnostic] = await editor.open(name, DRAFT, language)
    assert editor.marked(name, diagnostic.range) == WRONG
    [action] = await editor.fixes(name, diagnostic.range)
    assert [uri for uri, _, _ in edits_of(action.edit)] == [name]


async def test_a_file_without_suffix_is_read_by_the_editors_language(editor):
    assert len(await editor.open("DRAFT", DRAFT, "markdown")) == 1
    assert not await editor.open("program", DRAFT, "python")


async def test_a_broken_configuration_is_told_once_and_again_when_it_is_broken_otherwise(editor):
    config = editor.folder / "factlint.toml"
    config.write_text("sauces = []\n", "utf-8")
    assert not await editor.open("draft.md", DRAFT)
    assert not await editor.change("draft.md", DRAFT + "\n")
    assert not await editor.open("other.md", DRAFT)
    [told] = editor.shown
    assert ("factlint.toml:1" in told.message, "sauces" in told.message) == (True, True)
    assert told.type == types.MessageType.Warning
    config.write_text("sources = 3\n", "utf-8")
    editor.save("draft.md")
    await editor.until(lambda: len(editor.shown) == 2)
    config.unlink()
    editor.save("draft.md")
    await editor.comes_to_have("draft.md", 1)
    assert len(editor.shown) == 2


async def test_sources_that_are_missing_are_told_where_somebody_has_named_them(editor):
    elsewhere = editor.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ".git").mkdir()
    assert not await editor.open("elsewhere/draft.md", DRAFT)
    assert editor.shown == []
    (elsewhere / "factlint.toml").write_text('sources = ["archive"]\n', "utf-8")
    editor.save("elsewhere/draft.md")
    await editor.until(lambda: editor.shown)
    assert ["archive" in told.message for told in editor.shown] == [True]


async def test_a_draft_in_a_language_without_lexicon_is_told_in_the_log_once(editor):
    german = 4 * "Der Präsident Larssen eröffnete gestern die Brücke, und alle waren sehr froh darüber.\n"
    assert not await editor.open("entwurf.md", german)
    assert not await editor.change("entwurf.md", german + german)
    [told] = editor.logged
    assert ("entwurf.md" in told.message, editor.shown) == (True, [])


async def test_a_closed_document_has_no_diagnostics(editor):
    await editor.open("draft.md", DRAFT)
    editor.close("draft.md")
    if editor.pulls:
        assert not await editor.diagnostics_of("draft.md")
    else:
        await editor.comes_to_have("draft.md", 0)
