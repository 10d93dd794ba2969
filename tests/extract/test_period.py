"""When a statement holds: at the document's day, at a date told, or a distance from one."""

import pytest

import desk
from factlint.model import Slot

OFFICE = "the Danish foreign minister"
START = "The Danish foreign minister"


def years(text, path="draft.md"):
    """The surname of each holder of an office with the years in which the text has them in it."""
    said = desk.account(text, path).about(Slot.OFFICE)
    return {
        str(s.subject[0]).split()[-1]: (s.period.first.year, s.period.last.year) if s.period else None for s in said
    }


def test_a_date_in_front_frames_what_follows_in_its_paragraph():
    told = f"In 2018 it rained. On that occasion {OFFICE} Lars Holm spoke."
    text = f"There was an echo of old times.\n\n{told}\n\n{OFFICE.capitalize()} Ole Berg spoke."
    assert years(text) == {"Holm": (2018, 2018), "Berg": None}


@pytest.mark.parametrize("opening", ["Back in 2018 a pact was signed.", "Five years ago a pact was signed."])
def test_the_time_of_the_first_paragraph_is_that_of_a_text_that_looks_back(opening):
    text = f"date: 2023-05-12\n\n# The pact\n\n{opening} It rained.\n\n{START} Lars Holm held the pen.\n\n"
    text += f"{START} Ole Berg gave a speech.\n\nToday Anna Lund is {OFFICE}.\n\n{START} Karl Quist spoke."
    found = years(text)
    assert found["Holm"] == found["Berg"]
    assert 2018 in found["Holm"]
    assert found["Lund"] == (2023, 2023)
    assert found["Quist"] is None


@pytest.mark.parametrize(
    "news", [f"On Friday {OFFICE} Lars Holm spoke.", f"{START} Lars Holm spoke. It had been signed last week."]
)
def test_news_that_begins_with_the_past_is_of_its_own_day(news):
    text = f"date: 2023-05-12\n\nIn 1979 a pact was signed.\n\n{START} Ole Berg spoke.\n\n{news}"
    assert years(text) == {"Berg": (2023, 2023), "Holm": (2023, 2023)}


def test_a_time_told_in_passing_in_the_first_paragraph_is_not_that_of_the_text():
    text = f"The mill of Tarn burned. In 2018 it had been sold. It rained.\n\n{START} Lars Holm spoke."
    assert years(text) == {"Holm": None}


def test_a_text_that_comes_to_the_present_leaves_the_time_of_its_first_paragraph():
    text = f"In 1948 the mill was built. It made flour.\n\nLars Holm, {OFFICE}, visits it.\n\n"
    assert years(f"{text}{START} Ole Berg said that sales had risen.") == {"Holm": None, "Berg": None}


def test_who_had_something_goes_on_in_no_time_told():
    text = f"It was old.\n\nIn 2018 it rained.\n\nThe mill had a roof, and {OFFICE} Lars Holm praised it."
    assert years(text) == {"Holm": None}


def test_a_figure_that_opens_a_paragraph_is_no_year_told():
    assert years(f"2000 – that was the sum. {START} Lars Holm paid it.") == {"Holm": None}


def test_a_first_paragraph_of_two_times_dates_nothing_behind_it():
    text = f"In 2018 it rained. In 2020 it snowed.\n\n{START} Lars Holm spoke."
    assert years(text) == {"Holm": None}


def test_another_time_leaves_that_of_the_first_paragraph_behind():
    text = f"In 2018 it rained.\n\nIn 2020 it snowed.\n\n{START} Lars Holm spoke."
    assert years(text) == {"Holm": None}


def test_the_date_of_an_item_is_that_of_what_it_tells_and_not_of_the_document():
    text = f"**7 June 2018.** {START} Lars Holm spoke.\n\n- May 2020: {START} Ole Berg spoke. It rained.\n\n"
    text += f"- 2021 – {START} Anna Lund spoke.\n\n{START} Karl Quist spoke."
    assert years(text) == {"Holm": (2018, 2018), "Berg": (2020, 2020), "Lund": (2021, 2021), "Quist": None}


def test_a_week_of_an_undated_text_is_not_in_the_time_told():
    text = f"In 2018 it rained. Last week {OFFICE} Lars Holm spoke."
    assert years(text) == {"Holm": None}


def test_the_week_of_a_speaker_is_in_the_time_told():
    text = f"In 2018 it rained. “Last week was dry,” {OFFICE} Lars Holm found."
    assert years(text) == {"Holm": (2018, 2018)}


def test_late_in_a_year_is_a_time_told():
    text = f"In 2018 it rained. Late in 2020 {OFFICE} Lars Holm spoke."
    assert years(text) == {"Holm": (2020, 2020)}


def test_a_distance_that_leads_beyond_the_text_is_not_known():
    text = f"date: 2023-05-12\n\nIn 2022 it rained. Three years later {OFFICE} Lars Holm spoke."
    assert years(text) == {"Holm": None}


@pytest.mark.parametrize("opening", ["Then", "At the time", "That year", "By then it had rained and"])
def test_a_paragraph_that_goes_on_keeps_the_time(opening):
    assert years(f"In 2018 it rained.\n\n{opening} {OFFICE} Lars Holm spoke.") == {"Holm": (2018, 2018)}


