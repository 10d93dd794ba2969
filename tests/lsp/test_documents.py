"""The open documents: under which path each is read, and how its URI is written."""

from pathlib import Path

import pytest
from lsprotocol.types import TextDocumentItem

from factlint.lsp.convert import uri_of
from factlint.lsp.documents import Documents, Snapshot

FOLDER = Path.cwd()


@pytest.mark.parametrize(
    ("uri", "language", "name"),
    [
        ("untitled:Untitled-1", "markdown", "Untitled-1.md"),
        ("untitled:Untitled-1", "plaintext", "Untitled-1.txt"),
        ("untitled:Untitled-1", "python", "Untitled-1"),
        ("untitled:/elsewhere/my%20draft.md", "markdown", "my draft.md"),
        ("vscode-remote://host/w/draft.rst", "restructuredtext", "draft.rst"),
        ("untitled:", "latex", "untitled.tex"),
        ("untitled:Untitled-1", "git-commit", "Untitled-1.gitcommit"),
    ],
)
def test_what_is_no_file_is_read_as_one_in_the_open_folder(uri, language, name):
    assert Snapshot(uri, language, 1, "").path_within(FOLDER) == FOLDER / name


@pytest.mark.parametrize(
    ("name", "language", "read_as"),
    [
        ("draft.md", "markdown", "draft.md"),
        ("draft.txt", "markdown", "draft.txt"),
        ("README", "markdown", "README.md"),
        ("draft.unknown", "html", "draft.unknown.html"),
        ("program.py", "python", "program.py"),
        ("guide.asc", "asciidoc", "guide.asc.adoc"),
        ("notes.org", "plaintext", "notes.org"),
        ("COMMIT_EDITMSG", "git-commit", "COMMIT_EDITMSG"),
        ("MERGE_MSG", "gitcommit", "MERGE_MSG"),
    ],
)
def test_a_file_is_read_by_its_suffix_or_else_by_the_editors_language(name, language, read_as):
    elsewhere = FOLDER / "drafts"
    assert Snapshot(uri_of(elsewhere / name), language, 1, "").path_within(FOLDER) == elsewhere / read_as


def test_an_open_file_keeps_the_uri_that_the_editor_gave_it():
    documents = Documents()
    path = FOLDER / "a;b.md"
    uri = f"{uri_of(FOLDER)}/a;b.md"
    assert documents.uri_of(path) == f"{uri_of(FOLDER)}/a%3Bb.md"
    documents.open(TextDocumentItem(uri, "markdown", 1, "text"))
    assert documents.uri_of(path) == uri
    assert documents.texts() == {path: "text"}
    documents.close(f"{uri_of(FOLDER)}/a%3Bb.md")
    assert list(documents) == []


def test_a_change_of_what_is_not_open_changes_nothing():
    documents = Documents()
    documents.change("untitled:1", 2, "text")
    assert documents.get("untitled:1") is None


def test_a_snapshot_outlives_the_change():
    documents = Documents()
    documents.open(TextDocumentItem("untitled:1", "markdown", 1, "one"))
    before = documents.get("untitled:1")
    documents.change("untitled:1", 2, "two")
    assert (before.version, before.text) == (1, "one")
    assert documents.get("untitled:1").text == "two"
