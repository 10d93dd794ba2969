"""Relatives whom the sources make others."""

import pytest

import desk

NAMED = "Anna Berg came with her niece, the Geneva lawyer Clara Berg. Jan Moe is the husband of Anna Berg."
UNNAMED = "In 1998, two friends of Lena Vassi's brother asked her to record a demo of the ballad “Ola”."


def told(source, draft):
    return [(f.rule, f.text, f.suggestions) for f in desk.findings([source], draft)]


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("Anna Berg sent her daughter Clara to Oslo.", "daughter", ("niece",)),
        ("Clara Berg's mother, Anna Berg, was proud.", "mother", ()),
        ("Jan Moe, a cousin of Anna Berg, drove.", "cousin", ("husband",)),
    ],
)
def test_two_people_are_the_relatives_that_the_sources_make_them(draft, wrong, right):
    assert told(NAMED, draft) == [("wrong-role", wrong, right)]


@pytest.mark.parametrize(
    "draft",
    [
        "Clara Berg's aunt, Anna Berg, was proud.",
        "Anna Berg is Jan Moe's wife.",
        # Other people: a namesake, another Clara.
        "Karl Berg, the father of Clara Berg, was proud.",
        "Anna Holm's daughter Clara sang.",
        # A bond of another kind may be beside it.
        "Anna Berg, godmother of Clara Berg, was proud.",
        "Clara Berg is not Anna Berg's daughter.",
    ],
)
def test_a_relative_stands_that_may_be_one(draft):
    assert told(NAMED, draft) == []


def test_an_unnamed_relative_is_told_by_the_statement():
    draft = "Two friends of Lena Vassi's {} asked her in 1998 to record a demo of the ballad “Ola”."
    assert told(UNNAMED, draft.format("cousin")) == [("wrong-role", "cousin", ("brother",))]
    assert told(UNNAMED, draft.format("brother")) == []
    assert told(f"{UNNAMED} Her cousin paid.", draft.format("cousin")) == []
    assert told(UNNAMED, "Lena Vassi's cousin recorded it.") == []
