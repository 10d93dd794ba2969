"""What .gitignore, .factlintignore and `exclude` leave out, and what happens to it when it is named outright."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.cli import main
from factlint.ignore_files import IgnoreFiles

_DRAFT = "President Anne Larssen cut the ribbon."


def write(name, text=_DRAFT):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("seeds/a.txt", "President Anne Larsen opened the bridge.")
    write("draft.md")
    write("old/draft.md")


@pytest.fixture
def checked(capsys):
    """Runs a check and gives the paths of its findings, and what it says on standard error."""

    def command(*arguments):
        main(["check", "--format", "json", *arguments])
        printed = capsys.readouterr()
        return [found["path"] for found in json.loads(printed.out)["findings"]], printed.err

    return command


@pytest.mark.parametrize("name", [".gitignore", ".factlintignore"])
def test_an_ignored_folder_is_not_entered(checked, name):
    write(name, "old/\n")
    assert checked()[0] == ["draft.md"]


def test_the_deepest_ignore_file_decides(checked):
    write(".gitignore", "*.md\n")
    write("old/.factlintignore", "!draft.md\n")
    assert checked()[0] == ["old/draft.md"]


def test_an_ignore_file_above_the_folder_that_is_checked_counts_too(checked):
    write(".gitignore", "draft.md\n")
    write("old/other.md")
    assert checked("old")[0] == ["old/other.md"]


def test_what_is_named_outright_is_checked(checked):
    write(".gitignore", "old/\n")
    write("factlint.toml", 'exclude = ["draft.md"]')
    assert checked("old/draft.md", "draft.md") == (["old/draft.md", "draft.md"], "")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("old/draft.md", "a .gitignore or .factlintignore names it"),
        ("draft.md", "“exclude” in factlint.toml names it"),
        ("seeds/a.txt", "it is a source"),
    ],
)
def test_with_force_exclude_even_what_is_named_outright_is_left_out(checked, path, why):
    write(".gitignore", "old/\n")
    write("factlint.toml", 'exclude = ["/draft.md"]')
    assert checked("--force-exclude", path) == ([], f"factlint: {path}: not checked: {why}\n")


def test_ignored_sources_are_read_all_the_same(checked):
    write(".gitignore", "seeds/\n")
    assert checked("draft.md")[0] == ["draft.md"]


def test_the_configuration_is_never_checked(checked):
    write("factlint.toml", 'prefer = { "Larssen" = "Larsen" }')
    assert checked("factlint.toml", "draft.md")[0] == ["draft.md"]


_NAMES = st.sampled_from(["a.md", "b.md", "deep", "deep/a.md", "deep/c.md", "deep/er", "deep/er/b.md"])
_LINES = st.lists(
    st.sampled_from(
        ["*.md", "!a.md", "deep/", "/a.md", "er", "b.*", "!deep/er/b.md", "deep/*", "# note", "", "**/c.md"]
    ),
    max_size=4,
)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(_LINES, _LINES)
def test_paths_are_ignored_as_git_ignores_them(tmp_path_factory, top, below):
    root = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    files = [root / name for name in ("a.md", "b.md", "deep/a.md", "deep/c.md", "deep/er/b.md")]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    (root / ".gitignore").write_text("\n".join(top) + "\n")
    (root / "deep" / ".gitignore").write_text("\n".join(below) + "\n")
    told = subprocess.run(
        ["git", "-C", str(root), "check-ignore", "--no-index", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert {str(file) for file in files if IgnoreFiles().is_within_ignored(file)} == set(told.stdout.splitlines())
