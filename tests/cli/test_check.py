"""`factlint check`: what it prints and how it ends."""

import json
import os
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

import terminal
from terminal import write

SOURCE = "President Anne Larsen opened the bridge."
DRAFT = "President Anne Larssen cut the ribbon."
CLEAN = "President Anne Larsen cut the ribbon."
AGREEMENT = "No disagreement with the 2 sources in 1 draft: both of its checkable claims are borne out.\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("seeds/a.txt", SOURCE)
    write("seeds/b.txt", "Larsen thanked the engineers.")
    write("draft.md", DRAFT)
    write("clean.md", CLEAN)
    return Path.cwd()


@pytest.fixture
def run(command_line):
    """Runs a command line in the folder and gives its status, output and error output."""
    return partial(command_line, "check")


process = partial(terminal.process, "check")


def paths_of(output):
    return [found["path"] for found in json.loads(output)["findings"]]


def test_a_finding_is_shown_and_ends_with_status_1(run):
    status, out, err = run("draft.md")
    assert status == 1
    assert err == ""
    assert out.startswith("draft.md:1:16 error misspelled-name  ")
    assert "1 | President Anne Larssen cut the ribbon.\n  |                ^^^^^^^\n" in out
    assert "seeds/a.txt:1:11  President Anne Larsen opened the bridge." in out
    assert out.endswith(
        "= fix: Larsen\n\n"
        "1 error in 1 draft, checked against 2 sources: 1 of its 2 checkable claims is borne out, 1 contradicted."
        " --fix mends 1 finding.\n"
    )


def test_a_clean_draft_ends_with_status_0(run):
    assert run("clean.md") == (0, AGREEMENT, "")


def test_json_follows_the_contract(run):
    status, out, _ = run("draft.md", "--format", "json")
    report = json.loads(out)
    assert status == 1
    assert report["version"] == 1
    claims = {"checkable": 2, "supported": 1, "contradicted": 1, "unsupported": 0}
    assert report["summary"] == {
        "files": 1,
        "sources": 2,
        "error": 1,
        "warning": 0,
        "information": 0,
        "claims": claims,
    }
    (found,) = report["findings"]
    assert (found["path"], found["rule"], found["text"], found["suggestions"]) == (
        "draft.md",
        "misspelled-name",
        "Larssen",
        ["Larsen"],
    )


def test_sources_may_be_several_folders_and_files(run):
    write("notes/c.md", SOURCE)
    _, out, _ = run("draft.md", "--sources", "notes", "--sources", "seeds/b.txt", "--format", "json")
    assert json.loads(out)["summary"]["sources"] == 2


def test_without_paths_the_drafts_below_this_folder_are_checked_but_no_sources(run):
    write("deep/er/draft.html", f"<p>{DRAFT}</p>")
    _, out, _ = run("--format", "json")
    assert paths_of(out) == ["draft.md", "deep/er/draft.html"]
    assert json.loads(out)["summary"]["files"] == 3


def test_configured_drafts_are_those_of_a_folder(run):
    write("factlint.toml", 'drafts = ["stories/*.md"]')
    write("stories/a.md", DRAFT)
    assert paths_of(run("--format", "json")[1]) == ["stories/a.md"]
    assert paths_of(run(".", "--format", "json")[1]) == ["stories/a.md"]
    assert paths_of(run("draft.md", "--format", "json")[1]) == ["draft.md"]


def test_each_draft_follows_its_own_configuration(run):
    write("visit/factlint.toml", 'sources = "sources"\nfail-on = "never"')
    write("visit/sources/v.txt", "President Anne Larssen left.")
    write("visit/draft.md", DRAFT)
    status, out, _ = run("draft.md", "visit/draft.md", "--format", "json")
    assert (status, paths_of(out)) == (1, ["draft.md"])
    assert json.loads(out)["summary"]["sources"] == 3


def test_a_path_given_twice_is_checked_once(run):
    assert paths_of(run("draft.md", ".", "./draft.md", "--format", "json")[1]) == ["draft.md"]


def test_sources_named_outright_are_checked_against_each_other(run):
    write("seeds/c.txt", DRAFT)
    _, out, _ = run("seeds/c.txt", "--format", "json")
    summary = json.loads(out)["summary"]
    assert (summary["files"], summary["sources"], summary["error"]) == (1, 2, 1)


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("hint", 1), ("never", 0)])
def test_fail_on_decides_the_status(run, level, status):
    assert run("draft.md", "--fail-on", level)[0] == status


