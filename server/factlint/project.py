"""A project: configuration, rules, lexica and stories, opened once and asked by every front end."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from factlint import decisions, files
from factlint.aliases import read_as
from factlint.case import Case
from factlint.checks import problem_with
from factlint.config import DEFAULT_RULES, Config, ConfigError, candidates, find, without_file
from factlint.draft_report import Report
from factlint.files import Patterns, absolute, identity, shown
from factlint.identify import go_on
from factlint.ignore_files import IgnoreFiles
from factlint.model import Settings
from factlint.recheck import judged, rejudged
from factlint.rule import RuleError
from factlint.rulebook import Rulebook
from factlint.selection import chosen, named, near, severities
from factlint.stories import Rejected, Shelf, Stories, Story
from factlint.suppression import suppress

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from factlint.decisions import Decisions
    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.recheck import Judged
    from factlint.rule import Rule
    from factlint.stories import Progress
    from factlint.text import Document


# Files, each with the time of its last change and its size.
_Stamps: TypeAlias = "frozenset[tuple[Path, int, int]]"


class Choice(Struct, frozen=True):
    """What a front end asks for beside the configuration.

    `sources` stand in place of all configured ones; `config` is false where configuration files are to be left
    alone, and what people have decided beside them; `select` replaces the configured choice of rules, `ignore` adds to
    it; `baseline` stands in place of the configured one, and is heeded only where `uses_baseline`.
    """

    sources: tuple[Path, ...] = ()
    config: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    uses_baseline: bool = True

    @property
    def use(self) -> decisions.Use:
        """Which decisions of people are heeded."""
        return decisions.Use(self.config, self.uses_baseline, self.baseline)


class Project(Struct, frozen=True, eq=False, dict=True):
    """What every front end asks: reads drafts, knows the sources of each, and checks them.

    Sources are read when the first draft is checked against them, and kept. Documents are named relative to the
    working folder, which must stay the same: `Path(document.path)` finds the file again.
    """

    start: Path
    choice: Choice
    config: Config
    book: Rulebook
    decisions: Decisions
    lexica: Mapping[str, Lexicon]
    settings: Settings
    shelf: Shelf
    stories: Stories
    opened_from: _Stamps

    @classmethod
    def open(
        cls,
        start: Path,
        *,
        sources: Sequence[Path] = (),
        config: bool = True,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
    ) -> Project:
        """The project of a draft or folder. Raises ConfigError, rule.RuleError or lexicon.LexiconError."""
        choice = Choice(tuple(map(absolute, sources)), config, tuple(select), tuple(ignore))
        return _opened(absolute(start), _config_of(start, choice), choice)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are on, in the order of their ids."""
        return self.book.applied

    @property
    def every_rule(self) -> tuple[Rule, ...]:
        """The rules that there are, in the order of their ids."""
        return self.book.every

    @property
    def baseline_file(self) -> Path:
        """The baseline of the project, whether or not it is there."""
        return decisions.baseline_file(self.config, self.choice.use)

    def read(self, path: Path) -> Document:
        """The document in a file, named relative to the working folder. Raises FileError naming file and reason."""
        return self.shelf.read(path)

    def document(self, path: Path, text: str) -> Document:
        """The document in an editor's unsaved text, read by the suffix of `path`. Raises FileError."""
        return self.shelf.document(path, text)

    def check(self, document: Document, heed: Callable[[], None] = go_on) -> Report:
        """Checks a draft against the sources of its story. Raises SourceError, or FileError for a broken source.

        `heed` is called every few milliseconds; what it raises ends the check.
        """
        account = self.shelf.account(document)
        if account is None:
            return Report((), (self.shelf.unknown_language(document),), None)
        index, settings = self.story_of(Path(document.path)).index, self.settings
        case = Case(read_as(account, settings.aliases), index, settings, heed=heed)
        return self._report(judged(account, case, self.rules))

    def recheck(self, before: Report, document: Document) -> Report:
        """Checks a draft anew that was edited since `before`: at once, and almost always as `check` would.

        Only what the edit changed is judged; what passages far from each other have to do with one another is told as
        before. Where too much has changed it is checked as a whole. Raises what `check` raises.
        """
        last, account = before.judged, self.shelf.account(document)
        if last is None or account is None or not self._is_edit(last, account):
            return self.check(document)
        return self._report(rejudged(last, account, self.rules))

    def _is_edit(self, last: Judged, account: Account) -> bool:
        """True where a draft was judged by the sources and settings that there are now, and can be judged by that."""
        index = self.story_of(Path(account.document.path)).index
        is_same_story = last.case.index is index and last.case.settings is self.settings
        was, now = last.account, account
        is_same_text = was.document.path == now.document.path and was.document.metadata == now.document.metadata
        return is_same_story and is_same_text and was.lexicon is now.lexicon and was.date == now.date

    def _report(self, found: Judged) -> Report:
        document = found.account.document
        left = suppress(found.case, found.findings, self.book)
        decided = self.decisions.judge(left.findings, document, frozenset(rule.id for rule in self.rules))
        ignored = (*left.ignored, *decided.accepted)
        return Report(decided.new, decided.notes, found.case, ignored, decided.known, decided.gone, found)

    def story_of(self, path: Path) -> Story:
        """The story of a draft, without the draft itself. Raises SourceError, or FileError for a broken source."""
        return self.stories.story(self.sources_of(path), path)

    def sources_of(self, path: Path) -> tuple[Path, ...]:
        """The folders and files given as sources of a draft, absolute, whether or not they exist."""
        if self.choice.sources:
            return self.choice.sources
        told = (sources for paths, sources in self._stories if paths.match(path))
        return next(told, _below(self.config.root, self.config.sources))

    def drafts_in(self, start: Path) -> Iterator[Path]:
        """The drafts at a path: the file itself, or those below a folder, without sources, excluded and ignored files.

        Fact sheets of drafts are none. Raises FileError where there is no such path or a folder cannot be opened.
        """
        ignored = IgnoreFiles()
        found = files.draft_files(
            start,
            self._all_sources(),
            lambda path, is_folder: self.is_excluded(path) or ignored.is_ignored(path, is_folder),
        )
        return (path for path in found if not start.is_dir() or not files.is_fact_sheet(path))

    def is_source(self, path: Path) -> bool:
        """True for a file that is, or lies below, what is given as sources."""
        return any(absolute(path).is_relative_to(entry) for entry in self._all_sources())

    @property
    def places(self) -> tuple[Path, ...]:
        """The root, and the folders and files given as sources."""
        return (self.config.root, *self._all_sources())

    def rule_named(self, name: str) -> Rule:
        """The rule of that id, whether it is on or not. Raises ConfigError, which names near ones."""
        found = next((rule for rule in self.every_rule if rule.id == name), None)
        if found is None:
            raise ConfigError(f"unknown rule “{name}”; {near(name, self.every_rule)}")
        return found

    def library(self, draft: Path | None = None) -> Story:
        """All of the sources together, or those of one draft. Raises SourceError, or FileError for a broken source."""
        entries = self.sources_of(draft) if draft else tuple(dict.fromkeys(self._all_sources()))
        return self.stories.story(entries, draft or self.start)

    def story_with(self, source: Path) -> Story | None:
        """The first story that has a file among its sources. Raises SourceError, or FileError for a broken source."""
        groups = (self.choice.sources or self._own_sources(), *(entries for _, entries in self._stories))
        path = absolute(source)
        entries = next((given for given in groups if any(map(path.is_relative_to, given))), None)
        return self.stories.story(entries, self.start) if entries else None

    def is_draft(self, path: Path) -> bool:
        """True where the configuration names the file as a draft, or names none."""
        return not self.config.drafts or self._drafts.match(path)

    def is_excluded(self, path: Path) -> bool:
        """True where the configuration says that a file or folder is not to be checked."""
        return self._excluded.match(path)

    def is_stale(self) -> bool:
        """True where a source, rule, lexicon or configuration file was added, removed or changed since it was read."""
        return self.opened_from != _stamps(self.start, self.config, self.choice) or self.stories.is_stale()

    def renewed(self) -> Project:
        """The project as its files are now, itself where none has changed; what is known of unchanged files is kept.

        Raises what `open` raises.
        """
        if self.opened_from != _stamps(self.start, self.config, self.choice):
            return _opened(self.start, _config_of(self.start, self.choice), self.choice, self)
        if not self.stories.is_stale():
            return self
        return replace(self, stories=self.stories.renewed())

    def steps(self, path: Path) -> Iterator[Progress]:
        """Works out the story of a draft, a source a step; raises nothing."""
        return self.stories.steps(self.sources_of(path), path)

    def is_ready(self, path: Path) -> bool:
        """True where the story of a draft is worked out, or known not to be there."""
        return self.stories.is_known(self.sources_of(path), path)

    def retain(self, drafts: Collection[Path]) -> None:
        """Lets go of what is known for other drafts than these."""
        sources = self.stories.retain([(self.sources_of(path), path) for path in drafts])
        self.shelf.retain((*sources, *drafts))

    def overlaid(self, texts: Mapping[Path, str]) -> Project:
        """The same project where unsaved texts stand for files of the sources, in place of any given before.

        Texts of other files count for nothing; the project itself where nothing changes for the sources.
        """
        given = self._all_sources()
        unsaved = {
            identity(path): text
            for path, text in texts.items()
            if any(absolute(path).is_relative_to(entry) for entry in given)
        }
        return self if unsaved == self.stories.unsaved else replace(self, stories=self.stories.overlaid(unsaved))

    @cached_property
    def _excluded(self) -> Patterns:
        return Patterns(self.config.root, self.config.exclude)

    @cached_property
    def _drafts(self) -> Patterns:
        return Patterns(self.config.root, self.config.drafts)

    @cached_property
    def _stories(self) -> tuple[tuple[Patterns, tuple[Path, ...]], ...]:
        root = self.config.root
        return tuple((Patterns(root, story.paths), _below(root, story.sources)) for story in self.config.stories)

    def _all_sources(self) -> tuple[Path, ...]:
        if self.choice.sources:
            return self.choice.sources
        return (*self._own_sources(), *(entry for _, told in self._stories for entry in told))

    def _own_sources(self) -> tuple[Path, ...]:
        """The project's own sources; beside those of stories, the default folder counts only where it is there."""
        own = _below(self.config.root, self.config.sources)
        is_named = "sources" in self.config.given or not self._stories
        return own if is_named else tuple(entry for entry in own if entry.exists())


