"""When two full names are one person's."""

import pytest

import desk
from factlint.identity import fold, is_same_person, surname


def same(mine, theirs):
    return is_same_person(mine.split(), theirs.split(), desk.english())


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Ebrahim Raisi", "Seyed Ebrahim Rayeesi"),
        ("Mohammad Baqeri", "Mohammad Hossein Baqeri"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Lyndon Johnson", "Lyndon B Johnson"),
        ("Lyndon Baines Johnson", "Lyndon B Johnson"),
        ("Clint Murchison Jr", "Clint Murchison"),
    ],
)
def test_one_person(mine, theirs):
    assert same(mine, theirs)
    assert same(theirs, mine)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Mahmoud Abbas", "Ali Mahmoud Abbas"),
        ("Hassan Salami", "Hossein Salami"),
        ("Anwar Ibrahim", "Abdul Karim Mahmoud Ibrahim"),
        ("Ali Bagheri Kani", "Mohammad Baqeri"),
        ("John F Kennedy", "Robert F Kennedy"),
    ],
)
def test_two_people(mine, theirs):
    assert not same(mine, theirs)


def test_folding_keeps_marks_and_drops_the_article():
    assert (fold("al-Assad"), fold("Brâncuși"), fold("O’Neill")) == ("assad", "brâncuși", "o'neill")


def test_surname_is_no_suffix():
    assert surname(["Martin", "King", "Jr"], desk.english()) == "king"
