"""Which numbers of a text count something, and what."""

import pytest

import desk
from factlint.model import Slot


def found(text):
    said = desk.account(text).about(Slot.NUMBER)
    return [(s.span.of(s.document.text), s.value.kind.value, s.value.of) for s in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The league has 22 new members.", [("22", "count", "member")]),
        ("It is a 122-page book.", [("122", "count", "page")]),
        ("Twenty-three sailors came.", [("Twenty-three", "count", "sailor")]),
        ("It cost $2.5 million in all.", [("$2.5 million", "money", "dollar")]),
        ("It cost EUR 12 billion in all.", [("EUR 12 billion", "money", "euro")]),
        ("Sales fell by 14.6% again.", [("14.6%", "measure", "share")]),
        ("It lay 16 miles off.", [("16", "measure", "length")]),
        ("It was their eighth voyage there.", [("eighth", "ordinal", "travel")]),
        ("The talks began on 3 May 2021 at 10:30.", [("10:30", "clock", "clock")]),
        ("They met at 9 p.m. sharp.", [("9 p.m.", "clock", "clock")]),
        ("It broke off at 09:53 UTC.", [("09:53", "clock", "clock")]),
        ("Tens of thousands of fans came.", [("Tens of thousands", "count", "fan")]),
        ("Half of the fans came.", [("Half", "measure", "share")]),
        ("Half a million fans came.", [("Half a million", "count", "fan")]),
        ("It took two and a half hours.", [("two and a half", "measure", "duration")]),
        ("It took 2 hours and 5 minutes.", [("2 hours and 5 minutes", "measure", "duration")]),
        ("It rents at $100/month.", [("$100", "money", "dollar")]),
        ("It stood at -5 °C.", [("-5", "measure", "temperature")]),
        ("It was the sixth round.", [("sixth", "ordinal", "round")]),
        ("It grew from 30 to 120 minutes.", [("30", "measure", "duration"), ("120", "measure", "duration")]),
    ],
)
def test_numbers_come_with_what_they_count(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in 1945.",
        "See page 12 and Section 7.",
        "They won 2-1 there.",
        "Flight 370 was lost.",
        "Use version 1.9.3 of it.",
        "Call 555-0134 for it.",
    ],
)
def test_labels_scores_and_codes_count_nothing(text):
    assert found(text) == []


def joined(text):
    said = desk.account(text).about(Slot.NUMBER)
    return [(s.value.text, s.value.joined and (s.value.joined.joint.value, s.value.joined.text)) for s in said]


@pytest.mark.parametrize(
    ("text", "joint", "first", "second"),
    [
        ("The hall holds between 40 and 60 guests.", "range", "40", "60"),
        ("The hall holds 40–60 guests.", "range", "40", "60"),
        ("Rates went up 10 to 12 per cent.", "range", "10", "12"),
        ("It is for people aged 18 to 25.", "range", "18", "25"),
        ("It was a 10- to 12-day voyage.", "range", "10", "12"),
        ("Rates rose from 10 to 12 per cent.", "course", "10", "12"),
        ("The raft is 67 kilometers by 73.", "size", "67", "73"),
    ],
)
def test_two_numbers_of_one_phrase_know_each_other(text, joint, first, second):
    assert joined(text) == [(first, (joint, second)), (second, (joint, first))]


@pytest.mark.parametrize("text", ["It has 40 chairs and 60 tables.", "It is 3 metres by 4 metres by 5 metres."])
def test_numbers_of_several_things_or_three_in_a_row_are_not_joined(text):
    assert all(other is None for _, other in joined(text))


def test_the_first_end_of_a_range_is_in_the_scale_of_the_second():
    said = desk.account("It cost €10–12 million to build.").about(Slot.NUMBER)
    assert [int(s.value.number.value) for s in said] == [10_000_000, 12_000_000]


@pytest.mark.parametrize("text", ["Call 555-9000 clerks.", "In the 1914-1918 wars.", "See pages 12–15."])
def test_codes_years_and_labels_with_a_dash_are_no_range(text):
    assert found(text) == []
