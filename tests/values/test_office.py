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
        ("Vice Chairman", "Deputy Chairman"),
        ("Vice President", "Executive Vice President"),
        ("Professor", "Associate Professor"),
        ("Oslo University President", "President of the University of Oslo"),
        ("University President", "President of the University of Oslo"),
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
        ("Assistant General Counsel", "Associate General Counsel"),
        ("Assistant Director", "Deputy Director"),
        ("Senior Vice President", "Executive Vice President"),
        ("Assistant Professor", "Associate Professor"),
        ("Chief Executive Officer", "Chief Financial Officer"),
        ("President of the University of Bergen", "President of the University of Oslo"),
    ],
)
def test_excluding_offices(claim, fact):
    assert exclude(office(claim), office(fact))
    assert not agree(office(claim), office(fact))


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("Chairman", "Chief Executive"),
        ("Founder", "President"),
        ("Lumen CEO", "Vestas CEO"),
        ("Bishop", "Archbishop"),
        ("Ambassador to Norway", "Ambassador to Peru"),
    ],
)
def test_offices_that_one_person_may_hold_together(claim, fact):
    assert not agree(office(claim), office(fact))
    assert not exclude(office(claim), office(fact))


def relation(words):
    [statement] = desk.account(f"Clara Holm, {words}, spoke.").about(Slot.OFFICE)
    return statement.value


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("niece of Anna Berg", "Anna Berg's niece"),
        ("widow of Karl Dahl", "wife of Karl Dahl"),
        ("child of Anna Berg", "daughter of Anna Berg"),
        ("stepdaughter of Anna Berg", "daughter of Anna Berg"),
    ],
)
def test_agreeing_kinships(claim, fact):
    assert agree(relation(claim), relation(fact))
    assert not exclude(relation(claim), relation(fact))


def test_one_person_is_not_two_relatives_of_another():
    assert exclude(relation("daughter of Anna Berg"), relation("niece of Anna Berg"))


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("wife of Karl Dahl", "mother of Nils Dahl"),
        ("daughter of Anna Berg", "daughter of Nils Berg"),
        ("daughter of Berg", "niece of Anna Berg"),
    ],
)
def test_kinships_that_hold_together(claim, fact):
    assert not exclude(relation(claim), relation(fact))


def test_a_relative_may_hold_an_office():
    assert not exclude(relation("niece of Anna Berg"), office("Director"))
    assert not agree(relation("niece of Anna Berg"), office("Director"))
