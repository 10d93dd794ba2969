"""Real Neovims with the plugin of this project, driven without a screen: what the writer sees and can do."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editors import install
from editors.stories import DRAFT, RIGHT, WRONG, environment, fill, installed

pytestmark = pytest.mark.editor

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "editors" / "neovim"
PATIENCE = 180.0
# Neovim 0.10 does not start servers by itself: this line stands in the writer's init.lua.
SET_UP = ("--cmd", "lua require('factlint').setup()")
COMMANDS = {f"LspFactlint{name}" for name in ("Facts", "Conflicts", "Sheet", "Accept")}


class Neovim:
    """A Neovim with the plugin, which plays scenes of neovim.lua in folders of its own."""

    def __init__(self, program, init, folder):
        self._program = program
        self._init = init
        self._folder = folder

    def play(self, scene, story, *, init=None, plugin=PLUGIN, **more):
        """What Neovim showed, played in the folder of a story; `more` stands in its environment."""
        own = self._folder / scene / str(len(list(self._folder.glob(f"{scene}/*"))))
        own.mkdir(parents=True)
        told = own / "report.json"
        places = {"SCENE": scene, "DRAFT": str(story / "draft.md"), "REPORT": str(told)}
        # Before the plugin is loaded, as init.lua is.
        first = ["--cmd", f"set runtimepath^={plugin}", *(self._init if init is None else init)]
        ran = subprocess.run(
            [*self._program.command, "--clean", "--headless", "-n", *first, "-S", str(HERE / "neovim.lua")],
            cwd=story,
            env=environment(own, "VIM", "NVIM", **{**self._program.environment, **places, **more}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        found = json.loads(told.read_text("utf-8")) if told.exists() else {}
        found["log"] = "\n".join(log.read_text("utf-8") for log in own.rglob("*.log"))
        if ran.returncode or "trouble" in found:
            reason = found.pop("trouble", None)
            pytest.fail(f"{reason}\n{json.dumps(found, indent=2)}\n{ran.stderr}\n{found['log']}", pytrace=False)
        return found


@pytest.fixture(scope="module", params=["newest", "0.10"])
def neovim(request, tmp_path_factory):
    """The newest Neovim, and the oldest for which the plugin is made."""
    is_newest = request.param == "newest"
    program = installed(install.neovim if is_newest else install.neovim_before)
    return Neovim(program, () if is_newest else SET_UP, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def draft(neovim, tmp_path_factory):
    """What was shown while a draft was written, and its folder."""
    folder = fill(tmp_path_factory.mktemp("draft") / "story")
    return {**neovim.play("draft", folder), "folder": folder}


@pytest.fixture(scope="module")
def commands(neovim, tmp_path_factory):
    """What the plugin's commands showed, in a folder whose sources disagree about a date."""
    folder = fill(tmp_path_factory.mktemp("commands") / "story")
    for name, day in (("morning", 4), ("evening", 6)):
        (folder / f"seeds/{name}.txt").write_text(f"Anne Larsen opened the Ostvik bridge on {day} May 2021.\n", "utf-8")
    return {**neovim.play("commands", folder), "folder": folder}


def test_the_server_is_started_for_the_folder_of_the_story(draft):
    assert Path(draft["root"]) == draft["folder"]


def test_each_version_counts_columns_in_its_own_way(draft):
    assert draft["encoding"] == ("utf-16" if draft["version"].startswith("0.10") else "utf-8")


def test_findings_are_marked_to_the_byte_and_once_only(draft):
    assert [(each["text"], each["line"]) for each in draft["at_first"]] == [(WRONG, 1), (WRONG, 3)]
    for each in draft["at_first"]:
        assert (each["source"], each["code"], each["is_error"]) == ("factlint", "misspelled-name", True)
        assert RIGHT in each["message"]


def test_findings_stay_exact_while_the_writer_types(draft):
    assert [(each["text"], each["line"]) for each in draft["after_typing"]] == [(WRONG, 1), (WRONG, 1), (WRONG, 3)]


def test_hover_says_what_the_sources_say(draft):
    assert "Anne Larsen" in draft["hover"]
    assert "seeds/bridge.txt:1" in draft["hover"]


def test_the_definition_is_the_source_at_its_words(draft):
    assert Path(draft["definition"]["file"]).parent == draft["folder"] / "seeds"
    assert draft["definition"]["text"].startswith(("Larsen", "Anne Larsen", "President Anne Larsen"))


