"""Identifiers against the sources' identifier of the same thing."""

import pytest

import desk

SOURCES = (
    "Section 230 of the Harbour Act shields ports from suits over cargo. Norfly Flight 370 left Bergen for Omsk at "
    "noon with twelve people on board. Questions about the harbour fees go to Ida Solem at (202) 555-0134.",
    "Article 5 of the Bern treaty says that an attack on one is an attack on all. The flaw CVE-2025-27221 lets Ruby "
    "leak a host's password. The council met on Monday.",
    "Rule 3 of the Leith port code bars nets near the quay. Rule 8 of the Leith port code sets the fees.",
)


def told(draft: str) -> list[tuple[str, str]]:
    return [(f.text, f.suggestions[0]) for f in desk.findings(SOURCES, draft) if f.rule == "wrong-number"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("The Harbour Act's Section 320 shields ports from suits over cargo.", ("320", "230")),
        ("At noon Flight 307 of Norfly left Bergen for Omsk.", ("307", "370")),
        ("For the harbour fees, ask Ida Solem, (202) 555-0143.", ("(202) 555-0143", "(202) 555-0134")),
        ("Under Article 7 of the Bern treaty an attack on one is an attack on all.", ("7", "5")),
        ("The flaw CVE-2025-27212 in Ruby leaks a host's password.", ("2025-27212", "2025-27221")),
    ],
)
def test_another_identifier_of_one_thing_is_marked(draft, expected):
    assert told(draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "Section 230 shields ports from suits over cargo.",
        "Section 231 of the Harbour Act sets the tolls of barges.",
        "Rule 5 of the Leith port code bars nets near the quay.",
        "Article 6 of the Bern treaty covers ships.",
        "An older flaw in Ruby, CVE-2024-11111, leaks a host's password too.",
        "Norfly Flight 412 left Bergen for Leith an hour later.",
        "They order 12 boxes in case 3 people come.",
        "It was not Flight 307 of Norfly that left Bergen for Omsk at noon.",
    ],
)
def test_other_things_are_left_alone(draft):
    assert told(draft) == []
