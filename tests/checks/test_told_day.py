"""Lone weekdays and days told by a distance that the sources contradict, and those that only look so."""

import pytest

import desk
from factlint.check import check
from factlint.index import build
from factlint.model import Settings

TRIAL = """Judge Anna Holt opened the trial of the banker Piet Marrow in Sarn on Wednesday. Holt also heard the
accountant Lea Brandt on Wednesday for three hours. On Friday the court visited the vault of the Sarn savings bank.

The police said on Monday that a fire had destroyed the mill at Oldra.

Lund United beat Marrow Rovers 3-1 in the cup at Lund on Saturday."""
CRANE = """The harbour crane at Oldra collapsed on 14 March 2019 during a storm. Two days later the port authority
closed the western pier."""


def told(draft):
    sources = build(desk.account(text, path) for text, path in ((TRIAL, "trial.md"), (CRANE, "crane.md")))
    found = check(desk.account(draft), sources, desk.rules(), Settings())
    return [(each.text, *each.suggestions) for each in found if each.rule == "wrong-date"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Judge Anna Holt opened the trial of the banker Piet Marrow in Sarn on Tuesday.", ("Tuesday", "Wednesday")),
        ("On Thursday the court visited the vault of the Sarn savings bank.", ("Thursday", "Friday")),
        (
            "Judge Holt opened the trial of Piet Marrow in Sarn on Wednesday. On the next day, Holt also heard the "
            "accountant Lea Brandt for three hours.",
            ("next day", "same day"),
        ),
        (
            "The harbour crane at Oldra collapsed on 14 March 2019. The next day the port authority closed the western "
            "pier.",
            ("next day",),
        ),
        ("The harbour crane at Oldra collapsed on Friday during a storm.", ("Friday", "Thursday")),
        ("One Sunday afternoon Lund United beat Marrow Rovers in the cup at Lund.", ("Sunday", "Saturday")),
    ],
)
def test_another_day_for_the_same_event_is_wrong(draft, expected):
    assert told(draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "Judge Holt opened the trial of Piet Marrow in Sarn on Wednesday. The same day, Holt heard Lea Brandt.",
        "Holt will hear the accountant Lea Brandt again on Monday.",
        "Lund United beat Marrow Rovers 2-0 in the cup at Lund on Sunday.",
        "Lund United beat Sarn City in the cup at Lund on Sunday.",
        "A fire destroyed the mill at Oldra on Sunday, the police said.",
        "The harbour crane at Oldra collapsed on 14 March 2019. Two days later the port authority closed the pier.",
        "The harbour crane at Oldra collapsed on 14 March 2019. The day after the funeral the port authority "
        "closed the western pier.",
        "The court sits on Thursday.",
    ],
)
def test_another_event_or_the_same_day_is_left_alone(draft):
    assert told(draft) == []
