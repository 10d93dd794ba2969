"""Takes the pictures of the READMEs from the running extension; by hand: python -m editors.pictures in tests/."""

import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

from editors import code_server
from editors.workbench import Workbench, browser

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "editors/vscode/pictures"
SETTINGS = {
    "factlint.path": str(Path(sys.executable).with_name("factlint")),
    "workbench.activityBar.location": "hidden",
    "editor.fontSize": 13,
}


def main() -> None:
    """Opens the demo's draft and writes what is seen of it."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, browser() as opened:
        folder = Path(name)
        story = folder / "story"
        shutil.copytree(ROOT / "seeds", story / "seeds")
        shutil.copy(ROOT / "tests/drafts/demo.md", story / "draft.md")
        vsix = ROOT / "editors/vscode/factlint.vsix"
        with code_server.CodeServer(folder / "own", [vsix], SETTINGS) as server:
            window = Workbench(opened.new_page(viewport={"width": 1120, "height": 620}))
            window.open(server, story, story / "draft.md")
            window.squiggles("error", 6)
            window.problems().first.wait_for()
            window.hover("Ashtiany")
            _take(window, "findings.png")
            window.page.keyboard.press("Escape")
            window.page.locator("#status\\.problems").click()
            window.command("factlint: Open Fact Sheet")
            window.webview("claims supported")
            _take(window, "sheet.png")


def _take(window: Workbench, name: str) -> None:
    window.page.screenshot(path=TARGET / name)
    few_colours(TARGET / name)


def few_colours(picture: Path, method: Image.Quantize = Image.Quantize.MAXCOVERAGE) -> None:
    """Leaves a picture few colours, which a window has anyway: a third of the size."""
    whole = Image.open(picture).convert("RGB")
    few = whole.quantize(96, method=method, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


if __name__ == "__main__":
    main()
