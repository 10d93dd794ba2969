"""What an index knows of the sources."""

import desk
from factlint.index import build
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


def shown(index):
    """Who an index knows, under which names, from how many passages."""
    return [(list(map(str, one.forms)), len(one.names), len(one.facts)) for one in index.entities]


def test_an_index_that_follows_another_knows_what_a_new_one_would():
    texts = [
        *SOURCES,
        "Minister Jon Harlow met Ada Brandt of Port Hollin.",
        "John Harlow, the minister, left Port Hollin with Brandt.",
        "Ada Brand spoke in Marwick.",
    ]
    accounts = [desk.account(text, f"seeds/{number}.txt") for number, text in enumerate(texts)]
    index = build(accounts)
    changes = ("Ada Brandt resigned.", "Jon Harlowe came. Jon Harlow went.", "Seyed Ebrahim Raisi came.", "")
    for number, text in enumerate(changes):
        accounts[number + 1] = desk.account(text, f"seeds/{number + 1}.txt")
        index = build(accounts, index)
        assert shown(index) == shown(build(accounts))


def test_what_no_change_of_a_source_touches_stays_the_same_thing():
    accounts = [desk.account(text, f"seeds/{number}.txt") for number, text in enumerate(SOURCES)]
    before = build([*accounts, desk.account("Ada Brandt spoke.", "seeds/new.txt")])
    after = build([*accounts, desk.account("Ada Brandt was silent.", "seeds/new.txt")], before)
    raisi, brandt = Name(("Ebrahim", "Raisi")), Name(("Ada", "Brandt"))
    assert after.named(raisi)[0] is before.named(raisi)[0]
    assert after.named(brandt)[0] is not before.named(brandt)[0]


def test_only_sources_that_may_have_the_words_are_looked_through():
    index = desk.index(["The lock gate stood open.", "The gate was shut.", "The lock keeper slept by the gate."])
    assert [text.document.path for text in index.texts_with(["lock", "gate"])] == ["seeds/0.txt", "seeds/2.txt"]
    assert [text.document.path for text in index.texts_with(["lock", "was", "gate"], 1)] == [
        f"seeds/{number}.txt" for number in range(3)
    ]
    assert not list(index.texts_with(["weir"]))
