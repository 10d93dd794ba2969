"""The command line as a whole: help, version, and what is not loaded for them."""

import subprocess
import sys

import pytest

from factlint import __version__
from factlint.cli import main

_LOADED = """
import runpy, sys
sys.argv[1:] = {arguments!r}
try:
    runpy.run_module("factlint", run_name="__main__")
finally:
    print("\\n".join(sys.modules), file=sys.stderr)
"""


def modules_after(*arguments, **options):
    code = _LOADED.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        **options,
    )
    return set(done.stderr.split())


def test_help_names_the_commands(capsys):
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "  check  " in shown
    assert "  lsp " in shown


def test_help_tells_what_each_command_does_in_whole_sentences(capsys):
    assert main(["--help"]) == 0
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


def test_the_version_is_that_of_the_package(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"factlint {__version__}\n"


def test_no_command_shows_the_help_and_is_a_usage_error(capsys):
    assert main([]) == 2
    assert "check" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["chekc"], ["--verbose"], ["draft.md"]])
def test_an_unknown_command_gets_one_line(capsys, arguments):
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("factlint: No such ")
    assert err.endswith("see factlint --help\n")
    assert err.count("\n") == 1


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_tells_of_the_command_loads_its_options_alone(option):
    loaded = modules_after(option)
    assert "click" in loaded
    own = {name for name in loaded if name.startswith("factlint.") and not name.startswith("factlint.cli")}
    assert own <= {"factlint.report"}  # the names of the formats
    assert loaded.isdisjoint({"pygls", "lsprotocol", "rich", "tree_sitter", "rapidfuzz", "regex", "tomllib", "json"})


def test_a_check_loads_no_editors_protocol(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("President Anne Larsen opened the bridge.", encoding="utf-8")
    (tmp_path / "draft.md").write_text("President Anne Larsen left.", encoding="utf-8")
    loaded = modules_after("check", "draft.md", cwd=tmp_path)
    assert "factlint.project" in loaded
    assert loaded.isdisjoint({"pygls", "lsprotocol", "rich", "asyncio", "hypothesis"})
