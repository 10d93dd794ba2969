"""`factlint sheet`: what it writes, where to, and how it ends."""

import json
import os
import sys
from functools import partial
from pathlib import Path

import pytest

import terminal
from terminal import write

DRAFT = "President Anne Larssen cut the ribbon of the bridge. Torvald Aune sang."


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("seeds/a.txt", "President Anne Larsen opened the bridge.")
    write("draft.md", DRAFT)


@pytest.fixture
def run(command_line):
    """Runs a command line in the folder and gives its status, output and error output."""
    return partial(command_line, "sheet")


process = partial(terminal.process, "sheet")


def test_it_prints_a_page(run):
    status, out, err = run("draft.md")
    assert (status, err) == (0, "")
    assert out.startswith("<!doctype html>")
    assert "1 of 3 claims supported" in out


def test_contradictions_are_no_failure_of_the_sheet(run):
    status, out, _ = run("draft.md", "--format", "json")
    assert status == 0
    assert [claim["verdict"] for claim in json.loads(out)["claims"]] == ["supported", "contradicted", "unsupported"]


def test_markdown_is_for_reading(run):
    status, out, _ = run("draft.md", "--format", "markdown")
    assert status == 0
    assert out.startswith("# Fact sheet: `draft.md`\n\n**33% of 3 claims supported**")


def test_a_file_is_written_and_nothing_printed(run):
    assert run("draft.md", "--output", "sheet.html") == (0, "", "")
    assert Path("sheet.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["draft.md", "seeds/a.txt", "seeds/../draft.md"])
def test_neither_draft_nor_source_is_overwritten(run, name):
    before = Path(name).read_text(encoding="utf-8")
    status, out, err = run("draft.md", "--output", name)
    assert (status, out) == (2, "")
    assert "name another file with --output" in err
    assert err.count("\n") == 1
    assert Path(name).read_text(encoding="utf-8") == before


def test_sources_can_be_named(run):
    write("other/b.txt", "Torvald Aune sang at the bridge.")
    _, out, _ = run("draft.md", "--sources", "other", "--format", "json")
    assert json.loads(out)["summary"]["supported"] == 1


@pytest.mark.parametrize("form", ["html", "markdown", "json"])
def test_the_sources_can_be_kept_out_of_it(run, form):
    _, out, _ = run("draft.md", "--no-excerpts", "--format", form)
    assert "opened the bridge" not in out
    assert "seeds/a.txt" in out


def test_a_draft_is_read_from_standard_input():
    done = process("-", "--stdin-filename", "story.txt", "--format", "json", input=DRAFT.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["draft"] == "story.txt"


def test_the_page_is_opened_in_the_browser(tmp_path):
    seen = tmp_path / "seen.txt"
    browser = write(
        tmp_path / "browser.py",
        f"import sys\nopen({str(seen)!r}, 'w').write(sys.argv[1])\n",
    )
    environment = os.environ | {"BROWSER": f"{sys.executable} {browser} %s"}
    done = process("draft.md", "--output", "sheet.html", "--open", env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert seen.read_text() == (tmp_path / "sheet.html").as_uri()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["missing.md"], "missing.md: no such file"),
        (["draft.md", "--sources", "nowhere"], "nowhere: no such file"),
        (["seeds"], "seeds: a folder, not a file"),
        (["draft.md", "--format", "json", "--open"], "--open"),
        (["draft.md", "--output", "no/such/sheet.html"], "no/such: no such folder"),
        (["draft.md", "--select", "wrong-rnk"], "did you mean “wrong-rank”?"),
        ([], "DRAFT"),
    ],
)
def test_what_cannot_be_used_gets_one_line_and_status_2(run, arguments, told):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_a_draft_in_an_unknown_language_gets_no_sheet(run):
    write("brief.txt", "Der Bürgermeister hat gestern die neue Brücke über den Fluss eröffnet und allen gedankt. " * 3)
    status, out, err = run("brief.txt")
    assert (status, out) == (2, "")
    assert "language" in err
