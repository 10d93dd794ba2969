"""Decisions of people on disk, beside the configuration: what is accepted and rejected, and the baseline."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factlint import accepted, baseline
from factlint.accepted import Accepted, AcceptedError
from factlint.baseline import Baseline, BaselineError, Parted
from factlint.config import FILE_NAMES, Config, ConfigError
from factlint.files import FileError, absolute, identity, read_bytes, shown
from factlint.writing import write_new, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from factlint.model import Finding
    from factlint.rejection import Rejection
    from factlint.text import Document

# What is factlint's own beside the texts, and never a draft.
OWN_FILES = frozenset({FILE_NAMES[0], accepted.FILE_NAME, baseline.FILE_NAME})


class Use(Struct, frozen=True):
    """Which decisions a run heeds: none of the files where `files` is false, no baseline where `baseline` is false.

    `baseline_file` stands in place of the configured one and the one beside the configuration.
    """

    files: bool = True
    baseline: bool = True
    baseline_file: Path | None = None


class Judged(Struct, frozen=True):
    """The findings of a draft as people have decided on them, and lines to tell about decisions without an object."""

    new: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: int
    notes: tuple[str, ...]


class Decisions(Struct, frozen=True):
    """What people have decided for the texts below `root`."""

    root: Path
    accepted: Accepted = field(default_factory=Accepted)
    baseline: Baseline = field(default_factory=Baseline)

    def judge(self, findings: Sequence[Finding], draft: Document, rules: AbstractSet[str]) -> Judged:
        """Parts the findings of a draft, to which `rules` were applied."""
        path = relative(Path(draft.path), self.root)
        wanted = {entry.fingerprint for entry in self.accepted.findings}
        taken = [found for found in findings if wanted and found.fingerprint in wanted]
        seen = {found.fingerprint for found in taken}
        stale = [
            f"{shown(self.root / accepted.FILE_NAME)}:{entry.line}: accepts a finding that is no more in {draft.path}; "
            "take the entry out"
            for entry in self.accepted.findings
            if entry.path == path and entry.fingerprint not in seen and (not entry.rule or entry.rule in rules)
        ]
        parted: Parted = self.baseline.part([found for found in findings if found not in taken], path, rules)
        return Judged(parted.new, tuple(taken), parted.known, parted.gone, tuple(stale))

    @property
    def rejections(self) -> Mapping[str, tuple[Rejection, ...]]:
        """What is rejected, by `identity` of the source."""
        found: dict[str, list[Rejection]] = {}
        for rejection in self.accepted.rejections:
            found.setdefault(identity(self.root / rejection.source), []).append(rejection)
        return {source: tuple(rejections) for source, rejections in found.items()}


def relative(path: Path, root: Path) -> str:
    """How a file is named in what is decided: relative to the root, with `/`; the same wherever factlint is run."""
    return Path(os.path.relpath(absolute(path), root)).as_posix()


def accepted_file(config: Config) -> Path:
    """The file that says what is accepted and rejected, whether or not it is there."""
    return config.root / accepted.FILE_NAME


def baseline_file(config: Config, use: Use) -> Path:
    """The baseline of a project, whether or not it is there."""
    if use.baseline_file:
        return absolute(use.baseline_file)
    return absolute(config.root / (config.baseline or baseline.FILE_NAME))


def files_of(config: Config, use: Use) -> tuple[Path, ...]:
    """The files that `read` looks for."""
    settled = (accepted_file(config),) if use.files else ()
    known = (baseline_file(config, use),) if use.baseline and (use.files or use.baseline_file) else ()
    return settled + known


def read(config: Config, use: Use) -> Decisions:
    """What is decided for a project. Raises ConfigError for a file that cannot be used."""
    settled = read_accepted(accepted_file(config)) if use.files else Accepted()
    known = _baseline(config, use) if use.baseline and (use.files or use.baseline_file) else Baseline()
    return Decisions(config.root, settled, known)


def read_accepted(file: Path) -> Accepted:
    """What a file accepts and rejects; nothing where it is not there. Raises ConfigError, which names file and line."""
    try:
        return accepted.parse(text_of(file)) if file.exists() else Accepted()
    except AcceptedError as error:
        raise refused(file, error) from error


def refused(file: Path, error: AcceptedError) -> ConfigError:
    """The error for an entry that cannot be used, with its file and line."""
    line = f":{error.line}" if error.line else ""
    return ConfigError(f"{shown(file)}{line}: {error}")


def _baseline(config: Config, use: Use) -> Baseline:
    file = baseline_file(config, use)
    if not file.exists():
        if not use.baseline_file and not config.baseline:
            return Baseline()
        option = f" --baseline {use.baseline_file}" if use.baseline_file else ""
        raise ConfigError(f"{shown(file)}: no such baseline; `factlint baseline{option}` writes it")
    return read_baseline(file)


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file. Raises ConfigError, which names it."""
    try:
        return baseline.parse(text_of(file))
    except BaselineError as error:
        raise ConfigError(f"{shown(file)}: {error}") from error


def write(file: Path, before: bytes | None, text: str) -> None:
    """Puts a text in place of what a file held, None where it was not there. Raises FileError, also if it changed."""
    if before is not None:
        write_whole(file, text.encode(), before)
    elif not write_new(file, text):
        raise FileError(f"{shown(file)}: it was changed meanwhile; run factlint again")


def rewrite(file: Path, change: Callable[[str], str]) -> bool:
    """Changes the text of a file, empty where it is not there; False where it stays as it is.

    Raises ConfigError where it cannot be read, FileError where it cannot be written.
    """
    before = read_bytes(file) if file.exists() else None
    text = text_of(file) if before is not None else ""
    changed = rewritten(file, text, change)
    if changed == text:
        return False
    write(file, before, changed)
    return True


def rewritten(file: Path, text: str, change: Callable[[str], str]) -> str:
    """The text of a file with a change of it. Raises ConfigError, which names the file, where it cannot be read."""
    try:
        return change(text)
    except AcceptedError as error:
        raise refused(file, error) from error


def author() -> str:
    """Who Git says is at work, or nothing."""
    import shutil  # noqa: PLC0415  only where something is decided
    import subprocess  # noqa: PLC0415

    named, git = os.environ.get("GIT_AUTHOR_NAME", ""), shutil.which("git")
    if named or git is None:
        return named
    asked = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, timeout=10, check=False)
    return asked.stdout.strip()


def text_of(file: Path) -> str:
    """The text of a file, with the line ends that it has. Raises ConfigError."""
    try:
        return read_bytes(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: not UTF-8 text; save it as UTF-8") from error
    except FileError as error:
        raise ConfigError(str(error)) from error
