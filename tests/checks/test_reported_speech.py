"""What the draft reports from one person, and the sources from another."""

import pytest

import desk

SOURCE = (
    "Finance minister Lena Hartmann told parliament that the new port tax would cost small exporters 40 million euros. "
    "Opposition leader Marek Dudek attacked the budget.\n\n"
    "Coach Bram Visser blamed the heat for the injuries of three young defenders in Seville. Captain Yara Costa said "
    "the team would refuse to play on the frozen pitch in Narvik. Visser and Costa praised the goalkeeper's calm hands."
)


def told(draft, source=SOURCE):
    return [(f.rule, f.text, f.suggestions) for f in desk.findings((source,), draft)]


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("Marek Dudek said the new port tax would cost small exporters 40 million euros.", "Marek Dudek",
         "Lena Hartmann"),
        ("Yara Costa blamed the heat in Seville for the injuries of three young defenders.", "Yara Costa",
         "Bram Visser"),
        ("Bram Visser said that on the frozen pitch in Narvik the team would refuse to play.", "Bram Visser",
         "Yara Costa"),
    ],
)  # fmt: skip
def test_a_statement_of_another(draft, wrong, right):
    assert told(draft) == [("misattributed-quote", wrong, (right,))]


@pytest.mark.parametrize(
    "draft",
    [
        "Lena Hartmann said the new port tax would cost small exporters 40 million euros.",
        "Marek Dudek asked whether the new port tax would cost small exporters 40 million euros.",
        "Marek Dudek denied that the new port tax would cost small exporters 40 million euros.",
        "Marek Dudek said with Hartmann that the new port tax would cost small exporters 40 million euros.",
        "Marek Dudek said the new port tax and the budget would cost small farmers and bakers 40 million euros.",
        "Bram Visser praised the goalkeeper's calm hands.",
        "Ines Roth said the heat was no excuse for the injuries of three young defenders in Seville.",
        "Bram Visser heard that the team would refuse to play on the frozen pitch in Narvik.",
        "Bram Visser said the team would not refuse to play on the frozen pitch in Narvik.",
    ],
)
def test_what_others_may_say_too_is_left_alone(draft):
    assert told(draft) == []


def test_a_source_that_tells_it_without_a_speaker_is_enough():
    other = SOURCE + "\n\nThe new port tax will cost small exporters 40 million euros."
    assert told("Marek Dudek said the new port tax would cost small exporters 40 million euros.", other) == []
