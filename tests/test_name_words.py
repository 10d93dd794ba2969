"""Which words of names tell what a passage is about."""

import desk
from factlint.name_words import telling_names


def test_a_name_that_all_of_a_few_sources_have_still_tells():
    index = desk.index(["The Hollin viaduct opened.", "The council of Hollin met."])
    assert "hollin" in telling_names(index)


def test_a_name_that_most_of_many_sources_have_tells_nothing():
    index = desk.index([f"The Hollin Gazette praised {name}." for name in ("Brandt", "Larsen", "Okoye", "Ferrand")])
    assert "hollin" not in telling_names(index)
    assert "okoy" in telling_names(index)


def test_a_word_that_sources_write_small_more_often_is_no_name():
    index = desk.index(["Trains Limited sold trains. The trains were old, and other trains were new."])
    assert "train" not in telling_names(index)