class Projects:
    """The projects of many drafts, each opened once: the nearest configuration decides, as `Choice` asks."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._opened: dict[Path | None, Project] = {}

    def of(self, start: Path) -> Project:
        """The project of a draft or folder. Raises ConfigError, rule.RuleError or lexicon.LexiconError."""
        config = _config_of(start, self._choice)
        key = config.file or (None if self._choice.sources else config.root)
        if key not in self._opened:
            self._opened[key] = _opened(absolute(start), config, self._choice)
        return self._opened[key]

    def is_stale(self) -> bool:
        """True where one of the projects is: see `Project.is_stale`."""
        return any(project.is_stale() for project in self._opened.values())


def state_of(start: Path) -> _Stamps:
    """The state of every file that the project of a draft or folder is opened from, even where it cannot be."""
    try:
        return _stamps(start, find(start), Choice())
    except ConfigError:
        return files.stamps(candidates(start))


def _config_of(start: Path, choice: Choice) -> Config:
    return find(start) if choice.config else without_file(start)


def _opened(start: Path, config: Config, choice: Choice, earlier: Project | None = None) -> Project:
    """The project of a configuration; what an earlier one of it knows of its sources is kept where it still holds."""
    opened_from = _stamps(start, config, choice)
    folders = _below(config.root, config.rules)
    for name, folder in zip(config.rules, folders, strict=True):
        if name != DEFAULT_RULES and not folder.is_dir():
            raise ConfigError(f"{named(config)}: “rules” names “{name}”, but there is no such folder")
    rules = _rules(folders)
    shelf = _shelf(config, folders, opened_from, earlier)
    decided = decisions.read(config, choice.use)
    names = frozenset(config.accept) | decided.accepted.names
    settings = Settings(config.prefer, names, severities(config, rules), decided.accepted.spellings)
    book = Rulebook(rules, chosen(rules, config), chosen(rules, config, choice.select, choice.ignore))
    rejected = Rejected(decisions.accepted_file(config), decided.rejections)
    is_kept = earlier is not None and earlier.shelf is shelf
    stories = earlier.stories.renewed(rejected) if earlier and is_kept else Stories(shelf, {}, rejected)
    return Project(start, choice, config, book, decided, shelf.lexica, settings, shelf, stories, opened_from)


def _shelf(config: Config, folders: Sequence[Path], opened_from: _Stamps, earlier: Project | None) -> Shelf:
    """A shelf for what is read with the lexica of these folders: the earlier project's where it uses the same."""
    is_same = earlier is not None and _of_lexica(opened_from, folders) == _of_lexica(
        earlier.opened_from, _below(earlier.config.root, earlier.config.rules)
    )
    lexica = earlier.lexica if earlier and is_same else files.load_lexica(folders)
    language = _language(config, lexica)
    return earlier.shelf if earlier and is_same and earlier.shelf.language == language else Shelf(lexica, language)


