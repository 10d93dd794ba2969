import pytest

import desk
from factlint.checks.unsupported_word import contrasts_of
from factlint.values.contrast import calling, is_form_of


@pytest.mark.parametrize("word", ["rise", "rises", "rising", "swapping", "widely"])
def test_endings_make_forms_of_a_word(word):
    listed = {"rise": "rise", "rises": "rise", "rising": "rise", "swapping": "swap", "widely": "wide"}[word]
    assert is_form_of(word, listed)


@pytest.mark.parametrize(("word", "listed"), [("identity", "identical"), ("riser", "rise"), ("supporters", "support")])
def test_another_word_of_one_stem_is_no_form(word, listed):
    assert not is_form_of(word, listed)


def test_a_word_has_its_opposites_and_what_says_the_same():
    sides = contrasts_of(desk.english()).of("rising")
    assert "fall" in sides.others
    assert "climb" in sides.alike
    assert not sides.others & sides.alike


def test_a_compound_has_the_opposite_of_one_part():
    assert "short-term" in contrasts_of(desk.english()).of("long-term").others


def test_no_word_rules_itself_out():
    listed = contrasts_of(desk.english()).by_stem
    assert [word for forms in listed.values() for word, sides in forms.items() if word in sides.others] == []


def test_a_calling_is_told_in_the_singular():
    assert calling("directors", desk.english()) == calling("director", desk.english()) == "director"
    assert calling("violinists", desk.english()) == "violinist"
    assert calling("table", desk.english()) == ""
