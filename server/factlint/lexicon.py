"""A language's words as data: what `rules/lexicon/<language>/*.toml` hold, made ready for look-ups."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# What the files that are read here may hold. Files not named here are kept as they are, in `Lexicon.tables`.
_TABLES = {
    "countries": {"country"},
    "ranks": {"rank"},
    "honorifics": {"titles", "name_parts", "suffixes", "particles"},
    "offices": {"office", "portfolios", "qualifiers", "professions"},
    "organisations": {"heads"},
    "places": {"heads", "cities", "regions", "waters"},
    "speech": {"verbs"},
    "words": {"function", "common"},
    "abbreviations": {"abbreviations"},
    "given_names": {"groups", "forms"},
}
# The word lists of grammar.toml; "endings" is a table beside them.
_GRAMMAR = (
    "copulas",
    "past_copulas",
    "determiners",
    "office_of",
    "office_fillers",
    "name_joiners",
    "articles",
    "acronym_joiners",
    "name_endings",
)
_TABLES["grammar"] = {*_GRAMMAR, "endings"}
_DAYS = ("months", "weekdays")
_KEYS: Mapping[str, Mapping[str, type]] = {
    "country": {"name": str, "other": list, "people": list, "capital": str},
    "rank": {"name": str, "short": list, "broader": list},
    "office": {"name": str, "other": list, "sole": bool},
}
_KINDS = {str: "a text", list: "a list", dict: "a table", bool: "true or false"}


class LexiconError(ValueError):
    """A lexicon file that lacks a table or holds one of the wrong shape; the message names file and table."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its usual name, and its capital where it has one."""

    name: str
    capital: str | None


@dataclass(frozen=True, slots=True)
class Rank:
    """A military or police rank; `broader` names every rank that it is one of ("general" of "major general")."""

    name: str
    broader: frozenset[str]


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """The head word of an office ("minister"); `sole` where a country or body has one holder at a time."""

    name: str
    sole: bool


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language's tables, each from a lower-case surface form to what it stands for.

    Surface forms have single spaces and no full stops ("Brig. Gen." is found under "brig gen").
    """

    language: str
    countries: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    places: Mapping[str, str]
    ranks: Mapping[str, Rank]
    offices: Mapping[str, OfficeHead]
    portfolios: Mapping[str, str]
    qualifiers: Mapping[str, str]
    honorifics: frozenset[str]
    name_parts: frozenset[str]
    name_suffixes: frozenset[str]
    particles: frozenset[str]
    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    speech_verbs: frozenset[str]
    cues: Mapping[str, frozenset[str]]
    function_words: frozenset[str]
    common_words: frozenset[str]
    abbreviations: frozenset[str]
    given_names: Mapping[str, frozenset[str]]
    grammar: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def capitals(self) -> Mapping[str, Country]:
        """Lower-case names of capitals, each with its country."""
        return {surface(c.capital): c for c in self.countries.values() if c.capital}

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words of all surface forms of several words' tables, so that other words are passed over fast."""
        tables = (
            self.countries,
            self.demonyms,
            self.places,
            self.capitals,
            self.ranks,
            self.offices,
            self.portfolios,
            self.qualifiers,
        )
        return frozenset(form.split(" ", 1)[0] for table in tables for form in table)

    @cached_property
    def loose_words(self) -> frozenset[str]:
        """Words that a name may have or lack: honorifics within it, particles, suffixes."""
        return self.name_parts | self.honorifics | self.particles | self.name_suffixes

    @cached_property
    def short_ranks(self) -> Mapping[str, str]:
        """The first short form of each rank that has one, as newspapers write it ("Brig. Gen."), by the rank's name."""
        entries = self.tables.get("ranks", {}).get("rank", [])
        return {entry["name"]: entry["short"][0] for entry in entries if entry.get("short")}

    @cached_property
    def calendar_words(self) -> frozenset[str]:
        """Lower-case names of months and weekdays, and those of their short forms that are no other word ("sept")."""
        calendar = self.tables.get("calendar", {})
        spelled = [[surface(form) for form in forms] for table in _DAYS for forms in calendar.get(table, {}).values()]
        full = {forms[0] for forms in spelled}
        return frozenset(full | {form for forms in spelled for form in forms if not self._is_other_word(form)})

    def _is_other_word(self, word: str) -> bool:
        return word in self.given_names or word in self.common_words or word in self.function_words


def surface(text: str) -> str:
    """The form under which a lexicon lists `text`: lower case, single spaces, no full stops."""
    return " ".join(text.casefold().replace(".", "").split())