def test_a_name_is_renamed_throughout_the_draft(draft):
    renamed = DRAFT.replace(f"Anne {WRONG}", "Karin Lindqvist").replace(WRONG, "Lindqvist")
    assert "\n".join(draft["after_rename"]) + "\n" == renamed


def test_the_preferred_action_puts_in_what_the_sources_write(draft):
    fixed = DRAFT.replace(WRONG, RIGHT)
    assert "\n".join(draft["after_fix"]) + "\n" == fixed
    assert (draft["folder"] / "draft.md").read_text("utf-8") == fixed


def test_findings_follow_sources_that_change_on_disk(draft):
    assert [(each["text"], each["line"]) for each in draft["after_the_sources_changed"]] == [(RIGHT, 1), (RIGHT, 3)]


@pytest.mark.parametrize("neovim", ["newest"], indirect=True)
def test_neovim_itself_watches_sources_where_it_can(neovim, tmp_path):
    watcher = Path(*installed(install.inotifywait).command)
    programs = os.pathsep.join((str(watcher.parent), str(Path(sys.executable).parent), os.environ["PATH"]))
    shown = neovim.play("draft", fill(tmp_path / "story"), PATH=programs)
    assert shown["is_watching"] is True
    assert [each["text"] for each in shown["after_the_sources_changed"]] == [RIGHT, RIGHT]


@pytest.mark.parametrize("neovim", ["newest"], indirect=True)
def test_the_file_for_lspconfig_is_enough_by_itself(neovim, tmp_path):
    shutil.copytree(PLUGIN / "lspconfig", tmp_path / "configuration/lsp")
    init = ("--cmd", "lua vim.lsp.enable('factlint')")
    shown = neovim.play("draft", fill(tmp_path / "story"), init=init, plugin=tmp_path / "configuration")
    assert [each["text"] for each in shown["after_typing"]] == [WRONG] * 3
    assert [each["text"] for each in shown["after_the_sources_changed"]] == [RIGHT, RIGHT]


def test_the_server_ends_when_it_is_told_to(draft):
    assert draft["is_ended"] is True


def test_commands_are_those_of_a_checked_buffer_alone(commands):
    assert commands["global_commands"] in ({}, [])
    assert set(commands["commands"]) >= COMMANDS


def test_facts_lists_what_the_sources_say_about_a_name(commands):
    assert commands["facts"]["title"] == "What the sources say about Anne Larsen"
    rows = [(each["file"], each["line"], each["text"]) for each in commands["facts"]["items"]]
    assert ("bridge.txt", 1, "President: \N{BRIDGE AT NIGHT} President Anne Larsen opened the bridge.") in rows
    assert {file for file, *_ in rows} == {"bridge.txt", "thanks.txt", "morning.txt", "evening.txt"}


def test_columns_of_lists_are_bytes(commands):
    column = next(each["column"] for each in commands["facts"]["items"] if each["file"] == "bridge.txt")
    assert column == len("\N{BRIDGE AT NIGHT} President ".encode()) + 1


def test_facts_without_a_name_lets_the_writer_choose(commands):
    assert len(commands["offered"]) > 1
    assert commands["offered"][0].startswith("Anne Larsen")
    assert commands["chosen"] == commands["facts"]


def test_facts_about_nobody_says_so(commands):
    assert commands["about_nobody"].count("factlint: the sources have no name like “Grimaldi”") == 1


def test_a_program_of_another_version_is_told_of(commands):
    assert "factlint: the program is another version than this plugin" in commands["about_another_version"]


def test_conflicts_lists_both_sides(commands):
    assert commands["conflicts"]["title"] == "Where the sources disagree"
    assert {each["file"] for each in commands["conflicts"]["items"]} == {"morning.txt", "evening.txt"}
    assert "May 2021" in commands["conflicts"]["items"][0]["text"]


def test_the_sheet_is_shown_where_the_modifier_wants_it(commands):
    sheet = commands["sheet"]
    assert (sheet["kind"], sheet["is_modifiable"], sheet["tabs"]) == ("markdown", False, 2)
    assert WRONG in sheet["text"]
    assert "seeds/bridge.txt" in sheet["text"]


def test_the_sheet_opens_in_the_browser(commands):
    assert commands["page"].lower().startswith("<!doctype html>")


def test_what_is_accepted_is_kept_and_no_longer_marked(commands):
    assert WRONG in (commands["folder"] / "factlint.accepted.toml").read_text("utf-8")


