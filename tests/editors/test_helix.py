"""A real Helix in a terminal, set up as its page in editors/helix says: a finding on the screen, and its fix."""

import shutil
from pathlib import Path

import pytest

from editors import install
from editors.screen import Screen
from editors.stories import DRAFT, RIGHT, WRONG, environment, fill, installed

pytestmark = pytest.mark.editor

LANGUAGES = Path(__file__).parents[2] / "editors/helix/languages.toml"


def test_a_finding_is_shown_and_its_quick_fix_puts_in_what_the_sources_write(tmp_path):
    helix = installed(install.helix)
    story, own = fill(tmp_path / "story"), tmp_path / "own"
    configuration = own / "CONFIG/helix"
    configuration.mkdir(parents=True)
    shutil.copy(LANGUAGES, configuration)
    (configuration / "config.toml").write_text('[editor.inline-diagnostics]\ncursor-line = "hint"\n', "utf-8")
    told = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", **helix.environment}
    with Screen([*helix.command, "draft.md"], cwd=story, env=environment(own, **told)) as screen:
        screen.shows("The sources spell this name")
        screen.press("gg]d")
        screen.press(" a")
        screen.shows(f"Replace “{WRONG}” with “{RIGHT}”")
        screen.press("\r")
        screen.shows(f"President Anne {RIGHT}")
        screen.press(":wq\r")
        assert screen.ended() == 0
    assert (story / "draft.md").read_text("utf-8") == DRAFT.replace(WRONG, RIGHT, 1)