def parse(language: str, files: Mapping[str, Sequence[str]]) -> Lexicon:
    """The lexicon of a language from the TOML texts of its files, by file name without ".toml".

    A file may come in several texts: later ones extend the tables of earlier ones, and win where both say
    something of one form. A missing file leaves its tables empty. Raises LexiconError.
    """
    read = _Files({stem: _merged(stem, texts) for stem, texts in files.items()})
    _check_calendar(read)
    _check_numbers(read)
    countries, demonyms = _countries(read)
    return Lexicon(
        language=language,
        countries=countries,
        demonyms=demonyms,
        places=_places(read),
        ranks=_ranks(read),
        offices=_offices(read),
        portfolios=_portfolios(read),
        qualifiers={form: name for name, forms in read.lists("offices", "qualifiers") for form in _surfaces(forms)},
        honorifics=frozenset(_surfaces(read.strings("honorifics", "titles"))),
        name_parts=frozenset(read.words("honorifics", "name_parts")),
        name_suffixes=frozenset(_surfaces(read.strings("honorifics", "suffixes"))),
        particles=frozenset(read.words("honorifics", "particles")),
        organisation_heads=frozenset(read.words("organisations", "heads")),
        place_heads=frozenset(read.words("places", "heads")),
        speech_verbs=frozenset(read.words("speech", "verbs")),
        cues={kind: frozenset(_surfaces(read.strings("stance", kind))) for kind in read.tables.get("stance", {})},
        function_words=frozenset(_surfaces(read.words("words", "function"))),
        common_words=frozenset(read.words("words", "common")),
        abbreviations=_abbreviations(read),
        given_names=_given_names(read),
        grammar={table: frozenset(read.strings("grammar", table)) for table in _GRAMMAR},
        endings=_endings(read),
        tables=MappingProxyType(read.tables),
    )