def test_a_quieter_finding_does_not_fail_the_run(run):
    write("factlint.toml", '[severities]\nmisspelled-name = "information"')
    assert run("draft.md")[0] == 0
    assert run("draft.md", "--fail-on", "information")[0] == 1
    assert run("draft.md", "--no-config")[0] == 1


def test_rules_are_selected_and_ignored_by_name(run):
    assert run("draft.md", "--ignore", "misspelled-name,wrong-date")[0] == 0
    assert run("draft.md", "--select", "wrong-date", "--select", "wrong-rank")[0] == 0
    assert run("draft.md", "--select", "ALL")[0] == 1


def test_an_excluded_draft_is_left_out_where_that_is_forced_and_the_user_is_told(run):
    write("factlint.toml", 'exclude = ["draft.md"]')
    assert run("draft.md", "--force-exclude") == (
        0,
        "No draft was checked.\n",
        "factlint: draft.md: not checked: “exclude” in factlint.toml names it\n",
    )


def test_a_draft_in_another_language_gets_one_line_and_no_findings(run):
    write("draft.html", '<html lang="de"><p>Anne Larssen durchschnitt das Band.</p></html>')
    status, out, err = run("draft.html", "clean.md")
    assert (status, out) == (0, AGREEMENT)
    assert (
        err == "factlint: draft.html: left out: it is in a language that factlint has no lexicon for (there is: en)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.md"], "factlint: nowhere.md: no such file or folder"),
        (["empty"], "factlint: empty: no drafts there; a draft is a file that ends in .adoc, "),
        (["binary.md"], "factlint: binary.md: "),
        (["draft.md/deeper.md"], "factlint: draft.md/deeper.md: "),
        (["x" * 5000], "factlint: "),
        (["draft.md", "--sources", "empty"], "factlint: empty: no source documents there (.adoc, "),
        (["draft.md", "--sources", "nowhere"], "factlint: nowhere: no such file or folder; name a folder of source "),
        (["draft.md", "--sources", "binary.md"], "factlint: binary.md: "),
        (
            ["draft.md", "--select", "mispelled-name"],
            "factlint: --select: unknown rule “mispelled-name”; did you mean ",
        ),
        (["draft.md", "--ignore", "zzz"], "factlint: --ignore: unknown rule “zzz”; there are "),
        (["draft.md", "--format", "yaml"], "factlint: Invalid value for '--format': "),
        (["draft.md", "--colour"], "factlint: No such option"),
        (["broken/draft.md"], "factlint: broken/factlint.toml:1: unknown key “souces”; did you mean “sources”?"),
        (["rules/draft.md"], "factlint: rules/rules/house.toml: not valid TOML"),
    ],
)
def test_what_cannot_be_used_gets_one_line_and_status_2(run, arguments, message):
    Path("empty").mkdir()
    Path("binary.md").write_bytes(bytes(range(256)) * 8)
    write("broken/factlint.toml", "souces = 1")
    write("broken/draft.md", DRAFT)
    write("rules/factlint.toml", "")
    write("rules/rules/house.toml", "check =")
    write("rules/draft.md", DRAFT)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_file_that_cannot_be_used_does_not_hide_the_findings_in_others(run):
    status, out, err = run("nowhere.md", "draft.md", "--format", "json")
    assert (status, paths_of(out), err) == (2, ["draft.md"], "factlint: nowhere.md: no such file or folder\n")


def test_the_same_complaint_is_made_once(run):
    _, _, err = run("draft.md", "clean.md", "--sources", "nowhere")
    assert err.count("nowhere") == 1


def test_colours_are_for_terminals_only(run):
    assert "\x1b[" not in run("draft.md")[1]
    assert "\x1b[31m" in run("draft.md", "--color", "always")[1]
    assert "\x1b[" not in run("draft.md", "--color", "never")[1]


def test_standard_input_is_checked_under_the_name_it_is_given():
    done = process("-", "--stdin-filename", "stories/new.html", "--format", "json", input=f"<p>{DRAFT}</p>".encode())
    assert (done.returncode, paths_of(done.stdout)) == (1, ["stories/new.html"])
    assert process("-", input=CLEAN.encode()).returncode == 0
    refused = process("-", input=b"\xff\xfe\xfa")
    assert refused.returncode == 2
    assert refused.stderr.startswith(b"factlint: stdin.md: ")
    assert refused.stderr.count(b"\n") == 1


