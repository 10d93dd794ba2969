"""Which files .gitignore and .factlintignore leave out of a walk through folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factlint.files import FileError, PatternError, Patterns, absolute, read_bytes, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = (".gitignore", ".factlintignore")
_OF_REPOSITORY = Path(".git") / "info" / "exclude"


class IgnoreFiles:
    """The ignore files of the folders between a path and the root of its repository, each read once.

    As in git the deepest file that has a pattern for a path decides, and its last pattern that takes it; of two in one
    folder .factlintignore stands behind .gitignore. Outside a repository only .factlintignore counts.
    """

    def __init__(self) -> None:
        self._levels: dict[Path, tuple[Patterns, ...]] = {}
        self._roots: dict[Path, Path | None] = {}

    def is_ignored(self, path: Path, is_folder: bool) -> bool:
        """True where the path itself is ignored; for its folders one asks on the way. Raises FileError."""
        path = absolute(path)
        for level in self._folders_over(path):
            for patterns in reversed(self._level(level)):
                decided = patterns.decision(path, is_folder)
                if decided is not None:
                    return decided
        return False

    def is_within_ignored(self, path: Path) -> bool:
        """True where a file, or a folder that it lies in, is ignored. Raises FileError."""
        path = absolute(path)
        folders = [folder for folder in self._folders_over(path) if folder != self._root(path.parent)]
        return self.is_ignored(path, is_folder=False) or any(self.is_ignored(each, is_folder=True) for each in folders)

    def _folders_over(self, path: Path) -> Iterator[Path]:
        """The folders over a path up to the root of its repository, nearest first."""
        root = self._root(path.parent)
        for folder in path.parents:
            yield folder
            if folder == root:
                return

    def _root(self, folder: Path) -> Path | None:
        """The root of the repository that a folder lies in; None where it lies in none."""
        if folder not in self._roots:
            over = (folder, *folder.parents)
            self._roots[folder] = next((each for each in over if (each / ".git").exists()), None)
        return self._roots[folder]

    def _level(self, folder: Path) -> tuple[Patterns, ...]:
        if folder not in self._levels:
            self._levels[folder] = tuple(self._read(folder))
        return self._levels[folder]

    def _read(self, folder: Path) -> Iterator[Patterns]:
        is_in_repository = self._root(folder) is not None
        names = _NAMES if is_in_repository else _NAMES[1:]
        files = [folder / name for name in names]
        if folder == self._root(folder):
            files.insert(0, folder / _OF_REPOSITORY)
        for file in files:
            if file.is_file():
                lines = read_bytes(file).decode("utf-8", "replace").splitlines()
                patterns = Patterns(folder, tuple(lines))
                try:
                    _ = patterns.compiled
                except PatternError as error:
                    raise FileError(f"{shown(file)}: {error}") from error
                yield patterns
