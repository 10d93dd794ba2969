"""Ages against births and deaths."""

import pytest

import desk

BORN = ["Ole Brandt was born in Moss in 1928.", "Ole Brandt died in 2003."]


def told(draft, sources=BORN):
    return [(f.text, *f.suggestions) for f in desk.findings(sources, draft) if f.rule == "wrong-duration"]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("In 1950, at the age of thirty, the painter Ole Brandt left for Rome.", "thirty"),
        ("Ole Brandt became a judge in 1960 at the age of 42.", "42"),
        ("Ole Brandt was a painter. He died in Rome in 2003 at the age of 57.", "57"),
        ("Ole Brandt, who died at 80, was a painter.", "80"),
    ],
)
def test_an_age_that_a_birth_in_the_sources_contradicts_is_marked(draft, found):
    assert [text for text, *_ in told(draft)] == [found]


def test_an_age_that_the_life_in_brackets_contradicts_is_marked_with_both_that_may_be_right():
    draft = "Eva Holm (1928–2003), who died at 60, was a painter."
    assert told(draft, ["The council met."]) == [("60", "75", "74")]


def test_days_decide_whether_the_last_year_was_full():
    sources = ["Eva Holm was born on 3 May 1928. Eva Holm died on 1 May 2003."]
    assert told("Eva Holm died aged 75.", sources) == [("75", "74")]


@pytest.mark.parametrize(
    "draft",
    [
        "Ole Brandt died at 74.",
        "Ole Brandt left in 1950 at the age of 21.",
        "In 1950, aged 12, his daughter moved to Rome, says Ole Brandt.",
        "In 1950 Ole Brandt's son died at 3.",
        "Ole Brandt taught boys aged 12 in 1950.",
        "Ole Brandt filmed a driver who died at 30 in 1950.",
        "Ole Brandt would have died at 90 without the fire of 1950.",
        "Ole Brandt and Eva Holm married in 1950 at the age of 19.",
        "Ole Brandt painted it at the age of 40.",
    ],
)
def test_other_people_and_ages_that_fit_are_left_alone(draft):
    assert told(draft) == []


@pytest.mark.parametrize(
    "draft",
    [
        "The 54-year-old chemist Eva Holm, born in 1961, won the prize.",
        "Eva Holm, a 54-year-old chemist, was born in 1961 and won the prize.",
    ],
)
def test_an_age_of_now_counts_to_the_day_of_the_draft(draft):
    head = "---\ndate: 2023-09-14\n---\n\n"
    assert told(head + draft) == [("54", "62", "61")]
    assert told(head + draft.replace("54", "61")) == []
    assert told(draft) == []


@pytest.mark.parametrize(
    "draft",
    [
        "In 1981 the 20-year-old chemist Eva Holm, born in 1961, won the prize.",
        "In 1981 all went wrong. Then the 20-year-old chemist Eva Holm, born in 1961, won.",
        "Eva Holm, born in 1961, opened the 54-year-old bridge.",
        "Eva Holm, born in 1961, praised a 12-year-old.",
    ],
)
def test_ages_of_other_times_and_of_things_are_left_alone(draft):
    assert told("---\ndate: 2023-09-14\n---\n\n" + draft) == []


def test_years_in_brackets_may_be_those_of_an_office():
    assert told("King Ole Holm (1972–2003) died at 83.", ["The council met."]) == []


def test_where_the_sources_give_two_births_either_is_right():
    assert told("In 1950, aged 32, Ole Brandt moved to Rome.", [*BORN, "Ole Brandt was born in 1918."]) == []