def _of_lexica(stamps: _Stamps, folders: Sequence[Path]) -> _Stamps:
    lexica = {path for paths in files.lexicon_files(folders).values() for path in paths}
    return frozenset(stamp for stamp in stamps if stamp[0] in lexica)


def _below(root: Path, names: Sequence[str]) -> tuple[Path, ...]:
    return tuple(absolute(root / name) for name in names)


def _stamps(start: Path, config: Config, choice: Choice) -> _Stamps:
    """The state of every file that a project is opened from."""
    folders = _below(config.root, config.rules)
    lexica = [path for paths in files.lexicon_files(folders).values() for path in paths]
    configured = candidates(start) if choice.config else ()
    decided = decisions.files_of(config, choice.use)
    return files.stamps([*configured, *decided, *files.rule_files(folders).values(), *lexica])


def _rules(folders: Sequence[Path]) -> tuple[Rule, ...]:
    rules = files.load_rules(folders)
    for rule in rules:
        problem = problem_with(rule)
        if problem:
            raise RuleError(f"{shown(files.rule_files(folders)[rule.id])}: {problem}")
    return rules


def _language(config: Config, lexica: Mapping[str, Lexicon]) -> str | None:
    if config.language and config.language not in lexica:
        known = ", ".join(sorted(lexica))
        raise ConfigError(f"{named(config)}: “language” is “{config.language}”, but there are lexica for {known} only")
    return config.language
