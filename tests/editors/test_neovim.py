"""A real Neovim with the plugin of this project, driven without a screen: what the writer sees and can do."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editors import install

pytestmark = pytest.mark.editor

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "editors" / "neovim"
PATIENCE = 180.0

# The first line puts bytes, code units and code points apart; the second has a character that ends no line.
DRAFT = (
    "\N{GRINNING FACE} 日本 “Zoe\N{COMBINING DIAERESIS}” came. President Anne Larssen cut the ribbon.\n"
    "\n"
    "It rained\N{LINE SEPARATOR}all day. President Larssen left.\n"
)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("story")
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "bridge.txt").write_text("\N{BRIDGE AT NIGHT} President Anne Larsen opened the bridge.\n", "utf-8")
    (seeds / "thanks.txt").write_text("President Anne Larsen spoke first.\nLarsen thanked the engineers.\n", "utf-8")
    (folder / "draft.md").write_text(DRAFT, "utf-8")
    return folder


@pytest.fixture(scope="module")
def report(story, tmp_path_factory):
    """What Neovim showed in the steps of neovim.lua."""
    own = tmp_path_factory.mktemp("neovim")
    try:
        neovim = install.neovim()
    except install.InstallError as error:
        pytest.fail(str(error), pytrace=False)
    programs = Path(sys.executable).parent
    assert shutil.which("factlint", path=str(programs)), f"factlint is not installed in {programs}"
    environment = {
        # Those of a Neovim in whose terminal the tests may run would lead this one astray.
        **{name: value for name, value in os.environ.items() if not name.startswith(("VIM", "NVIM"))},
        **{f"XDG_{kind}_HOME": str(own / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "DRAFT": str(story / "draft.md"),
        "REPORT": str(own / "report.json"),
    }
    command = [*neovim.command, "--clean", "--headless", "-n", "--cmd", f"set runtimepath^={PLUGIN}"]
    ran = subprocess.run(
        [*command, "-S", str(HERE / "neovim.lua")],
        cwd=story,
        env=environment,
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