def test_output_is_utf8_whatever_the_locale():
    write("seeds/c.txt", "Foreign Minister Søren Ångström left.")
    write("ø.md", "Foreign Minister Søren Ångstrøm stayed.")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = process("ø.md", env=environment)
    assert done.returncode == 1
    assert "ø.md:1:24 error" in done.stdout.decode("utf-8")
    assert json.loads(process("ø.md", "--format", "json", env=environment).stdout)["summary"]["error"] == 1


def test_a_reader_that_goes_away_is_no_error():
    write("draft.md", (DRAFT + "\n\n") * 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", "check", "draft.md"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.read(10)
        running.stdout.close()
        errors = running.stderr.read()
    assert errors == b""
    assert running.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_output_that_cannot_be_written_is_an_error():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factlint", "check", "draft.md"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (2, b"factlint: standard output: no space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder that a process works in")
def test_a_working_folder_that_is_gone_is_an_error(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gone")
    script = (
        f"import os, sys; os.rmdir({str(folder)!r}); from factlint.cli import main; sys.exit(main(['check', 'a.md']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"factlint: ")
    assert done.stderr.count(b"\n") == 1


def test_missing_sources_may_be_passed_over_with_a_line(run):
    status, out, err = run("draft.md", "--sources", "embargoed", "--missing-sources", "warn")
    assert (status, out) == (0, "No draft was checked.\n")
    assert err.startswith("factlint: draft.md: not checked: embargoed: no such file or folder; ")
    assert run("draft.md", "--sources", "embargoed")[0] == 2


def test_a_source_named_outright_is_checked_against_the_other_sources(run):
    write("seeds/c.txt", "President Anne Larssen left.")
    assert paths_of(run("seeds/c.txt", "--format", "json")[1]) == ["seeds/c.txt"]


def test_standard_input_cannot_be_watched(run):
    assert run("-", "--watch") == (
        2,
        "",
        "factlint: --watch: standard input cannot be watched; see factlint check --help\n",
    )


@pytest.fixture
def watching():
    """A check that watches; it is ended in any case, so that a line which never comes fails the test."""
    command = [sys.executable, "-m", "factlint", "check", "draft.md", "--watch"]
    # Whoever runs the tests in the background has it ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    done = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    signal.signal(signal.SIGINT, before)
    end = threading.Timer(120, done.kill)
    end.start()
    yield done
    end.cancel()
    done.kill()
    done.communicate(timeout=60)


def test_a_watch_checks_again_when_a_draft_or_a_source_changes(watching):
    assert "Larssen" in until(watching.stdout, "checked against 2 sources: ")
    until(watching.stderr, "Watching for changes; Ctrl-C ends.")
    write("draft.md", CLEAN + " Bravo!")
    until(watching.stdout, "No disagreement with the 2 sources in 1 draft: ")
    until(watching.stderr, "Watching for changes; Ctrl-C ends.")
    write("seeds/c.txt", "Nothing else.")
    until(watching.stdout, "No disagreement with the 3 sources in 1 draft: ")


def until(stream, wanted):
    """Reads lines up to the one that has the wanted words, and gives what was read."""
    read = ""
    for line in stream:
        read += line
        if wanted in line:
            return read
    raise AssertionError(f"ended without “{wanted}”: {read}")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send to one process")
def test_an_interrupted_watch_ends_with_the_status_of_its_last_check(watching):
    until(watching.stderr, "Watching for changes; Ctrl-C ends.")
    watching.send_signal(signal.SIGINT)
    out, err = watching.communicate(timeout=60)
    assert watching.returncode == 1
    assert "Traceback" not in out + err


def test_sources_in_languages_without_a_lexicon_are_told_and_contradict_nothing(run):
    write(
        "foreign/a.txt",
        "Die Brücke ist lang und hat neun Bogen, die über den Fluss führen, und sie wurde im Mai eröffnet. " * 5,
    )
    write("draft.md", "The bridge has nine arches and cost 8 million euros. Mayor Ida Holm opened it on 3 May 2021.")
    status, out, err = run("draft.md", "--sources", "foreign")
    assert status == 0
    assert "foreign/a.txt: left out: " in err
    assert out.startswith("No disagreement ")
