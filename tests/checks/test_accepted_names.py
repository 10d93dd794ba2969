"""Names that the user accepts: what an entry holds for, and what it leaves to be checked."""

import pytest

import desk
from factlint.model import Settings

SOURCES = [
    "President Ebrahim Raisi received Major General Lars Holm in Tehran on 4 May 2021.",
    "President Raisi thanked Holm. “We will never forget the help of our true friend Raisi,” Holm said.",
]
ALIAS = Settings(aliases={"Rayeesi": "Raisi"})


def told(draft, settings=None, also=""):
    found = desk.findings(SOURCES, draft, settings=settings or Settings(), also=also)
    return [(each.rule, each.text) for each in found]


def accepted(*names):
    return Settings(accept=frozenset(names))


def test_an_accepted_spelling_is_right_and_still_stands_for_whom_the_sources_name():
    draft = "Brigadier General Lars Hoolm slept. Hoolm dreamt."
    assert [text for _, text in told(draft)] == ["Brigadier General", "Hoolm", "Hoolm"]
    assert told(draft, Settings(aliases={"Hoolm": "Holm"})) == [("wrong-rank", "Brigadier General")]


def test_a_name_quite_unlike_the_sources_one_stands_for_it_too():
    settings = Settings(aliases={"the Hojjat": "Ebrahim Raisi", "Eddie": "Lars Holm"})
    assert told("Brigadier General Eddie slept.") == []
    assert told("Brigadier General Eddie slept.", settings) == [("wrong-rank", "Brigadier General")]


def test_other_words_of_the_name_are_still_checked():
    assert told("President Ebrahem Rayeesi slept.", ALIAS) == [("misspelled-name", "Ebrahem")]


@pytest.mark.parametrize("meant", ["Raisi", "Ebrahim Raisi"])
def test_the_full_name_may_be_given_as_what_is_meant(meant):
    settings = Settings(aliases={"Rayeesi": meant})
    draft = "President Ebrahim Rayeesi slept. PRESIDENT RAYEESI SLEPT. President Rayeesi slept."
    assert told(draft, settings) == []


def test_other_spellings_are_still_marked():
    assert told("President Rayesi slept.", ALIAS) == [("misspelled-name", "Rayesi")]


def test_an_accepted_spelling_beside_the_sources_one_is_no_inconsistency():
    assert told("President Rayeesi slept. President Raisi woke.", ALIAS) == []


def test_an_accepted_spelling_stands_in_quotations():
    draft = "“We will never forget the help of our true friend Rayeesi,” Holm said."
    assert told(draft) == [("altered-quote", "Rayeesi")]
    assert told(draft, ALIAS) == []


def test_an_accepted_spelling_is_no_unknown_name():
    settings = Settings(aliases={"Bobbins": "Lars Holm"})
    assert told("General Bobbins slept.", also="unsupported-name") == [("unsupported-name", "Bobbins")]
    assert told("General Bobbins slept.", settings, also="unsupported-name") == []


@pytest.mark.parametrize(
    ("entry", "name", "holds"),
    [
        ("Rayeesi", "Rayeesi", True),
        ("Rayeesi", "Ebrahim Rayeesi", True),
        ("Rayeesi", "RAYEESI", True),
        ("Rayeesi", "RayeesI", False),
        ("rayeesi", "Rayeesi", False),
        ("RAYEESI", "Rayeesi", False),
        ("Raye", "Rayeesi", False),
        ("Ebrahim Rayeesi", "Ebrahim Rayeesi", True),
        ("Hassan Rayeesi", "Ebrahim Rayeesi", False),
    ],
)
def test_an_entry_holds_for_whole_words_as_they_are_written(entry, name, holds):
    marked = [text for _, text in told(f"President {name} slept.", accepted(entry))]
    assert (marked == []) == holds


@pytest.mark.parametrize(("entry", "name"), [("O'Neil", "O’Neil"), ("O’Neil", "O'Neil"), ("Rémi", "Re\u0301mi")])
def test_apostrophes_and_composed_letters_are_one(entry, name):
    draft = f"Mayor {name} slept."
    assert told(draft, also="unsupported-name") == [("unsupported-name", name)]
    assert told(draft, accepted(entry), also="unsupported-name") == []


def test_an_accepted_full_name_settles_its_surname_where_it_stands_for_the_whole():
    draft = "Jon Doughty slept. Mr Doughty dreamt."
    assert told(draft, also="unsupported-name")
    assert told(draft, accepted("Jon Doughty"), also="unsupported-name") == []


def test_an_accepted_word_leaves_the_other_words_to_be_checked():
    assert told("President Ebrahem Raisi slept.", accepted("Raisi")) == [("misspelled-name", "Ebrahem")]


def test_a_known_person_under_another_given_name_can_be_accepted():
    sources, draft = ["The Danish mayor, Anne Larsen, left."], "The Danish mayor, Grete Larsen, left."
    assert [found.rule for found in desk.findings(sources, draft)] == ["wrong-given-name"]
    assert desk.findings(sources, draft, settings=accepted("Grete Larsen")) == ()
