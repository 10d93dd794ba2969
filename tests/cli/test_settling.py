"""`factlint accept` and `factlint reject`, and that every front end heeds what they write."""

import json
import os
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import terminal
from factlint.model import Standing
from factlint.project import Project
from terminal import write

FILE = "factlint.accepted.toml"
SOURCE = (
    "President Anne Larsen opened the bridge on 4 May 2021. It had cost 30 million euros.\n\n"
    "Major General Lars Holm received the Danish minister in Oslo.\n"
)


process = partial(terminal.process, encoding="utf-8")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ines Moreau")
    (tmp_path / ".git").mkdir()
    write("factlint.toml", 'sources = ["seeds"]\n')
    write("seeds/visit.txt", SOURCE)
    return Path.cwd()


@pytest.fixture
def run(command_line):
    """Runs a command line in the folder and gives its status, output and error output."""
    return command_line


@pytest.fixture
def told(run):
    """What checking one draft finds: the marked words; and the lines on standard error."""

    def check(name="draft.md", *arguments):
        _, out, err = run("check", name, "--format", "json", *arguments)
        return [(found["rule"], found["text"]) for found in json.loads(out)["findings"]], err

    return check


# Spellings and names.


def test_a_spelling_is_accepted_with_reason_name_and_day(run, told):
    write("draft.md", "President Anne Larssen cut the ribbon.")
    assert told()[0] == [("misspelled-name", "Larssen")]
    status, out, err = run("accept", "Larssen", "--as", "Larsen", "--because", "as on the plaque")
    assert (status, err) == (0, "")
    assert out == f"{FILE}: “Larssen” stands for “Larsen” from now on.\n"
    text = Path(FILE).read_text(encoding="utf-8")
    assert text.startswith("# factlint.accepted.toml: what people have settled")
    today = date.today().isoformat()
    assert text.endswith(
        '[[spelling]]\nwritten = "Larssen"\nas = "Larsen"\nbecause = "as on the plaque"\nby = "Ines Moreau"\n'
        f"on = {today}\n"
    )
    assert told() == ([], "")


def test_a_name_is_accepted(run, told):
    write("draft.md", "Jon Doughty cut the ribbon.")
    assert told("draft.md", "--select", "unsupported-name")[0] == [("unsupported-name", "Jon Doughty")]
    assert run("accept", "--name", "Jon Doughty")[0] == 0
    assert told("draft.md", "--select", "unsupported-name") == ([], "")


def test_accepting_twice_changes_nothing(run):
    run("accept", "--name", "Jon Doughty")
    before = Path(FILE).read_bytes()
    assert run("accept", "--name", "Jon Doughty")[:2] == (
        0,
        f"{FILE}: “Jon Doughty” is right as it is written already; nothing was changed.\n",
    )
    assert Path(FILE).read_bytes() == before


def test_what_people_wrote_into_the_file_stays_with_its_line_ends(run, told):
    write(FILE, '# our own\r\n[[name]] # he\r\nname = "Jon Doughty"\r\n')
    run("accept", "Larssen", "--as", "Larsen")
    text = Path(FILE).read_bytes().decode()
    assert text.startswith('# our own\r\n[[name]] # he\r\nname = "Jon Doughty"\r\n\r\n[[spelling]]\r\n')
    assert "\n" not in text.replace("\r\n", "")
    write("draft.md", "President Anne Larssen cut the ribbon.")
    assert told() == ([], "")


def test_a_name_that_no_source_has_is_accepted_with_a_remark(run):
    status, _, err = run("accept", "Larssen", "--as", "Lundqvist")
    assert (status, err) == (0, "factlint: no source has “Lundqvist” yet, so there is nothing it could stand for\n")


@pytest.mark.parametrize("name", ['He said "no"', "back\\slash", "A\nB", "Ôé 北京", "x = 1 # no", "\x7f"])
def test_any_name_survives_the_file(run, name):
    assert run("accept", "--name", f"Mr {name}")[0] == 0
    assert run("accept", "--name", f"Mr {name}".replace("\n", " "))[1].endswith("already; nothing was changed.\n")


