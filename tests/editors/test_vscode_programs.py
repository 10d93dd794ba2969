"""How the extension finds its server, installs one, and what it starts in a folder that is not trusted."""

import json
import os
import sys
from pathlib import Path

import pytest

from editors import code_server
from editors.conftest import PROGRAM
from editors.extension_host import pack
from editors.stories import WRONG, fill
from editors.workbench import Workbench

pytestmark = pytest.mark.editor

# In place of the extension for Python: what of its interface others ask for the selected interpreter.
PYTHON_EXTENSION = """
const { existsSync, readFileSync } = require("node:fs");
const { Uri } = require("vscode");
const file = process.env.SELECTED_PYTHON;
exports.activate = () => ({
  environments: {
    getActiveEnvironmentPath: () => ({ path: existsSync(file) ? readFileSync(file, "utf-8") : "" }),
    resolveEnvironment: async ({ path }) => path ? { executable: { uri: Uri.file(path) } } : undefined,
  },
});
"""
PYTHON_MANIFEST = {
    "name": "python",
    "publisher": "ms-python",
    "version": "0.0.1",
    "engines": {"vscode": "^1.91.0"},
    "main": "./python.js",
    "extensionKind": ["workspace"],
    "activationEvents": [],
    "capabilities": {"untrustedWorkspaces": {"supported": True}},
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The folder of the profile, of `bin`, which is on the PATH, and of `python`, which says what is selected."""
    place = tmp_path_factory.mktemp("bare")
    (place / "bin").mkdir()
    return place


@pytest.fixture(scope="module")
def bare(place, extensions, hosts, tmp_path_factory):
    """VS Code where no factlint is to be found yet, and no folder is trusted."""
    folder = tmp_path_factory.mktemp("python")
    (folder / "package.json").write_text(json.dumps(PYTHON_MANIFEST), "utf-8")
    (folder / "python.js").write_text(PYTHON_EXTENSION, "utf-8")
    python = pack(folder, place / "python.vsix")
    folders = [place / "bin", Path(sys.executable).resolve().parent, *map(Path, os.environ["PATH"].split(os.pathsep))]
    path = os.pathsep.join(str(each) for each in folders if not (each / "factlint").exists())
    environment = {"PATH": path, "PYTHONPATH": "", "SELECTED_PYTHON": str(place / "python"), **hosts.environment}
    settings = {"factlint.debounce": 0}
    with code_server.CodeServer(place / "own", [*extensions, python], settings, trusts=False, **environment) as running:
        yield running


@pytest.fixture
def opened(workbench, bare, hosts, story):
    """Opens the story; the host of its window."""
    hosts_of_windows = []

    def open_story():
        workbench.open(bare, story, story / "draft.md")
        hosts_of_windows.append(hosts.of(story))
        return hosts_of_windows[-1]

    yield open_story
    for host in hosts_of_windows:
        host.close()


@pytest.fixture
def put(place):
    """Lays a program on the PATH, or selects an interpreter, for as long as a test runs."""
    laid = []

    def lay(kind):
        if kind == "PATH":
            laid.append(place / "bin/factlint")
            laid[-1].symlink_to(PROGRAM)
        else:
            laid.append(place / "python")
            laid[-1].write_text(sys.executable, "utf-8")
        return laid[-1]

    yield lay
    for file in laid:
        file.unlink(missing_ok=True)


@pytest.fixture(scope="module")
def installed_by_itself(opened_browser, bare, hosts, place, tmp_path_factory):
    """The extension's own environment, made as it offers to where there is no factlint."""
    story = fill(tmp_path_factory.mktemp("installing") / "story")
    page = opened_browser.new_page()
    window = Workbench(page)
    window.open(bare, story, story / "draft.md")
    host = hosts.of(story)
    notice = window.notice("The factlint program was not found.")
    notice.wait_for()
    assert window.page.locator(".notification-list-item").count() == 1
    notice.get_by_role("button", name="Install").click()
    # The package index may take its time.
    page.wait_for_selector(".squiggly-error", timeout=300_000)
    assert host.run("return marked(await shown('draft.md'), 2)") == [WRONG, WRONG]
    host.close()
    page.close()
    return place / "own/data/User/globalStorage/factlint.factlint/environment"


def test_where_there_is_none_one_is_installed_apart_and_used(installed_by_itself, opened):
    host = opened()
    assert host.run("return output('factlint', 'installed by this extension')")
    assert host.run("return marked(await shown('draft.md'), 2)") == [WRONG, WRONG]
    assert (installed_by_itself / "bin/factlint").exists()
    assert not list(installed_by_itself.glob("*.whl"))


def test_the_server_is_looked_for_in_order_and_the_output_says_which_was_taken(
    installed_by_itself, opened, workbench, put, story, tmp_path
):
    # A module of the writer's own must not come before those of the server.
    (story / "click.py").write_text("raise SystemExit('not this one')\n", "utf-8")
    on_path, selected, named = put("PATH"), put("Python"), tmp_path / "named"
    named.symlink_to(PROGRAM)
    (story / ".vscode").mkdir()
    (story / ".vscode/settings.json").write_text(json.dumps({"factlint.path": str(named)}), "utf-8")
    host = opened()
    workbench.trust(host)
    took(host, f"{named}, the setting “factlint.path”")
    host.run("await vscode.workspace.getConfiguration('factlint').update('path', undefined, false)")
    took(host, f"the Python environment of {sys.executable}")
    selected.unlink()
    host.run("await vscode.commands.executeCommand('factlint.restart')")
    took(host, f"{on_path}, from the PATH")
    on_path.unlink()
    host.run("await vscode.commands.executeCommand('factlint.restart')")
    took(host, f"{installed_by_itself / 'bin/factlint'}, installed by this extension")


def took(host, words):
    """Waits until the output says so, and the draft is marked."""
    host.run("await output('factlint', words)", words=words)
    host.run("await marked(await shown('draft.md'), 2)")


def test_a_folder_that_is_not_trusted_names_no_program_and_selects_no_interpreter(
    opened, workbench, put, story, tmp_path
):
    on_path, _ = put("PATH"), put("Python")
    mark, trap = tmp_path / "mark", tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\ntouch "{mark}"\nexec "{PROGRAM}" "$@"\n', "utf-8")
    trap.chmod(0o755)
    (story / ".vscode").mkdir()
    (story / ".vscode/settings.json").write_text(json.dumps({"factlint.path": str(trap)}), "utf-8")
    host = opened()
    took(host, f"{on_path}, from the PATH")
    assert not host.run("return vscode.workspace.isTrusted")
    assert not mark.exists()
    workbench.trust(host)
    took(host, f"{trap}, the setting “factlint.path”")
    assert mark.exists()
