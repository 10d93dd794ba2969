"""Files: which ones are drafts and sources, how they are named to people, and the rules and lexica on disk."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint import lexicon_parsing, read_ahead, rule
from factlint.lexicon_files import LexiconError
from factlint.read import format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pathspec import GitIgnoreSpec

    from factlint.lexicon import Lexicon
    from factlint.rule import Rule

SUFFIXES = frozenset(
    {
        *(".txt", ".md", ".markdown", ".qmd", ".rmd", ".html", ".htm", ".xhtml", ".rst", ".tex"),
        *(".adoc", ".asciidoc", ".org", ".typ"),
    }
)

_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "CVS"})
_VIRTUAL_ENVIRONMENT_MARK = "pyvenv.cfg"
_LEXICON = "lexicon"
# In so many bytes a page says what has made it.
_HEAD = 1024


class FileError(ValueError):
    """A file or folder that cannot be used; the message names it and says why."""


class PatternError(ValueError):
    """A pattern of paths that is not one; the message quotes it."""


class Patterns(Struct, frozen=True, dict=True):
    """Patterns of paths as in .gitignore, relative to a root folder."""

    root: Path
    texts: tuple[str, ...]

    def match(self, path: Path) -> bool:
        """True where `path` lies below the root and one of the patterns takes it. Raises PatternError."""
        return bool(self.decision(path))

    def decision(self, path: Path, is_folder: bool = False) -> bool | None:
        """True where the last pattern that speaks of `path` takes it, False where that one lets it be ("!keep.md").

        None where no pattern speaks of it. Raises PatternError.
        """
        if not self.texts:
            return None
        try:
            relative = absolute(path).relative_to(self.root)
        except ValueError:
            return None
        return self.compiled.check_file(relative.as_posix() + ("/" if is_folder else "")).include

    @cached_property
    def compiled(self) -> GitIgnoreSpec:
        """The patterns made ready. Raises PatternError for one that is none."""
        from pathspec import GitIgnoreSpec  # noqa: PLC0415  a twentieth of a second that few projects need

        try:
            return GitIgnoreSpec.from_lines(self.texts)
        except ValueError as error:
            raise PatternError(f"not a pattern of paths: {error}") from error


def absolute(path: Path) -> Path:
    """`path` from the root of its file system, without `..`; symbolic links stay as they are written."""
    return Path(os.path.abspath(path))  # noqa: PTH100  Path.resolve would follow links, Path.absolute keeps ".."


def identity(path: Path) -> str:
    """A text that is the same for two paths of one file, whatever links and letter case they are written with."""
    return os.path.normcase(os.path.realpath(path))


def shown(path: Path) -> str:
    """How a path is named to people and programs: relative to the working folder where it lies below it, with `/`."""
    path = absolute(path)
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def require(path: Path) -> None:
    """Raises FileError where there is no such file or folder."""
    if not path.exists():
        raise FileError(f"{shown(path)}: no such file or folder")


def read_bytes(path: Path) -> bytes:
    """What the file holds. Raises FileError where there is none or it cannot be read."""
    try:
        if path.is_dir():
            raise FileError(f"{shown(path)}: a folder, not a file")
        return path.read_bytes()
    except OSError as error:
        raise FileError(f"{shown(path)}: {reason_of(error)}") from error


def reason_of(error: OSError) -> str:
    """Why the system refused, in lower case: "no such file", "permission denied"."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    return (error.strerror or str(error)).lower()


def is_fact_sheet(path: Path) -> bool:
    """True for a page that `factlint sheet` has written: it holds the draft once more, and is none itself."""
    try:
        with path.open("rb") as file:
            begins = file.read(_HEAD)
    except OSError:
        return False
    return begins.startswith(b"# Fact sheet: `") or b'<meta name="generator" content="factlint ' in begins


def is_readable_kind(path: PurePath) -> bool:
    """True for the name of a file that has a reader: by its suffix, or as git names messages of commits."""
    return path.suffix.lower() in SUFFIXES or format_of(path.name) == "git"


def _nothing(_: Path, _is_folder: bool) -> bool:
    return False


def documents_in(folder: Path, is_excluded: Callable[[Path, bool], bool] = _nothing) -> Iterator[Path]:
    """The documents below a folder in the order of their names, as far as their formats have a reader.

    Hidden files, folders of tools (version control, packages, virtual environments) and what `is_excluded`
    takes, which is told whether it is a folder, are left out; links to folders are not followed. Raises FileError
    where a folder cannot be opened.
    """
    for place, folders, names in os.walk(folder, onerror=_refuse):
        here = Path(place)
        folders[:] = sorted(name for name in folders if _is_entered(here / name) and not is_excluded(here / name, True))
        for name in sorted(names):
            path = here / name
            is_document = path.suffix.lower() in SUFFIXES and not name.startswith(".")
            if is_document and path.is_file() and not is_excluded(path, False):
                yield path


def _is_entered(folder: Path) -> bool:
    is_tool = folder.name.startswith(".") or folder.name in _SKIPPED_FOLDERS
    return not is_tool and not (folder / _VIRTUAL_ENVIRONMENT_MARK).exists()


def _refuse(error: OSError) -> None:
    raise FileError(f"{shown(Path(error.filename))}: {reason_of(error)}") from error


