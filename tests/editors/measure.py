"""Measures the extension for VS Code, and fails where it is too big or slow: python -m editors.measure, in tests/."""

import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from editors import code_server
from editors.conftest import PACKAGE, PROGRAM
from editors.extension_host import PUPPET, Hosts, pack
from editors.workbench import Workbench, browser

ROOT = Path(__file__).parents[2]
TIMES = 5
MOST_BYTES, MOST_MILLISECONDS = 1_000_000, 150

OPEN = "const start = Date.now(); await shown('draft.md'); return start;"
RESTART = "const start = Date.now(); await vscode.commands.executeCommand('factlint.restart'); return start;"
CLOSE = "await vscode.commands.executeCommand('workbench.action.closeAllEditors')"
# The time at which a place is underlined that was not so before.
WATCH = """
    window.underlined = new Promise((resolve) => {
        let wasThere = !!document.querySelector('.squiggly-error');
        new MutationObserver((_, observer) => {
            const isThere = !!document.querySelector('.squiggly-error');
            if (isThere && !wasThere) { observer.disconnect(); resolve(Date.now()); }
            wasThere = isThere;
        }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    });
    undefined;
"""


def main() -> int:
    """Prints the size of the package, and medians of what takes time."""
    size = PACKAGE.stat().st_size
    print(f"package: {size / 1000:.0f} kB")
    with tempfile.TemporaryDirectory() as name, browser() as opened:
        folder, hosts, context = Path(name), Hosts(), opened.new_context(viewport={"width": 1280, "height": 800})
        extensions = [PACKAGE, pack(PUPPET, folder / "puppet.vsix")]
        settings = {"factlint.path": str(PROGRAM)}
        with code_server.CodeServer(folder / "own", extensions, settings, **hosts.environment) as server:
            activation = _told("activation, without the server", _activations(server, context, folder))
            story = folder / "story"
            shutil.copytree(ROOT / "seeds", story / "seeds")
            shutil.copy(ROOT / "tests/drafts/demo.md", story / "draft.md")
            window = Workbench(context.new_page())
            window.open(server, story, story / "draft.md")
            window.squiggles("error", 6)
            host = hosts.of(story)
            _told(
                "start of the server to the first squiggle",
                [_until_underlined(window, host, RESTART) for _ in range(TIMES)],
            )
            times = []
            for _ in range(TIMES):
                host.run(CLOSE)
                times.append(_until_underlined(window, host, OPEN))
            _told("draft opened to the first squiggle", times)
    return int(size > MOST_BYTES or activation > MOST_MILLISECONDS)


def _activations(server, context, folder):
    """How long the extension's own part of the start took, as VS Code says among the running extensions."""
    for number in range(TIMES):
        place = folder / f"empty-{number}"
        place.mkdir()
        (place / "note.md").write_text("A note.\n", "utf-8")
        window = Workbench(context.new_page())
        window.open(server, place, place / "note.md")
        window.status().wait_for()
        window.command("Developer: Show Running Extensions")
        rows = window.page.locator(".runtime-extensions-editor .monaco-list-row", has_text="factlint")
        row = rows.filter(has_not_text="puppet").first
        row.get_by_text(re.compile(r"Activation: \d+ms")).first.wait_for()
        yield int(re.search(r"Activation: (\d+)ms", row.inner_text())[1])
        window.page.close()


def _until_underlined(window, host, body):
    window.page.evaluate(WATCH)
    start = host.run(body)
    return window.page.evaluate("window.underlined") - start


def _told(name, milliseconds):
    times = sorted(milliseconds)
    median = statistics.median(times)
    print(f"{name}: {median:.0f} ms ({times[0]:.0f} to {times[-1]:.0f}, {len(times)} times)", flush=True)
    return median


if __name__ == "__main__":
    sys.exit(main())
