"""What the sources say about a name, in short."""

import pytest

import desk
from factlint.card import card_of
from factlint.index import build
from factlint.values.name import Kind

SOURCES = ["Danish Prime Minister Anne Larsen spoke.", "Anne Larsen, the prime minister, left. Larsen slept."]


def card(sources, word):
    index = desk.index(sources)
    [entity] = index.by_word[word]
    return card_of(entity, index)


def test_a_card_tells_how_a_name_is_spelled_and_what_its_bearer_holds():
    found = card(SOURCES, "larsen")
    assert (found.title, found.kind, found.sources, found.mentions) == ("Anne Larsen", Kind.PERSON, 2, 3)
    told = [(line.text, line.sources, line.mentions) for line in found.spellings]
    assert told == [("Anne Larsen", 2, 2), ("Larsen", 1, 1)]
    assert {held.line.text for held in found.held} == {"Danish Prime Minister", "prime minister"}
    assert all(line.evidence for line in (*found.spellings, *(held.line for held in found.held)))


def test_a_card_rests_on_each_sentence_once_those_of_offices_first():
    evidence = card(SOURCES, "larsen").evidence
    assert [each.document.passage(each.span) for each in evidence] == [
        "Danish Prime Minister Anne Larsen spoke.",
        "Anne Larsen, the prime minister, left.",
        "Larsen slept.",
    ]


@pytest.mark.parametrize(
    ("source", "years"),
    [
        ("Chancellor Ada Moen spoke.", None),
        ("Ada Moen, chancellor since 2016, spoke.", (2016, 2016)),
        ("Ada Moen, chancellor from 2009 to 2014, spoke.", (2009, 2014)),
    ],
)
def test_an_office_has_the_years_that_are_told_of_it(source, years):
    assert [held.years for held in card([source], "moen").held] == [years]


def test_the_years_of_an_office_are_those_of_dated_sources():
    texts = [f"---\ndate: {year}-03-02\n---\nChancellor Ada Moen spoke.\n" for year in (2012, 2019, 2015)]
    index = build(desk.account(text, f"seeds/{number}.md") for number, text in enumerate(texts))
    [entity] = index.by_word["moen"]
    assert [(held.line.text, held.years) for held in card_of(entity, index).held] == [("Chancellor", (2012, 2019))]
