"""Takes the pictures of a real Neovim for the READMEs; by hand: python -m editors.terminal_pictures in tests/."""

import html
import shutil
import tempfile
from itertools import groupby
from pathlib import Path

from PIL import Image

from editors import install
from editors.pictures import ROOT, few_colours
from editors.screen import Screen
from editors.stories import environment
from editors.workbench import browser

PLUGIN = ROOT / "editors/neovim"
TARGET = PLUGIN / "pictures"
COLUMNS, LINES = 104, 26
# Neovim's own colours on a dark ground; the screen keeps no colour of marks under words: they are drawn as errors' are.
GROUND, INK, CURL = "#14161b", "#e0e2ea", "#ffc0b9"
STYLE = f"""
body {{ margin: 0; background: {GROUND}; }}
pre {{ margin: 0; padding: 8px; width: max-content; color: {INK}; font: 14px/18px "DejaVu Sans Mono", monospace; }}
span {{ display: inline-block; height: 18px; }}
b {{ text-decoration: {CURL} wavy underline 1.5px; text-underline-offset: 2px; font-weight: inherit; }}
"""


def main() -> None:
    """Opens the demo's draft and draws what the terminal shows of it."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, browser() as opened:
        story = Path(name) / "story"
        shutil.copytree(ROOT / "seeds", story / "seeds")
        shutil.copy(ROOT / "tests/drafts/demo.md", story / "draft.md")
        page = opened.new_page(viewport={"width": 1000, "height": 600}, device_scale_factor=1)
        with neovim(story, Path(name)) as screen:
            screen.shows("E ")
            screen.press("5G\x17d")
            screen.shows("Diagnostics:")
            _draw(page, screen, "findings.png")
            screen.press(":fclose\r:LspFactlintSheet\r\x17=")
            screen.shows("Fact sheet")
            _draw(page, screen, "sheet.png")


def neovim(story, own, program=None, init=()):
    """A Neovim in a terminal that has the story's draft open."""
    program = program or install.neovim()
    first = ("--cmd", f"set runtimepath^={PLUGIN} background=dark termguicolors laststatus=0 noruler linebreak", *init)
    places = environment(own, "VIM", "NVIM", TERM="xterm-256color", **program.environment)
    command = [*program.command, "--clean", "-n", *first, "draft.md"]
    return Screen(command, columns=COLUMNS, lines=LINES, cwd=story, env=places)


def _draw(page, screen, name):
    screen.settles()
    page.set_content(f"<style>{STYLE}</style><pre>{_drawn(screen)}</pre>")
    page.locator("pre").screenshot(path=TARGET / name)
    few_colours(TARGET / name, Image.Quantize.MEDIANCUT)


def _drawn(screen):
    """The screen as HTML, with its colours."""
    lines = []
    for row in screen.cells():
        parts = (("".join(cell.data for cell in cells), look) for look, cells in groupby(row, key=_look))
        lines.append("".join(_part(words, *look) for words, look in parts))
    return "\n".join(lines)


def _look(cell):
    return (cell.bg, cell.fg, cell.reverse) if not cell.underscore else (cell.bg, cell.fg, cell.reverse, True)


def _part(words, ground, ink, is_reversed, is_marked=False):
    ground, ink = _colour(ground, GROUND), _colour(ink, INK)
    ground, ink = (ink, ground) if is_reversed else (ground, ink)
    # Where there is no other ground, what hangs below the line above stays to be seen.
    behind = "" if ground == GROUND else f"background:{ground};"
    shown = f"<b>{html.escape(words)}</b>" if is_marked else html.escape(words)
    return f'<span style="{behind}color:{ink}">{shown}</span>'


def _colour(named, default):
    return default if named == "default" else f"#{named}" if len(named) == 6 else named


if __name__ == "__main__":
    main()
