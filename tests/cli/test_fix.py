"""`factlint check --fix` and `--diff`: what changes in a file, and what never does."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.cli import mending
from factlint.files import FileError
from factlint.fixes import fixed
from factlint.model import Finding, FixSafety, Severity
from factlint.read import read
from factlint.text import Span

_WRONG = "President Anne Larssen cut the ribbon.\nLarssen smiled.\n"
_RIGHT = "President Anne Larsen cut the ribbon.\nLarsen smiled.\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "seeds").mkdir()
    Path("seeds/a.txt").write_text("President Anne Larsen opened the bridge. Larsen thanked the engineers.")
    Path("draft.md").write_text(_WRONG)


@pytest.fixture
def run(command_line):
    """Runs a command line in the folder and gives its status, output and error output."""
    return partial(command_line, "check")


def test_safe_fixes_are_put_in_and_what_is_left_is_reported(run):
    Path("draft.md").write_text(_WRONG + "“President Anne Larsen opened the road.”\n")
    status, out, err = run("draft.md", "--fix")
    assert Path("draft.md").read_text().startswith(_RIGHT)
    assert err == "factlint: draft.md: 2 fixed\n"
    assert "Larssen" not in out
    assert status in (0, 1)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.adoc", "= Ribbon\n\n// Larssen\nPresident *Anne Larssen* cut it.\n\n----\nAnne Larssen\n----\n"),
        ("a.org", "* Ribbon\n# Larssen\nPresident /Anne Larssen/ cut it.\n#+begin_src sh\nAnne Larssen\n#+end_src\n"),
        ("a.typ", "= Ribbon\n// Larssen\nPresident #emph[Anne Larssen] cut it. `Anne Larssen`\n"),
        (
            "COMMIT_EDITMSG",
            "Ribbon\n\n# Larssen\nPresident Anne Larssen cut it.\n\nSigned-off-by: Anne Larssen <a@b.no>\n",
        ),
    ],
)
def test_every_format_is_mended_in_its_prose_alone(run, name, text):
    Path(name).write_text(text)
    status, _, err = run(name, "--fix")
    at = text.index("Larssen", text.index("President"))
    assert Path(name).read_text() == text[:at] + "Larsen" + text[at + len("Larssen") :]
    assert (status, err) == (0, f"factlint: {name}: 1 fixed\n")


def test_a_draft_that_is_clean_after_its_fixes_ends_with_status_0(run):
    assert run("draft.md", "--fix")[0] == 0
    assert run("draft.md")[0] == 0


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("cp1252", b"")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_byte_order_mark_and_line_ends_stay(run, encoding, mark, end):
    text = f"Café, “Zoë”.{end}" + _WRONG.replace("\n", end)
    Path("draft.md").write_bytes(mark + text.encode(encoding))
    run("draft.md", "--fix")
    assert Path("draft.md").read_bytes() == mark + text.replace("Larssen", "Larsen").encode(encoding)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_mode_of_the_file_and_links_to_it_stay(run):
    Path("real.md").write_text(_WRONG)
    Path("real.md").chmod(0o640)
    Path("link.md").symlink_to("real.md")
    run("link.md", "--fix")
    assert Path("link.md").is_symlink()
    assert Path("real.md").read_text() == _RIGHT
    assert stat.S_IMODE(Path("real.md").stat().st_mode) == 0o640


def test_nothing_else_is_left_in_the_folder(run):
    before = {path.name for path in Path().iterdir()}
    run("draft.md", "--fix")
    assert {path.name for path in Path().iterdir()} == before


def test_bytes_that_are_no_text_keep_a_file_from_being_changed(run):
    data = "Zoë, Åse und Bjørn: ".encode() + b"\xff" + _WRONG.encode()
    Path("draft.md").write_bytes(data)
    status, _, err = run("draft.md", "--fix")
    assert status == 2
    assert err == "factlint: draft.md: not fixed: it is not utf-8 throughout; save it as UTF-8 first\n"
    assert Path("draft.md").read_bytes() == data


def test_a_letter_that_the_encoding_lacks_keeps_a_file_from_being_changed(run):
    Path("seeds/a.txt").write_text("President Anna Wałęsa opened it. Wałęsa smiled.", encoding="utf-8")
    data = "President Anna Walensa cut the ribbon, “déjà vu”.\n".encode("cp1252")
    Path("draft.md").write_bytes(data)
    status, _, err = run("draft.md", "--fix")
    assert (status, err) == (2, "factlint: draft.md: not fixed: cp1252 has no “łę”; save it as UTF-8 first\n")
    assert Path("draft.md").read_bytes() == data


def test_a_read_only_file_is_left_alone(run):
    Path("draft.md").chmod(0o444)
    found = run("draft.md")[1]
    status, out, err = run("draft.md", "--fix")
    assert (status, err.count("\n")) == (2, 1)
    assert "not fixed: it is read-only" in err
    assert out == found


def test_a_file_that_was_changed_meanwhile_is_not_overwritten():
    path = Path("draft.md")
    data, decoded = mending.read(path)
    path.write_text("Somebody else wrote this.")
    with pytest.raises(FileError, match=r"draft\.md: not fixed: it was changed meanwhile; run factlint again"):
        mending.write(path, data, decoded, _RIGHT)
    assert path.read_text() == "Somebody else wrote this."


def test_a_diff_shows_the_fixes_and_changes_nothing(run):
    status, out, err = run("draft.md", "--diff")
    assert status == 1
    assert Path("draft.md").read_text() == _WRONG
    assert out.startswith("--- a/draft.md\n+++ b/draft.md\n@@ -1,2 +1,2 @@\n-President Anne Larssen")
    assert "draft.md:1:16 error misspelled-name" in err


def test_a_diff_can_be_applied_with_git(run):
    Path("draft.md").write_text(_WRONG.rstrip("\n"))
    diff = run("draft.md", "--diff", "--color", "never")[1]
    subprocess.run(["git", "apply", "--unsafe-paths", "-p1", "-"], input=diff.encode(), check=True)
    assert Path("draft.md").read_text() == _RIGHT.rstrip("\n")


def test_the_fixed_text_of_standard_input_goes_to_standard_output(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_WRONG.encode())))
    status, out, err = run("-", "--fix")
    assert (status, out) == (0, _RIGHT)
    assert "No disagreement" in err


def _found(text: str, start: int, end: int, suggestion: str, fix: FixSafety) -> Finding:
    document = read("draft.md", text.encode())
    return Finding("rule", Severity.ERROR, "message", document, Span(start, end), (suggestion,), fix)


@given(st.text("ab", min_size=1, max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12))), st.data())
def test_fixes_change_nothing_outside_what_they_mark(text, places, data):
    spans = [(min(a, b), max(a, b)) for a, b in places if max(a, b) <= len(text) and a != b]
    found = [_found(text, start, end, data.draw(st.text("xy", max_size=3)), FixSafety.SAFE) for start, end in spans]
    result = fixed(text, found)
    marked = [finding.span for finding in result.findings]
    assert all(one.end <= other.start for one, other in pairwise(marked))
    outside = "".join(text[i] for i in range(len(text)) if not any(s.start <= i < s.end for s in marked))
    assert "".join(letter for letter in result.text if letter in "ab") == outside


def test_what_is_only_offered_is_not_put_in():
    assert fixed("abc", [_found("abc", 0, 1, "x", FixSafety.OFFER)]).text == "abc"


def test_a_fix_that_no_longer_fits_is_left_out():
    assert fixed("xbc", [_found("abc", 0, 1, "y", FixSafety.SAFE)]).text == "xbc"
