"""A real Neovim with the plugin of this project, driven without a screen: what the writer sees and can do."""

import json
import subprocess
from pathlib import Path

import pytest

from editors import install
from editors.stories import DRAFT, environment, fill, installed

pytestmark = pytest.mark.editor

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "editors" / "neovim"
PATIENCE = 180.0


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    return fill(tmp_path_factory.mktemp("neovim") / "story")


@pytest.fixture(scope="module")
def report(story, tmp_path_factory):
    """What Neovim showed in the steps of neovim.lua."""
    own = tmp_path_factory.mktemp("neovim")
    neovim = installed(install.neovim)
    places = {"DRAFT": str(story / "draft.md"), "REPORT": str(own / "report.json")}
    command = [*neovim.command, "--clean", "--headless", "-n", "--cmd", f"set runtimepath^={PLUGIN}"]
    ran = subprocess.run(
        [*command, "-S", str(HERE / "neovim.lua")],
        cwd=story,
        env=environment(own, "VIM", "NVIM", **neovim.environment, **places),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    found = json.loads((own / "report.json").read_text("utf-8")) if (own / "report.json").exists() else {}
    if ran.returncode or found.get("trouble"):
        logs = "\n".join(log.read_text("utf-8") for log in own.rglob("*.log"))
        pytest.fail(f"{found.get('trouble')}\n{json.dumps(found, indent=2)}\n{ran.stderr}\n{logs}", pytrace=False)
    return found


def test_the_plugin_starts_the_server_for_the_folder_of_the_story(report, story):
    assert Path(report["root"]) == story


def test_findings_are_marked_to_the_byte_and_once_only(report):
    assert [(each["text"], each["line"]) for each in report["at_first"]] == [("Larssen", 1), ("Larssen", 3)]
    for each in report["at_first"]:
        assert (each["source"], each["code"], each["is_error"]) == ("factlint", "misspelled-name", True)
        assert "Larsen" in each["message"]


def test_findings_stay_exact_while_the_writer_types(report):
    assert [(each["text"], each["line"]) for each in report["after_typing"]] == [
        ("Larssen", 1),
        ("Larssen", 1),
        ("Larssen", 3),
    ]


def test_hover_says_what_the_sources_say(report):
    hover = "\n".join(report["hover"])
    assert "Anne Larsen" in hover
    assert "seeds/bridge.txt:1" in hover


def test_the_evidence_opens_at_its_words(report, story):
    assert Path(report["evidence_file"]).parent == story / "seeds"
    assert report["evidence_text"].startswith(("Larsen", "Anne Larsen", "President Anne Larsen"))


def test_the_quick_fix_puts_in_what_the_sources_write_and_the_findings_are_gone(report, story):
    fixed = DRAFT.replace("Larssen", "Larsen")
    assert "\n".join(report["after_fix"]) + "\n" == fixed
    assert report["at_last"] == []
    assert (story / "draft.md").read_text("utf-8") == fixed


def test_the_server_ends_with_the_editor(report):
    assert report["is_ended"] is True
