"""A folder with sources and a draft that disagrees with them, and how editors are started in it."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from editors.debian import InstallError

# The first line puts bytes, code units and code points apart; the third has a character that ends no line.
DRAFT = (
    "\N{GRINNING FACE} 日本 “Zoe\N{COMBINING DIAERESIS}” came. President Anne Larssen cut the ribbon.\n"
    "\n"
    "It rained\N{LINE SEPARATOR}all day. President Larssen left.\n"
)
WRONG, RIGHT = "Larssen", "Larsen"


def fill(folder):
    """Lays sources and a draft into a folder."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "bridge.txt").write_text("\N{BRIDGE AT NIGHT} President Anne Larsen opened the bridge.\n", "utf-8")
    (seeds / "thanks.txt").write_text("President Anne Larsen spoke first.\nLarsen thanked the engineers.\n", "utf-8")
    (folder / "draft.md").write_text(DRAFT, "utf-8")
    return folder


def installed(install):
    """What an installing function gives; where it fails, so does the test, with the name of what is missing."""
    try:
        return install()
    except InstallError as error:
        pytest.fail(str(error), pytrace=False)


def environment(own, *foreign, **more):
    """The environment of an editor whose files all lie in `own`; variables that begin as `foreign` are left out."""
    programs = Path(sys.executable).parent
    assert shutil.which("factlint", path=str(programs)), f"factlint is not installed in {programs}"
    return {
        # Those of an editor in whose terminal the tests may run would lead this one astray.
        **{name: value for name, value in os.environ.items() if not name.startswith(foreign or ("\0",))},
        **{f"XDG_{kind}_HOME": str(own / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        **more,
    }
