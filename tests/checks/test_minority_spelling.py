"""Which spelling of the sources a draft should have."""

import pytest

import desk
from factlint.model import Settings

VOGEL, FOGEL = "Mayor Lena Vogel spoke.", "Mayor Lena Fogel left. Fogel sang. Fogel slept."


def told(sources, draft, settings=None):
    return [(f.rule, f.text, f.suggestions) for f in desk.findings(sources, draft, settings=settings)]


def test_more_sources_outweigh_more_mentions():
    assert told([VOGEL, VOGEL, FOGEL], "Mayor Lena Fogel ran.") == [("minority-spelling", "Fogel", ("Vogel",))]
    assert told([VOGEL, VOGEL, FOGEL], "Mayor Lena Vogel ran.") == []


def test_of_as_many_sources_the_spelling_said_oftener_mends_a_misspelling():
    assert told([VOGEL, FOGEL], "Mayor Lena Foggel ran.") == [("misspelled-name", "Foggel", ("Fogel",))]


def test_what_the_user_prefers_outweighs_the_sources():
    settings = Settings(prefer={"Vogel": "Fogel"})
    assert told([VOGEL, VOGEL, FOGEL], "Mayor Lena Fogel ran.", settings) == []
    assert told([VOGEL, VOGEL, FOGEL], "Mayor Lena Vogel ran.", settings) == [
        ("minority-spelling", "Vogel", ("Fogel",))
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "The Herald writes “Fogel”; we write Vogel.",
        "Mayor Lena Vogel (spelled Fogel by the Herald) ran.",
        "Mayor Lena Vogel ran. The Herald has her name as Fogel.",
        "Mayor Lena Vogel, also written Fogel, ran.",
        "Do not write Fogel.",
    ],
)
def test_saying_that_somebody_spells_it_so_is_no_error(draft):
    assert told([VOGEL, VOGEL, FOGEL], draft) == []
