"""Quotations of a few words in whose place the sources have others."""

import pytest

import desk

SOURCES = (
    "The board of Norvik Shipping remains cautiously optimistic about freight demand despite high fuel prices. "
    "Chairman Ola Holm called the new tariff “reckless” and the ministry “a slow machine”. "
    "The tanker lost power off Bergen after a pump failure, the coast guard said.",
    "The band took the name Nordlys because it sounded “cold” and “weightless”, singer Karin Falk told Radio Oslo. "
    "A critic in Bergens Tidende found their second album “hollow”. Falk said the crew had been “kind and patient”.",
)


def told(draft, sources=SOURCES):
    return [(f.rule, f.text, f.suggestions) for f in desk.findings(sources, draft)]


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("The board of Norvik Shipping declares itself “cautiously hopeful” about freight.", "hopeful",
         "optimistic"),
        ("Chairman Ola Holm called the new tariff “ruinous”.", "ruinous", "reckless"),
        ("The chairman, Ola Holm, thinks the ministry “a sleepy machine”.", "sleepy", "slow"),
        ("Karin Falk told Radio Oslo that Nordlys sounded “cold” and “bodiless”.", "bodiless", "weightless"),
        ("A critic in Bergens Tidende found the second album “empty”.", "empty", "hollow"),
        ("Falk said that the crew had been “kind and generous”.", "generous", "patient"),
    ],
)  # fmt: skip
def test_other_words_at_the_same_place(draft, wrong, right):
    assert told(draft) == [("altered-quote", wrong, (right,))]


@pytest.mark.parametrize(
    "draft",
    [
        "The board of Norvik is “cautiously optimistic” about freight demand.",
        "Norvik's “cautious optimism” about freight demand and fuel prices needs explaining.",
        "The minister hit back: Holm's attack on the tariff was “childish”.",
        "Critics called the new tariff “cowardly”.",
        "In Hamburg Holm went further and called the ministry “corrupt”.",
        "The term “a quick machine” was not Holm's for the ministry.",
        "Holm did not call the ministry “a bad machine”.",
        "The coast guard's log has an “engine failure” off Bergen two days earlier.",
        "Another critic found the second album “splendid”.",
        "In another speech chairman Ola Holm called the new tariff “timid”.",
        "Holm calls the tariff “reckless”; the word “fearless” he keeps for his ministry.",
        "Karin Falk told Radio Oslo that Nordlys is “Northern Lights”.",
        "Nordlys was called “weightless”, and its rival from Bergen “earthbound”.",
    ],
)
def test_other_words_of_others_are_left_alone(draft):
    assert told(draft) == []


def test_paragraphs_that_tell_of_one_scene():
    source = (
        "All ferries of Skagen Lines are back.\n\nThe cause of the outage was a boiler leak.\n\n"
        "Tickets for the harbour route and the island bus stay valid until midnight."
    )
    draft = (
        "At noon the ferries of Skagen Lines ran again after the outage. It put that down to a “boiler fire”. "
        "Tickets for island and harbour were valid until midnight."
    )
    assert told(draft, (source,)) == [("altered-quote", "fire", ("leak",))]


def test_a_source_elsewhere_with_the_words_supports_them():
    other = "Holm, in March, called it “ruinous”."
    assert told("Chairman Ola Holm called the new tariff “ruinous”.", (*SOURCES, other)) == []


BROKEN = "“We will keep the old lighthouse burning until the last boat of the season is home,” Ingrid Solvang said."


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("“We will keep the old lighthouse burning until the last boat of the season,” she said, “is gone.”",
         [("altered-quote", "gone", ("home",))]),
        ("“We will keep the old lighthouse burning until the last boat of the season,” she said, “is home.”", []),
        ("“We will keep the old lighthouse burning until the last boat of the season …”, she said. “Go home.”", []),
        ("“We will keep the old lighthouse burning”, Solvang said, and “is anybody awake”, Novak asked.", []),
    ],
)  # fmt: skip
def test_a_quotation_that_goes_on_behind_who_speaks(draft, expected):
    assert told(draft, (BROKEN,)) == expected
