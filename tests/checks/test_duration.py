"""Lengths of time against the dates at their ends."""

import pytest

import desk

CALM = ["The council met."]
DATED = "---\ndate: 2023-09-14\n---\n\n"


def told(draft, sources=CALM):
    return [(f.text, *f.suggestions) for f in desk.findings(sources, draft) if f.rule == "wrong-duration"]


@pytest.mark.parametrize(
    ("draft", "found", "right"),
    [
        ("In 2015, two years after the bridge opened in 2011, it was closed.", "two years", "four years"),
        ("Two years after the bridge opened in 2011, in 2015, it was closed.", "Two years", "Four years"),
        ("He joined the firm in 1998. Two years later, in 2003, he led it.", "Two years", "Five years"),
        ("He joined the firm in 1998 and two years later, in 2003, led it.", "two years", "five years"),
        ("The mine was shut in 1998, ten years after the strike of 1984.", "ten years", "fourteen years"),
        ("In 1994, a decade after the 1974 strike, the mine was shut.", "a decade", "two decades"),
        ("The dam was drained on 3 June 2018 and filled again on 20 August 2018, 68 days later.", "68 days", "78 days"),
        ("Drained 30.05.2018, a Wednesday; filled 20.08.2018, which makes 72 days.", "72 days", "82 days"),
        ("On 30 June, five weeks after the fire on 2 June, the mill ran again.", "five weeks", "four weeks"),
        ("The mill ran again in 1961, five years before the fire in 1951.", "five years before", None),
        ("The mill ran again in 1961, ten years before the fire in 1951.", "ten years before", "ten years after"),
        (DATED + "The club was founded in 2014, twelve years ago, by sailors.", "twelve years", "nine years"),
        (
            DATED + "The club was founded less than a decade ago, in 2011.",
            "less than a decade",
            "more than a decade",
        ),
    ],
)
def test_a_length_that_two_dates_of_the_draft_contradict_is_marked(draft, found, right):
    assert told(draft) == [(found, right) if right else (found,)]


@pytest.mark.parametrize(
    ("source", "draft", "found"),
    [
        (
            "The choirs sang at the rehearsal in Oslo on 4 March 2019.",
            "The concert is on 15 March, almost four weeks after the rehearsal in Oslo.",
            ("almost four weeks", "eleven days"),
        ),
        (
            "All knew the 1962 Hamburg Flood.",
            "The dyke was built in 1962, a decade after the Hamburg Flood.",
            ("a decade",),
        ),
        (
            "Anna Larsen died in Bergen in 1998.",
            "The statue was unveiled in 2010, four years after Larsen died.",
            ("four years", "twelve years"),
        ),
    ],
)
def test_a_length_from_an_event_that_the_sources_date_is_marked(source, draft, found):
    assert told(draft, [source]) == [found]


def test_both_sides_are_told():
    source = "The choirs sang at the rehearsal in Oslo on 4 March 2019."
    (found,) = desk.findings([source], "It is on 15 March, almost four weeks after the rehearsal in Oslo.")
    assert found.message == "From 4 to 15 March 2019 it is eleven days, not almost four weeks."


def test_a_day_told_by_its_weekday_counts_from_the_day_of_its_source():
    source = "---\ndate: 2019-03-08\n---\n\nThe choirs sang at Monday's rehearsal in Oslo."
    assert told("The concert is on 15 March, four weeks after the rehearsal in Oslo.", [source]) == [
        ("four weeks", "eleven days")
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "The bridge opened in 2011. In January 2013, two years after the bridge opened in 2011, it was shut.",
        "In 2021, a decade after the flood of 2010, the dam broke.",
        "In 1962, half a century after the ship sank in 1912, the film was made.",
        "In 1814, more than a decade after the treaty of 1801, war came.",
        "On 2 January, a week after the storm on 26 December, power was back.",
        "She left in 1990. Ten years later, after two wars, in 2005, she came back.",
        "He joined the firm in 1950, sold it and ten years later, in 1975, died.",
        "“In 1990, five years after the war ended in 1980, I left,” she said.",
        "Within two years after the law of 2010, in 2015, the court struck it down.",
        "In 1999, two or three years after the fire in 1990, the mill shut.",
        "The five years after the war, in 1950 and 1960 above all, were hard.",
        "In early 2000, ten years after the wall fell in late 1989, they met.",
        "By 2010, five years after the plan of 2002 was due, nothing was built.",
        "On 9 June, six days after the opening on 3 June, it was over. So were the seven days.",
        "In the 1990s, two decades after the coup of 1973, the trials began.",
        "In 1990, about twelve years after the coup of 1975, the trials began.",
    ],
)
@pytest.mark.parametrize("head", ["", DATED])
def test_what_the_words_allow_and_what_is_told_of_other_times_is_left_alone(head, draft):
    assert told(head + draft) == []


def test_an_event_that_the_sources_give_two_dates_is_left_alone():
    sources = ["Anna Larsen died in Bergen in 1998.", "Anna Larsen died in Bergen in 2006."]
    assert told("The statue was unveiled in 2010, four years after Larsen died.", sources) == []


def test_a_distance_from_now_needs_a_dated_draft():
    assert told("The club was founded in 2014, twelve years ago, by sailors.") == []
