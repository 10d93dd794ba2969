"""What the user has settled holds in every rule."""

import pytest

import desk
from factlint.model import Settings

PREFER = Settings(prefer={"Rayeesi": "Raisi"})


def told(sources, draft, settings):
    return [(f.text, f.suggestions[:1]) for f in desk.findings(sources, draft, settings=settings)]


def test_a_preferred_spelling_is_right_even_where_no_source_has_it():
    assert told(["President Ebrahim Rayeesi spoke."], "President Raisi slept.", PREFER) == []


def test_what_the_user_prefers_not_to_write_is_marked_even_where_all_sources_write_it():
    assert told(["President Ebrahim Rayeesi spoke."], "President Rayeesi slept.", PREFER) == [("Rayeesi", ("Raisi",))]


def test_a_misspelling_is_mended_to_the_preferred_spelling():
    sources = ["President Ebrahim Rayeesi spoke.", "Ebrahim Rayeesi left."]
    assert told(sources, "President Rayesi slept.", PREFER) == [("Rayesi", ("Raisi",))]


@pytest.mark.parametrize(
    ("sources", "draft", "word"),
    [
        (["The Danish mayor, Anne Larsen, left."], "The Danish mayor, Grete Larsen, left.", "Grete"),
        (["The council met."], "Faisal Mekdad spoke first. Mr Mikdad left.", "Mikdad"),
        (["President Ebrahim Raisi spoke.", "President Ebrahim Rayeesi spoke."], "Ebrahim Raisi slept.", "Raisi"),
    ],
)  # fmt: skip
def test_an_accepted_word_is_left_alone_by_every_rule(sources, draft, word):
    assert told(sources, draft, Settings()) != []
    assert told(sources, draft, Settings(accept=frozenset({word}))) == []
