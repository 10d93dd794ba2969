"""The right date written as the wrong one was."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values.date import (
    DateRange,
    Part,
    Season,
    Weekday,
    in_century,
    in_decade,
    in_fiscal_year,
    in_half,
    in_month,
    in_quarter,
    in_season,
    in_year,
    in_years,
    on_day,
    part_of,
)
from factlint.values.date_expression import find_dates
from factlint.values.date_format import format_like, weekday_like
from factlint.values.date_reading import Order
from values.english import ENGLISH

MARCH_3 = on_day(2021, 3, 3)
MAY_23 = on_day(2023, 5, 23)
SPRING_1923 = DateRange(date(1923, 3, 20), date(1923, 4, 22))


@pytest.mark.parametrize(
    ("found", "right", "expected"),
    [
        ("June 2020", in_month(2020, 7), "July 2020"),
        ("12 May 2023", on_day(2023, 5, 11), "11 May 2023"),
        ("2012", in_year(2011), "2011"),
        ("12 May 2023", MARCH_3, "3 March 2021"),
        ("12 MAY 2023", MARCH_3, "3 MARCH 2021"),
        ("12 june 2023", on_day(2023, 7, 3), "3 july 2023"),
        ("12 june 2023", MARCH_3, "3 March 2021"),
        ("05 May 2023", MARCH_3, "03 March 2021"),
        ("May 12, 2023", MARCH_3, "March 3, 2021"),
        ("May 12th, 2023", MARCH_3, "March 3rd, 2021"),
        ("May 12TH, 2023", MAY_23, "May 23RD, 2023"),
        ("May 12th", on_day(2023, 5, 11), "May 11th"),
        ("10 May", on_day(2023, 5, 11), "11 May"),
        ("28th of May 1754", MARCH_3, "3rd of March 2021"),
        ("twelfth of May 2023", MAY_23, "twenty-third of May 2023"),
        ("Sept. 26, 2022", on_day(2022, 10, 2), "Oct. 2, 2022"),
        ("Oct. 2, 2022", on_day(2022, 9, 26), "Sept. 26, 2022"),
        ("Sept. 26, 2022", on_day(2022, 7, 4), "July 4, 2022"),
        ("26 Sep 2022", on_day(2022, 7, 4), "4 Jul 2022"),
        ("July~2020", in_month(2020, 6), "June~2020"),
        ("2023-05-12", MARCH_3, "2021-03-03"),
        ("13/05/2023", MARCH_3, "03/03/2021"),
        ("05/13/2023", MAY_23, "05/23/2023"),
        ("Thursday 12 May 2023", MAY_23, "Tuesday 23 May 2023"),
        ("Thu., May 12, 2023", MAY_23, "Tues., May 23, 2023"),
        # A vaguer style stays as vague.
        ("June 2020", MAY_23, "May 2023"),
        ("2012", MAY_23, "2023"),
        ("mid-2020", in_month(2021, 1), "early 2021"),
        ("early May 2023", on_day(2023, 5, 28), "late May 2023"),
        ("Late 2020", in_month(2021, 6), "Mid-2021"),
        ("end of 2020", in_month(2021, 1), "beginning of 2021"),
        ("mid-2020", in_year(2021), "2021"),
        ("summer of 2020", in_month(2019, 7), "summer of 2019"),
        ("Summer 2020", in_season(2019, Season.WINTER), "Winter 2019"),
        ("Q3 2022", in_quarter(2021, 2), "Q2 2021"),
        ("third quarter of 2021", in_quarter(2021, 2), "second quarter of 2021"),
        ("first half of 2022", in_half(2021, 2), "second half of 2021"),
        ("1990s", in_decade(1980), "1980s"),
        ("1990s", in_year(1984), "1980s"),
        ("20th century", in_century(19), "19th century"),
        ("twentieth century", in_year(1850), "nineteenth century"),
        ("fiscal 2014", in_fiscal_year(2015), "fiscal 2015"),
        ("twenty-eleven", in_year(2012), "2012"),
        # Ranges.
        ("1965–69", in_years(1965, 1970), "1965–70"),
        ("1965 to 1969", in_years(1966, 1969), "1966 to 1969"),
        ("12–14 May 2023", DateRange(date(2023, 6, 1), date(2023, 6, 3)), "1–3 June 2023"),
        ("May 12-14, 2023", DateRange(date(2023, 6, 1), date(2023, 6, 3)), "June 1-3, 2023"),
        ("20 May to 22 June 1923", SPRING_1923, "20 March to 22 April 1923"),
        ("3 and 5 May 2020", DateRange(date(2020, 5, 4), date(2020, 5, 6)), "4 and 6 May 2020"),
        ("March–May 2021", in_quarter(2021, 2), "April–June 2021"),
        (
            "August 1953 through December 1987",
            in_month(1953, 9).to(in_month(1988, 1)),
            "September 1953 through January 1988",
        ),
        (
            "20 May to 22 June 1923",
            DateRange(date(1922, 12, 30), date(1923, 1, 2)),
            "30 December 1922 to 2 January 1923",
        ),
        # What the style cannot hold is written plainly.
        ("12 May 2023", in_month(2020, 7), "July 2020"),
        ("12 May 2023", in_year(2011), "2011"),
        ("May 12th, 2023", SPRING_1923, "March 20 to April 22, 1923"),
        ("Sept 12, 2023", in_month(2020, 7), "Jul 2020"),
        ("May 2023", SPRING_1923, "20 March to 22 April 1923"),
        ("2012", in_decade(1980), "1980s"),
        ("2012", in_century(19), "19th century"),
        ("2012", in_years(1965, 1970), "1965 to 1970"),
        ("May 2023", in_year(2011), "2011"),
        ("12 May 2023", part_of(in_year(2021), Part.MID), "mid-2021"),
        ("12 May 2023", part_of(in_month(2021, 6), Part.EARLY), "early June 2021"),
        ("12 May 2023", in_season(2019, Season.SUMMER), "summer 2019"),
        ("12 May 2023", in_quarter(2021, 2), "April to June 2021"),
        ("Q3 2022", in_year(2021), "2021"),
        ("last week", MARCH_3, "3 March 2021"),
        ("", in_month(2020, 7), "July 2020"),
    ],
)
def test_the_right_date_is_written_in_the_style_of_the_wrong_one(found, right, expected):
    assert format_like(found, right, ENGLISH) == expected


def test_the_order_of_figures_is_kept():
    assert format_like("12/05/2023", MAY_23, ENGLISH, Order.MONTH_FIRST) == "05/23/2023"
    assert format_like("12/05/2023", MAY_23, ENGLISH, Order.DAY_FIRST) == "23/05/2023"


@pytest.mark.parametrize(
    ("found", "weekday", "expected"),
    [
        ("Thursday", Weekday.FRIDAY, "Friday"),
        ("THURSDAY", Weekday.FRIDAY, "FRIDAY"),
        ("thursday", Weekday.FRIDAY, "friday"),
        ("Thu.", Weekday.FRIDAY, "Fri."),
        ("Thu", Weekday.TUESDAY, "Tue"),
        ("Thurs.", Weekday.SUNDAY, "Sun."),
        ("THU", Weekday.FRIDAY, "FRI"),
        ("Fri.", Weekday.THURSDAY, "Thurs."),
    ],
)
def test_a_weekday_keeps_its_form(found, weekday, expected):
    assert weekday_like(found, weekday, ENGLISH) == expected


STYLES = """12 May 2023|12 MAY 2023|12 june 2023|05 May 2023|12th May 2023|the 12th of May 2023|the twelfth of May, 2023
May 12, 2023|May 12 2023|May 12th, 2023|May the 12th, 2023|MAY 12TH, 2023|May twelfth, 2023|Sept. 26, 2022|26 Sept 2022
26 Sep 2022|Jan. 5th, 2022|2023-05-12|2023/05/12|2023.05.12|13/05/2023|05/13/2023|13.05.2023|5/13/2023|12-May-2023
Friday, 12 May 2023|FRI., MAY 12, 2023|12 May 2023 (Friday)|12~May~2023|12\u00a0May 2023""".replace("\n", "|").split(
    "|"
)


@settings(deadline=None)
@given(st.sampled_from(STYLES), st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31)))
def test_every_style_of_a_full_date_reads_back_as_the_day_written(style, day):
    order = Order.MONTH_FIRST if style in {"05/13/2023", "5/13/2023"} else Order.DAY_FIRST
    written = format_like(style, DateRange(day, day), ENGLISH, order)
    [expression] = find_dates(written, ENGLISH, order)
    assert expression.range == DateRange(day, day)
    assert expression.weekday is None or expression.weekday == day.weekday()


RANGES = st.builds(lambda one, other: DateRange(min(one, other), max(one, other)), st.dates(), st.dates())
VAGUE = [
    "May 2023",
    "2012",
    "mid-2020",
    "early to mid-2020",
    "summer 2020",
    "Q3 2022",
    "1990s",
    "20th century",
    "1965–69",
]
ODD = [
    "",
    "last week",
    "12 May",
    "31 February 2023",
    "1965 and 12 May 2023 and 2011",
    "ſtart of 2020",
    "\u0661\u0662 May 2023",
]


@settings(deadline=None)
@given(st.sampled_from([*STYLES, *VAGUE, *ODD]) | st.text(), RANGES)
def test_any_range_is_written_in_any_style(found, right):
    assert format_like(found, right, ENGLISH)
