"""Names in the place of others: places, bodies and other things, each with drafts that are right."""

from __future__ import annotations

import pytest

import desk
from factlint.model import Settings

COUNCIL = (
    "The Arctic fisheries council met in Bergen in March and agreed on smaller nets for cod. "
    "Its secretary, Ada Nygård, spoke of hard nights. The council lends its research boat to the Lofoten Institute. "
    "Delegates came from Norway, Iceland, Greenland and Canada."
)
BOAT = "The boat was built at the Halden Hall, Fredrikstad, and repaired at the request of Iceland last winter."
SOURCES = (COUNCIL, BOAT)


def marked(draft: str, *sources: str) -> list[tuple[str, str | None]]:
    found = desk.findings(sources or SOURCES, draft)
    rules = ("wrong-place", "wrong-organisation", "wrong-name")
    return [(f.text, f.suggestions[0] if f.suggestions else None) for f in found if f.rule in rules]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("In March the fisheries council met in Aberdeen and agreed on smaller nets for cod.", ("Aberdeen", "Bergen")),
        ("The boat, repaired last winter at the request of Denmark, is back.", ("Denmark", "Iceland")),
        ("The Halden Hall in Stavanger is a cold place.", ("Stavanger", "Fredrikstad")),
        ("The delegates were from Canada, Greenland, Iceland and Sweden.", ("Sweden", "Norway")),
        ("The council lends its research boat to the Tromsø Institute.", ("Tromsø Institute", "Lofoten Institute")),
    ],
)
def test_name_in_place_of_the_sources_name_is_marked(draft, expected):
    found = marked(draft)
    assert [text for text, _ in found] == [expected[0]]
    assert expected[1] is None or found[0][1] == expected[1]


@pytest.mark.parametrize(
    "draft",
    [
        "In March the fisheries council met in Norway and agreed on smaller nets for cod.",
        "In March my chess club met in Aberdeen and agreed on a barbecue.",
        "The boat was painted at the request of Denmark.",
        "The Halden Hall in southern Norway is a cold place.",
        "The Halden Hall and the Stavanger Hall are rivals.",
        "The delegates were from Canada, Greenland and Norway.",
        "Delegates came from Norway, Iceland, Greenland, Canada and, as guests, Sweden.",
        "The council, which met in Bergen, has an office in Reykjavik.",
        "The council did not meet in Aberdeen, and agreed in March on smaller nets for cod.",
        "Ada Nygård, the council's secretary, lives in Oslo.",
        "The boat sails to Stavanger and back.",
        "She flew from Aberdeen to Bergen, where the fisheries council met in March.",
    ],
)
def test_right_and_unsupported_names_are_left_alone(draft):
    assert marked(draft) == []


def test_name_that_a_source_has_too_is_left_alone():
    other = "In March the Arctic fisheries council also met in Aberdeen, where it agreed on smaller nets."
    draft = "In March the fisheries council met in Aberdeen and agreed on smaller nets for cod."
    assert marked(draft, *SOURCES, other) == []


def test_two_occasions_with_numbers_of_their_own_are_left_alone():
    source = "In 2015 the chess league held its final in Riga before 400 guests.", "The league is old."
    assert marked("In 2019 the chess league held its final in Tartu before 350 guests.", *source) == []


def test_two_things_of_a_kind_are_left_alone():
    source = "The Larch mission of the agency measures ice and flies in spring.", "The agency is in Bern."
    assert marked("The Spruce mission of the agency measures ice and flies in autumn, with Swiss money.", *source) == []


def test_name_behind_a_person_is_marked_where_the_sentence_is_the_same():
    source = "The turbines were built by Nils Maurer in Leiden and shipped in spring.", "The sea was calm."
    draft = "Built by Nils Maurer in Utrecht, the turbines were shipped in spring."
    assert marked(draft, *source) == [("Utrecht", "Leiden")]


def test_abbreviated_place_is_left_alone():
    source = "The Redwood Laboratory in Sonoma, California, tests kites.", "Kites are tested in the Redwood Laboratory."
    assert marked("The Redwood Laboratory (Sonoma, Calif.) tests kites.", *source) == []


def test_demonym_is_mended_as_a_demonym():
    source = "Relief came for the Peruvian miners, who had been trapped for nine days below ground.", "All are well."
    assert marked("Relief came for the Chilean miners, trapped for nine days below ground.", *source) == [
        ("Chilean", "Peruvian")
    ]


def test_accepted_name_is_left_alone():
    settings = Settings(accept=frozenset({"Stavanger"}))
    assert not desk.findings(SOURCES, "The Halden Hall in Stavanger is a cold place.", settings=settings)


BAKERIES = (
    "Alder Foods opened a bakery in Derby in March. Its rival Birch Bread has its mills in Swansea. "
    "Ann Pryce, founder of Alder, was born in Ludlow, went to school in Hereford and studied chemistry in Sheffield."
    " She worked for the Dutch group Korenaar before that. In July she gave a talk on flour in Ghent.",
    "The samples of flour were taken to a laboratory in Bergen. "
    "The mills were bought by the Swedish firm Almgren in 2018.",
)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Alder has opened a bakery in Leicester.", ("Leicester", "Derby")),
        ("Pryce was born in Kendal, as was her aunt.", ("Kendal", "Ludlow")),
        ("In 2018 the mills were bought by Fredriksen.", ("Fredriksen", "Almgren")),
        ("The samples of flour went to a laboratory in Trondheim.", ("Trondheim", "Bergen")),
    ],
)
def test_name_amid_the_same_words_is_marked_in_short_sentences(draft, expected):
    assert marked(draft, *BAKERIES) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "Birch opened a bakery in Cardiff in March.",
        "Her brother studied chemistry in Durham.",
        "Pryce studied chemistry in Sheffield and accountancy in Leeds.",
        "In September she gave a talk on flour in Antwerp.",
        "She also gave a talk on flour in Antwerp.",
        "Samples from an earlier test were taken to a laboratory in Trondheim.",
        "Pryce, whose aunt was born in Kendal, opened the bakery.",
        "Alder runs shops in Stoke and Leicester.",
        "Pryce now lives in The Hague.",
        "She gave a talk on flour in the Ardennes in July.",
    ],
)
def test_deeds_of_others_at_other_times_and_places_are_left_alone(draft):
    assert marked(draft, *BAKERIES) == []