def test_the_file_stands_beside_the_configuration_wherever_the_command_is_run(run, told, monkeypatch):
    write("stories/draft.md", "President Anne Larssen cut the ribbon.")
    monkeypatch.chdir("stories")
    assert run("accept", "Larssen", "--as", "Larsen")[1].startswith("/")
    assert told() == ([], "")
    monkeypatch.chdir("..")
    assert Path(FILE).exists()
    assert told("stories/draft.md") == ([], "")


def test_without_configuration_files_nothing_is_accepted(run, told):
    write("draft.md", "President Anne Larssen cut the ribbon.")
    run("accept", "Larssen", "--as", "Larsen")
    assert told("draft.md", "--no-config")[0] == [("misspelled-name", "Larssen")]


def test_the_process_accepts_and_checks():
    write("draft.md", "President Anne Larssen cut the ribbon.")
    assert process("check", "draft.md").returncode == 1
    accepted = process("accept", "Larssen", "--as", "Larsen", "--by", "Ö")
    assert (accepted.returncode, accepted.stderr) == (0, "")
    assert process("check", "draft.md").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["Larssen"],
        ["--as", "Larsen"],
        ["Larssen", "--name", "x"],
        ["A", "--as", "B", "--name", "C"],
        ["--name", " "],
        ["", "--as", "B"],
    ],
)
def test_half_a_request_is_refused(run, arguments):
    status, out, err = run("accept", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not Path(FILE).exists()


# Single findings.


def test_a_single_finding_is_accepted_by_its_place(run, told):
    write("draft.md", "President Anne Larssen cut the ribbon.\n\nThen President Anne Larssen left.\n")
    status, out, _ = run("accept", "--finding", "draft.md:3", "--because", "quoted from the plaque")
    assert (status, out) == (0, f"{FILE}: misspelled-name on “Larssen” in draft.md is not shown from now on.\n")
    assert told() == ([("misspelled-name", "Larssen")], "")
    entry = Path(FILE).read_text(encoding="utf-8")
    assert 'path = "draft.md"' in entry
    assert 'passage = "Then President Anne Larssen left."' in entry


def test_an_accepted_finding_stays_so_when_lines_move_text_is_folded_and_the_draft_is_renamed(run, told):
    write("draft.md", "President Anne Larssen cut the ribbon.\n")
    run("accept", "--finding", "draft.md:1:16")
    write("draft.md", "The fair.\n\nIt was so. President\nAnne Larssen cut\nthe ribbon. It rained.\n")
    assert told() == ([], "")
    Path("draft.md").rename("other.md")
    assert told("other.md") == ([], "")


def test_an_accepted_finding_is_shown_again_when_its_sentence_changes_and_the_entry_is_told(run, told):
    write("draft.md", "President Anne Larssen cut the ribbon.\n")
    run("accept", "--finding", "draft.md:1")
    write("draft.md", "President Anne Larssen did not cut the ribbon.\n")
    line = Path(FILE).read_text(encoding="utf-8").splitlines().index("[[finding]]") + 1
    assert told() == (
        [("misspelled-name", "Larssen")],
        f"factlint: {FILE}:{line}: accepts a finding that is no more in draft.md; take the entry out\n",
    )
    assert told("draft.md", "--select", "wrong-date") == ([], "")


def test_a_finding_is_accepted_by_its_fingerprint(run, told):
    write("stories/draft.md", "President Anne Larssen cut the ribbon.\n")
    _, out, _ = run("check", "stories/draft.md", "--format", "json")
    (found,) = json.loads(out)["findings"]
    assert run("accept", "--finding", found["fingerprint"])[0] == 0
    assert told("stories/draft.md") == ([], "")


def test_a_fingerprint_is_the_same_from_every_folder(run, monkeypatch):
    write("stories/draft.md", "President Anne Larssen cut the ribbon.\n")
    above = json.loads(run("check", "stories/draft.md", "--format", "json")[1])["findings"]
    monkeypatch.chdir("stories")
    below = json.loads(run("check", "draft.md", "--format", "json")[1])["findings"]
    assert [each["fingerprint"] for each in above] == [each["fingerprint"] for each in below] != []


@pytest.mark.parametrize(
    ("which", "says"),
    [
        ("draft.md:2", "draft.md:2: no finding there"),
        ("draft.md", "draft.md: which line? Name the finding as draft.md:LINE or draft.md:LINE:COLUMN"),
        (
            "draft.md:1",
            "draft.md:1: 2 findings there; name one of them: "
            "draft.md:1:16 misspelled-name “Larssen”; draft.md:1:45 wrong-date “5”",
        ),
        ("0123456789abcdef", "0123456789abcdef: no draft below this folder has a finding of this fingerprint"),
        ("missing.md:1", "missing.md: no such file or folder"),
    ],
)
def test_a_finding_that_is_not_clear_is_refused(run, which, says):
    write("draft.md", "President Anne Larssen opened the bridge on 5 May 2021.\n")
    assert run("accept", "--finding", which) == (2, "", f"factlint: {says}\n")


# Wrong passages.


def test_rejected_words_contradict_nothing_and_support_nothing(run, told):
    write("draft.md", "President Anne Larsen opened the bridge on 5 May 2021.\n")
    write("right.md", "President Anne Larsen opened the bridge on 4 May 2021.\n")
    assert told()[0] == [("wrong-date", "5")]
    assert told("right.md", "--select", "unsupported-date") == ([], "")
    status, out, err = run("reject", "seeds/visit.txt:1", "--says", "4 May 2021", "--because", "misdated")
    assert (status, err) == (0, "")
    assert out == f"{FILE}: “4 May 2021” in seeds/visit.txt:1 counts for nothing from now on.\n"
    assert told() == ([], "")
    assert told("right.md", "--select", "unsupported-date")[0] == [("unsupported-date", "4 May 2021")]
    text = Path(FILE).read_text(encoding="utf-8")
    assert (
        '[[rejected]]\nsource = "seeds/visit.txt"\nsays = "4 May 2021"\n'
        'passage = "President Anne Larsen opened the bridge on 4 May 2021."\n'
        'because = "misdated"\nby = "Ines Moreau"\n'
    ) in text


def test_the_rest_of_the_sentence_still_counts(run):
    write("draft.md", "President Anne Larssen opened the bridge on 5 May 2021.\n")
    run("reject", "seeds/visit.txt", "--says", "4 May 2021", "--because", "misdated")
    _, out, _ = run("check", "draft.md", "--format", "json")
    (found,) = json.loads(out)["findings"]
    assert (found["rule"], found["text"]) == ("misspelled-name", "Larssen")
    # What is rejected is not believed, but it is quoted as it stands.
    assert found["evidence"][0]["excerpt"] == "President Anne Larsen opened the bridge on 4 May 2021."


def test_a_whole_sentence_is_rejected(run, told):
    write("draft.md", "Brigadier General Lars Holm slept.\n")
    assert told()[0] == [("wrong-rank", "Brigadier General")]
    assert run("reject", "seeds/visit.txt:3", "--because", "another Holm")[0] == 0
    assert told() == ([], "")


def test_a_rejection_finds_its_sentence_again_when_the_source_is_edited(run, told):
    write("draft.md", "President Anne Larsen opened the bridge on 5 May 2021.\n")
    run("reject", "seeds/visit.txt:1", "--says", "4 May 2021", "--because", "misdated")
    write("seeds/visit.txt", "A headline of it\n\nIt rained. " + SOURCE.replace("opened the", "opened\nthe new"))
    assert told() == ([], "")


@pytest.mark.parametrize(
    "text",
    [
        SOURCE.replace("4 May 2021", "5 May 2021"),
        "President Anne Larsen was born in Bergen in the spring, on 4 May 2021. It rained.",
    ],
)
def test_a_rejection_of_what_is_no_more_there_is_told(run, told, text):
    write("draft.md", "The fair.\n")
    run("reject", "seeds/visit.txt:1", "--says", "4 May 2021", "--because", "misdated")
    write("seeds/visit.txt", text)
    line = Path(FILE).read_text(encoding="utf-8").splitlines().index("[[rejected]]") + 1
    assert told()[1] == (
        f"factlint: {FILE}:{line}: seeds/visit.txt says “4 May 2021” no more in the sentence that is rejected; "
        "take the entry out, or reject it anew\n"
    )


def test_a_rejection_in_a_source_that_is_gone_is_told(run, told):
    write("draft.md", "The fair.\n")
    write("seeds/other.txt", "The mayor slept.\n")
    run("reject", "seeds/visit.txt:1", "--says", "4 May 2021", "--because", "misdated")
    Path("seeds/visit.txt").unlink()
    assert "there is no seeds/visit.txt, in which it rejects “4 May 2021”" in told()[1]


def test_a_quotation_is_not_held_against_rejected_words(run, told):
    write("seeds/visit.txt", "“We will never forget the help of our true friends,” Anne Larsen said.\n")
    write("draft.md", "“We will never forgive the help of our true friends,” Anne Larsen said.\n")
    assert told()[0] == [("altered-quote", "forgive")]
    run("reject", "seeds/visit.txt:1", "--says", "forget", "--because", "misheard")
    assert told() == ([], "")


def test_what_a_finding_rests_on_is_rejected(run, told):
    write("draft.md", "Brigadier General Lars Holm slept.\n")
    status, out, _ = run("reject", "--finding", "draft.md:1", "--because", "promoted too early")
    assert (status, out) == (0, f"{FILE}: “Major General” in seeds/visit.txt:3 counts for nothing from now on.\n")
    assert told() == ([], "")


def test_further_passages_that_a_finding_rests_on_are_told_and_not_rejected_unseen(run, told):
    write("seeds/visit.txt", SOURCE + "\nThe crowd saw Major General Lars Holm again.\n")
    write("draft.md", "Brigadier General Lars Holm slept.\n")
    request = ["reject", "--finding", "draft.md:1", "--because", "promoted too early"]
    assert run(*request)[2] == (
        "factlint: draft.md:1:1: still found, by seeds/visit.txt:5:15; run this again to reject that too\n"
    )
    assert told()[0] == [("wrong-rank", "Brigadier General")]
    assert run(*request)[2] == ""
    assert told() == ([], "")


def test_a_source_that_is_a_draft_too_is_checked_as_it_stands(run, told):
    write("factlint.toml", 'sources = ["docs"]\n')
    write("docs/a.md", "President Anne Larsen opened the bridge on 4 May 2021.\n")
    write("docs/b.md", "President Anne Larsen opened the bridge on 5 May 2021.\n")
    assert told("docs/a.md")[0] == [("wrong-date", "4")]
    assert told("docs/b.md")[0] == [("wrong-date", "5")]
    run("reject", "docs/b.md:1", "--says", "5 May 2021", "--because", "misdated")
    assert told("docs/a.md") == ([], "")
    assert told("docs/b.md")[0] == [("wrong-date", "5")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("seeds/visit.md", "President *Anne* Larsen opened the bridge on **4 May** 2021.\n"),
        ("seeds/visit.html", "<p>President Anne Larsen opened the bridge on 4&nbsp;May <b>2021</b>.</p>"),
        ("seeds/visit.rst", "President Anne Larsen opened the bridge on *4 May*\n2021.\n"),
        ("seeds/visit.tex", "President Anne Larsen opened the bridge on 4~May\n2021.\n"),
    ],
)
def test_words_are_rejected_as_people_read_them_in_every_format(run, told, path, text):
    Path("seeds/visit.txt").unlink()
    write(path, text)
    write("draft.md", "President Anne Larsen opened the bridge on 5 May 2021.\n")
    assert told()[0] == [("wrong-date", "5")]
    assert run("reject", path, "--says", "4 May 2021", "--because", "misdated")[0] == 0
    assert told() == ([], "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["seeds/visit.txt:9", "--says", "4 May"], "seeds/visit.txt:9: it does not say “4 May” there, but on line 1"),
        (["seeds/visit.txt", "--says", "5 May"], "seeds/visit.txt: it does not say “5 May”"),
        (["seeds/visit.txt", "--says", "ay 2021"], "seeds/visit.txt: it does not say “ay 2021”"),
        (["seeds/visit.txt:1"], "seeds/visit.txt:1: 2 sentences there; give the words that are wrong with --says"),
        (["seeds/visit.txt:2"], "seeds/visit.txt:2: no text there"),
        (
            ["seeds/visit.txt"],
            "seeds/visit.txt: give the words that are wrong with --says, or a line: seeds/visit.txt:LINE",
        ),
        (
            ["seeds/visit.txt", "--says", "the"],
            "seeds/visit.txt: it says “the” in 2 sentences (lines 1, 3); name the line, or more words",
        ),
        (["draft.md:1", "--says", "fair"], "draft.md: not one of the sources (seeds)"),
        (["seeds/none.txt:1", "--says", "x"], "seeds/none.txt: no such file or folder"),
    ],
)
def test_a_passage_that_is_not_clear_is_refused(run, arguments, says):
    write("draft.md", "The fair.\n")
    assert run("reject", *arguments, "--because", "x") == (2, "", f"factlint: {says}\n")
    assert not Path(FILE).exists()


