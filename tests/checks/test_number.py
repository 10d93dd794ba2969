"""When a number is of the same thing as one in the sources, and when it is not."""

import pytest

import desk

FERRY = "The ferry Havfruen carried 1,874 passengers from Bergen in May."


def told(sources, draft):
    return [(f.rule, f.text, f.suggestions[0]) for f in desk.findings(sources, draft) if f.rule == "wrong-number"]


def test_digits_changed_about_are_wrong():
    draft = "In May the Havfruen took 1,784 passengers out of Bergen."
    assert told([FERRY], draft) == [("wrong-number", "1,784", "1,874")]


@pytest.mark.parametrize(
    "draft",
    [
        "In May the Havfruen took some 1,900 passengers out of Bergen.",
        "In May the Havfruen took more than 1,800 passengers out of Bergen.",
        "In May the Havfruen took 1,784 crates of cod out of Bergen.",
        "My aunt's garden has 1,784 passengers of another kind: snails.",
    ],
)
def test_rounded_numbers_and_numbers_of_other_things_are_right(draft):
    assert told([FERRY], draft) == []


def test_where_sources_disagree_either_side_is_right():
    other = "In May 1,784 passengers took the ferry Havfruen from Bergen."
    assert told([FERRY, other], "In May the Havfruen took 1,784 passengers out of Bergen.") == []


def test_the_difference_of_two_numbers_of_the_source_is_right():
    source = "The ferry Havfruen carried 1,874 passengers from Bergen in May and 90 passengers in June."
    assert told([source], "The Havfruen took 1,784 passengers more from Bergen in May than in June.") == []


def test_another_year_is_another_number():
    source = "In 2019 the ferry Havfruen carried 1,874 passengers from Bergen."
    assert told([source], "In 2021 the ferry Havfruen carried 1,784 passengers from Bergen.") == []


def test_numbers_that_stand_beside_both_tie_two_passages():
    source = "Opening a long file took 11.7 seconds before and takes 0.22 seconds now."
    draft = "A long file opened in 11.7 seconds then, and opens in 2.2 seconds now."
    assert told([source], draft) == [("wrong-number", "2.2", "0.22")]


def test_a_cell_is_told_by_its_row_and_column():
    source = "The port of Sundvik moved 53,140 crates in 2011 and 71,260 crates in 2012."
    draft = "# Sundvik\n\n| year | crates |\n|---|---|\n| 2011 | 53,140 |\n| 2012 | 72,160 |\n"
    assert told([source], draft) == [("wrong-number", "72,160", "71,260")]
    assert told([source], draft.replace("72,160", "71,260")) == []


def test_a_cell_goes_without_its_unit():
    source = "| rider | team | gap |\n|---|---|---|\n| Anna Brekke | Tarn | +5.789 |\n| Ida Moe | Lund | +7.141 |\n"
    assert told([source], "Anna Brekke of Tarn was 5.879 seconds behind.") == [("wrong-number", "5.879", "5.789")]
    assert told([source], "Anna Brekke of Tarn was 5.789 seconds behind.") == []


def test_an_answer_is_of_what_the_question_asks():
    source = "The tunnel at Harnes is 4,812 metres long and cost 96 million euros."
    draft = "**How long is the tunnel at Harnes?**\n\nIt measures 4,182 metres."
    assert told([source], draft) == [("wrong-number", "4,182", "4,812")]


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("The ferry Havfruen left Bergen at 09:33 UTC.", "The Havfruen left Bergen at 9:53 UTC.", "09:33"),
        (
            "The fire at Harnes killed tens of thousands of sheep.",
            "The Harnes fire killed hundreds of thousands of sheep.",
            "tens",
        ),
        (
            "The ferry Havfruen took 3 hours and 25 minutes to Bergen.",
            "The Havfruen took 3 hours and 52 minutes to Bergen.",
            "3 hours and 25 minutes",
        ),
        ("The oven at Harnes reached 180 °C in May.", "The Harnes oven reached 180 °F in May.", "180 °C"),
    ],
)
def test_times_vague_counts_and_amounts_in_two_units_are_compared(source, draft, expected):
    assert [right for _, _, right in told([source], draft)] == [expected]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The ferry Havfruen left Bergen at 21:33.", "The Havfruen left Bergen at 9.33 p.m."),
        ("The ferry Havfruen left Bergen at 9:33.", "The Havfruen left Bergen at about 9:40 a.m."),
        ("The fire at Harnes killed 34,120 sheep.", "The fire at Harnes killed tens of thousands of sheep."),
        ("The ferry Havfruen took 205 minutes to Bergen.", "The Havfruen took 3 hours and 25 minutes to Bergen."),
        ("The oven at Harnes reached 180 °C in May.", "The Harnes oven reached 356 °F in May."),
        ("At Harnes 48 per cent of the sheep died.", "Half the sheep died at Harnes."),
    ],
)
def test_the_same_said_otherwise_is_right(source, draft):
    assert told([source], draft) == []


