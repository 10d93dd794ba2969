"""How long something has been, against what the sources say of it."""

import pytest

import desk

FOUNDED = "Berg founded the Moss Choir twenty years ago."
SUSPENDED = "After more than a decade of exile Berg is back in Moss."


def told(draft, source):
    return [(f.text, *f.suggestions) for f in desk.findings([source], draft) if f.rule == "wrong-duration"]


@pytest.mark.parametrize(
    ("source", "draft", "found"),
    [
        (FOUNDED, "Berg founded the Moss Choir nine years ago.", ("nine years", "twenty years")),
        (
            SUSPENDED,
            "Moss had exiled Berg less than a decade ago.",
            ("less than a decade", "more than a decade"),
        ),
    ],
)
def test_a_shorter_time_than_the_source_tells_is_marked(source, draft, found):
    assert told(draft, source) == [found]


def test_a_longer_time_is_marked_only_in_texts_of_one_time():
    draft = "Berg founded the Moss Choir forty years ago."
    assert told(draft, FOUNDED) == []
    head = "---\ndate: 2023-09-14\n---\n\n"
    assert told(head + draft, head + FOUNDED) == [("forty years", "twenty years")]
    assert told(head.replace("2023", "2043") + draft, head + FOUNDED) == []


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (SUSPENDED, "Moss had exiled Berg more than ten years ago."),
        (SUSPENDED, "Moss had exiled Berg twelve years ago."),
        (SUSPENDED, "Moss had honoured Berg three years ago."),
        (FOUNDED, "Berg founded the Hull Choir three years ago."),
        (FOUNDED, "Berg left the Moss Choir three years ago."),
        (FOUNDED, "“Berg founded the Moss Choir three years ago,” he joked."),
    ],
)
def test_other_deeds_and_lengths_that_fit_are_left_alone(source, draft):
    assert told(draft, source) == []
