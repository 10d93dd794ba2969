"""What the dates of a document are of."""

import desk
from factlint.dated import dates_of, reckoned
from factlint.values.when import Parts


def only(text):
    [dated] = dates_of(desk.account(text))
    return dated


def test_a_lone_date_is_of_what_stands_behind_it():
    assert {"mayor", "bridg"} <= only("Hollin: **9 June 1934.** The mayor opens the bridge.").words


def test_an_answer_is_of_what_its_question_asks():
    dated = only("When did the painter Odile Brandt die?\n\nOn 30 August 1946, in Hollin.")
    assert {"painter", "brandt"} <= dated.words


def test_a_cell_is_of_its_row_and_of_the_head_of_its_column():
    dated = only("| Bridge | Opened |\n|---|---|\n| Hollin | 9 June 1934 |")
    assert {"hollin", "open"} <= dated.words
    assert "bridg" not in dated.words


def test_the_words_nearest_to_a_date_end_at_the_other_dates():
    first, last = dates_of(desk.account("The council met on 3 May 2011 and signed a contract on 17 May 2011."))
    assert ("meet" in first.near, "contract" in first.near) == (True, False)
    assert ("council" in last.near, "contract" in last.near) == (False, True)


def test_a_range_in_brackets_behind_a_name_is_a_life():
    birth, death = dates_of(desk.account("Odile Brandt (4 April 1871 – 30 August 1946) wrote of the sea."))
    assert (birth.event, death.event) == ("birth", "death")


def test_a_range_in_brackets_behind_a_common_word_is_none():
    events = {dated.event for dated in dates_of(desk.account("It was a long war (4 April 1871 – 30 August 1872)."))}
    assert events == {""}


def test_a_birth_is_not_told_of_what_is_joined_behind_it():
    dated = only("She was born in Hollin, and moved to the city in 1890.")
    assert dated.event == ""


def test_a_documents_own_day_is_of_what_its_title_tells():
    account = desk.account("---\ntitle: Hollin opens its bridge\ndate: 1934-06-09\n---\n\nIt rained on Thursday.")
    own, thursday = reckoned(account)
    assert (own.parts, own.is_reckoned) == (Parts(1934, 6, 9), False)
    assert own.words >= {"hollin", "bridg"}
    assert own.statement.span.of(account.document.text) == "1934-06-09"
    assert (thursday.parts, thursday.is_reckoned) == (Parts(1934, 6, 7), True)


def test_a_document_without_a_day_has_none_reckoned():
    account = desk.account("# Hollin\n\nIt rained on Thursday.")
    assert account.date is None
    assert list(reckoned(account)) == []
