"""Lists that have another number of items than is announced."""

import pytest

import desk


def told(draft, path="draft.md"):
    found = desk.findings(["The council met."], draft, path)
    return [(f.rule, f.text, *f.suggestions) for f in found]


@pytest.mark.parametrize(
    ("draft", "found", "right"),
    [
        ("The plan has two aims: peace, bread and work.", "two", "three"),
        ("The plan has 5 aims: peace, bread and work.", "5", "3"),
        ("There are two reasons why the pier closed: the storm, the debt and the new road.", "two", "three"),
        ("Their two sons – Karl, Otto and Emil – left.", "two", "three"),
        ("Their two sons—Karl, Otto and Emil—left.", "two", "three"),
        ("Two steps remain: the vote, the count and the oath.", "Two", "Three"),
    ],
)
def test_a_count_that_a_list_in_the_sentence_belies_is_marked(draft, found, right):
    assert told(draft) == [("miscounted-list", found, right)]


@pytest.mark.parametrize("path", ["draft.md", "draft.txt"])
def test_a_count_that_the_bullets_belie_is_marked(path):
    draft = "The show has two works:\n\n- Dawn over Voss\n- Dusk\n- Noon\n\nIt closes in May.\n"
    assert told(draft, path) == [("miscounted-list", "two", "three")]


def test_items_within_an_item_are_not_counted():
    draft = "There are three options:\n\n- Wait\n  - a day\n  - a week\n- Run\n\n  It is quick.\n\n- Hide\n"
    assert told(draft) == []


def test_a_list_that_goes_on_is_not_too_short():
    assert told("There are three options:\n\n- Wait\n- Run\n\nOr else:\n\n- Hide\n") == []


def test_a_bullet_may_hold_several():
    assert told("It stops in three towns:\n\n- Hamar\n- Moss and Voss\n") == []


@pytest.mark.parametrize(
    "draft",
    [
        "Ingredients for four people:\n\n- flour\n- milk\n- eggs\n",
        "The two clubs:\n\n- The roof leaks.\n- The door jams.\n- The lawn is dry.\n",
        "She asked two colleagues:\n\n- Why?\n- How?\n- When?\n",
        "That is what unites the two parties: fear, greed and habit.",
        "One of the two reasons: money, fame and power.",
        "The two sides agreed on: trade, water and energy.",
        "# Two sisters: love, loss and a letter.",
        "Chapter two: rain, wind and snow.",
        "In three days the cooks made: soup, bread and cake and tea.",
        "Her parents had four children: Anna and the twins.",
        "At least two things were sold: a boat, a mast and a sail.",
    ],
)
def test_a_count_of_something_else_announces_no_list(draft):
    assert told(draft) == []
