"""Measures how long Neovim takes from opening the demo's draft to its findings; python -m editors.opening in tests/.

The server is started by opening the draft, so that its start and the reading of the sources count.
"""

import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from editors import install
from editors.pictures import ROOT
from editors.stories import environment

PLUGIN = ROOT / "editors/neovim"
TIMES = 9
SCENE = """
local begun = vim.uv.hrtime()
vim.cmd.edit('draft.md')
assert(vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 1), 'no findings')
io.stdout:write((vim.uv.hrtime() - begun) / 1e6)
vim.cmd.qall({ bang = true })
"""


def main() -> None:
    """Prints the least, the median and the most of several times for each version."""
    versions = {
        "newest": (install.neovim(), ()),
        "0.10": (install.neovim_before(), ("--cmd", "lua require('factlint').setup()")),
    }
    for name, (program, init) in versions.items():
        times = sorted(opening(program, init) for _ in range(TIMES))
        print(f"{name}: {times[0]:.0f} / {statistics.median(times):.0f} / {times[-1]:.0f} ms in {TIMES} times")


def opening(program, init):
    """So many milliseconds pass from opening the draft to its findings, in a Neovim of its own."""
    with tempfile.TemporaryDirectory() as name:
        story = Path(name) / "story"
        shutil.copytree(ROOT / "seeds", story / "seeds")
        shutil.copy(ROOT / "tests/drafts/demo.md", story / "draft.md")
        (story / "scene.lua").write_text(SCENE, "utf-8")
        first = ("--cmd", f"set runtimepath^={PLUGIN}", *init)
        ran = subprocess.run(
            [*program.command, "--clean", "--headless", "-n", *first, "-S", "scene.lua"],
            cwd=story,
            env=environment(Path(name), "VIM", "NVIM", **program.environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=90,
            check=True,
        )
        return float(ran.stdout)


if __name__ == "__main__":
    main()
