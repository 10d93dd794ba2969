"""Dates in prose: what is one and what is none, what it means and how it is tied to an event."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.text import Span
from factlint.values.calendar import calendar
from factlint.values.date import Weekday, on_day
from factlint.values.date_expression import find_dates, resolve
from factlint.values.date_reading import Order
from factlint.values.relative_date import Anchor, Relative, Unit
from values.english import ENGLISH


def found(text, order=None):
    return [(each.span.of(text), each) for each in find_dates(text, ENGLISH, order)]


def only(text, order=None):
    [(_, expression)] = found(text, order)
    return expression


def written(expression):
    if expression.range is None:
        return ""
    first, last = expression.range.first.isoformat(), expression.range.last.isoformat()
    return first if first == last else f"{first}/{last}"


# The date is between the bars; then its days.
FULL = """
on |12 May 2023|, he: 2023-05-12
on |May 12, 2023|: 2023-05-12
on |May 12 2023|: 2023-05-12
|2023-05-12|: 2023-05-12
|2023-05-12|T10:00:00Z: 2023-05-12
|2023/5/3|: 2023-05-03
|12 MAY 2023|: 2023-05-12
|12 june 2023|: 2023-06-12
|12-May-2023|: 2023-05-12
|12 May, 2023|: 2023-05-12
|May 12 , 2023|: 2023-05-12
|May 12th, 2023|: 2023-05-12
|May the 12th, 2023|: 2023-05-12
the |28th of May 1754|: 1754-05-28
the |28th of May, 1754|: 1754-05-28
the |28th day of May 1754|: 1754-05-28
the |twelfth of May 2023|: 2023-05-12
the |twenty-first of May 2023|: 2023-05-21
|May twenty-first, 2023|: 2023-05-21
on |Sept. 26, 2022|, when: 2022-09-26
on |Sep 26 2022|: 2022-09-26
|29 February 2024|: 2024-02-29
|13/05/2023|: 2023-05-13
on |13.05.2000| people voted: 2000-05-13
|05/13/2023|: 2023-05-13
|12/12/2023|: 2023-12-12
|13.05.2023|: 2023-05-13
|12~May~2023|: 2023-05-12
the |Sept. 29, 2022|, flyby: 2022-09-29
"""
PERIODS = """
in |May 2023|: 2023-05-01/2023-05-31
in |July~2020|: 2020-07-01/2020-07-31
in |July\u00a02020|: 2020-07-01/2020-07-31
in |July, 2020|: 2020-07-01/2020-07-31
in |July of 2020|: 2020-07-01/2020-07-31
in |2011|, he: 2011-01-01/2011-12-31
in |2011| he resigned: 2011-01-01/2011-12-31
the |1990s|: 1990-01-01/1999-12-31
the |1990's|: 1990-01-01/1999-12-31
the |late 1950s|: 1955-09-01/1959-12-31
the |20th century|: 1900-01-01/2000-12-31
|nineteenth-century| art: 1800-01-01/1900-12-31
|Q3 2022|: 2022-07-01/2022-09-30
|Q3 of 2022|: 2022-07-01/2022-09-30
|2022 Q3|: 2022-07-01/2022-09-30
|third quarter of 2021|: 2021-07-01/2021-09-30
|third-quarter 2021|: 2021-07-01/2021-09-30
|first half of 2022|: 2022-01-01/2022-06-30
|H1 2022|: 2022-01-01/2022-06-30
|summer 2020|: 2020-06-01/2020-09-23
the |Fall of 2024|: 2024-09-01/2024-12-21
the |winter of 1944-45|: 1944-12-01/1945-03-21
|mid-2020|: 2020-03-26/2020-10-07
|early May 2023|: 2023-05-01/2023-05-13
|late 2019|: 2019-07-26/2019-12-31
|early to mid-2020|: 2020-01-01/2020-10-07
by the |end of 2020|: 2020-07-26/2020-12-31
the |beginning of May 2023|: 2023-05-01/2023-05-13
|fiscal 2024|: 2023-01-01/2025-12-31
|FY2024|: 2023-01-01/2025-12-31
|fiscal year 2021/22|: 2021-01-01/2022-12-31
in |twenty-eleven|: 2011-01-01/2011-12-31
in |nineteen forty-five|: 1945-01-01/1945-12-31
since |two thousand and twenty|, it: 2020-01-01/2020-12-31
"""
RANGES = """
|20 March to 22 April 1923|: 1923-03-20/1923-04-22
|20 December to 5 January 1923|: 1922-12-20/1923-01-05
|May 30 - June 2, 2023|: 2023-05-30/2023-06-02
|12-14 May 2023|: 2023-05-12/2023-05-14
|12th to 14th May 2023|: 2023-05-12/2023-05-14
|May 12–14, 2023|: 2023-05-12/2023-05-14
between |3 and 5 May 2020|: 2020-05-03/2020-05-05
|12 May 2023–14 May 2023|: 2023-05-12/2023-05-14
|March–May 2021|: 2021-03-01/2021-05-31
|November to January 2021|: 2020-11-01/2021-01-31
from |August 1953 through December 1987|: 1953-08-01/1987-12-31
between |August 1, 1953, and December 31, 1956|: 1953-08-01/1956-12-31
|1916–18|: 1916-01-01/1918-12-31
|1999–2000|: 1999-01-01/2000-12-31
|1999-00|: 1999-01-01/2000-12-31
|1965 to 1969|: 1965-01-01/1969-12-31
from |1962 until 1974|: 1962-01-01/1974-12-31
between |1962 and 1970|: 1962-01-01/1970-12-31
McPherson (|1929–2012|) was: 1929-01-01/2012-12-31
"""


def rows(table):
    for row in table.strip().splitlines():
        marked, _, expected = row.rpartition(":")
        before, inside, after = marked.split("|")
        yield pytest.param(before + inside + after, inside, expected.strip(), id=marked)


@pytest.mark.parametrize(("text", "date_text", "expected"), [*rows(FULL), *rows(PERIODS), *rows(RANGES)])
def test_a_written_date_names_its_days(text, date_text, expected):
    expression = only(text)
    assert expression.span.of(text) == date_text
    assert written(expression) == expected


@pytest.mark.parametrize(
    ("text", "weekday", "expected"),
    [
        ("Fri., May 12, 2023", "Fri", "2023-05-12"),
        ("on Friday, 12 May 2023", "Friday", "2023-05-12"),
        ("FRIDAY 12 MAY 2023, 1800", "FRIDAY", "2023-05-12"),
        ("Sat 13 May 2023", "Sat", "2023-05-13"),
        ("Friday the 12th of May 2023", "Friday", "2023-05-12"),
        ("12 May 2023 (Friday)", "Friday", "2023-05-12"),
        ("Thursday 12 May 2023", "Thursday", "2023-05-12"),
        ("on Wednesday, 10 May", "Wednesday", ""),
        ("Wednesday (May 10)", "Wednesday", ""),
    ],
)
def test_a_weekday_beside_a_date_has_its_own_span(text, weekday, expected):
    expression = only(text)
    assert expression.weekday_span.of(text) == weekday
    assert not expression.span.overlaps(expression.weekday_span)
    assert expression.weekday.name.startswith(weekday.upper()[:3])
    assert written(expression) == expected


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("10 May", 5, 10),
        ("the 28th of May", 5, 28),
        ("on May 12th", 5, 12),
        ("February 29", 2, 29),
        ("in March, he", 3, None),
        ("since July", 7, None),
        ("mid-May", 5, None),
        ("in early June", 6, None),
        ("12–14 May", 5, None),
        ("last July", 7, None),
    ],
)
def test_a_date_without_its_year_keeps_month_and_day(text, month, day):
    expression = only(text)
    assert (expression.range, expression.month, expression.day) == (None, month, day)


def test_the_order_of_day_and_month_is_asked_for_where_both_are_possible():
    assert only("12/05/2023").range is None
    assert only("12/05/2023", Order.DAY_FIRST).range == on_day(2023, 5, 12)
    assert only("12/05/2023", Order.MONTH_FIRST).range == on_day(2023, 12, 5)
    assert only("13/05/2023", Order.MONTH_FIRST).range == on_day(2023, 5, 13)


ROLES = """
on |12 May 2023|: on
in |May 2023|: in
during the |1990s|: in
at the |end of 2020|: in
since |2011|, Syria: since
Since the |start of 2021|: since
until |1279| and: until
up to |2009|: until
by |1907|: by
before |1967|: before
prior to |May 2023|: before
after |1968|, he: after
on or after |October 1, 2018|: after
from |1991| on: from
from |1962 to 1974|: between
between |1962 and 1970|: between
from |9 to 12 May 2023|: between
the Act of |2014|: of
the French Confession of |1559| shows: of
the season of |1971–72|: of
circa |1455|: about
as of |31 August 2009|: as of
the |2018| ministers: attributive
the |1979| Islamic Revolution: attributive
|1979| Islamic Revolution: attributive
won |2014| Scottish Challenge Cup: attributive
NASA's |2019| budget: attributive
In a |1981| interview: attributive
the |12 May| meeting: attributive
after the |July 2020| agreement: attributive
the |2000| election: attributive
following the |2011| outbreak: attributive
post-|2011| Syria: after
pre-|1979| Iran: before
six months ended |June 30, 2022|:
Blue Love (|2003|):
born |1929|:
in season |1902–03| the:
as early as |1519|:
the |1990s| saw:
"""


@pytest.mark.parametrize(("text", "date_text", "role"), list(rows(ROLES)))
def test_the_word_before_a_date_gives_its_role(text, date_text, role):
    expression = only(text)
    assert expression.span.of(text) == date_text
    assert expression.role == role


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 1954, 1963 and 1976, it", ["1954", "1963", "1976"]),
        ("the 2012 and 2013 seasons", ["2012", "2013"]),
        ("in 1965 and 1969", ["1965", "1969"]),
        ("In 2023, 1500 people came", ["2023"]),
        ("In 1990, 1250 gulls were counted", ["1990"]),
    ],
)
def test_a_list_of_years_goes_on_in_one_sense(text, years):
    expressions = found(text)
    assert [span for span, _ in expressions] == years
    assert len({expression.role for _, expression in expressions}) == 1


NO_DATES = """
the 2023 people who came
in 2011 tonnes of grain
in 2000 cases out of 3000
at 2100 women and 1900 sailors
$2000 and € 1999 and 2,000
USD 1500
2000 km, 1500m, 1200°C
after 1850 metres
about 1187 people
a crowd of 1944
a total of 1850 and
an army of 2000.
fell by 1944
rose from 1500 to 1800
between 1500 and 2000 people
from 2011 to 1990
in section 2015 of
in section 2015.1
page 1984, pp. 1921–22
§ 1983 and No. 2011
version 1.2.2023 and v2020
flight 1549 landed in room 2011
UN resolution 1701 says
call 1-800-827-1000
202-358-1501
CVE-2025-27219
https://example.org/2013/06/30
10.1145/3486606
1.2.3.2010
at 1800 hours, by 1830 GMT, until 1800
a score of 1024-768
in 999 or 2101 or 20111
the 5th century BC
31 February 2023 was
29 February 2023 was
31/31/2023
14-12 May 2023
in 1080p and 2000AD
you may 12 times
they march 12 miles
he sat down; the sun set
May I? March on! August company
Theresa May said June was late
Prime Minister May resigned
every Monday, on Mondays, each Friday
Monday to Friday, Monday through Friday
the Sunday Times, Black Friday, Good Friday
Sheffield Wednesday won
Friday prayers
a Friday, any Tuesday
over the last week, in the past year
the last day of all
nearly twelve years ago, about a year ago
two or three years ago, 10 to 12 years ago
two hundred years ago, one hundred and twelve years ago
1.5 years ago, 10,000 years ago, 10 000 years ago and two and a half years ago
today's Iran, (today, the Glenn centre)
Today the gallery is open
the tonight show
a few days later, some weeks ago
1617 Sixth Avenue House
"""


@pytest.mark.parametrize("text", NO_DATES.strip().splitlines())
def test_what_is_not_surely_a_date_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "weekday", "role", "step"),
    [
        ("on Wednesday that", Weekday.WEDNESDAY, "on", None),
        ("On Monday President Raisi", Weekday.MONDAY, "on", None),
        ("he said Wednesday after talks", Weekday.WEDNESDAY, "", None),
        ("Wednesday's meeting", Weekday.WEDNESDAY, "", None),
        ("Wednesday morning", Weekday.WEDNESDAY, "", None),
        ("since Monday", Weekday.MONDAY, "since", None),
        ("last Wednesday", Weekday.WEDNESDAY, "", Relative(-1, Unit.WEEK, Anchor.DOCUMENT)),
        ("Next Tuesday", Weekday.TUESDAY, "", Relative(1, Unit.WEEK, Anchor.DOCUMENT)),
        ("the following Sunday", Weekday.SUNDAY, "", Relative(1, Unit.WEEK, Anchor.EVENT)),
    ],
)
def test_a_weekday_alone(text, weekday, role, step):
    expression = only(text)
    assert (expression.weekday, expression.role, expression.relative) == (weekday, role, step)
    assert expression.range is None
    assert expression.weekday_span.of(text) == weekday.name.title()


def test_dates_come_in_the_order_of_the_text():
    text = "Last week, on Wednesday 10 May 2023, he recalled 2011 and the talks of July 2020; two days later he left."
    assert [span for span, _ in found(text)] == ["Last week", "10 May 2023", "July 2020", "two days later"]


@pytest.mark.parametrize("tables", [{}, {"calendar": {}}, {"numbers": {}}, {"calendar": {"months": {"may": ["May"]}}}])
def test_missing_tables_only_leave_out_the_dates_that_need_them(tables):
    text = "In 2011 and on 2023-05-12, last Friday, two days later, 12 May 2023, the 20th century"
    expressions = find_dates(text, calendar(tables))
    assert {"2011", "2023-05-12"} <= {each.span.of(text) for each in expressions}


WORDS = """12 05 2023 1999 -00 May may Sept. september FRI Friday , . - – / ( ) ~ of the in since between and to from
last next this early mid end 1990s 20th century third quarter Q3 summer fiscal twenty eleven nineteen two thousand
ago later days weeks years a one first second 12th $ % people é"""
# Letters and figures that equal plain ones only when case or script is folded, and a separator that ends no line.
PIECES = [*WORDS.split(), "ſecond", "laſt", "wee\u212a", "\u0661\u0662", "\n", "\u2028"]
SPACED = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
CLOSE = st.lists(st.sampled_from([*PIECES, " ", " ", " "]), max_size=30).map("".join)


@settings(deadline=None)
@given(st.text() | SPACED | CLOSE, st.none() | st.sampled_from(Order), st.none() | st.dates())
def test_any_text_is_read_without_complaint(text, order, reference):
    end = 0
    for expression in find_dates(text, ENGLISH, order):
        spans = [span for span in (expression.span, expression.weekday_span) if span is not None]
        start = min(span.start for span in spans)
        assert end <= start
        assert all(Span(0, len(text)).contains(span) and len(span) for span in spans)
        end = expression.span.end
        resolved = resolve(expression, reference)
        assert expression.range is None or resolved == expression.range