def _merged(stem: str, texts: Sequence[str]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for text in texts:
        try:
            merged = _extended(merged, tomllib.loads(text), stem, stem)
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{stem}.toml is not valid TOML: {error}") from error
    unknown = sorted(set(merged) - _TABLES.get(stem, set(merged)))
    if unknown:
        raise LexiconError(f"{stem}.toml has the unknown table “{unknown[0]}”; it can have {_listed(_TABLES[stem])}")
    return merged


def _extended(first: Mapping[str, Any], further: Mapping[str, Any], stem: str, table: str) -> dict[str, Any]:
    """Both tables in one: lists run on, tables within are extended, single values are replaced."""
    result = dict(first)
    for key, value in further.items():
        old = result.get(key)
        if old is not None and isinstance(old, list | dict) and type(old) is not type(value):
            raise LexiconError(f"{stem}.toml, table “{table}”: “{key}” should be {_kind(old)}, not {_kind(value)}")
        if isinstance(old, list):
            result[key] = [*old, *value]
        elif isinstance(old, dict):
            result[key] = _extended(old, value, stem, key)
        else:
            result[key] = value
    return result


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a single value")


@dataclass(frozen=True, slots=True)
class _Files:
    """The merged tables by file; each method is one shape that a table can have, and raises LexiconError."""

    tables: dict[str, dict[str, Any]]

    def strings(self, stem: str, table: str) -> Sequence[str]:
        """A list of texts."""
        return _strings(stem, table, self.tables.get(stem, {}).get(table, []))

    def words(self, stem: str, table: str) -> Iterator[str]:
        """A list of texts, each several lower-case words parted by white space."""
        return (word for line in self.strings(stem, table) for word in line.split())

    def lists(self, stem: str, table: str) -> Iterator[tuple[str, Sequence[str]]]:
        """A table of lists of texts."""
        value = self.tables.get(stem, {}).get(table, {})
        if not isinstance(value, dict):
            raise LexiconError(f"{stem}.toml: “{table}” should be a table of lists")
        return ((key, _strings(stem, f"{table}.{key}", forms)) for key, forms in value.items())

    def entries(self, stem: str, table: str) -> Sequence[Mapping[str, Any]]:
        """A list of tables, each with a name."""
        value = self.tables.get(stem, {}).get(table, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise LexiconError(f"{stem}.toml: “{table}” should be a list of tables")
        for entry in value:
            _check_entry(stem, table, entry)
        return value


def _check_entry(stem: str, table: str, entry: Mapping[str, Any]) -> None:
    where = f"{stem}.toml, table “{table}”"
    if not str(entry.get("name", "")).strip():
        raise LexiconError(f"{where}: an entry has no “name”")
    for key, value in entry.items():
        kind = _KEYS[table].get(key)
        if kind is None:
            raise LexiconError(
                f"{where}: “{entry['name']}” has the unknown key “{key}”; it can have {_listed(_KEYS[table])}"
            )
        if not isinstance(value, kind):
            raise LexiconError(f"{where}: “{key}” of “{entry['name']}” should be {_KINDS[kind]}")
        if isinstance(value, list):
            _strings(stem, f"{table}.{key}", value)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _strings(stem: str, table: str, value: object) -> Sequence[str]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise LexiconError(f"{stem}.toml: “{table}” should be a list of texts, none of them empty")
    return value


def _surfaces(forms: Iterable[str]) -> Iterator[str]:
    """The surface forms of texts; one with an apostrophe comes with the typographic apostrophe too."""
    for form in forms:
        key = surface(form)
        yield key
        if "'" in key:
            yield key.replace("'", "’")


def _endings(read: _Files) -> dict[str, tuple[str, ...]]:
    """Each ending with what the stem may have lost before it, longest ending first."""
    found = {ending: tuple(lost.strip("-") for lost in losses) for ending, losses in read.lists("grammar", "endings")}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _countries(read: _Files) -> tuple[dict[str, Country], dict[str, Country]]:
    entries = read.entries("countries", "country")
    capitals = {entry["name"]: entry["capital"] for entry in entries if "capital" in entry}
    names: dict[str, Country] = {}
    peoples: dict[str, Country] = {}
    for entry in entries:
        country = Country(entry["name"], capitals.get(entry["name"]))
        names.update(dict.fromkeys(_surfaces([country.name, *entry.get("other", [])]), country))
        peoples.update(dict.fromkeys(_surfaces(entry.get("people", [])), country))
    return names, peoples


def _places(read: _Files) -> dict[str, str]:
    """The places of the file, and the capitals of countries."""
    written = [entry["capital"] for entry in read.entries("countries", "country") if "capital" in entry]
    written += [name for table in ("cities", "regions", "waters") for name in read.strings("places", table)]
    return {form: name for name in written for form in _surfaces([name])}


def _ranks(read: _Files) -> dict[str, Rank]:
    entries = read.entries("ranks", "rank")
    broader: dict[str, set[str]] = {}
    for entry in entries:
        broader.setdefault(entry["name"], set()).update(entry.get("broader", []))
    for name, directly in broader.items():
        for missing in sorted(directly - broader.keys()):
            raise LexiconError(
                f"ranks.toml, table “rank”: “{name}” has the broader rank “{missing}”, which is not listed"
            )
    ranks = {}
    for entry in entries:
        name = entry["name"]
        rank = Rank(name, _closure(name, broader))
        ranks.update(dict.fromkeys(_surfaces(_hyphenated([name, *entry.get("short", [])])), rank))
    return ranks


def _hyphenated(forms: Iterable[str]) -> Iterator[str]:
    """Each form, and with hyphens for its spaces."""
    for form in forms:
        yield form
        if " " in form:
            yield form.replace(" ", "-")


def _closure(name: str, broader: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(broader[name])
    while waiting:
        rank = waiting.pop()
        if rank not in found and rank != name:
            found.add(rank)
            waiting.extend(broader[rank])
    return frozenset(found)


def _offices(read: _Files) -> dict[str, OfficeHead]:
    entries = read.entries("offices", "office")
    sole = {entry["name"]: bool(entry["sole"]) for entry in entries if "sole" in entry}
    return {
        form: OfficeHead(entry["name"], sole.get(entry["name"], False))
        for entry in entries
        for form in _surfaces([entry["name"], *entry.get("other", [])])
    }


def _portfolios(read: _Files) -> dict[str, str]:
    return {
        form: canonical
        for canonical, forms in read.lists("offices", "portfolios")
        for form in _surfaces([canonical, *forms])
    }


def _abbreviations(read: _Files) -> frozenset[str]:
    """The words that take a full stop: the file's own, and those so written among ranks, titles and months."""
    forms = [form for entry in read.entries("ranks", "rank") for form in entry.get("short", [])]
    forms += [*read.strings("honorifics", "titles"), *read.strings("honorifics", "suffixes")]
    forms += [form for _, month in read.lists("calendar", "months") for form in month]
    dotted = (surface(word) for form in forms for word in form.split() if word.endswith("."))
    return frozenset(read.words("abbreviations", "abbreviations")) | frozenset(dotted)


def _given_names(read: _Files) -> dict[str, frozenset[str]]:
    names: dict[str, frozenset[str]] = {}
    for group in read.strings("given_names", "groups"):
        spellings = frozenset(group.casefold().split())
        for spelling in spellings:
            names[spelling] = names.get(spelling, frozenset()) | spellings
    return names


def _check_calendar(read: _Files) -> None:
    for table in read.tables.get("calendar", {}):
        for name, forms in read.lists("calendar", table):
            if not forms:
                raise LexiconError(f"calendar.toml: “{table}.{name}” should list at least the full name")


def _check_numbers(read: _Files) -> None:
    for table, values in read.tables.get("numbers", {}).items():
        if not isinstance(values, dict) or not all(isinstance(value, int) for value in values.values()):
            raise LexiconError(f"numbers.toml: “{table}” should be a table of whole numbers")
