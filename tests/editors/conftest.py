"""VS Code with the packaged extension, shared by all tests that drive it."""

import stat
import sys
from pathlib import Path

import pytest

from editors import code_server
from editors.extension_host import PUPPET, Hosts, pack
from editors.stories import fill, installed
from editors.workbench import Workbench, browser

PACKAGE = Path(__file__).parents[2] / "editors/vscode/factlint.vsix"
PROGRAM = Path(sys.executable).with_name("factlint")


@pytest.fixture(scope="session")
def extensions(tmp_path_factory):
    """The packaged extension, and the puppet by which tests act within the extension host."""
    installed(code_server.install)
    assert PACKAGE.exists(), "there is no packaged extension; make vscode makes it"
    return [PACKAGE, pack(PUPPET, tmp_path_factory.mktemp("puppet") / "puppet.vsix")]


@pytest.fixture(scope="session")
def hosts():
    opened = Hosts()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def starts(tmp_path_factory):
    """A file with a line for every start of the server that `server` names: its process and the folder it is in."""
    return tmp_path_factory.mktemp("program") / "starts"


def started(starts, folder):
    """The processes of the servers that were started in a folder, the last one last."""
    lines = (line.split(" ", 1) for line in starts.read_text("utf-8").splitlines())
    return [process for process, place in lines if place == str(folder)]


@pytest.fixture(scope="session")
def server(tmp_path_factory, extensions, hosts, starts):
    """VS Code with the extension, which starts the factlint of the tests' own environment."""
    program = starts.with_name("factlint")
    program.write_text(
        f'#!/bin/sh\n[ "$1" = lsp ] && echo "$$ $PWD" >> "{starts}"\nexec "{PROGRAM}" "$@"\n', encoding="utf-8"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    own = tmp_path_factory.mktemp("vscode")
    settings = {"factlint.path": str(program), "factlint.debounce": 0}
    with code_server.CodeServer(own, extensions, settings, **hosts.environment) as running:
        yield running


@pytest.fixture(scope="session")
def opened_browser():
    with browser() as opened:
        # One context for all windows: what makes up VS Code is fetched once.
        yield opened.new_context(viewport={"width": 1280, "height": 800})


@pytest.fixture
def workbench(opened_browser):
    page = opened_browser.new_page()
    yield Workbench(page)
    page.close()


@pytest.fixture
def story(tmp_path):
    return fill(tmp_path / "story")
