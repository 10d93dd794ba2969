"""Dates that the sources contradict, and those that only look so."""

import pytest

import desk
from factlint.check import check
from factlint.index import build
from factlint.model import Settings

HISTORY = """# Hollin Bridge: a history

Hollin Bridge was designed by the engineer Odile Brandt (4 April 1871 – 30 August 1946) and opened on 9 June 1934.
The toll keeper, Tobias Wren, died in Hollin on 17 October 1951. The lamps were converted to electricity in 1927.
The bridge was closed in September 1974.

The Hollin Trust and the council met on 12 April 2011 to discuss repairs, and again on 19 April 2011 to sign the
contract. The annual Lamp Fair was held on 8 August 2015 and drew 4,200 visitors."""
RELEASE = """---
title: Hollin Trust opens a bridge museum
date: 2016-06-21
---

The Hollin Trust opened a museum at Hollin Bridge on Saturday. It cost 1.4 million pounds."""


def told(draft):
    sources = build(desk.account(text, path) for text, path in ((HISTORY, "history.md"), (RELEASE, "release.md")))
    found = check(desk.account(draft), sources, desk.rules(), Settings())
    return [(each.text, *each.suggestions) for each in found if each.rule == "wrong-date"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Odile Brandt was born in 1817.", ("1817", "1871")),
        ("Tobias Wren died in Hollin on 17 October 1915.", ("1915", "1951")),
        ("Hollin Bridge opened on 9 July 1934.", ("July", "June")),
        ("The lamps of Hollin Bridge were converted to electricity in 1972.", ("1972", "1927")),
        ("Hollin Bridge was closed in September 1947.", ("1947", "1974")),
        ("The Hollin Trust opened its bridge museum on 21 July 2016.", ("July", "June")),
        ("The Lamp Fair of 8 August 2025 drew 4,200 visitors.", ("2025", "2015")),
    ],
)
def test_one_part_of_an_events_date_is_wrong(draft, expected):
    assert told(draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "The Lamp Fair was held on 8 August 2014 and drew 3,900 visitors.",
        "The Hollin Trust and the council met on 26 April 2011 to visit the site.",
        "The trust and the council met on 12 April 2011 and signed the contract on 19 April 2011.",
        "Odile Brandt died in 1946, Tobias Wren in 1951.",
        "Tobias Wren's son Abel died on 17 October 1961.",
        "Hollin Bridge was painted white in 1928.",
        "Hollin Bridge was listed on 9 June 1987.",
        "The bridge museum of the Hollin Trust opened on 18 June 2016.",
        "Hollin Bridge was closed to visitors in winter; since 1975 it has been a ruin.",
        "Until 1926 the lamps of Hollin Bridge burned oil.",
        "The year of the Hollin Trust ends on 31 December 2015.",
        "- **19 April 2011.** The contract is signed.\n- **20 April 2011.** Work begins on the repairs.",
        "- 9 June 1934: Hollin Bridge opens\n- 9 July 1934: the toll keeper of Hollin Bridge moves in",
    ],
)
def test_another_event_is_left_alone(draft):
    assert told(draft) == []


def test_no_document_is_of_what_another_company_reports_on_its_own_form():
    source = "# Nordby Stores\n\nDate of report (date of earliest event reported): 1 March 2023."
    draft = "# Vestra Mining\n\nDate of report (date of earliest event reported): 17 March 2023."
    assert desk.findings([source], draft) == ()


TEACHER = "Clara Voss taught at the conservatory of Sarn from 1951 to 1968. The tunnel must be finished by 2030."


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Clara Voss taught at the conservatory of Sarn until 1969.", [("1969", "1968")]),
        ("Clara Voss taught at the conservatory of Sarn until 1968.", []),
        ("Clara Voss taught at the conservatory of Sarn in 1960.", []),
        ("Clara Voss taught at the conservatory of Sarn since 1951.", []),
    ],
)
def test_the_ends_of_a_stretch_of_time_are_bounds(draft, expected):
    found = desk.findings([TEACHER, "Sarn is old."], draft)
    assert [(each.text, *each.suggestions) for each in found if each.rule == "wrong-date"] == expected


@pytest.mark.parametrize(
    ("years", "expected"), [("1951 to 1969", ("1969", "1968")), ("1953 to 1968", ("1953", "1951"))]
)
def test_of_a_stretch_of_time_the_wrong_end_alone_is_marked(years, expected):
    draft = f"Clara Voss taught at the conservatory of Sarn from {years}."
    found = desk.findings([TEACHER, "Sarn is old."], draft)
    assert [(each.text, *each.suggestions) for each in found if each.rule == "wrong-date"] == [expected]
