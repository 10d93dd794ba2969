"""A language's words as data: what `rules/lexicon/<language>/*.toml` hold, made ready for look-ups."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAYS = ("months", "weekdays")
# The kinds of small words that stand around a verb of speech.
SPEECH_WORDS = (
    "sources",
    "nouns",
    "clause_openers",
    "adverbs",
    "relaying",
    "asking",
    "phrases",
    "aliases",
    "words_as_words",
    "commenting",
    "another",
    "outlets",
    "credits",
    "pointers",
    "quoting",
)


class Country(Struct, frozen=True):
    """A country: its usual name, and its capital where it has one."""

    name: str
    capital: str | None


class Rank(Struct, frozen=True):
    """A rank; `broader` names every rank that it is one of ("general" of "major general").

    `ladder` names the ranks that it is one rung of, empty for those of forces: a count may be a general too.
    """

    name: str
    broader: frozenset[str]
    ladder: str = ""


class Honorific(Struct, frozen=True):
    """A title before a name or letters behind it that say something of their bearer.

    `sex` is "m" or "f" where only men or women bear it; `broader` names what its bearer is also called ("Dr" of "PhD");
    `over` the kinds of which nobody is given one alone who has this ("courtesy" of "Dr": a doctor is not just "Mrs");
    `signs` are words about its bearer that show it without it ("surgeon").
    """

    name: str
    kind: str
    sex: str = ""
    broader: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()


class OfficeHead(Struct, frozen=True):
    """The head word of an office ("minister") or of a kinship ("niece").

    `sole` where a country or body has one holder at a time; `ladder` names the offices of which one person holds one
    at a time; `is_relational` where the word is an office only with what it is the head of; `takes_speciality` where a
    noun before it tells what it is for ("navigation engineer"); `is_calling` where the word alone is a profession;
    `broader` the kinships that it is one of ("child" of "son"); `inverse` what the other is to such a relative ("uncle"
    and "aunt" of "niece").
    """

    name: str
    sole: bool
    ladder: str = ""
    broader: frozenset[str] = frozenset()
    is_kin: bool = False
    is_relational: bool = False
    takes_speciality: bool = False
    is_calling: bool = False
    inverse: frozenset[str] = frozenset()


class Lexicon(Struct, frozen=True, eq=False, dict=True):
    """One language's tables, each from a lower-case surface form to what it stands for.

    Surface forms have single spaces and no full stops ("Brig. Gen." is found under "brig gen").
    """

    language: str
    countries: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    places: Mapping[str, str]
    ranks: Mapping[str, Rank]
    plural_ranks: Mapping[str, Rank]
    offices: Mapping[str, OfficeHead]
    plural_offices: Mapping[str, OfficeHead]
    office_frames: Mapping[str, str]
    kin: Mapping[str, OfficeHead]
    plural_kin: Mapping[str, OfficeHead]
    portfolios: Mapping[str, str]
    qualifiers: Mapping[str, str]
    grades: Mapping[str, str]
    seniorities: Mapping[str, str]
    actions: Mapping[str, OfficeHead]
    honorifics: frozenset[str]
    honours: Mapping[str, Honorific]
    letters: Mapping[str, Honorific]
    name_parts: frozenset[str]
    name_suffixes: frozenset[str]
    particles: frozenset[str]
    organisation_heads: frozenset[str]
    legal_forms: frozenset[str]
    place_heads: frozenset[str]
    place_prefixes: frozenset[str]
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
    def openings(self) -> Mapping[str, int]:
        """The first words of the surface forms that are looked up in texts, each with the most words of such a form.

        Other words are passed over fast.
        """
        tables = (
            self.countries,
            self.demonyms,
            self.places,
            self.capitals,
            self.ranks,
            self.plural_ranks,
            self.honours,
            self.offices,
            self.plural_offices,
            self.kin,
            self.plural_kin,
            self.portfolios,
            self.qualifiers,
        )
        longest = dict.fromkeys([form for table in tables for form in table if " " not in form], 1)
        for form in (form for table in tables for form in table if " " in form):
            first, words = form.partition(" ")[0], 1 + form.count(" ")
            if words > longest.get(first, 0):
                longest[first] = words
        return longest

    @cached_property
    def country_openings(self) -> frozenset[str]:
        """The first words of countries, their adjectives and capitals."""
        return frozenset(
            form.split(" ", 1)[0] for table in (self.countries, self.demonyms, self.capitals) for form in table
        )

    @cached_property
    def loose_words(self) -> frozenset[str]:
        """Words that a name may have or lack: honorifics within it, particles, suffixes, legal forms."""
        return self.name_parts | self.honorifics | self.particles | self.name_suffixes | self.legal_forms

    @cached_property
    def name_forms(self) -> Mapping[str, frozenset[int]]:
        """Given names, each with the numbers of the groups of names that one person may go by: Robert and Bob."""
        found: dict[str, set[int]] = {}
        for number, group in enumerate(self.tables.get("given_names", {}).get("forms", ())):
            for word in group.split():
                found.setdefault(word, set()).add(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}

    @cached_property
    def professions(self) -> frozenset[str]:
        """Words for what people do that are no offices: violinist, farmer."""
        return frozenset(word for row in self.tables.get("offices", {}).get("professions", ()) for word in row.split())

    @cached_property
    def passed_over(self) -> frozenset[str]:
        """Words of a body's name that make no difference: small ones that an acronym passes over, legal forms."""
        return self.grammar["acronym_joiners"] | self.legal_forms

    @cached_property
    def suffixed_words(self) -> frozenset[str]:
        """Words that may end a name without being it: suffixes, titles that stand behind a name too, legal forms."""
        return self.name_suffixes | self.name_parts | self.legal_forms

    @cached_property
    def speech_words(self) -> Mapping[str, frozenset[str]]:
        """The small words around a verb of speech, by kind."""
        lists = self.tables.get("speech", {})
        return {kind: frozenset(map(surface, lists.get(kind, ()))) for kind in SPEECH_WORDS}

    @cached_property
    def people_nouns(self) -> frozenset[str]:
        """Words for people by office, calling or how they stand to others ("rival")."""
        return self.professions | self.speech_words["commenting"] | self.offices.keys() | self.plural_offices.keys()

    @cached_property
    def short_ranks(self) -> Mapping[str, str]:
        """The first short form of each rank that has one, as newspapers write it ("Brig. Gen."), by the rank's name."""
        entries = self.tables.get("ranks", {}).get("rank", [])
        return {entry["name"]: entry["short"][0] for entry in entries if entry.get("short")}

    @cached_property
    def calendar_words(self) -> frozenset[str]:
        """Lower-case names of months and weekdays, and those of their short forms that are no other word ("sept")."""
        full = {forms[0] for forms in self._calendar_forms}
        return frozenset(full | {form for form in self.short_calendar_words if not self._is_other_word(form)})

    @cached_property
    def short_calendar_words(self) -> frozenset[str]:
        """Lower-case short forms of months and weekdays, without full stops; some are names too ("jan")."""
        return frozenset(form for forms in self._calendar_forms for form in forms[1:])

    @property
    def _calendar_forms(self) -> list[list[str]]:
        calendar = self.tables.get("calendar", {})
        return [[surface(form) for form in forms] for table in _DAYS for forms in calendar.get(table, {}).values()]

    def _is_other_word(self, word: str) -> bool:
        return word in self.given_names or word in self.common_words or word in self.function_words


def surface(text: str) -> str:
    """The form under which a lexicon lists `text`: lower case, single spaces, no full stops."""
    return " ".join(text.casefold().replace(".", "").split())
