"""Acronyms and the words they stand for."""

import pytest

from factlint.values.acronym import differing, is_related, matched_letters

SMALL = frozenset({"of", "the", "and"})


@pytest.mark.parametrize(
    ("acronym", "words", "share"),
    [
        ("IRGC", "Islamic Revolution Guards Corps", 1.0),
        ("WHO", "World Health Organization", 1.0),
        ("UNDP", "United Nations Development Programme", 1.0),
        ("EU", "North Atlantic", 0.0),
    ],
)
def test_share_of_letters_that_words_explain(acronym, words, share):
    assert matched_letters(acronym, words.split()) == share


@pytest.mark.parametrize(
    ("claim", "fact", "wrong", "right"),
    [
        ("Islamic Resistance Guards Corps", "Islamic Revolution Guards Corps", "Resistance", "Revolution"),
        ("World Trade Group", "World Trade Organization", "Group", "Organization"),
    ],
)
def test_differing_words(claim, fact, wrong, right):
    mine, theirs = claim.split(), fact.split()
    there, here = differing(mine, theirs, SMALL)
    assert ([mine[n] for n in there], [theirs[n] for n in here]) == ([wrong], [right])


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("World Health Organisation", "World Health Organization"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Bank of the West", "Bank of West"),
    ],
)
def test_one_expansion_in_two_spellings(claim, fact):
    assert differing(claim.split(), fact.split(), SMALL) is None


def test_another_body_is_not_related():
    assert not is_related(["Irish", "Republican", "Army"], ["Individual", "Retirement", "Account"])
