"""Who a name of the draft is: what letters, titles and the company of a name decide."""

import pytest

import critic
import desk

SOURCES = (
    "The harbour council has lent the tug Solveig to a company of forty men under William Tranter, who began "
    "to build a wooden lighthouse on the reef in March.",
    "Justice Meera Joshipura read the ruling on the berths at Sandvik. Ludwig van der Akker paid the fees.",
    "Administrator Bill Sorensen praised the crew of the dredger Marlin. Hoogvliet Dredging Works owns the Marlin.",
    "Thi Hong Vân Nguyen of the Western Harbour Council wrote the minutes of the dredging talks.",
)


def told(draft):
    return [(f.rule, f.text, f.suggestions[0] if f.suggestions else None) for f in desk.findings(SOURCES, draft)]


@pytest.mark.parametrize(
    "text",
    [
        # A near name in the same story, an office, or all other words of a long name.
        "Forty men under William {~~Branter~>Tranter~~} began to build a lighthouse of wood on the reef.",
        "Justice Meera {~~Joshi~>Joshipura~~} ruled on the berths at Sandvik.",
        "Administrator {~~Ben~>Bill~~} Sorensen found warm words for the crew of the dredger Marlin.",
        "Ludwig {~~van de~>van der~~} Akker paid the fees.".replace("{~~van de~>van der~~}", "van {~~de~>der~~}"),
        "The Marlin belongs to {~~Hoogvlied~>Hoogvliet~~}.",
        "Thi Hong {~~Van~>Vân~~} Nguyen took notes.",
        "The dredging talks of the {~~Eastern~>Western~~} Harbour Council have minutes, Thi Hong Vân Nguyen's.",
    ],
)
def test_a_name_in_known_company_is_the_known_one(text):
    marked = critic.read(text)
    expected = [(e.text, e.suggestion) for e in marked.expected]
    assert [(found, right) for _, found, right in told(marked.draft)] == expected
    assert told(marked.fixed) == []


@pytest.mark.parametrize(
    "draft",
    [
        "William Branter keeps bees in Devon.",
        "My neighbour William Branter began to build a lighthouse on the reef too.",
        "William Branter, a dentist, told me a story about a reef and forty men.",
        "William Tranter led the men on the reef; William Branter, the poet, wrote of a lighthouse and forty men.",
        "Foreign Minister Meera Joshi never saw Sandvik or the ruling.",
        "Ben Sorensen sells tugs.",
        "The Eastern Harbour Council meets on Mondays.",
        "Ludwig van der Akker; Mr Akker; Van der Akker.",
        "His name appears as Ludwig van de Akker on the bill.",
        "Hoogvlied (sic) owns the Marlin.",
        "A namesake, William Trantor, keeps bees.",
        "William Trantor, no relation, was not on the reef.",
        "Mr Trantor of the post office wants it known that he is not the lighthouse man.",
        "The violinist Bill Sorensson plays on Monday.",
        "Billy Sörenssen of Malmö breeds dogs.",
    ],
)
def test_a_name_in_other_company_is_somebody_else(draft):
    assert told(draft) == []


def test_marks_that_the_sources_lack_are_wrong_only_beside_the_plain_form():
    assert told("Bill Sørensen praised the crew.") == []
    found = told("Bill Sørensen praised the crew of the Marlin. Sorensen left.")
    assert ("misspelled-name", "Sørensen", "Sorensen") in found


def test_a_name_in_another_script_is_the_same_person_and_no_other_spelling():
    sources = ["General Олег Дроздов opened the bridge at Sandvik.", "Дроздов thanked the builders."]
    for draft in ("General Oleg Drozdov came.", "General Oleg Drozdow came. Drozdow spoke.", "Олег Дроздов came."):
        assert desk.findings(sources, draft) == ()
    [finding] = desk.findings(sources, "Colonel Oleg Drozdov came.")
    assert (finding.rule, finding.text, finding.suggestions) == ("wrong-rank", "Colonel", ("General",))


def test_a_surname_that_others_of_the_sources_bear_is_no_slip_for_another():
    draft = "Patrick E. Nordbo, President and Chief Executive Officer, spoke."
    office = "Patrick Hilton, the President and Group Chief Executive Officer, spoke."
    bearers = ["Petra E. Nordbo is President of Nordbo Inc.", office]
    assert desk.findings(bearers, draft) == ()
    assert [finding.text for finding in desk.findings([office], draft)] == ["Nordbo"]
