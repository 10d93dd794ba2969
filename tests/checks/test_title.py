"""Titles before names and letters behind them that the sources rule out."""

import pytest

import desk


def told(source, draft):
    return [(f.rule, f.text, f.suggestions) for f in desk.findings([source], draft)]


@pytest.mark.parametrize(
    ("source", "draft", "wrong", "right"),
    [
        ("Mrs Nora Vik spoke.", "Rev. Nora Vik spoke.", "Rev.", "Mrs"),
        ("Miss Nora Vik sang.", "Mr Nora Vik sang.", "Mr", "Miss"),
        ("Rabbi Levi Stern prayed.", "Imam Levi Stern prayed.", "Imam", "Rabbi"),
        ("Hojatoleslam Reza Karimi spoke.", "Ayatollah Reza Karimi spoke.", "Ayatollah", "Hojatoleslam"),
        ("Provost Nora Vik opened the park.", "Councillor Nora Vik opened the park.", "Councillor", "Provost"),
        ("Sen. Nora Vik spoke.", "Rep. Nora Vik spoke.", "Rep.", "Sen."),
        ("Nora Vik OBE spoke.", "Nora Vik, CBE, spoke.", "CBE", "OBE"),
        ("Nora Vik, M.D., spoke.", "Nora Vik, PhD, spoke.", "PhD", "M.D."),
    ],
)
def test_a_title_is_wrong_where_the_sources_give_one_that_rules_it_out(source, draft, wrong, right):
    assert told(source, draft) == [("wrong-title", wrong, (right,))]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        # Plainer titles are right for all.
        ("Dr Nora Vik spoke.", "Ms Nora Vik spoke."),
        ("Dame Nora Vik spoke.", "Mrs Nora Vik spoke."),
        # A wife under her husband's name, and relatives with one surname.
        ("Mr John Ekdal came.", "Mrs John Ekdal came."),
        ("Mr John Ekdal came.", "John Ekdal came with Dr Ekdal, his wife."),
        ("Mr John Ekdal came.", "Dr John Ekdal Sr. and Dr J. Ekdal paid."),
        ("Mr Ekdal came. John Ekdal paid.", "Dr John Ekdal paid."),
        # Both can be borne.
        ("Rev. Nora Vik spoke.", "Dr Nora Vik spoke."),
        ("Mrs Nora Vik, a surgeon, spoke.", "Dr Nora Vik spoke."),
        ("Mr John Ekdal was knighted in 2004.", "Sir John Ekdal spoke."),
        ("Mr John Ekdal, KCB, came.", "Sir John Ekdal came."),
        ("Nora Vik, MD, Ph.D., spoke.", "Nora Vik, PhD, spoke."),
        ("John Ekdal QC spoke.", "John Ekdal KC spoke."),
        ("John Ekdal, OBE, spoke.", "John Ekdal, PhD, spoke. John Ekdal, CD Box Set."),
        ("Provost Nora Vik opened the council's park.", "Councillor Nora Vik opened the park."),
        ("Sen. Nora Vik, a former governor, spoke.", "Gov. Nora Vik spoke."),
        ("Mayor Nora Vik, a former senator of Ohio, spoke.", "Senator Nora Vik spoke."),
        # A judge's style.
        ("Mr Justice Ekdal sat.", "Sir John Ekdal sat with Mr Justice Ekdal."),
    ],
)
def test_a_title_stands_that_the_sources_leave_open(source, draft):
    assert told(source, draft) == []
