"""What an index knows of the sources."""

import desk
from factlint.model import Slot
from factlint.values.name import Name

SOURCES = [
    "President Ebrahim Raisi spoke. Raisi left.",
    "President Seyed Ebrahim Rayeesi spoke.",
    "Ebrahim Raisi was tired. Another Raisi slept.",
]


def test_spellings_of_one_person_are_one_entity_and_most_sources_decide():
    [person] = desk.index(SOURCES).named(Name(("Raisi",)))
    assert [(usage.written, len(usage.documents)) for usage in person.spellings("raisi")] == [
        ("Raisi", 2),
        ("Rayeesi", 1),
    ]
    assert str(person.name) == "Ebrahim Raisi"


def test_offices_are_known_of_the_person():
    [person] = desk.index(SOURCES).named(Name(("Ebrahim", "Raisi")))
    assert {fact.statement.value.head.name for fact in person.of(Slot.OFFICE)} == {"president"}


def test_people_who_share_a_surname_stay_apart():
    index = desk.index(["Anne Larsen met Peter Larsen.", "Larsen laughed."])
    assert sorted(str(entity.name) for entity in index.entities) == ["Anne Larsen", "Larsen", "Peter Larsen"]


def test_names_that_a_source_corrects_are_no_spelling_of_it():
    index = desk.index(["Correction: we misspelled the name of Anne Larsen as Anne Larssen."])
    assert index.entities == ()


def test_rare_words_weigh_more():
    index = desk.index(["In 2011 the war began. In 2012 the war spread. In 2013 the bridge fell."])
    assert index.uncommonness("bridg") > index.uncommonness("war")


def test_no_sources_say_nothing():
    assert desk.index([]).entities == ()