def test_checkhealth_tells_of_the_program_and_of_each_draft(commands):
    health = commands["health"]
    assert "OK factlint" in health
    assert f"the server runs for {commands['folder']}" in health
    assert "draft.md: of its claims the sources support" in health
    assert "ERROR" not in health
    assert "WARNING" not in health


def test_nothing_is_started_where_there_are_no_sources(neovim, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    shown = neovim.play("trouble", tmp_path)
    assert shown["clients"] == 0
    assert "factlint" not in shown["messages"]
    assert "open a draft beside or below a folder with factlint.toml or seeds" in shown["health"]


def test_a_missing_program_is_told_once_with_what_to_do(neovim, tmp_path):
    nothing = tmp_path / "bin"
    nothing.mkdir()
    message = "factlint: there is no program “factlint”; :checkhealth factlint says what to do"
    shown = neovim.play("trouble", fill(tmp_path / "story"), PATH=str(nothing), EXPECTED=message)
    assert shown["messages"].strip() == message
    assert shown["clients"] == 0
    assert "ERROR there is no program “factlint”" in shown["health"]
    assert "pipx install" in shown["health"]


def test_a_program_that_crashes_at_the_start_is_told_once_with_its_log(neovim, tmp_path):
    program = _program(tmp_path / "bin/factlint", "raise SystemExit('no module named teapot')")
    end = "quit with exit code 1"
    shown = neovim.play("trouble", fill(tmp_path / "story"), PATH=str(program.parent), EXPECTED=end)
    assert shown["messages"].count("Check log for errors") == 1
    assert "no module named teapot" in shown["log"]
    assert f"{program} does not run: no module named teapot" in shown["health"]


def test_a_program_too_old_to_serve_editors_is_told_by_checkhealth(neovim, tmp_path):
    code = "print('factlint 0.0.1') if sys.argv[1:] == ['--version'] else sys.exit('no command “lsp”')"
    program = _program(tmp_path / "bin/factlint", code)
    shown = neovim.play("trouble", fill(tmp_path / "story"), PATH=str(program.parent), EXPECTED="quit with exit code 1")
    assert f"{program}, factlint 0.0.1, does not serve editors: no command “lsp”" in shown["health"]


def _program(path, code):
    """A program of one line."""
    path.parent.mkdir()
    path.write_text(f"#!{sys.executable}\nimport sys\n{code}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_a_configuration_that_cannot_be_read_is_told_once_with_its_line(neovim, tmp_path):
    story = fill(tmp_path / "story")
    (story / "factlint.toml").write_text('sources = ["seeds"]\n\nlanguage English\n', "utf-8")
    shown = neovim.play("trouble", story, EXPECTED="factlint.toml")
    assert shown["messages"].count("factlint.toml:3: not valid TOML") == 1
    assert shown["findings"] in ([], {})
    assert "draft.md is not checked" in shown["health"]


def test_sources_that_are_not_there_are_told_once_with_what_to_do(neovim, tmp_path):
    story = fill(tmp_path / "story")
    shutil.rmtree(story / "seeds")
    (story / "factlint.toml").write_text('sources = ["dispatches"]\n', "utf-8")
    shown = neovim.play("trouble", story, EXPECTED="dispatches")
    assert shown["messages"].count("dispatches: no such file or folder; name a folder of source documents") == 1
    assert "draft.md is not checked" in shown["health"]


def test_setup_takes_the_program_by_another_name_and_checks_what_is_open(neovim, tmp_path):
    program = tmp_path / "bin/checker"
    program.parent.mkdir()
    program.symlink_to(Path(sys.executable).with_name("factlint"))
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    story = fill(tmp_path / "story")
    shown = neovim.play("setup", story, init=(), PATH=str(nothing), PROGRAM=str(program))
    assert shown["before"] == 0
    assert shown["command"] == [str(program), "lsp"]


def test_help_has_its_tags_and_no_dead_links(neovim, tmp_path):
    copy = Path(shutil.copytree(PLUGIN, tmp_path / "plugin"))
    shown = neovim.play("help", tmp_path, plugin=copy)
    assert shown["page"] == "factlint.txt"
    assert {f":{name}" for name in COMMANDS} | {"factlint", "factlint-setup", "factlint.setup()"} <= set(shown["tags"])
    assert shown["dead"] in ([], {})
    assert shown["configurations"] == 1