@pytest.mark.parametrize("now", ["Today Lars Holm is {}.", "Lars Holm is {}."])
def test_what_is_said_of_now_is_not_of_the_time_told(now):
    assert years("In 2018 it rained. " + now.format(OFFICE)) == {"Holm": None}


@pytest.mark.parametrize(
    "heading", ["# How Oslo remembers 2018", "# 2018: a year of rain", "# The rain in August 2018"]
)
def test_a_title_with_a_year_frames_the_text(heading):
    assert years(f"{heading}\n\n{OFFICE} Lars Holm spoke.\n\n## Rain\n\n{OFFICE} Ole Berg spoke.") == {
        "Holm": (2018, 2018),
        "Berg": (2018, 2018),
    }


def test_a_section_with_a_year_ends_at_the_next_heading():
    text = f"# Rain\n\n## 2018\n\n{OFFICE} Lars Holm spoke.\n\n## Views\n\n{OFFICE} Ole Berg spoke."
    assert years(text) == {"Holm": (2018, 2018), "Berg": None}


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("A year later", 2019),
        ("Five years on,", 2023),
        ("Two years earlier", 2016),
        ("The following year", 2019),
        ("Late that year", 2018),
    ],
)
def test_a_distance_is_reckoned_from_the_time_told(told, year):
    assert years(f"In 2018 it rained. {told} {OFFICE} Lars Holm spoke.") == {"Holm": (year, year)}


@pytest.mark.parametrize(
    ("told", "year"), [("Last July", 2022), ("Yesterday", 2023), ("Last year", 2022), ("Five years earlier,", 2018)]
)
def test_a_distance_from_the_document_is_reckoned_from_its_day(told, year):
    assert years(f"date: 2023-05-12\n\nOslo. {told} {OFFICE} Lars Holm spoke.") == {"Holm": (year, year)}


def test_two_dates_in_one_sentence_each_rule_their_clause():
    text = f"In 2018 {OFFICE} Lars Holm spoke; in 2021 {OFFICE} Ole Berg did."
    assert years(text) == {"Holm": (2018, 2018), "Berg": (2021, 2021)}


def test_a_date_in_a_relative_clause_does_not_date_what_stands_before_it():
    text = f"date: 2023-05-12\n\nIn Oslo, Lars Holm, {OFFICE} who had arrived in 2018, spoke."
    assert years(text) == {"Holm": (2023, 2023)}


@pytest.mark.parametrize("tenure", ["from 2001 to 2005", "(2001–2005)"])
def test_the_years_behind_an_office_are_those_of_the_office(tenure):
    assert years(f"In 2018 Lars Holm, {OFFICE} {tenure}, spoke.") == {"Holm": (2001, 2005)}


@pytest.mark.parametrize(
    "rest", ["praised the deal signed in 2018", "came to Oslo, quiet since the war broke out twelve years ago"]
)
def test_the_date_of_another_event_in_the_sentence_is_not_that_of_the_office(rest):
    assert years(f"date: 2023-05-12\n\nIn Oslo {OFFICE} Lars Holm {rest}.") in ({"Holm": None}, {"Holm": (2023, 2023)})


def test_by_a_year_ends_the_time_before():
    text = f"In 2018 it rained. By 2023 it was {OFFICE} Lars Holm who spoke. {OFFICE.capitalize()} Ole Berg danced."
    assert years(text) == {"Holm": (2023, 2023), "Berg": (2023, 2023)}


@pytest.mark.parametrize(
    "now",
    [f"{START} Lars Holm has praised it.", f"Lars Holm, {OFFICE}, wants it back.", f"{START} Lars Holm remembers it."],
)
def test_a_verb_of_the_present_speaks_of_now(now):
    assert years(f"In 2018 it rained. {now}") == {"Holm": None}


def test_the_present_of_a_quotation_is_that_of_the_event():
    assert years(f"In 2018 it rained. “It is wet,” {OFFICE} Lars Holm found.") == {"Holm": (2018, 2018)}


@pytest.mark.parametrize("other", [f"{START} Lars Holm, her successor, wept.", f"{START} Lars Holm later wept."])
def test_another_time_that_is_not_told_is_not_known(other):
    assert years(f"In 2018 it rained. {other}") == {"Holm": None}


def test_a_weekday_is_no_day_of_a_year_told_before():
    text = f"date: 2023-05-12\n\nIn 2018 it rained. On Monday {OFFICE} Lars Holm spoke."
    assert years(text) == {"Holm": (2023, 2023)}
    text = f"date: 2023-05-12\n\nIn 2018 it rained, and {OFFICE} Lars Holm spoke of it on Monday."
    assert years(text) == {"Holm": (2023, 2023)}


def test_an_office_held_since_a_year_is_held_to_the_day_of_the_text():
    assert years(f"date: 2023-05-12\n\nIn 2018 Lars Holm, {OFFICE} since 2016, spoke.") == {"Holm": (2016, 2023)}


def test_a_week_after_something_in_a_year_is_in_that_year():
    assert years(f"In 2018 it rained. A week earlier {OFFICE} Lars Holm spoke.") == {"Holm": (2018, 2018)}
