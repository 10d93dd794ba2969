"""The TOML files of a language's lexicon: merged, and checked for tables and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factlint import toml
from factlint.lexicon import SPEECH_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

# What the files that are read here may hold. Files not named here are kept as they are, in `Lexicon.tables`.
_TABLES = {
    "countries": {"country"},
    "ranks": {"rank"},
    "honorifics": {"titles", "honour", "letters", "name_parts", "suffixes", "particles"},
    "offices": {
        "office",
        "kin",
        "frames",
        "portfolios",
        "qualifiers",
        "grades",
        "seniorities",
        "actions",
        "professions",
    },
    "organisations": {"heads", "legal_forms"},
    "places": {"heads", "prefixes", "cities", "regions", "waters"},
    "speech": {"verbs", *SPEECH_WORDS},
    "words": {"function", "common"},
    "abbreviations": {"abbreviations"},
    "given_names": {"groups", "forms"},
    "contrasts": {"opposites", "kinds"},
}
# The word lists of grammar.toml; "endings" is a table beside them.
GRAMMAR = (
    "copulas",
    "past_copulas",
    "determiners",
    "office_of",
    "office_fillers",
    "name_joiners",
    "articles",
    "attaching",
    "year_old",
    "years",
    "aged",
    "being",
    "insides",
    "additives",
    "goals",
    "locatives",
    "owners",
    "introducers",
    "acronym_joiners",
    "name_endings",
    "office_adverbs",
    "office_in",
    "office_as",
    "office_joiners",
    "joining_adverbs",
    "auxiliaries",
    "denials",
    "aside_openings",
    "companions",
    "guises",
    "equations",
    "rank_adjectives",
    "rank_additions",
    "passives",
    "appointing",
    "appointments",
    "serving",
    "serving_now",
    "leaving",
    "openings",
    "holding",
    "origins",
    "replacing",
    "posts",
    "subjects",
    "anaphors",
    "objects",
    "thing_relatives",
    "plain_attributes",
    "possessives",
    "relatives",
    "prepositions",
)
_TABLES["grammar"] = {*GRAMMAR, "endings", "plurals"}
_KEYS: Mapping[str, Mapping[str, type]] = {
    "country": {"name": str, "other": list, "people": list, "capital": str},
    "rank": {"name": str, "short": list, "broader": list, "ladder": str},
    "honour": {"name": str, "forms": list, "sex": str, "broader": list, "over": list, "signs": list},
    "letters": {"name": str, "forms": list, "sex": str, "broader": list, "over": list, "signs": list},
    "office": {
        "name": str,
        "other": list,
        "sole": bool,
        "ladder": str,
        "relational": bool,
        "special": bool,
        "calling": bool,
    },
    "kin": {"name": str, "other": list, "broader": list, "inverse": list},
}
_KINDS = {str: "a text", list: "a list", dict: "a table", bool: "true or false"}


class LexiconError(ValueError):
    """A lexicon file that lacks a table or holds one of the wrong shape; the message names file and table."""


def merged(stem: str, texts: Sequence[str], loads: Callable[[str], Mapping[str, Any]] = toml.loads) -> dict[str, Any]:
    """The tables of one file from its texts, later ones extending earlier ones. Raises LexiconError."""
    tables: dict[str, Any] = {}
    for text in texts:
        try:
            further = loads(text)
        except ValueError as error:
            raise LexiconError(f"{stem}.toml is not valid TOML: {error}") from error
        tables = _extended(tables, further, stem, stem)
    unknown = sorted(set(tables) - _TABLES.get(stem, set(tables)))
    if unknown:
        raise LexiconError(f"{stem}.toml has the unknown table “{unknown[0]}”; it can have {_listed(_TABLES[stem])}")
    return tables


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


class LexiconFiles(Struct, frozen=True):
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
    fault = _fault_of(entry, _KEYS[table])
    if fault:
        raise LexiconError(f"{stem}.toml, table “{table}”: {fault}")
    for key, value in entry.items():
        if isinstance(value, list):
            _strings(stem, f"{table}.{key}", value)


def _fault_of(entry: Mapping[str, Any], kinds: Mapping[str, type]) -> str:
    """What is wrong with the keys of an entry; nothing where all is right."""
    if not str(entry.get("name", "")).strip():
        return "an entry has no “name”"
    for key, value in entry.items():
        kind = kinds.get(key)
        if kind is None:
            return f"“{entry['name']}” has the unknown key “{key}”; it can have {_listed(kinds)}"
        if not isinstance(value, kind):
            return f"“{key}” of “{entry['name']}” should be {_KINDS[kind]}"
    return ""


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _strings(stem: str, table: str, value: object) -> Sequence[str]:
    if not isinstance(value, list) or not {str}.issuperset(map(type, value)) or not all(map(str.strip, value)):
        raise LexiconError(f"{stem}.toml: “{table}” should be a list of texts, none of them empty")
    return value
