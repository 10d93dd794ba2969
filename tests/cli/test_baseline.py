"""`factlint baseline`: an old text starts clean, and only new faults fail."""

import json
from pathlib import Path

import pytest

from terminal import write

FILE = "factlint-baseline.json"
WRONG = "President Anne Larssen cut the ribbon.\n"
OTHER = "President Anne Larssen slept.\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("factlint.toml", 'sources = ["seeds"]\n')
    write("seeds/a.txt", "President Anne Larsen opened the bridge.")
    write("draft.md", WRONG)
    write("other.md", OTHER)
    return Path.cwd()


@pytest.fixture
def run(command_line):
    """Runs a command line in the folder and gives its status, output and error output."""
    return command_line


def entries():
    found = json.loads(Path(FILE).read_text(encoding="utf-8"))["findings"]
    return [(entry["path"], entry["rule"], entry["text"], entry["count"]) for entry in found]


def test_what_is_known_is_hidden_and_counted_and_only_new_faults_fail(run):
    assert run("check")[0] == 1
    assert run("baseline") == (0, f"{FILE}: 2 findings in 2 drafts; checks show only new ones.\n", "")
    status, out, err = run("check")
    assert (status, err) == (0, "")
    assert out.startswith("No new disagreement with the 1 source in 2 drafts: ")
    assert out.endswith(" contradicted. 2 known findings hidden by the baseline.\n")
    write("draft.md", f"{WRONG}\nPresident Anne Larssen woke.\n")
    status, out, _ = run("check", "draft.md")
    assert status == 1
    assert out.startswith("draft.md:3:16 error misspelled-name")
    assert "1 error in 1 draft, checked against 1 source" in out
    assert out.endswith(" 1 known finding hidden by the baseline.\n")


def test_json_tells_how_many_are_hidden(run):
    run("baseline")
    report = json.loads(run("check", "--format", "json")[1])
    assert report["findings"] == []
    assert report["summary"]["known"] == 2


def test_the_file_is_sorted_and_stable_an_entry_a_line(run):
    write("b.md", "On 3 May President Anne Larssen left. President Anne Larssen ate.\n")
    run("baseline")
    text = Path(FILE).read_text(encoding="utf-8")
    lines = [line.strip().rstrip(",") for line in text.splitlines() if '"path"' in line]
    assert [json.loads(line)["path"] for line in lines] == ["b.md", "b.md", "draft.md", "other.md"]
    run("baseline")
    assert Path(FILE).read_text(encoding="utf-8") == text
    assert text.endswith("}\n")


def test_findings_that_are_alike_are_counted(run):
    write("draft.md", WRONG + "\n" + WRONG)
    run("baseline", "draft.md")
    assert entries() == [("draft.md", "misspelled-name", "Larssen", 2)]
    assert run("check", "draft.md")[0] == 0
    write("draft.md", "\n".join([WRONG] * 3))
    status, out, _ = run("check", "draft.md")
    assert status == 1
    assert out.startswith("draft.md:5:16")


def test_edits_elsewhere_move_nothing(run):
    run("baseline")
    write("draft.md", f"# The fair\n\nIt was so. {WRONG}\nThe end.\n")
    assert run("check")[0] == 0


def test_what_occurs_no_more_is_told_once_with_the_remedy(run):
    write("draft.md", WRONG + "\n" + WRONG)
    run("baseline")
    write("draft.md", "The fair.\n")
    write("other.md", "The rain.\n")
    status, _, err = run("check")
    assert (status, err) == (
        0,
        f"factlint: {FILE}: 3 known findings are no more; `factlint baseline` takes them out\n",
    )
    assert run("baseline")[0] == 0
    assert entries() == []
    assert run("check")[2] == ""


def test_rules_that_are_off_are_not_missed(run):
    run("baseline")
    assert run("check", "--select", "wrong-date")[2] == ""


def test_a_part_of_the_drafts_is_taken_anew_and_those_that_are_gone_are_dropped(run):
    write("third.md", OTHER)
    run("baseline")
    write("draft.md", "The fair.\n")
    write("other.md", OTHER + "\n" + OTHER)
    Path("third.md").unlink()
    run("baseline", "draft.md")
    assert entries() == [("other.md", "misspelled-name", "Larssen", 1)]


def test_paths_are_those_of_the_project_wherever_it_is_run(run, monkeypatch):
    write("stories/draft.md", WRONG)
    monkeypatch.chdir("stories")
    assert run("baseline")[0] == 0
    assert run("check")[0] == 0
    monkeypatch.chdir("..")
    assert entries() == [("stories/draft.md", "misspelled-name", "Larssen", 1)]
    assert run("check", "stories")[0] == 0


def test_the_baseline_may_be_named_by_option_and_in_the_configuration(run):
    assert run("baseline", "--baseline", "known.json")[0] == 0
    assert not Path(FILE).exists()
    assert run("check")[0] == 1
    assert run("check", "--baseline", "known.json")[0] == 0
    assert run("check", "--baseline", "known.json", "--no-config")[0] == 0
    write("factlint.toml", 'sources = ["seeds"]\nbaseline = "known.json"\n')
    assert run("check")[0] == 0
    assert run("check", "--no-baseline")[0] == 1
    assert run("check", "--no-config")[0] == 1
    write("draft.md", "The fair.\n")
    assert run("check")[2].startswith("factlint: known.json: 1 known finding is no more")


def test_a_baseline_that_is_named_but_not_there_is_refused(run):
    assert run("check", "--baseline", "none.json") == (
        2,
        "",
        "factlint: none.json: no such baseline; `factlint baseline --baseline none.json` writes it\n",
    )
    write("factlint.toml", 'sources = ["seeds"]\nbaseline = "none.json"\n')
    assert run("check")[2] == "factlint: none.json: no such baseline; `factlint baseline` writes it\n"
    assert run("baseline")[0] == 0
    assert run("check")[0] == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not valid JSON: "),
        ("[]", "not a baseline: it has no list of “findings”; mend it, or delete it and run `factlint baseline`"),
        (
            '{"version": 9, "findings": []}',
            "a baseline of version 9, not 1; mend it, or delete it and run `factlint baseline`",
        ),
        ('{"version": 1, "findings": [{"path": "a"}]}', "entry 1 of “findings” lacks one of path, rule, text, "),
        (
            '{"version": 1, "findings": [{"path": "a", "rule": "b", "text": "c", "fingerprint": "d", "count": 0}]}',
            "entry 1 of “findings” has a “count” that is no number from 1; ",
        ),
    ],
)
def test_a_broken_baseline_is_refused_with_file_and_remedy(run, text, says):
    write(FILE, text)
    status, out, err = run("check")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"factlint: {FILE}: {says}")
    assert run("check", "--no-baseline")[0] == 1


def test_what_comments_hide_and_people_accept_is_not_in_the_baseline(run):
    write("draft.md", f"<!-- factlint-ignore -->\n{WRONG}")
    run("accept", "--finding", "other.md:1", "--by", "Ö")
    run("baseline")
    assert entries() == []


def test_known_findings_are_not_mended(run):
    run("baseline")
    run("check", "--fix")
    assert Path("draft.md").read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize("arguments", [["missing.md"], ["seeds/none"]])
def test_drafts_that_are_not_there_are_refused(run, arguments):
    status, out, err = run("baseline", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not Path(FILE).exists()


def test_drafts_whose_sources_are_missing_leave_the_file_alone(run):
    run("baseline")
    before = Path(FILE).read_bytes()
    Path("seeds/a.txt").unlink()
    assert run("baseline")[0] == 2
    assert Path(FILE).read_bytes() == before
