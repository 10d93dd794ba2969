"""What a sentence is about, in whatever words it says so."""

from collections import Counter

import pytest

import desk
from factlint.extract.relation import stem


def stems(text):
    account = desk.account(text)
    return account.scans[0].stems[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The mill was purchased.", "The acquisition of the mill."),
        ("Its output dropped.", "Its production has fallen."),
        ("They ratified it.", "Their ratification of it."),
        ("The crew was rescued.", "The sailors were rescued."),
    ],
)
def test_words_that_say_the_same_are_one(first, second):
    assert stems(first) == stems(second)


def test_a_name_is_no_other_word():
    assert "rise" not in stems("They met at Grown Hill.")


def test_no_word_stands_for_two_things():
    lexicon = desk.english()
    groups = lexicon.tables["synonyms"]["groups"]
    counts = Counter(each for group in groups for each in {stem(word, lexicon.language) for word in group.split()})
    assert [word for word, count in counts.items() if count > 1] == []
