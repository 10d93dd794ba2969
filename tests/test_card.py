"""What the sources say about a name, for a hover."""

import desk
from factlint.card import card_at

SOURCES = ["Danish Prime Minister Anne Larsen spoke.", "Anne Larsen, the prime minister, left. Larsen slept."]
DRAFT = "We saw Larsen and Mr Berg."


def card(offset):
    return card_at(desk.account(DRAFT), desk.index(SOURCES), offset)


def test_card_of_a_known_name():
    found = card(DRAFT.index("Larsen") + 2)
    assert found.title == "Anne Larsen"
    assert found.span.of(DRAFT) == "Larsen"
    assert [(line.text, line.sources) for line in found.spellings] == [("Anne Larsen", 2), ("Larsen", 1)]
    assert {line.text for line in found.roles} == {"Danish Prime Minister", "prime minister"}
    assert all(line.evidence for line in (*found.spellings, *found.roles))


def test_no_card_for_an_unknown_name_or_other_words():
    assert card(DRAFT.index("Berg")) is None
    assert card(DRAFT.index("saw")) is None
