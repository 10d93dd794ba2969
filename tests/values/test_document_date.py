"""The day of a document: from its metadata or its date line, never from its prose."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values.document_date import document_date
from values.english import ENGLISH

FRIDAY = date(2023, 5, 12)


@pytest.mark.parametrize(
    "value",
    [
        "2023-05-12",
        "2023-05-12T10:00:00Z",
        "2023-05-12 23:59:59 +0000",
        "20230512",
        "Fri, 12 May 2023 10:00:00 GMT",
        "May 12, 2023",
        " 12 May 2023 ",
        "12-14 May 2023, updated 12 May 2023",
    ],
)
def test_metadata_give_the_day(value):
    assert document_date({"date": value}, [], ENGLISH) == FRIDAY


@pytest.mark.parametrize("value", ["", "May 2023", "2023", "12/05/2023", "soon", "31 February 2023", "last week"])
def test_metadata_that_name_no_day_give_none(value):
    assert document_date({"date": value}, [], ENGLISH) is None


def test_publication_comes_before_changes_and_metadata_before_the_text():
    metadata = {"updated": "2023-06-01", "published": "2023-05-12", "title": "1 May 2020"}
    assert document_date(metadata, ["1 May 2021"], ENGLISH) == FRIDAY
    assert document_date({"updated": "2023-05-12"}, ["1 May 2021"], ENGLISH) == FRIDAY
    assert document_date({"date": "unknown"}, ["12 May 2023"], ENGLISH) == FRIDAY


@pytest.mark.parametrize(
    "line",
    [
        "date 2023-05-12 Islam Times - The chief of staff held separate meetings.",
        "TX: FRIDAY 12 MAY 2023, 1800",
        "SLUG: HARBOUR TALKS TX: FRIDAY 12 MAY 2023, 1800 DUR: 1'25\"",
        "Fri., May 12, 2023",
        "WIRE ROUNDUP / HARBOUR (UPDATE 2) Fri., May 12, 2023",
        "For transmission Fri 12 May 2023",
        "FROM OUR OWN CORRESPONDENT - SCRIPT 3 OF 4 For transmission Fri 12 May 2023",
        "TEHRAN, May 12, 2023 (AP) – The ministers met.",
        "TEHRAN (Tasnim), 12 May 2023 – The ministers met.",
        "London, 12 May 2023",
        "12 May 2023",
        "12 May 2023. By our staff",
        "Updated 12 May 2023 at 10:00 GMT",
        "Last updated on 12 May 2023",
        "Published: 2023-05-12T10:00:00Z",
        "By Jane Smith, 12 May 2023",
        "Dated this 12th day of May 2023",
        "TRANSLATOR'S NOTES - press, week ending Friday 12 May 2023",
    ],
)
def test_a_date_line_gives_the_day(line):
    assert document_date({}, ["A heading", line, "The prose of 1 May 2020."], ENGLISH) == FRIDAY


@pytest.mark.parametrize(
    "prose",
    [
        "It was struck on Sept. 26, 2022, when the probe arrived.",
        "On May 12, 2023, the president met the minister.",
        "By 12 May 2023, the work was done.",
        "On 12 May 2023 - the day of the visit - it rained.",
        "May 12, 2023, was the day of the visit.",
        "May 12, 2023 marked the end of it.",
        "Iran, 12 May 2023, was shaken.",
        "Anne Smith (12 May 1954 – 3 June 2011) was an engineer.",
        "Anne Smith (born 12 May 1954) is an engineer.",
        "Smith died 12 May 2023 - in London.",
        "The report was published on 12 May 2023 by the ministry.",
        "THE SHIP SANK ON 12 MAY 2023 - ALL WERE SAVED",
        "RESULTS FOR THE 39 WEEKS ENDED 12 MAY 2023",
        "12/05/2023",
        "May 2023",
        "Friday",
        "A long line of prose that goes on and on for a good while before it ends with its own date: 12 May 2023",
    ],
)
def test_a_date_in_prose_is_not_the_documents_day(prose):
    assert document_date({}, [prose], ENGLISH) is None


def test_only_the_opening_is_looked_at():
    assert document_date({}, ["x" * 601, "12 May 2023"], ENGLISH) is None
    assert document_date({}, ["x" * 300, "12 May 2023", "13 May 2023"], ENGLISH) == FRIDAY


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["date", "updated"]), st.text()), st.lists(st.text()))
def test_any_opening_is_read_without_complaint(metadata, opening):
    day = document_date(metadata, opening, ENGLISH)
    assert day is None or isinstance(day, date)


def test_the_dates_of_events_in_a_list_are_not_the_day_of_the_document():
    events = ["7 June 2018. The bridge opened.", "May 2020: It closed again.", "12 May 2023: It was torn down."]
    assert document_date({}, events, ENGLISH) is None
    assert document_date({}, ["12 May 2023", *events], ENGLISH) == FRIDAY
    assert document_date({}, [events[2], "It had stood for years."], ENGLISH) == FRIDAY
