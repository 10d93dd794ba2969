"""A writer's folder for the server to look at."""

import pytest

from lsp.nursery import nursery


def fill(folder):
    """Lays sources into a folder that write a name “Larsen”."""
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "bridge.txt").write_text("\N{BRIDGE AT NIGHT} President Anne Larsen opened the bridge.\n", "utf-8")
    (seeds / "thanks.txt").write_text("President Anne Larsen spoke first.\nLarsen thanked the engineers.\n", "utf-8")
    return folder


@pytest.fixture(scope="session", autouse=True)
def servers():
    """Servers that are ready at once."""
    with nursery():
        yield


@pytest.fixture
def workspace(tmp_path):
    return fill(tmp_path)


@pytest.fixture(scope="module")
def opened_folder(tmp_path_factory):
    """The folder that an editor has open through all tests of a module."""
    return fill(tmp_path_factory.mktemp("opened"))


@pytest.fixture
def editor(session, workspace):
    """The editor of the module's session, turned to a folder of the test's own."""
    session.turn_to(workspace)
    return session
