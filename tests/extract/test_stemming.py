"""Stems are those that Snowball gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.english_stemmer import EnglishStemmer

from factlint.extract.stemming import english_stem
from factlint.files import load_lexica

ENGLISH = load_lexica()["en"]
ENDINGS = "s ies ied sses us ed edly eed eedly ing ingly ational ization fulness ously alli bli li ogist icate ative"
MORE_ENDINGS = "ical ness ful ance ement ment ent ion ism iti ous e l y ly 's ' er ate ive"
OPENINGS = "commun gener inter past univers succ exc inn herr out y by be e a"


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("harvested", "harvest"),
        ("harvests", "harvest"),
        ("dying", "die"),
        ("tied", "tie"),
        ("hopping", "hop"),
        ("hoping", "hope"),
        ("egging", "egg"),
        ("communism", "communism"),
        ("news", "news"),
        ("gas", "gas"),
        ("yellowing", "yellow"),
        ("by", "by"),
        ("", ""),
    ],
)
def test_endings_are_taken_off(word, stem):
    assert english_stem(word) == stem


def test_every_word_of_the_lexicon_has_the_stem_of_snowball():
    words = {*ENGLISH.common_words, *ENGLISH.function_words, *ENGLISH.given_names, *ENGLISH.offices, *ENGLISH.places}
    stemmer = EnglishStemmer()
    assert len(words) > 10_000
    assert {word: english_stem(word) for word in words} == {word: stemmer.stemWord(word) for word in words}


@given(
    st.sampled_from(["", *OPENINGS.split()]),
    st.text(alphabet="aeiouybdglmnprstwx'", max_size=5),
    st.sampled_from(["", *ENDINGS.split(), *MORE_ENDINGS.split()]),
    st.sampled_from(["", *ENDINGS.split(), *MORE_ENDINGS.split()]),
)
def test_what_looks_like_a_word_has_the_stem_of_snowball(opening, middle, ending, further):
    word = opening + middle + ending + further
    assert english_stem(word) == EnglishStemmer().stemWord(word)
