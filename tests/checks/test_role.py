"""Which fault an office has, what is marked, and the time that decides."""

import pytest

import critic
import desk

OLD = (
    "COPENHAGEN, 4 May 2016 - Danish Defence Minister Ole Brandt signed a naval pact with Norwegian Defence Minister "
    "Siri Aune in Aarhus. Brandt praised the shipyards."
)
NEW = (
    "COPENHAGEN, 9 June 2023 - Danish Defence Minister Karl Nygaard met Danish Foreign Minister Jens Lund and the "
    "Norwegian defence minister, Tor Viken. Anna Berg, director of the Skagen Ferry Museum, guided them."
)
SOURCES = (OLD, NEW)


def found(draft):
    return [(f.message, f.text, f.suggestions[0] if f.suggestions else None) for f in desk.findings(SOURCES, draft)]


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (
            "Danish {~~Foreign~>Defence~~} Minister Karl Nygaard spoke.",
            "The sources have Karl Nygaard as “Danish Defence Minister”.",
        ),
        (
            "{~~Swedish~>Danish~~} Defence Minister Karl Nygaard spoke.",
            "The sources have Karl Nygaard as “Danish Defence Minister”: of another country or body.",
        ),
        (
            "In 2016 Danish Defence Minister {~~Karl Nygaard~>Ole Brandt~~} went to Aarhus.",
            "At that time the sources have Ole Brandt as “Danish Defence Minister”.",
        ),
        (
            "In June 2023 {~~Ole Brandt~>Karl Nygaard~~}, the Danish defence minister, spoke.",
            "At that time the sources have Karl Nygaard as “Danish Defence Minister”.",
        ),
        (
            "In May 2016 {~~Karl Nygaard~>Ole Brandt~~} and Siri Aune signed the naval pact in Aarhus.",
            "At that time the sources have Ole Brandt as “Danish Defence Minister”.",
        ),
    ],
)
def test_the_fault_that_is_told_and_what_is_marked(draft, message):
    marked = critic.read(draft)
    assert found(marked.draft) == [(message, e.text, e.suggestion) for e in marked.expected]
    assert found(marked.fixed) == []


@pytest.mark.parametrize(
    "draft",
    [
        "In 2016 Ole Brandt, then the Danish defence minister, went to Aarhus.",
        "Former Danish defence minister Ole Brandt met Karl Nygaard in 2023.",
        "Danish Defence Minister Ole Brandt signed the pact.",
        "In 2016 Karl Nygaard was still a farmer.",
        "Karl Nygaard's predecessor was Ole Brandt.",
        "The Swedish defence minister, Ulla Ek, met Karl Nygaard.",
        "In 2019 the Danish defence minister was Hanne Friis.",
        "Karl Nygaard met the Danish foreign minister in 2023.",
    ],
)
def test_nothing_is_said_of_what_the_sources_leave_open(draft):
    assert found(draft) == []


def test_a_former_office_differs_from_the_former_one_of_the_same_statement():
    source = "Coastal Surveys, previously led by Anna Dorp, who decided in May to leave Nordika, will move to Oslo."
    draft = "Anna Dorp, the former head of {}, decided in May to leave Nordika for Oslo."
    told = [(f.rule, f.text, f.suggestions) for f in desk.findings([source], draft.format("Inland Ferries"))]
    assert told == [("wrong-role", "former head of Inland Ferries", ())]
    assert desk.findings([source], draft.format("Coastal Surveys")) == ()
    assert desk.findings([source], "Anna Dorp, a former head of Inland Ferries, sings.") == ()


def test_an_office_for_one_half_of_a_compound_is_another():
    source = "Oslo-Bergen project manager Ida Moe met reporters in the clean hall on Thursday."
    draft = "Ida Moe, the Oslo-Trondheim project manager, met reporters in the hall on Thursday."
    [finding] = desk.findings([source], draft)
    assert (finding.text, finding.suggestions) == ("Oslo-Trondheim", ("Oslo-Bergen",))


def test_a_cell_that_begins_with_a_name_and_ends_in_an_office_is_of_its_holder():
    source = "| Name | Pay |\n|---|---|\n| Peter E. Norling President, Norling Inc. and Chief Brand Officer | 5 |\n"
    [finding] = desk.findings([source], "Peter E. Norling, who is the Chief Customer Officer, gets 5.")
    assert (finding.text, finding.suggestions) == ("Chief Customer Officer", ("Chief Brand Officer",))
