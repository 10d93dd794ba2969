"""A real Vim with ALE in a terminal, set up as its page in editors/vim says: a finding on the screen, and its fix."""

from pathlib import Path

import pytest

from editors import install
from editors.screen import Screen
from editors.stories import RIGHT, WRONG, environment, fill, installed

pytestmark = pytest.mark.editor

SET_UP = Path(__file__).parents[2] / "editors/vim/ale.vim"
# ALE takes the protocol's columns for bytes: where other characters stand before a finding, it puts fixes elsewhere.
DRAFT = f"It rained all day.\nPresident Anne {WRONG} left.\n"
VIMRC = f"""
set nocompatible hidden noswapfile encoding=utf-8 nomore
filetype plugin on
set runtimepath^=$ALE
runtime plugin/ale.vim
let g:ale_virtualtext_cursor = 'disabled'
source {SET_UP}
"""


def test_a_finding_is_shown_and_its_quick_fix_puts_in_what_the_sources_write(tmp_path):
    vim = installed(install.vim)
    story, own = fill(tmp_path / "story"), tmp_path / "own"
    (story / "draft.md").write_text(DRAFT, "utf-8")
    own.mkdir()
    (own / "vimrc").write_text(VIMRC, "utf-8")
    told = {"TERM": "linux", "LC_ALL": "C.UTF-8", "HOME": str(own), **vim.environment}
    command = [*vim.command, "-u", str(own / "vimrc"), "draft.md"]
    with Screen(command, cwd=story, env=environment(own, "VIM", **told)) as screen:
        screen.press("2G")
        screen.shows("The sources spell this name")
        screen.press(f"/{WRONG}\r:ALECodeAction\r")
        screen.shows(f"Replace “{WRONG}” with “{RIGHT}”")
        screen.press("1\r")
        screen.shows(f"President Anne {RIGHT} left")
        screen.press(":wq\r")
        assert screen.ended() == 0
    assert (story / "draft.md").read_text("utf-8") == DRAFT.replace(WRONG, RIGHT)
