"""Which figures of a text are versions, and of what."""

import pytest

import desk
from factlint.model import Slot


def releases(text):
    return [(s.span.of(s.document.text), s.value) for s in desk.account(text).about(Slot.VERSION)]


def found(text):
    return [(written, " ".join(value.product)) for written, value in releases(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It runs on Kestrel 3.2 only.", [("3.2", "kestrel")]),
        ("Kestrel 3.2 users should wait.", [("3.2", "kestrel")]),
        ("Upgrade the Lark gem to version 0.11.3 now.", [("0.11.3", "lark")]),
        ("Bundled Finch is 3.5.3, and Wren 2.5.3 too.", [("3.5.3", "finch"), ("2.5.3", "wren")]),
        ("Users want `lark` 6.5.1 here.", [("6.5.1", "lark")]),
        ("Version 2 of the Kestrel protocol is old.", [("2", "kestrel")]),
        ("The 3.13 release of Kestrel is near.", [("3.13", "kestrel")]),
        ("It came with v2.1.0-rc1.", [("v2.1.0-rc1", "")]),
        ("The tablets run Android 14 today.", [("14", "android")]),
        ("| curl | 8.4.0 |", [("8.4.0", "curl")]),
        ("* heron 0.2.0", [("0.2.0", "heron")]),
        ("It took over the care of 1.8.7 and 1.9.3.", [("1.8.7", ""), ("1.9.3", "")]),
    ],
)
def test_versions_come_with_their_product(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It rose 3.5 times.",
        "The Rovers lead by 2.5 points.",
        "Solberg 4.5% up, USD 3.5 million.",
        "See Section 3.2.1 and Figure 2.1.",
        "It fell ill on 12.05.2023.",
        "The server at 192.168.0.1 was down.",
        "Scotland 2.5 million people strong.",
    ],
)
def test_amounts_sections_days_and_addresses_are_no_versions(text):
    assert found(text) == []


def test_a_version_is_no_number():
    assert not desk.account("Kestrel 3.2 users should wait.").about(Slot.NUMBER)


def test_a_list_is_of_one_product():
    listed = releases("Update `lark` to 0.3.5, 0.3.7 or anything from 0.4.2, and `wren` to 0.11.3.")
    assert [(written, value.product, len(value.run)) for written, value in listed] == [
        ("0.3.5", ("lark",), 3),
        ("0.3.7", ("lark",), 3),
        ("0.4.2", ("lark",), 3),
        ("0.11.3", ("wren",), 1),
    ]


def test_a_range_knows_its_ends():
    ends = [value.reach for _, value in releases("It was found in Kestrel 6.3.3 through 6.6.2.")]
    assert [[one.parts for one in reach] for reach in ends] == [[(6, 3, 3), (6, 6, 2)]] * 2


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It needs Kestrel 3.11 or newer.", "from"),
        ("It is so since Kestrel 3.11.", "from"),
        ("It was so before Kestrel 3.11.", "until"),
        ("It is in Kestrel 3.11.", ""),
    ],
)
def test_words_around_a_version_bound_it(text, bound):
    assert [value.bound.value for _, value in releases(text)] == [bound]
