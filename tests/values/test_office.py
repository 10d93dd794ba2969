"""Which offices agree and which exclude each other."""

import pytest

import desk
from factlint.model import Slot
from factlint.values.office import agree, exclude


def office(words):
    [statement] = desk.account(f"{words} Anne Larsen spoke.").about(Slot.OFFICE)
    return statement.value


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("Danish Defence Minister", "Denmark's Minister of Defense"),
        ("Defence Minister", "Danish Defense Minister"),
        ("Chief of Staff", "Chief of the General Staff of the Danish Army"),
        ("Leader", "Supreme Leader"),
        ("ANC President", "President of the African National Congress"),
        ("Chairwoman", "Chairman"),
    ],
)
def test_agreeing_offices(claim, fact):
    assert agree(office(claim), office(fact))
    assert not exclude(office(claim), office(fact))


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("Danish Defence Minister", "Danish Foreign Minister"),
        ("Danish Defence Minister", "Norwegian Defence Minister"),
        ("Vice President", "President"),
        ("US Secretary of State", "US National Security Adviser"),
        ("deputy commander", "commander"),
        ("Danish Prime Minister", "Danish Defence Minister"),
        ("Secretary of State", "US National Security Adviser"),
    ],
)
def test_excluding_offices(claim, fact):
    assert exclude(office(claim), office(fact))
    assert not agree(office(claim), office(fact))


@pytest.mark.parametrize(("claim", "fact"), [("Chairman", "Chief Executive"), ("Founder", "President")])
def test_offices_that_one_person_may_hold_together(claim, fact):
    assert not agree(office(claim), office(fact))
    assert not exclude(office(claim), office(fact))
