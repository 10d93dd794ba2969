"""When sources were written: by their own dates, or by what they tell and share; never assumed."""

import pytest

import desk
from factlint.model import Slot

DATED = "OSLO, 7 June 2021 - Danish Defence Minister Karl Nygaard met Danish Foreign Minister Jens Lund."


def datings(*sources):
    index = desk.index(sources)
    return [index.timeline.of(account.document) for account in index.accounts]


def years(days):
    return days and (days.first.year, days.last.year)


def test_a_dated_source_is_of_its_day():
    [found] = datings(DATED)
    assert found.bounds == found.about
    assert (years(found.about), found.ground) == ((2021, 2021), "")


@pytest.mark.parametrize(
    ("clue", "first", "last", "ground"),
    [
        ("The strike in Tarn, now in its third year, began in 2007.", 2009, 2010, "in its third year"),
        ("The strike in Tarn is entering its third year. The strike broke out in 2007.", 2009, 2010,
         "entering its third year"),
        ("The town marked the 40th anniversary of the 1979 flood.", 2019, 2019, "40th anniversary of the 1979"),
        ("The siege, in its fifth year since 2015, goes on.", 2019, 2020, "in its fifth year"),
        ("Four years ago, in 2014, the mill burned.", 2018, 2018, "Four years ago, in 2014"),
        ("The mill burned in 2014, four years ago.", 2018, 2018, "2014, four years ago"),
        ("After last year’s 2017 election the mayor left.", 2018, 2018, "last year’s 2017"),
        ("It is to open next year, in 2024.", 2023, 2023, "next year, in 2024"),
        ("It is now twelve years after the 2011 flood.", 2023, 2024, "twelve years after the 2011"),
        ("Twelve years after the flood of 2011, Tarn is dry.", 2023, 2024, "Twelve years after the flood of 2011"),
        ("The town marked the tenth anniversary of the 1979 flood.", 1989, 1989, "tenth anniversary of the 1979"),
    ],
)  # fmt: skip
def test_what_is_counted_in_years_dates_a_text(clue, first, last, ground):
    [found] = datings(clue)
    assert years(found.about) == (first, last)
    assert (found.bounds, found.ground) == (found.about, f"“{ground}”")


def test_another_source_may_tell_when_it_began():
    found, _ = datings("The strike in Tarn, now in its third year, goes on.", "The strike in Tarn began in 2007.")
    assert years(found.about) == (2009, 2010)


def test_a_beginning_that_the_text_itself_makes_impossible_is_passed_over():
    told = (
        "The strike in Tarn, now in its third year, began in 2007. Tarn was founded in 1901. The mill closed in 2008."
    )
    assert years(datings(told)[0].about) == (2009, 2010)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing tells.",
        "The strike in Tarn, now in its third year, goes on.",
        "The strike in Tarn was in its third year when the mill closed in 1960; it began in 1958.",
        "The strike in Tarn, now in its third year, goes on. In 2007 a war began in Peru.",
        "The 40th anniversary of the 1979 flood was marked in 2019.",
        "She said in 1950 that four years ago, in 1946, she was poor.",
        "“Four years ago, in 2014, I was young,” she told the court.",
        "Four years ago, in 2014, the mill burned. The tenth anniversary of the 2010 flood is near.",
        "The bridge opened ten years after the 2001 flood and is known far and wide.",
        "Four years ago the mill burned, and in 2014 so did the inn.",
        "A year later, in 2014, the mill burned.",
    ],
)
def test_nothing_is_assumed_where_nothing_tells(text):
    assert datings(text)[0].about is None


@pytest.mark.parametrize("future", ["It will reopen in 2045.", "It is set to open in 2045.", "It was to open by 2045."])
def test_a_text_is_later_than_the_past_that_it_tells_and_not_than_its_plans(future):
    [found] = datings(f"The mill closed in 1960. {future}")
    assert (years(found.bounds), found.about, found.ground) == ((1960, 9999), None, "“1960”")


def test_two_holders_of_offices_place_a_text():
    _, found = datings(DATED, "Danish Defence Minister Karl Nygaard and Foreign Minister Jens Lund of Denmark left.")
    assert (years(found.about), found.ground) == ((2021, 2021), "seeds/0.txt")


def test_a_holder_and_a_quotation_place_a_text():
    said = "“We shall never forget what our true friends have done for us.”"
    _, found = datings(f"{DATED} {said}", f"Danish Defence Minister Karl Nygaard spoke: {said}")
    assert years(found.about) == (2021, 2021)


@pytest.mark.parametrize(
    "text",
    [
        "Danish Defence Minister Karl Nygaard left.",
        "Danish Defence Minister Anne Larsen met Danish Foreign Minister Jens Lund and King Karl Nygaard.",
        "The former Danish defence minister, Karl Nygaard, met the former Danish foreign minister, Jens Lund.",
    ],
)
def test_one_holder_does_not_place_a_text_nor_do_others_with_another_in_the_same_office(text):
    assert datings(DATED, text)[1].about is None


def test_who_is_called_former_was_in_office_before():
    former = "OSLO, 3 May 2019 - The former Danish health minister, Anne Holm, spoke."
    found, _ = datings("Danish health minister Anne Holm opened the clinic.", former)
    assert years(found.bounds) == (1, 2019)


def when(source):
    index = desk.index([source])
    return [index.timeline.when(fact) for entity in index.entities for fact in entity.of(Slot.OFFICE)]


@pytest.mark.parametrize(
    ("office", "bounds", "about"),
    [
        ("Danish health minister Anne Holm spoke.", (2019, 2019), (2019, 2019)),
        ("In 2011 Danish health minister Anne Holm spoke.", (2011, 2011), (2011, 2011)),
        ("The former Danish health minister, Anne Holm, spoke.", (1, 2019), None),
        ("In 2011 the former Danish health minister, Anne Holm, spoke.", (1, 2011), None),
        ("Anne Holm was Danish health minister.", (1, 2019), None),
        ("In 2011 Anne Holm, then Danish health minister, spoke.", (2011, 2011), (2011, 2011)),
    ],
)
def test_an_office_is_held_at_the_time_told_or_at_that_of_the_text(office, bounds, about):
    [found] = when(f"date: 2019-05-03\n\n{office}")
    assert (years(found.bounds), years(found.about)) == (bounds, about)
