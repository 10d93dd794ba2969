"""Where `factlint check` puts its report, and how it looks there."""

import json
import os
import stat
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

SOURCE = "President Anne Larsen opened the bridge in front of a cheering crowd of schoolchildren."
DRAFT = "President Anne Larssen cut the ribbon."
SUMMARY = "1 error in 1 draft, checked against 1 source: "


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "seeds").mkdir()
    Path("seeds/a.txt").write_text(SOURCE, encoding="utf-8")
    Path("draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(command_line):
    """Runs a command line in the folder and gives its status, output and error output."""
    return partial(command_line, "check", "draft.md")


@pytest.mark.parametrize("form", ["text", "sarif", "junit"])
def test_a_report_is_written_to_a_file_as_it_is_printed(run, form):
    _, printed, _ = run("--format", form)
    status, out, err = run("--format", form, "--output", "report.out")
    assert (status, err) == (1, "")
    assert Path("report.out").read_text(encoding="utf-8") == printed
    assert out.startswith(SUMMARY)


def test_a_quiet_run_prints_nothing_where_the_report_goes_to_a_file(run):
    assert run("--format", "json", "--output", "report.json", "--quiet") == (1, "", "")
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["summary"]["error"] == 1


def test_quiet_leaves_findings_alone(run):
    whole, quiet = run()[1], run("-q")[1]
    assert whole.startswith(quiet)
    assert (SUMMARY in whole, SUMMARY in quiet) == (True, False)


def test_a_quiet_run_over_a_clean_draft_says_nothing(run):
    Path("draft.md").write_text("President Anne Larsen smiled.", encoding="utf-8")
    assert run("--quiet") == (0, "", "")


def test_a_dash_is_standard_output(run):
    assert run("--output", "-") == run()
    assert not Path("-").exists()


def test_a_report_takes_the_place_of_an_older_one_and_leaves_nothing_beside_it(run, here):
    Path("report.json").write_text("old " * 10_000, encoding="utf-8")
    before = set(here.iterdir())
    run("--format", "json", "--output", "report.json")
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["version"] == 1
    assert set(here.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes and links")
def test_the_mode_of_the_file_and_a_link_to_it_stay(run):
    Path("reports").mkdir()
    target = Path("reports/report.json")
    target.write_text("", encoding="utf-8")
    target.chmod(0o640)
    Path("report.json").symlink_to(target)
    run("--format", "json", "--output", "report.json")
    assert Path("report.json").is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_report_has_the_mode_of_any_new_file(run):
    Path("plain.txt").write_text("", encoding="utf-8")
    run("--output", "report.out")
    assert Path("report.out").stat().st_mode == Path("plain.txt").stat().st_mode


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("seeds", "factlint: seeds: a folder; --output names a file\n"),
        ("gone/report.json", "factlint: gone: no such folder; make it, or name another with --output\n"),
        ("draft.md", "factlint: draft.md: a draft of this check; name another file with --output\n"),
        ("./seeds/../draft.md", "factlint: draft.md: a draft of this check; name another file with --output\n"),
        ("seeds/a.txt", "factlint: seeds/a.txt: a source of this check; name another file with --output\n"),
    ],
)
def test_a_report_that_cannot_go_there_gets_one_line_and_harms_nothing(run, target, message):
    assert run("--output", target) == (2, "", message)
    assert Path("draft.md").read_text(encoding="utf-8") == DRAFT
    assert Path("seeds/a.txt").read_text(encoding="utf-8") == SOURCE


def test_a_report_with_a_name_too_long_is_an_error(run):
    status, out, err = run("--output", "x" * 300)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("factlint: xxx")


@pytest.mark.skipif(not Path("/dev/stderr").exists(), reason="no device files here")
def test_a_device_is_written_to():
    done = subprocess.run(
        [sys.executable, "-m", "factlint", "check", "draft.md", "--format", "github", "--output", "/dev/stderr"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.startswith(b"::error "), done.stdout.startswith(SUMMARY.encode())) == (
        1,
        True,
        True,
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_excerpts_keeps_the_words_of_sources_to_themselves(run, form):
    out = run("--format", form, "--no-excerpts")[1]
    assert ("seeds/a.txt" in out, "cheering" in out) == (True, False)


def test_statistics_count_rules_and_claims(run):
    out = run("--statistics")[1]
    assert "\n\n1  misspelled-name\n\n1  claims borne out\n1  claims contradicted\n" in out
    assert json.loads(run("--statistics", "--format", "json")[1])["statistics"] == {"misspelled-name": 1}


def test_statistics_are_refused_where_a_format_has_no_room_for_them(run):
    assert run("--statistics", "--format", "sarif") == (
        2,
        "",
        "factlint: --statistics goes with --format text and json, not sarif; see factlint check --help\n",
    )


@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "0"}, False),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"CLICOLOR_FORCE": "0"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
        ({"CLICOLOR": "1"}, False),
    ],
)
def test_the_environment_decides_on_colours(run, monkeypatch, variables, is_coloured):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run()[1]) == is_coloured


def test_the_option_wins_over_the_environment(run, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in run("--color", "always")[1]
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in run("--color", "never")[1]


@pytest.mark.parametrize("form", ["json", "github"])
def test_what_programs_read_has_no_colours(run, form):
    assert "\x1b[" not in run("--format", form, "--color", "always")[1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"CLICOLOR": "0"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_colours_and_its_own_width(variables, is_coloured):
    import fcntl  # noqa: PLC0415  not on Windows
    import pty  # noqa: PLC0415  likewise
    import struct  # noqa: PLC0415  likewise
    import termios  # noqa: PLC0415  likewise

    Path("draft.md").write_text(DRAFT + " And so on and on it went." * 9, encoding="utf-8")
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 56, 0, 0))
    environment = {**os.environ, "TERM": "xterm"} | variables
    command = [sys.executable, "-m", "factlint", "check", "draft.md", "--quiet"]
    with subprocess.Popen(command, stdout=slave, env=environment) as running:
        os.close(slave)
        output = b""
        while part := _read(master):
            output += part
    os.close(master)
    assert running.returncode == 1
    text = output.decode("utf-8")
    assert ("\x1b[" in text) == is_coloured
    assert is_coloured or max(len(line) for line in text.splitlines()) <= 56


def _read(descriptor):
    """What a terminal has written, nothing where it is closed."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def test_columns_decides_on_the_width_where_there_is_no_terminal(run, monkeypatch):
    Path("draft.md").write_text(DRAFT + " And so on and on it went." * 9, encoding="utf-8")
    for columns, width in (("60", 60), ("5", 40), ("500", 120), ("", 100), ("wide", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        longest = max(len(line) for line in run("--quiet")[1].splitlines())
        assert width - 12 < longest <= width
