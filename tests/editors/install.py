"""Installs the editors that tests drive, into a private folder beside the system; the tests call it themselves.

Run by hand, it prints how each editor is started. Where the system has the editor already, and new enough, that one is
taken. Otherwise it comes from a newer suite of Debian, fetched from the mirror that this machine's apt uses, with all
that it needs down to the C library, so that nothing of the system is touched and no rights are needed.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

SUITE = "forky"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
ATTEMPTS = 3
PATIENCE = 300.0

NEOVIM_AT_LEAST = (0, 11)


class InstallError(RuntimeError):
    """An editor that cannot be installed; the message says which and why."""


def neovim() -> tuple[str, ...]:
    """The command that starts Neovim, at least as new as the plugin needs it. Raises InstallError."""
    own = shutil.which("nvim")
    if own and _neovim_version([own]) >= NEOVIM_AT_LEAST:
        return (own,)
    root = _unpacked("neovim")
    command = _through_own_loader(root, root / "usr/bin/nvim")
    if _neovim_version(command) < NEOVIM_AT_LEAST:
        raise InstallError(f"neovim cannot be installed: what was unpacked into {root} does not run or is too old")
    return command


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


def _unpacked(package: str) -> Path:
    """The folder into which a package of the newer suite is unpacked with all that it depends on."""
    root = _private_folder() / f"{package}-{SUITE}"
    if root.is_dir():
        return root
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise InstallError(f"{package} cannot be installed: no apt here, and none that is new enough on the PATH")
    work = root.with_name(f"{root.name}.unfinished")
    shutil.rmtree(work, ignore_errors=True)
    tree = work / "tree"
    tree.mkdir(parents=True)
    for archive in _fetched(package, work):
        _run(package, ["dpkg-deb", "--extract", str(archive), str(tree)])
    tree.rename(root)
    shutil.rmtree(work)
    return root


def _private_folder() -> Path:
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "factlint" / "editors"


def _fetched(package: str, work: Path) -> Iterator[Path]:
    """The archives of a package and of its dependencies."""
    lists, archives = work / "lists", work / "archives"
    for folder in (lists, archives):
        (folder / "partial").mkdir(parents=True)
    signed = f"[signed-by={KEYRING}] " if KEYRING.exists() else ""
    sources, status = work / "sources.list", work / "status"
    sources.write_text(f"deb {signed}{_mirror(package)} {SUITE} main\n", "utf-8")
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
    _run(package, [*apt, "--error-on=any", "update"], ATTEMPTS)
    _run(package, [*apt, "--yes", "--download-only", "install", package], ATTEMPTS)
    yield from sorted(archives.glob("*.deb"))


def _mirror(package: str) -> str:
    """The address from which this machine's apt takes its main suite."""
    # Asked in this way, apt answers even where it has never fetched a list.
    said = _run(package, ["apt-get", "--print-uris", "update"])
    own = re.search(r"VERSION_CODENAME=\"?(\w+)", Path("/etc/os-release").read_text("utf-8"))
    match = re.search(rf"'(\S+)/dists/{own[1] if own else SUITE}/InRelease'", said)
    if not match:
        raise InstallError(f"{package} cannot be installed: apt here has no mirror of Debian")
    return match[1]


def _run(package: str, command: Sequence[str], attempts: int = 1) -> str:
    """What a command prints; tried again where it fails, as a network does."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout
    except subprocess.CalledProcessError as error:
        reason = error.stderr.strip() or f"exit status {error.returncode}"
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = str(error)
    if attempts > 1:
        return _run(package, command, attempts - 1)
    raise InstallError(f"{package} cannot be installed: {command[0]} {command[-1]}: {reason}")


def _through_own_loader(root: Path, program: Path) -> tuple[str, ...]:
    """The command that starts a program with the C library that was unpacked with it."""
    loader = next(root.glob("usr/lib/*/ld-linux*.so.*"), None)
    if loader is None:
        raise InstallError(f"{program.name} cannot be started: no loader was unpacked into {root}")
    # To the system the loader is the program that runs, and beside that a program looks for what belongs to it.
    beside = program.with_name(loader.name)
    if not beside.exists():
        shutil.copy(loader, beside)
    return (str(beside), "--library-path", str(loader.parent), "--argv0", str(program), str(program))


if __name__ == "__main__":
    try:
        print(*neovim())
    except InstallError as error:
        sys.exit(str(error))
