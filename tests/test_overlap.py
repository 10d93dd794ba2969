"""What two passages share, and why they are taken to be about the same thing."""

import random

import desk
from factlint.dated import dates_of
from factlint.overlap import Passage, overlap, shared, weight_in
from factlint.same_event import alike
from factlint.sentences import sentences_of, tellings

INDEX = desk.index(
    [
        "The Hollin viaduct opened in 1934. Trains crossed the river. Trains carried coal. Trains carried slate.",
        "The museum bought 12 looms. Trains stopped near the museum.",
    ]
)


def test_a_rare_word_tells_more_than_a_common_one():
    rare, common = shared(frozenset({"viaduct"}), INDEX), shared(frozenset({"train"}), INDEX)
    assert rare.weight > common.weight > 0


def test_a_word_of_the_sentences_around_tells_half_as_much():
    word = frozenset({"viaduct"})
    inside, around = Passage(word, around=word), Passage(frozenset(), around=word)
    assert overlap(around, inside, INDEX).total * 2 == overlap(inside, inside, INDEX).total


def test_small_numbers_tell_nothing():
    assert shared(frozenset({"12"}), INDEX).words == 0


def test_what_else_stands_beside_both_counts_but_is_no_part_of_the_sentence():
    words = Passage(frozenset({"viaduct", "bridg"}))
    bare, tied = (overlap(words, words, INDEX, ties) for ties in (0.0, 1.0))
    assert (tied.total - bare.total, tied.share - bare.share) == (1.0, 0.0)


def test_sentences_that_say_the_same_in_other_words_share_most_of_what_they_tell():
    [draft] = sentences_of(desk.account("In 1934 the viaduct at Hollin was opened."))
    likest = tellings(draft, INDEX)[0].overlap
    assert likest.is_same
    assert likest.share == 1.0


def test_the_score_explains_itself_by_its_parts_and_their_words_the_most_telling_first():
    [mine] = dates_of(desk.account("Trains were few when the Hollin viaduct opened on 3 May 1936."))
    explained = alike(mine, INDEX)[0].overlap.explain(INDEX)
    assert explained.splitlines() == [
        "4.00 in all, 88% of the sentence",
        "shared 2.00: hollin 1.00, open 0.50, viaduct 0.50",
        "nearest 2.00: hollin 1.00, open 0.50, viaduct 0.50",
    ]


def test_the_order_in_which_words_are_added_up_decides_nothing():
    words = sorted({each for scanned in INDEX.accounts[0].scans for stems in scanned.stems for each in stems})
    orders = (random.Random(seed).sample(words, len(words)) for seed in range(50))
    assert {weight_in(order, INDEX) for order in orders} == {weight_in(words, INDEX)}