def source_files(entries: Iterable[Path]) -> dict[str, Path]:
    """The source documents that folders and files given as sources stand for, each once, by `identity`.

    Raises FileError where an entry does not exist or a folder cannot be opened.
    """
    found: dict[str, Path] = {}
    for entry in map(absolute, entries):
        require(entry)
        for path in documents_in(entry) if entry.is_dir() else [entry]:
            found.setdefault(identity(path), path)
    return found


def draft_files(start: Path, sources: Sequence[Path], is_excluded: Callable[[Path, bool], bool]) -> Iterator[Path]:
    """The drafts that a path given for checking stands for: itself, or the documents below a folder.

    Sources that lie below the folder are no drafts; a folder that is itself one of sources is taken at its word.
    Raises FileError where there is no such path or a folder cannot be opened.
    """
    start = absolute(start)
    if not start.is_dir():
        yield start
        return
    inner = [source for source in map(absolute, sources) if source != start and source.is_relative_to(start)]
    yield from documents_in(start, lambda path, is_folder: path in inner or is_excluded(path, is_folder))


def packaged_rules() -> Path:
    """The folder of the rules that come with factlint: in the installed package, else in the checkout."""
    here = Path(__file__).parent
    installed = here / "rules"
    return installed if installed.is_dir() else here.parent.parent / "rules"


def stamps(paths: Iterable[Path]) -> frozenset[tuple[Path, int, int]]:
    """The files among `paths` that exist, each with the time of its last change (nanoseconds) and its size (bytes)."""
    return frozenset(found for path in paths if (found := _stamp(path)))


def _stamp(path: Path) -> tuple[Path, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return path, status.st_mtime_ns, status.st_size


def tree_stamps(entries: Iterable[Path]) -> frozenset[tuple[str, int, int]]:
    """The state of folders and files given as sources, told as fast as can be: it differs where `source_files` might.

    Every document below them has its path, the time of its last change (nanoseconds) and its size (bytes).
    """
    found: set[tuple[str, int, int]] = set()
    for entry in map(absolute, entries):
        stamp = None if entry.is_dir() else _stamp(entry)
        if stamp:
            found.add((str(stamp[0]), *stamp[1:]))
        _stamp_tree(str(entry), found)
    return frozenset(found)


def _stamp_tree(folder: str, found: set[tuple[str, int, int]]) -> None:
    """Adds what is in a folder and below; a folder that cannot be opened has nothing in it."""
    try:
        with os.scandir(folder) as entries:
            inside = [each for each in entries if not each.name.startswith(".")]
        if any(each.name == _VIRTUAL_ENVIRONMENT_MARK for each in inside):
            return
        for each in inside:
            if each.is_dir(follow_symlinks=False):
                if each.name not in _SKIPPED_FOLDERS:
                    _stamp_tree(each.path, found)
            elif os.path.splitext(each.name)[1].lower() in SUFFIXES:  # noqa: PTH122  a Path for each takes far longer
                stamp = _stamp_of_entry(each)
                if stamp:
                    found.add(stamp)
    except OSError:
        return


def _stamp_of_entry(entry: os.DirEntry[str]) -> tuple[str, int, int] | None:
    try:
        status = entry.stat()
    except OSError:
        return None
    return entry.path, status.st_mtime_ns, status.st_size


def rule_files(folders: Sequence[Path]) -> dict[str, Path]:
    """The packaged rule files and those of a user's folders, by rule id; a later file of that name replaces it."""
    every = (path for folder in (packaged_rules(), *folders) for path in folder.glob("*.toml"))
    return dict(sorted({path.stem: path for path in every}.items()))


def lexicon_files(folders: Sequence[Path]) -> dict[str, list[Path]]:
    """The packaged lexicon files and those of a user's rule folders, by language code, in the order they extend."""
    found: dict[str, list[Path]] = {}
    for folder in (packaged_rules(), *folders):
        for path in sorted(folder.glob(f"{_LEXICON}/*/*.toml")):
            found.setdefault(path.parent.name, []).append(path)
    return found


def load_rules(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """The packaged rules with those of a user's folders, by id. Raises rule.RuleError, which names the file."""
    return tuple(_load_rule(identifier, path) for identifier, path in rule_files(folders).items())


def _load_rule(identifier: str, path: Path) -> Rule:
    try:
        return rule.parse(identifier, _text_of(path), read_ahead.reader())
    except ValueError as error:
        raise rule.RuleError(f"{shown(path)}: {error}") from error


def load_lexica(folders: Sequence[Path] = ()) -> Mapping[str, Lexicon]:
    """The lexica by language code, extended by those of a user's rule folders.

    Raises LexiconError, which names the file or its folder.
    """
    return {language: _load_lexicon(language, paths) for language, paths in lexicon_files(folders).items()}


def _load_lexicon(language: str, paths: Sequence[Path]) -> Lexicon:
    texts: dict[str, list[str]] = {}
    for path in paths:
        try:
            texts.setdefault(path.stem, []).append(_text_of(path))
        except ValueError as error:
            raise LexiconError(f"{shown(path)}: {error}") from error
    try:
        return lexicon_parsing.parse(language, texts, read_ahead.reader())
    except ValueError as error:
        folders = ", ".join(dict.fromkeys(shown(path.parent) for path in paths))
        raise LexiconError(f"{folders}: {error}") from error


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError("not UTF-8 text") from error
    except OSError as error:
        raise ValueError(reason_of(error)) from error
