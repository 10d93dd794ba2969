"""Names and quotations of the sources, looked up as people type them."""

import pytest

import desk
from factlint.catalogue import Known, catalogue, passage_of
from factlint.right_name import full_name, short_name

SOURCES = [
    "Zoë Åkerlund came. The envoy, Zoë Åkerlund, said: “Nobody will sail before the spring,” and left Marrowick.",
    "MARROWICK: Bashir al-Tessalin met Zoë Åkerlund. “Nobody will sail before the spring,” she said.",
    "Bashir al-Tessalin spoke in Marrowick. The Marrowick Harbour Board agreed. Friends came.",
]
CATALOGUE = catalogue(desk.index(SOURCES))


def found(query, most=20):
    entries = CATALOGUE.search(query, most)
    return [full_name(each.entity, {}) if isinstance(each, Known) else each.text for each in entries]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("zoe ak", "Zoë Åkerlund"),
        ("ÅKER", "Zoë Åkerlund"),
        ("al-tess", "Bashir al-Tessalin"),
        ("tessa", "Bashir al-Tessalin"),
        ("tesalin bash", "Bashir al-Tessalin"),
        ("harb", "Marrowick Harbour Board"),
        ("marrow", "Marrowick"),
        ("sail spring", "Nobody will sail before the spring"),
    ],
)
def test_a_query_as_people_type_it(query, first):
    assert found(query)[0] == first


def test_a_query_that_nothing_answers_to():
    assert found("zoe tessalin") == found("quorr") == []


def test_the_best_known_come_first_and_no_more_than_are_wanted():
    assert found("")[0] == "Marrowick"
    assert len(found("", 2)) == 2
    assert "Friends" not in found("")


def test_one_quotation_of_two_sources_stands_once():
    [quoted] = CATALOGUE.quotations
    assert (quoted.sources, len(quoted.evidence)) == (2, 2)


def test_a_name_leads_to_where_it_is_introduced():
    [known] = [each for each in CATALOGUE.names if str(each.entity.name) == "Zoë Åkerlund"]
    evidence = passage_of(known)
    assert evidence.document.passage(evidence.span).startswith("The envoy, Zoë Åkerlund, said")


def test_how_a_name_is_rightly_written():
    entities = {full_name(each.entity, {}): each.entity for each in CATALOGUE.names}
    assert short_name(entities["Bashir al-Tessalin"], {}) == "al-Tessalin"
    assert short_name(entities["Marrowick"], {}) is None
    assert full_name(entities["Zoë Åkerlund"], {"Akerlund": "Åkerlund", "Zoë": "Zoe"}) == "Zoe Åkerlund"


def test_a_catalogue_of_nothing():
    assert catalogue(desk.index([])).search("x", 9) == ()
    assert catalogue(desk.index([])).search("", 9) == ()
