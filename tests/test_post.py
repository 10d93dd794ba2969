"""Whose an office is where the text leaves the country to be understood."""

import pytest

import desk
from factlint.model import Slot
from factlint.post import Posts


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Danish Defence Minister Lars Holm, in Norway for a day, met Defence Minister Ole Viken.", "Norway"),
        (
            "Denmark and Norway met. Danish Defence Minister Lars Holm spoke. Defence Minister Ole Viken spoke.",
            "Norway",
        ),
        ("Danish Defence Minister Lars Holm met Defence Minister Ole Viken in Norway on his way to Peru.", None),
        ("Danish Defence Minister Lars Holm met Defence Minister Ole Viken.", None),
        ("In Norway, Chairman Ole Viken of the Port Board spoke.", None),
    ],
)
def test_the_one_country_that_has_no_other_holder_is_meant(text, country):
    account = desk.account(text)
    found = [Posts(account).of(said) for said in account.about(Slot.OFFICE) if str(said.subject[0]) == "Ole Viken"]
    assert [office.country for office in found] == [country]
