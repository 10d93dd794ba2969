"""A real Emacs with Eglot, set up by the file in editors/emacs: findings, their fix, and the way to the source."""

import json
import subprocess
from pathlib import Path

import pytest

from editors import install
from editors.stories import DRAFT, RIGHT, WRONG, environment, fill, installed

pytestmark = pytest.mark.editor

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "editors/emacs"
PATIENCE = 180.0


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """What Emacs showed in the steps of emacs.el."""
    story, own = fill(tmp_path_factory.mktemp("emacs") / "story"), tmp_path_factory.mktemp("own")
    emacs, told, elsewhere = installed(install.emacs), own / "report.json", own / "note.md"
    elsewhere.write_text(DRAFT, "utf-8")
    places = {"DRAFT": str(story / "draft.md"), "ELSEWHERE": str(elsewhere), "REPORT": str(told)}
    places |= {"HOME": str(own), "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        [*emacs.command, "-Q", "--batch", "-L", str(PLUGIN), "-l", str(HERE / "emacs.el")],
        cwd=story,
        env=environment(own, **{**emacs.environment, **places}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    found = json.loads(told.read_text("utf-8")) if told.exists() else {}
    if ran.returncode or "trouble" in found:
        pytest.fail(f"{found.get('trouble')}\n{found}\n{ran.stderr}", pytrace=False)
    return {**found, "folder": story}


def test_the_file_compiles_without_a_warning(report):
    assert report["warnings"] == ""


def test_factlint_starts_where_there_are_sources_and_nowhere_else(report):
    assert (report["is_started"], report["is_started_elsewhere"]) == (True, False)


def test_findings_are_marked_exactly_and_tell_their_evidence(report):
    assert [each["text"] for each in report["at_first"]] == [WRONG, WRONG]
    for each in report["at_first"]:
        assert RIGHT in each["message"]
        assert "seeds/bridge.txt:1" in each["message"]


def test_findings_stay_exact_while_the_writer_types(report):
    assert [each["text"] for each in report["after_typing"]] == [WRONG] * 3


def test_the_quick_fix_puts_in_what_the_sources_write(report):
    assert report["title"] == f"Replace “{WRONG}” with “{RIGHT}”"
    assert report["text"] == f"日本 \N{GRINNING FACE} President Anne {RIGHT} spoke. {DRAFT}"


def test_the_definition_is_the_line_of_the_source(report):
    assert Path(report["definition"]["file"]).parent == report["folder"] / "seeds"
    assert RIGHT in report["definition"]["line"]


def test_the_server_ends_with_the_editor(report):
    assert report["is_ended"] is True
