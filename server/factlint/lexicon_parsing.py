"""The lexicon of a language, parsed from the TOML texts of its files."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from factlint import toml
from factlint.lexicon import Country, Honorific, Lexicon, OfficeHead, Rank, surface
from factlint.lexicon_files import GRAMMAR, LexiconError, LexiconFiles, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_Entry = TypeVar("_Entry")
_DAYS = ("months", "weekdays")


def parse(
    language: str, files: Mapping[str, Sequence[str]], loads: Callable[[str], Mapping[str, Any]] = toml.loads
) -> Lexicon:
    """The lexicon of a language from the TOML texts of its files, by file name without ".toml".

    A file may come in several texts: later ones extend the tables of earlier ones, and win where both say
    something of one form. A missing file leaves its tables empty. Raises LexiconError.
    """
    read = LexiconFiles({stem: merged(stem, texts, loads) for stem, texts in files.items()})
    _check_calendar(read)
    _check_numbers(read)
    countries, demonyms = _countries(read)
    plurals = _plurals(read)
    ranks, offices, kin = _ranks(read), _offices(read), _kin(read)
    return Lexicon(
        language=language,
        countries=countries,
        demonyms=demonyms,
        places=_places(read),
        ranks=ranks,
        plural_ranks=_in_plural(ranks, plurals),
        offices=offices,
        plural_offices=_in_plural(offices, plurals),
        office_frames=_frames(read),
        kin=kin,
        plural_kin=_in_plural(kin, plurals),
        portfolios=_portfolios(read),
        qualifiers={form: name for name, forms in read.lists("offices", "qualifiers") for form in _surfaces(forms)},
        grades={form: name for name, forms in read.lists("offices", "grades") for form in _surfaces([name, *forms])},
        seniorities={form: name for name, forms in read.lists("offices", "seniorities") for form in (name, *forms)},
        actions=_actions(read, offices),
        honorifics=frozenset(_surfaces(read.strings("honorifics", "titles"))),
        honours=_honorifics(read, "honour"),
        letters=_honorifics(read, "letters"),
        name_parts=frozenset(read.words("honorifics", "name_parts")),
        name_suffixes=frozenset(_surfaces(read.strings("honorifics", "suffixes"))),
        particles=frozenset(read.words("honorifics", "particles")),
        organisation_heads=frozenset(read.words("organisations", "heads")),
        legal_forms=frozenset(read.words("organisations", "legal_forms")),
        place_heads=frozenset(read.words("places", "heads")),
        place_prefixes=frozenset(read.words("places", "prefixes")),
        speech_verbs=frozenset(read.words("speech", "verbs")),
        cues={kind: frozenset(_surfaces(read.strings("stance", kind))) for kind in read.tables.get("stance", {})},
        function_words=frozenset(_surfaces(read.words("words", "function"))),
        common_words=frozenset(read.words("words", "common")),
        abbreviations=_abbreviations(read),
        given_names=_given_names(read),
        grammar={table: frozenset(read.strings("grammar", table)) for table in GRAMMAR},
        endings=_endings(read),
        tables=MappingProxyType(read.tables),
    )


def _surfaces(forms: Iterable[str]) -> Iterator[str]:
    """The surface forms of texts; one with an apostrophe comes with the typographic apostrophe too."""
    for form in forms:
        key = surface(form)
        yield key
        if "'" in key:
            yield key.replace("'", "’")


def _endings(read: LexiconFiles) -> dict[str, tuple[str, ...]]:
    """Each ending with what the stem may have lost before it, longest ending first."""
    found = {ending: tuple(lost.strip("-") for lost in losses) for ending, losses in read.lists("grammar", "endings")}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _countries(read: LexiconFiles) -> tuple[dict[str, Country], dict[str, Country]]:
    entries = read.entries("countries", "country")
    capitals = {entry["name"]: entry["capital"] for entry in entries if "capital" in entry}
    names: dict[str, Country] = {}
    peoples: dict[str, Country] = {}
    for entry in entries:
        country = Country(entry["name"], capitals.get(entry["name"]))
        names.update(dict.fromkeys(_surfaces([country.name, *entry.get("other", [])]), country))
        peoples.update(dict.fromkeys(_surfaces(entry.get("people", [])), country))
    return names, peoples


def _places(read: LexiconFiles) -> dict[str, str]:
    """The places of the file and the capitals of countries, each with whether it is a city, a region or a water."""
    capitals = [entry["capital"] for entry in read.entries("countries", "country") if "capital" in entry]
    written = {
        "region": read.strings("places", "regions"),
        "water": read.strings("places", "waters"),
        "city": [*read.strings("places", "cities"), *capitals],
    }
    return {form: kind for kind, names in written.items() for form in _surfaces(names)}


def _ranks(read: LexiconFiles) -> dict[str, Rank]:
    entries = read.entries("ranks", "rank")
    broader = _broader(entries, "ranks.toml, table “rank”")
    ranks = {}
    for entry in entries:
        name = entry["name"]
        rank = Rank(name, _closure(name, broader), entry.get("ladder", ""))
        ranks.update(dict.fromkeys(_surfaces(_hyphenated([name, *entry.get("short", [])])), rank))
    return ranks


def _honorifics(read: LexiconFiles, table: str) -> dict[str, Honorific]:
    entries = read.entries("honorifics", table)
    found = {}
    for entry in entries:
        broader, over, signs = (frozenset(entry.get(key, [])) for key in ("broader", "over", "signs"))
        for name, *other in (forms.split(" / ") for forms in entry.get("forms", [])):
            honorific = Honorific(name, entry["name"], entry.get("sex", ""), broader, over, signs)
            found.update(dict.fromkeys(_surfaces([name, *other]), honorific))
    return found


def _broader(entries: Sequence[Mapping[str, Any]], where: str) -> dict[str, set[str]]:
    """The broader names that each entry lists, all of which must be listed themselves."""
    broader: dict[str, set[str]] = {}
    for entry in entries:
        broader.setdefault(entry["name"], set()).update(entry.get("broader", []))
    for name, directly in broader.items():
        for missing in sorted(directly - broader.keys()):
            raise LexiconError(f"{where}: “{name}” has the broader rank “{missing}”, which is not listed")
    return broader


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


def _offices(read: LexiconFiles) -> dict[str, OfficeHead]:
    entries = read.entries("offices", "office")
    merged: dict[str, dict[str, Any]] = {}
    for entry in entries:
        merged.setdefault(entry["name"], {}).update(entry)
    heads = {
        name: OfficeHead(
            name,
            bool(entry.get("sole")),
            ladder=entry.get("ladder", ""),
            is_relational=bool(entry.get("relational")),
            takes_speciality=bool(entry.get("special")),
            is_calling=bool(entry.get("calling")),
        )
        for name, entry in merged.items()
    }
    return {
        form: heads[entry["name"]] for entry in entries for form in _surfaces([entry["name"], *entry.get("other", [])])
    }


def _actions(read: LexiconFiles, offices: Mapping[str, OfficeHead]) -> dict[str, OfficeHead]:
    """The forms of the verbs that say who holds an office ("edits"), each with the office."""
    actions = read.lists("offices", "actions")
    return {form: offices.get(name, OfficeHead(name, sole=False)) for name, forms in actions for form in forms}


def _kin(read: LexiconFiles) -> dict[str, OfficeHead]:
    entries = read.entries("offices", "kin")
    broader = _broader(entries, "offices.toml, table “kin”")
    inverse: dict[str, set[str]] = {}
    for entry in entries:
        inverse.setdefault(entry["name"], set()).update(entry.get("inverse", []))
    found = {}
    for entry in entries:
        wider = _closure(entry["name"], broader)
        back = frozenset().union(*(inverse[name] for name in (entry["name"], *wider)))
        head = OfficeHead(entry["name"], sole=False, broader=wider, is_kin=True, inverse=back)
        found.update(dict.fromkeys(_surfaces(_hyphenated([entry["name"], *entry.get("other", [])])), head))
    return found


def _frames(read: LexiconFiles) -> dict[str, str]:
    """The first word of each frame with its last ("chief ... officer")."""
    return {frame.split()[0]: frame.split()[-1] for frame in _surfaces(read.strings("offices", "frames"))}


def _plurals(read: LexiconFiles) -> dict[str, str]:
    """Each ending with that of its plural, longest ending first; "-" for nothing."""
    found = {ending.strip("-"): forms[0] for ending, forms in read.lists("grammar", "plurals") if forms}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _in_plural(table: Mapping[str, _Entry], plurals: Mapping[str, str]) -> dict[str, _Entry]:
    """The entries under the plurals of their forms: of the last word, and of the first ("ministers of state")."""
    found: dict[str, _Entry] = {}
    lengths = tuple(dict.fromkeys(map(len, plurals)))
    for form, entry in table.items():
        first, _, rest = form.partition(" ")
        found[_in_plural_form(form, plurals, lengths)] = entry
        if rest:
            found[f"{_in_plural_form(first, plurals, lengths)} {rest}"] = entry
    return {form: entry for form, entry in found.items() if form not in table}


def _in_plural_form(word: str, plurals: Mapping[str, str], lengths: Sequence[int]) -> str:
    """The word with the ending of its plural; `lengths` are those that endings have, the longest first."""
    for length in lengths:
        start = len(word) - length
        if start >= 0 and word[start:] in plurals:
            return word[:start] + plurals[word[start:]]
    return word


def _portfolios(read: LexiconFiles) -> dict[str, str]:
    return {
        form: canonical
        for canonical, forms in read.lists("offices", "portfolios")
        for form in _surfaces([canonical, *forms])
    }


def _abbreviations(read: LexiconFiles) -> frozenset[str]:
    """The words that take a full stop: the file's own, and those so written among ranks, titles and months."""
    forms = [form for entry in read.entries("ranks", "rank") for form in entry.get("short", [])]
    forms += [*read.strings("honorifics", "titles"), *read.strings("honorifics", "suffixes")]
    forms += [form for _, month in read.lists("calendar", "months") for form in month]
    dotted = (surface(word) for form in forms for word in form.split() if word.endswith("."))
    return frozenset(read.words("abbreviations", "abbreviations")) | frozenset(dotted)


def _given_names(read: LexiconFiles) -> dict[str, frozenset[str]]:
    names: dict[str, frozenset[str]] = {}
    for group in read.strings("given_names", "groups"):
        spellings = frozenset(group.casefold().split())
        for spelling in spellings:
            names[spelling] = names[spelling] | spellings if spelling in names else spellings
    return names


def _check_calendar(read: LexiconFiles) -> None:
    for table in read.tables.get("calendar", {}):
        for name, forms in read.lists("calendar", table):
            if not forms:
                raise LexiconError(f"calendar.toml: “{table}.{name}” should list at least the full name")


def _check_numbers(read: LexiconFiles) -> None:
    for table, values in read.tables.get("numbers", {}).items():
        if not isinstance(values, dict) or not all(isinstance(value, int) for value in values.values()):
            raise LexiconError(f"numbers.toml: “{table}” should be a table of whole numbers")