TUNNEL = """# The tunnel at Harnes opens

The tunnel was opened by Ida Solem in May. It is 4,812 metres long and cost 96 million euros. The toll is 45 kroner for
cars and 110 kroner for lorries.

Storm Berit killed 23 people in three countries in the same month. In Denmark 11 of them died.
"""


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("The tunnel at Harnes is 4,182 metres long.", "4,182", "4,812"),
        ("Harnes paid 69 million euros for what the tunnel cost.", "69", "96"),
        ("The purchase of Storm Berit: it killed 32 people in three countries.", "32", "23"),
    ],
)
def test_a_sentence_is_of_what_its_heading_and_the_one_before_name(draft, wrong, right):
    assert told([TUNNEL], draft) == [("wrong-number", wrong, right)]


@pytest.mark.parametrize(
    "draft",
    [
        "The other tunnel, at Solnes, is 4,182 metres long.",
        "The toll for lorries is 110 kroner, and I paid 35 kroner for coffee.",
        "Storm Berit killed 12 people outside Denmark.",
        "Storm Berit killed five people in Norway.",
        "Ida Solem opened the tunnel at Harnes with 12 guards.",
    ],
)
def test_numbers_of_a_part_and_of_others_are_left_alone(draft):
    assert told([TUNNEL], draft) == []


@pytest.mark.parametrize(
    "draft",
    [
        "The Harnes council will hold its tenth meeting in Oslo.",
        "The Harnes council held its eighth meeting in Malmö.",
        "To the eighth meeting of the Harnes council in Malmö came 290 guests.",
    ],
)
def test_the_next_of_a_row_is_another_one(draft):
    source = "To the ninth meeting of the Harnes council in Malmö came 310 guests."
    assert told([source], draft) == []


@pytest.mark.parametrize(
    "draft",
    [
        "Kestrel found 42 more geysers on Thalassa than Galton.",
        "Kestrel and Galton found 52 geysers on Thalassa.",
        "Europa's Kestrel found 25 geysers on Callisto.",
        "Kestrel found 47 geysers on Thalassa, and no fewer than a dozen lakes.",
    ],
)
def test_differences_sums_and_other_places_are_right(draft):
    source = "Kestrel found 47 geysers on Thalassa; Galton, in 1998, had seen five."
    assert told([source], draft) == []


def test_a_number_that_opens_a_sentence_is_no_name():
    source = "The mission to Thalassa has 160 places. Of these 74 observers of the mission have arrived on Thalassa."
    draft = "Forty-seven observers of the mission have arrived on Thalassa."
    assert told([source], draft) == [("wrong-number", "Forty-seven", "Seventy-four")]


def test_a_name_that_the_source_has_elsewhere_sets_only_other_numbers_apart():
    source = (
        "The dam on the river Vesla was built in 1962. It has four turbines. "
        "The lake behind it covers 38 square kilometers."
    )
    draft = "The lake behind the Vesla dam covers {} square kilometers."
    assert told([source], draft.format("83")) == [("wrong-number", "83", "38")]
    assert told([source], draft.format("41")) == []
