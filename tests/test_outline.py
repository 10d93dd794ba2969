"""The outline of a document."""

import desk
from factlint.outline import outline

DRAFT = """\
# Harbour talks

Finance Minister Anne Tessalin came to Oslo. Tessalin said: “We told Carl Delun that nobody will sail.”

## The deal

Anne Tessalin signed with the Marrowick Harbour Board.

# Afterwards

They “sailed”.
"""


def lines(entries, depth=0):
    for each in entries:
        yield f"{'  ' * depth}{each.kind}: {each.text}" + (f" ({each.detail})" if each.detail else "")
        yield from lines(each.inside, depth + 1)


def test_headings_hold_what_is_under_them():
    assert list(lines(outline(desk.account(DRAFT)))) == [
        "heading: Harbour talks",
        "  person: Anne Tessalin (Finance Minister)",
        "  place: Oslo",
        "  quotation: We told Carl Delun that nobody will sail. (Anne Tessalin)",
        "    person: Carl Delun",
        "  heading: The deal",
        "    person: Anne Tessalin (Finance Minister)",
        "    organisation: Marrowick Harbour Board",
        "heading: Afterwards",
    ]


def test_what_is_inside_lies_within():
    def check(entries):
        for each in entries:
            assert each.whole.contains(each.own)
            assert all(each.whole.contains(other.whole) for other in each.inside)
            check(each.inside)

    found = outline(desk.account(DRAFT))
    check(found)
    assert found[0].whole.of(DRAFT).startswith("# Harbour talks")
    assert found[0].whole.of(DRAFT).endswith("Harbour Board.")
    assert found[0].own.of(DRAFT) == "Harbour talks"


def test_headings_whose_depth_is_not_told_stand_side_by_side():
    account = desk.account(
        "THE TALKS\n\nAnne Tessalin came to Marrowick again.\n\nTHE DEAL\n\nShe signed it there.\n", "a.txt"
    )
    assert all(each.kind != "heading" for top in outline(account) for each in top.inside)


def test_a_document_without_headings():
    assert [each.text for each in outline(desk.account("Anne Tessalin came."))] == ["Anne Tessalin"]
    assert outline(desk.account("")) == ()