def test_a_rejection_needs_a_reason_and_a_name(run, monkeypatch):
    words = ["reject", "seeds/visit.txt:1", "--says", "4 May 2021"]
    assert "say why with --because" in run(*words)[2]
    monkeypatch.delenv("GIT_AUTHOR_NAME")
    monkeypatch.setenv("PATH", os.devnull)
    status, _, err = run(*words, "--because", "misdated")
    assert (status, err.count("\n")) == (2, 1)
    assert "say who you are with --by" in err
    assert run(*words, "--because", "misdated", "--by", "Ö")[0] == 0


# The file itself.


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[name]\n", f"{FILE}:1: not valid TOML: "),
        ('\n[[nam]]\nname = "x"\n', f"{FILE}:2: unknown kind of entry “nam”; did you mean “name”?"),
        (
            '[[name]]\nname = "x"\n\n[[name]]\nnam = "x"\n',
            f"{FILE}:4: [[name]] has the unknown key “nam”; did you mean",
        ),
        ('[[spelling]]\nwritten = "x"\n', f"{FILE}:1: [[spelling]] lacks “as”"),
        ("[[name]]\nname = 3\n", f"{FILE}:1: “name” should be a text, as in name = "),
        ('name = "x"\n', f"{FILE}: “name” should be a table of its own, under [[name]]"),
        ("\xff", f"{FILE}: not UTF-8 text; save it as UTF-8"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_and_remedy(run, text, says):
    write("draft.md", "The fair.\n")
    Path(FILE).write_bytes(text.encode("latin-1"))
    for command in (["check", "draft.md"], ["accept", "--name", "x"]):
        status, _, err = run(*command)
        assert (status, err.count("\n")) == (2, 1)
        assert err.startswith(f"factlint: {says}")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may do everything may write there")
def test_a_folder_that_may_not_be_written_is_told(run, here):
    here.chmod(0o555)
    try:
        status, _, err = run("accept", "--name", "x")
    finally:
        here.chmod(0o755)
    assert (status, err) == (2, f"factlint: {FILE}: permission denied\n")


def test_the_mode_and_the_link_of_the_file_stay(run):
    write("shared/all.toml", '[[name]]\nname = "x"\n').chmod(0o640)
    Path(FILE).symlink_to("shared/all.toml")
    run("accept", "--name", "Jon Doughty")
    assert Path(FILE).is_symlink()
    assert Path("shared/all.toml").stat().st_mode & 0o777 == 0o640
    assert "Jon Doughty" in Path("shared/all.toml").read_text(encoding="utf-8")
    assert [each.name for each in Path("shared").iterdir()] == ["all.toml"]


def test_what_a_comment_hides_is_not_called_contradicted():
    text = "<!-- factlint-ignore: misspelled-name -->\nPresident Anne Larssen opened the bridge on 5 May 2021.\n"
    write("draft.md", text)
    project = Project.open(Path("draft.md"))
    verdicts = project.check(project.read(Path("draft.md"))).verdicts
    against = [verdict.text for verdict in verdicts if verdict.standing is Standing.CONTRADICTED]
    assert against == ["5 May 2021"]


def test_the_files_of_factlint_itself_are_no_drafts(run):
    write("draft.md", "The fair.\n")
    run("accept", "--name", "Anne Larssen")
    run("baseline")
    status, out, _ = run("check", "draft.md", FILE, "factlint-baseline.json", "factlint.toml")
    assert (status, "with the 1 source in 1 draft" in out) == (0, True)
