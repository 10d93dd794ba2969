"""The editors that tests drive, each as the command that starts it; installed into a private folder by the tests.

Run by hand, it prints those commands. Where the system has the editor already, and new enough, that one is taken.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from editors.debian import PATIENCE, InstallError, own_suite, program, unpacked

NEWEST, OLDER = "forky", "trixie"
NEOVIM_AT_LEAST = (0, 11)


@dataclass(frozen=True)
class Program:
    """A command and what has to stand in its environment."""

    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


def neovim() -> Program:
    """Neovim, at least as new as the plugin needs it to work by itself. Raises InstallError."""
    own = shutil.which("nvim")
    if own and _neovim_version([own]) >= NEOVIM_AT_LEAST:
        return Program((own,))
    found = _neovim(NEWEST)
    if _neovim_version(found.command) < NEOVIM_AT_LEAST:
        raise InstallError(f"neovim cannot be installed: {found.command[0]} does not run or is too old")
    return found


def neovim_before() -> Program:
    """Neovim 0.10, for which the plugin has a function to call. Raises InstallError."""
    found = _neovim(OLDER)
    if _neovim_version(found.command)[:2] != (0, 10):
        raise InstallError(f"neovim 0.10 cannot be installed: {found.command[0]} does not run or is another version")
    return found


def emacs() -> Program:
    """Emacs, with Eglot in it. Raises InstallError."""
    root = unpacked("emacs-nox", NEWEST)
    dump = next(root.glob("usr/libexec/emacs/*/*/*.pdmp"))
    share = next(root.glob("usr/share/emacs/[0-9]*"))
    lisp = [folder for folder in sorted((share / "lisp").rglob("*/")) if "obsolete" not in folder.parts]
    places = dict.fromkeys(("EMACSDATA", "EMACSDOC"), str(share / "etc"))
    command = (program(root, "usr/bin/emacs-nox"), f"--dump-file={dump}")
    loaded = os.pathsep.join(map(str, (share / "lisp", *lisp)))
    return Program(command, {**places, "EMACSLOADPATH": loaded, "EMACSPATH": str(dump.parent)})


def helix() -> Program:
    """Helix. Raises InstallError."""
    root = unpacked("hx", NEWEST)
    return Program((program(root, "usr/lib/hx/hx"),), {"HELIX_RUNTIME": str(root / "usr/lib/hx/runtime")})


def inotifywait() -> Program:
    """The program by which Neovim watches folders on Linux. Raises InstallError."""
    return Program((program(unpacked("inotify-tools", NEWEST), "usr/bin/inotifywait"),))


def vim() -> Program:
    """Vim, with ALE in a folder that $ALE names. Raises InstallError."""
    root = unpacked("vim-ale", NEWEST)
    runtime = next(root.glob("usr/share/vim/vim[0-9]*"))
    places = {"VIMRUNTIME": str(runtime), "ALE": str(root / "usr/share/vim-ale")}
    return Program((program(root, "usr/bin/vim.basic"),), places)


def chromium() -> Program:
    """A browser without a window. Raises InstallError."""
    own = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
    if own:
        return Program((own,))
    # Of the system's own suite, so that it runs on the system's C library: it starts itself anew many times.
    root = unpacked("chromium", own_suite())
    folders = [root / "usr/lib/chromium", *root.glob("usr/lib/*-linux-gnu"), *root.glob("lib/*-linux-gnu")]
    fonts = root / "etc/fonts"
    return Program(
        (str(root / "usr/lib/chromium/chromium"),),
        {"LD_LIBRARY_PATH": os.pathsep.join(map(str, folders)), "FONTCONFIG_PATH": str(fonts)},
    )


def _neovim(suite: str) -> Program:
    root = unpacked("neovim", suite)
    return Program((program(root, "usr/bin/nvim"),))


def _neovim_version(command: Sequence[str]) -> tuple[int, ...]:
    """The version, or nothing where it does not run."""
    try:
        said = subprocess.run(
            [*command, "--version"], capture_output=True, text=True, check=True, timeout=PATIENCE
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    match = re.match(r"NVIM v(\d+)\.(\d+)", said)
    return tuple(int(part) for part in match.groups()) if match else ()


if __name__ == "__main__":
    try:
        for editor in (neovim, neovim_before, inotifywait, emacs, helix, vim, chromium):
            print(editor.__name__, *editor().command)
    except InstallError as error:
        sys.exit(str(error))
