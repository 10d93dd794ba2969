"""Which offices agree and which exclude each other."""

import pytest

import desk
from factlint.model import Slot
from factlint.values.office import agree, differs, exclude


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
        ("Senior Research Scientist", "Research Scientist"),
        ("Lumen, Inc. President", "President of Lumen Corp."),
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
        ("Senior Research Scientist", "Junior Research Scientist"),
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
        ("Navigation Engineer", "Software Engineer"),
    ],
)
def test_offices_that_one_person_may_hold_together(claim, fact):
    assert not agree(office(claim), office(fact))
    assert not exclude(office(claim), office(fact))


def named(words):
    [statement] = desk.account(f"Anne Larsen is {words}.").about(Slot.OFFICE)
    return statement.value


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("a navigation engineer", "a propulsion engineer"),
        ("the experiments manager", "the project manager"),
        ("the fitness coach", "the goalkeeping coach"),
        ("the finance director", "the sales director"),
        ("the science editor", "the fashion editor"),
        ("a senior research scientist", "a junior research scientist"),
        ("the chief engineer", "the deputy chief engineer"),
        ("the chief engineer", "a principal engineer"),
        ("an assistant professor", "an associate professor"),
        ("the chief executive", "the chief financial officer"),
        ("the curator of prints", "the curator of drawings"),
        ("the assistant coach", "the head coach"),
        ("the head of Silent Valley", "the head of Mellow Harbour"),
        ("a professor at the University of Bergen", "a professor at the University of Oslo"),
    ],
)
def test_offices_that_one_telling_part_makes_two(claim, fact):
    assert differs(named(claim), named(fact))
    assert not agree(named(claim), named(fact))


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("the CEO", "the chief executive"),
        ("the Corvid principal investigator", "the principal investigator of ESA's Corvid mission"),
        ("the ESA director", "the director of the European Space Agency"),
        ("a research scientist", "a senior research scientist"),
        ("the goalkeeping coach", "the goalkeeper coach"),
        ("the programme manager", "the manager"),
        ("a Corvid co-investigator", "a JPL co-investigator"),
        ("the finance director", "the treasurer"),
        ("a young coach", "a veteran coach"),
        ("the chief executive of Lumen", "the chief executive of Vestas"),
        ("the general manager", "the project manager"),
        ("the lead engineer", "the chief engineer"),
        ("a professor", "an associate professor"),
        ("the finance director of Lumen Bank", "the sales director of Vestas Bank"),
    ],
)
def test_offices_that_may_be_one_in_other_words(claim, fact):
    assert not differs(named(claim), named(fact))


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
