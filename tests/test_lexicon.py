"""The lexicon: how its files are read, and that the English one is consistent."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lexicon import Country, Lexicon, OfficeHead, Rank, surface
from factlint.lexicon_files import LexiconError
from factlint.lexicon_parsing import parse

ENGLISH = Path(__file__).parent.parent / "rules" / "lexicon" / "en"


@cache
def english() -> Lexicon:
    return parse("en", {path.stem: [path.read_text("utf-8")] for path in ENGLISH.glob("*.toml")})


def english_table(stem: str, table: str):
    return english().tables[stem][table]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Lt. Gen.", "lt gen"), ("U.S.", "us"), ("  Prime\n Minister ", "prime minister"), ("Straße", "strasse")],
)
def test_a_surface_is_folded_and_has_single_spaces_and_no_full_stops(text, expected):
    assert surface(text) == expected


@given(st.text())
def test_a_surface_is_its_own_surface(text):
    once = surface(text)
    assert "." not in once
    assert surface(once) == once


def test_no_files_give_empty_tables():
    empty = parse("en", {})
    assert empty.language == "en"
    assert not empty.ranks
    assert not empty.cues
    assert not empty.abbreviations
    assert not empty.calendar_words


def test_every_form_of_a_country_and_of_its_people_leads_to_it():
    toml = '[[country]]\nname = "Iran"\nother = ["Islamic Republic of Iran"]\npeople = ["Iranian"]\ncapital = "Tehran"'
    read = parse("en", {"countries": [toml]})
    iran = Country("Iran", "Tehran")
    assert read.countries == {"iran": iran, "islamic republic of iran": iran}
    assert read.demonyms == {"iranian": iran}
    assert read.capitals == {"tehran": iran}
    assert read.places == {"tehran": "city"}


def test_a_name_with_an_apostrophe_is_found_under_either_apostrophe():
    read = parse("en", {"places": ["""cities = ["Xi'an"]"""]})
    assert read.places == {"xi'an": "city", "xi’an": "city"}


def test_a_rank_has_every_broader_rank_of_its_broader_ranks():
    toml = """rank = [
      {name = "general", short = ["Gen."]},
      {name = "brigadier general", short = ["Brig. Gen."], broader = ["general"]},
      {name = "second brigadier general", broader = ["brigadier general"]},
    ]"""
    read = parse("en", {"ranks": [toml]})
    assert read.ranks["gen"] == Rank("general", frozenset())
    assert read.ranks["brig gen"] is read.ranks["brigadier-general"]
    assert read.ranks["second brigadier general"].broader == {"general", "brigadier general"}


def test_ranks_that_are_each_broader_than_the_other_do_not_loop():
    toml = '[[rank]]\nname = "a"\nbroader = ["b"]\n[[rank]]\nname = "b"\nbroader = ["a"]'
    assert parse("en", {"ranks": [toml]}).ranks["a"] == Rank("a", frozenset({"b"}))


def test_offices_share_one_head_under_all_their_names():
    toml = """
    office = [{name = "prime minister", sole = true, other = ["premier"]}, {name = "senator"}]
    [portfolios]
    defense = ["defence"]
    [qualifiers]
    former = ["ex", "one-time"]
    """
    read = parse("en", {"offices": [toml]})
    assert read.offices["premier"] == read.offices["prime minister"] == OfficeHead("prime minister", sole=True)
    assert not read.offices["senator"].sole
    assert read.portfolios == {"defense": "defense", "defence": "defense"}
    assert read.qualifiers == {"ex": "former", "one-time": "former"}


def test_short_forms_written_with_a_full_stop_are_abbreviations():
    read = parse(
        "en",
        {
            "ranks": ['[[rank]]\nname = "brigadier general"\nshort = ["Brig. Gen.", "BrigGen"]'],
            "honorifics": ['titles = ["Mr.", "Sir"]\nsuffixes = ["Jr.", "MP"]'],
            "calendar": ['[months]\nseptember = ["September", "Sept."]'],
            "abbreviations": ['abbreviations = ["inc ltd"]'],
        },
    )
    assert read.abbreviations == {"brig", "gen", "mr", "jr", "sept", "inc", "ltd"}


def test_calendar_words_leave_out_short_forms_that_are_other_words():
    calendar = '[months]\nmay = ["May"]\njanuary = ["January", "Jan."]\n[weekdays]\nsunday = ["Sunday", "Sun."]'
    words = {"words": ['common = ["sun"]\nfunction = ["may"]'], "given_names": ['groups = ["jan yan"]']}
    assert parse("en", {"calendar": [calendar]} | words).calendar_words == {"may", "january", "sunday"}
    assert parse("en", {"calendar": [calendar]}).calendar_words == {"may", "january", "jan", "sunday", "sun"}


def test_a_spelling_of_several_given_names_stands_for_all_of_them():
    read = parse("en", {"given_names": ['groups = ["Jan Yan", "Jan Ian"]']})
    assert read.given_names["jan"] == {"jan", "yan", "ian"}
    assert read.given_names["yan"] == {"jan", "yan"}


def test_each_kind_of_cue_is_a_table():
    assert parse("en", {"stance": ['mistake = ["Misspelled"]\nmention = ["a.k.a."]']}).cues == {
        "mistake": {"misspelled"},
        "mention": {"aka"},
    }


def test_later_texts_extend_earlier_ones():
    first = 'rank = [{name = "general"}]'
    second = 'rank = [{name = "general", short = ["Gen."]}, {name = "army general", broader = ["general"]}]'
    read = parse("en", {"ranks": [first, second], "words": ['common = ["a b"]', 'common = ["c"]']})
    assert set(read.ranks) == {"general", "gen", "army general", "army-general"}
    assert read.common_words == {"a", "b", "c"}
    assert read.tables["words"] == {"common": ["a b", "c"]}


def test_a_later_text_may_add_to_a_country_or_overrule_a_form():
    first = '[[country]]\nname = "Congo"\npeople = ["Congolese"]\ncapital = "Brazzaville"'
    second = '[[country]]\nname = "Zaire"\npeople = ["Congolese"]\n[[country]]\nname = "Congo"\nother = ["Kongo"]'
    read = parse("en", {"countries": [first, second]})
    assert read.countries["kongo"] == Country("Congo", "Brazzaville")
    assert read.demonyms["congolese"].name == "Zaire"


def test_files_of_other_readers_are_kept_as_they_are():
    assert parse("en", {"romanization": ["[classes]\ni = ['ee']"]}).tables["romanization"] == {"classes": {"i": ["ee"]}}


@pytest.mark.parametrize(
    ("stem", "texts", "told"),
    [
        ("ranks", ["rank = "], ["ranks.toml", "not valid TOML"]),
        ("ranks", ["rank = 3"], ["ranks.toml", "“rank”"]),
        ("ranks", ["rank = [{short = ['Gen.']}]"], ["ranks.toml", "“rank”", "“name”"]),
        ("ranks", ["rank = [{name = 'general', shorts = []}]"], ["ranks.toml", "“rank”", "“general”", "“shorts”"]),
        ("ranks", ["rank = [{name = 'general', short = 'Gen.'}]"], ["ranks.toml", "“rank”", "“short”"]),
        ("ranks", ["rank = [{name = 'a', broader = ['b']}]"], ["ranks.toml", "“rank”", "“a”", "“b”"]),
        ("ranks", ["ranks = []"], ["ranks.toml", "“ranks”"]),
        ("countries", ["country = [{name = 'Iran', capital = 3}]"], ["countries.toml", "“country”", "“capital”"]),
        ("offices", ["office = [{name = 'king', sole = 'yes'}]"], ["offices.toml", "“office”", "“sole”"]),
        ("offices", ["portfolios = []"], ["offices.toml", "“portfolios”"]),
        ("offices", ["[qualifiers]\nformer = 'ex'"], ["offices.toml", "“qualifiers.former”"]),
        ("words", ["common = ['able', '']"], ["words.toml", "“common”"]),
        ("words", ["common = ['able']", "common = 'about'"], ["words.toml", "“common”", "a list"]),
        ("calendar", ["[months]\nmay = []"], ["calendar.toml", "“months.may”"]),
        ("numbers", ["[cardinals]\none = 'one'"], ["numbers.toml", "“cardinals”"]),
        ("given_names", ["groups = [1]"], ["given_names.toml", "“groups”"]),
        ("stance", ["mistake = 'wrong'"], ["stance.toml", "“mistake”"]),
    ],
)
def test_an_error_names_the_file_and_the_table(stem, texts, told):
    with pytest.raises(LexiconError) as raised:
        parse("en", {stem: texts})
    for part in told:
        assert part in str(raised.value)


LISTS = [
    ("countries", "country", ("name", "other")),
    ("countries", "country", ("people",)),
    ("ranks", "rank", ("name", "short")),
    ("offices", "office", ("name", "other")),
]


@pytest.mark.parametrize(("stem", "table", "keys"), LISTS)
def test_no_english_form_is_listed_twice(stem, table, keys):
    assert repeated(surface(form) for form in entry_forms(stem, table, keys)) == []


def entry_forms(stem, table, keys):
    for entry in english_table(stem, table):
        for key in keys:
            yield from [entry[key]] if key == "name" else entry.get(key, [])


def repeated(forms):
    return [form for form, count in Counter(forms).items() if count > 1]


@pytest.mark.parametrize(
    ("stem", "table"),
    [
        ("honorifics", "name_parts"),
        ("honorifics", "particles"),
        ("offices", "professions"),
        ("organisations", "heads"),
        ("places", "heads"),
        ("speech", "verbs"),
        ("words", "function"),
        ("words", "common"),
        ("abbreviations", "abbreviations"),
    ],
)
def test_english_word_lists_are_lower_case_without_repetition(stem, table):
    words = " ".join(english_table(stem, table)).split()
    assert repeated(words) == []
    assert [word for word in words if word != surface(word)] == []


def test_english_lists_of_phrases_have_no_repetition():
    for stem, tables in {
        "honorifics": ["titles", "suffixes"],
        "places": ["cities", "regions", "waters"],
        "stance": list(english().cues),
    }.items():
        for table in tables:
            assert repeated(map(surface, english_table(stem, table))) == []


def test_a_portfolio_or_qualifier_stands_for_one_thing():
    for table in ("portfolios", "qualifiers"):
        forms = english_table("offices", table)
        own = list(forms) if table == "portfolios" else []
        assert repeated([*own, *(surface(form) for listed in forms.values() for form in listed)]) == []


def test_function_words_are_no_common_words():
    assert sorted(english().function_words & english().common_words) == []


def test_common_words_are_no_countries_and_no_peoples():
    named = english().countries.keys() | english().demonyms.keys() | english().capitals.keys()
    assert sorted(english().common_words & named) == []


def test_no_form_is_both_a_rank_and_an_office_but_commander():
    assert set(english().ranks) & set(english().offices) == {"commander"}


def test_no_qualifier_is_an_office():
    assert set(english().qualifiers) & set(english().offices) == set()


def test_english_has_twelve_months_and_seven_weekdays_in_order():
    calendar = english().tables["calendar"]
    assert list(calendar["months"])[::3] == ["january", "april", "july", "october"]
    assert len(calendar["months"]) == 12
    assert list(calendar["weekdays"])[::6] == ["monday", "sunday"]
    assert len(calendar["weekdays"]) == 7
    for table in ("months", "weekdays", "seasons"):
        assert all(surface(forms[0]) == name for name, forms in calendar[table].items())


def test_english_number_words_are_unambiguous_in_their_table():
    numbers = english().tables["numbers"]
    assert {"cardinals", "multipliers", "ordinals", "fractions"} <= numbers.keys()
    assert all(word.replace("-", "").isalpha() and word.islower() for table in numbers.values() for word in table)
    assert len(set(numbers["ordinals"].values())) == len(numbers["ordinals"])


@pytest.mark.parametrize(
    ("written", "rank", "broader"),
    [
        ("Brig. Gen.", "brigadier general", {"general"}),
        ("Lt. Col.", "lieutenant colonel", {"colonel"}),
        ("Vice-Admiral", "vice admiral", {"admiral"}),
        ("Air Vice-Marshal", "air vice marshal", {"air marshal", "marshal"}),
        ("Sgt", "sergeant", set()),
    ],
)
def test_english_ranks_are_found_however_they_are_written(written, rank, broader):
    assert english().ranks[surface(written)] == Rank(rank, frozenset(broader))


def test_english_countries_are_found_by_name_people_and_short_form():
    read = english()
    assert read.countries["us"] is read.countries["united states of america"]
    assert read.demonyms["dutch"].name == "Netherlands"
    assert read.capitals["tehran"] == read.demonyms["iranian"] == Country("Iran", "Tehran")
    assert read.countries["côte d’ivoire"] == read.countries["ivory coast"]


def test_british_and_american_words_for_an_office_are_one():
    read = english()
    assert read.offices["chairwoman"] == read.offices["chair"] == OfficeHead("chairman", sole=True)
    assert read.offices["ceo"] == read.offices["chief executive"]
    assert read.offices["advisor"] == read.offices["adviser"]
    assert read.portfolios["defence"] == read.portfolios["national defense"] == "defense"
    assert read.qualifiers["interim"] == "acting"


def test_a_sentence_may_go_on_behind_english_short_forms():
    assert {"mr", "dr", "gen", "lt", "sept", "no", "inc", "jr", "st"} <= english().abbreviations
    assert not {"may", "sat", "sun", "am", "us"} & english().abbreviations


def test_the_cue_kinds_are_those_that_are_asked_for():
    kinds = {"mistake", "mention", "negation", "report", "prohibition", "correction", "retraction"}
    kinds |= {"sic", "name_noun", "name_link", "distinction", "change", "spelling"}
    assert set(english().cues) == kinds
