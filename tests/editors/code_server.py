"""VS Code in a browser: code-server from npm, in a private folder, with a profile of its own for every start."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from editors.debian import ATTEMPTS, InstallError, private_folder, run

VERSION = "4.139.1"
PATIENCE = 180.0
WRITER = Path(__file__).with_name("spdlog.js")
NPM = ("--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts", "--omit=dev")
SETTINGS = {
    "chat.commandCenter.enabled": False,
    "chat.disableAIFeatures": True,
    "editor.minimap.enabled": False,
    "editor.unusualLineTerminators": "off",
    "extensions.autoCheckUpdates": False,
    "files.autoSave": "off",
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "window.commandCenter": False,
    "workbench.editor.empty.hint": "hidden",
    "workbench.enableExperiments": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}
NEVER_ASKED = {"security.workspace.trust.startupPrompt": "never", "security.workspace.trust.banner": "never"}


def node() -> Path:
    """Node as the tests' own environment has it. Raises InstallError."""
    found = Path(sys.executable).parent / ("node.exe" if sys.platform == "win32" else "node")
    if not found.exists():
        raise InstallError(f"node cannot be started: {found} is not there; make test-editors installs it")
    return found


def install() -> Path:
    """The folder of code-server, fetched unless it is there. Raises InstallError.

    Its compiled parts are not built: what they do (a terminal, a watch over files in C) the tests have no need of, but
    for the one that writes output channels, which has a plain stand-in.
    """
    root = private_folder() / f"code-server-{VERSION}"
    if not root.is_dir():
        _fetch(root)
    shutil.copy(WRITER, root / "node_modules/code-server/lib/vscode/node_modules/@vscode/spdlog/index.js")
    return root


def _fetch(root: Path) -> None:
    work = root.with_name(f"{root.name}.unfinished")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    (work / "package.json").write_text('{"private": true}\n', "utf-8")
    _npm(["install", *NPM, f"code-server@{VERSION}"], work)
    inner = work / "node_modules/code-server/lib/vscode"
    for folder in (inner, inner / "extensions"):
        _npm(["install", *NPM], folder)
    work.rename(root)


def _npm(arguments: list[str], folder: Path) -> None:
    program = node().with_name("npm")
    run("code-server", [str(program), *arguments], ATTEMPTS, cwd=folder, env=_environment())


def _environment(**more: str) -> dict[str, str]:
    path = os.pathsep.join((str(node().parent), os.environ["PATH"]))
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("VSCODE", "ELECTRON"))}
    # No gallery: nothing is looked up outside this machine.
    gallery = json.dumps(dict.fromkeys(("serviceUrl", "itemUrl", "resourceUrlTemplate", "controlUrl"), ""))
    # As from a terminal: else the variables would be those of a login shell.
    return {**outer, "PATH": path, "EXTENSIONS_GALLERY": gallery, "VSCODE_CLI": "1", **more}


class CodeServer:
    """A running VS Code with extensions installed; `own` is the folder for its profile.

    Folders are trusted, unless `trusts` is false: then all are restricted until somebody says that they are trusted.
    """

    def __init__(
        self,
        own: Path,
        extensions: Sequence[Path],
        settings: dict[str, object],
        *,
        trusts: bool = True,
        **environment: str,
    ) -> None:
        self._own = own
        self._environment = _environment(**environment)
        self._port = _free_port()
        asking = {"security.workspace.trust.enabled": not trusts, **NEVER_ASKED}
        for place, told in (("User", {**SETTINGS, **asking}), ("Machine", settings)):
            folder = own / "data" / place
            folder.mkdir(parents=True)
            (folder / "settings.json").write_text(json.dumps(told), "utf-8")
        (own / "config.yaml").write_text(
            f"bind-addr: 127.0.0.1:{self._port}\nauth: none\ncert: false\ndisable-telemetry: true\n"
            "disable-update-check: true\ndisable-getting-started-override: true\n"
            # An extension host ends soon after its window.
            "reconnection-grace-time: 1\n" + ("disable-workspace-trust: true\n" if trusts else ""),
            "utf-8",
        )
        installed = [part for extension in extensions for part in ("--install-extension", str(extension))]
        run("the extension", [*self._command(), *installed], env=self._environment)
        self._log = (own / "server.log").open("w")
        self._process = subprocess.Popen(
            self._command(),
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
        self._await()

    def __enter__(self) -> "CodeServer":
        return self

    def __exit__(self, *_: object) -> None:
        # With all that it has started: its extension hosts outlive it.
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)
        self._log.close()

    def address(self, place: Path, *files: Path) -> str:
        """The address at which a folder or a workspace file is open, with files of it."""
        kind = "folder" if place.is_dir() else "workspace"
        opened = [["openFile", f"vscode-remote://127.0.0.1:{self._port}{file}"] for file in files]
        return f"http://127.0.0.1:{self._port}/?{urlencode({kind: str(place), 'payload': json.dumps(opened)})}"

    def _command(self) -> list[str]:
        entry = install() / "node_modules/code-server/out/node/entry.js"
        places = {"--config": "config.yaml", "--user-data-dir": "data", "--extensions-dir": "extensions"}
        flags = [part for flag, name in places.items() for part in (flag, str(self._own / name))]
        return [str(node()), str(entry), *flags]

    def _await(self) -> None:
        """Returns once the server answers."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._port), 1):
                return
            time.sleep(0.05)
        raise InstallError(f"VS Code did not start: {(self._own / 'server.log').read_text('utf-8')}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
