"""Quotations that the draft gives to somebody else than the sources do."""

import pytest

import desk

SOURCE = (
    "Harbour master Ingrid Solvang opened the quay. “The quay will serve small boats first,” Solvang said. "
    "Mayor Pavel Novak disagreed. “Small boats do not pay for concrete,” Novak said. "
    "Engineer Tomas Ibarra said: “My teacher Ulla Brandt used to say that water finds the weakest joint.” "
    "Ibarra called the mayor “a man of sudden enthusiasms”."
)


def told(draft, sources=(SOURCE,), path="draft.md"):
    return [(f.rule, f.text, f.suggestions) for f in desk.findings(sources, draft, path)]


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("“The quay will serve small boats,” said Pavel Novak.", "Pavel Novak", ("Ingrid Solvang",)),
        ("Ingrid Solvang came. Pavel Novak: “Solvang is late.” “Small boats do not pay for concrete,” Solvang said.",
         "Solvang", ("Pavel Novak",)),
        ("“The quay will serve small boats,” Pavel Novak told Ingrid Solvang.", "Pavel Novak", ()),
        ("Mayor Pavel Novak came. “The quay will serve small boats,” the mayor said.", "the mayor",
         ("Ingrid Solvang",)),
        ("Pavel Novak was “a man of sudden enthusiasms”, according to Ingrid Solvang.", "Ingrid Solvang",
         ("Tomas Ibarra",)),
    ],
)  # fmt: skip
def test_words_of_another(draft, wrong, right):
    assert told(draft) == [("misattributed-quote", wrong, right)]


@pytest.mark.parametrize(
    "draft",
    [
        "Ulla Brandt used to say that “water finds the weakest joint”.",
        "Pavel Novak listened. “The quay will serve small boats,” he heard.",
        "Pavel Novak repeated: “The quay will serve small boats.”",
        "Pavel Novak said Solvang's claim that “the quay will serve small boats” was wrong.",
        "Liv Moe said that “the quay will serve small boats”.",
        "Pavel Novak and Ingrid Solvang said “the quay will serve small boats”.",
    ],
)
def test_who_may_say_it_too_is_left_alone(draft):
    assert told(draft) == []


def test_one_source_that_gives_the_words_to_the_speaker_is_enough():
    other = "“The quay will serve small boats,” Pavel Novak said."
    assert told("Pavel Novak said: “The quay will serve small boats.”", (SOURCE, other)) == []


def test_two_names_of_one_person_are_one():
    source = "Mark Falk, born Samuel Lind, wrote: “The river is wider than any map of it.”"
    assert told("Samuel Lind wrote: “The river is wider than any map of it.”", (source,)) == []


def test_the_signature_of_a_block_quotation_is_not_quoted():
    source = "“Small boats do not pay for concrete,” the mayor said."
    assert told("> Small boats do not pay for concrete.\n>\n> Liv Moe", (source,)) == []
    assert told("> Small boats do not pay for concrete. — Liv Moe", (source,)) == []


def test_a_short_quotation_is_compared_too():
    source = "The field is “reserved for special events”."
    assert told("The field is “Reserved for major events”.", (source,)) == [("altered-quote", "major", ("special",))]


PRESS = (
    "The Polar Coast Guard Corps (PCGC) sent its commander-in-chief, Rear Admiral Jonas Eide, to the opening. "
    "The Northern Tribune noted: “Nobody has seen such a crowd on the pier since the herring years.” "
    "Mayor Pavel Novak was cross. “Small boats do not pay for concrete and they never will,” Novak said. "
    "In her book, Helga Brunner writes: “A port is a promise that a town makes to people it has never met.”"
)


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("“Small boats do not pay for concrete and they never will,” the PCGC chief said.", "the PCGC chief",
         "Pavel Novak"),
        ("Jonas Eide sat in the front. “Small boats do not pay for concrete,” he added.", "he", "Pavel Novak"),
        ("“Nobody has seen such a crowd on the pier since the herring years,” noted the Northern Post.",
         "Northern Post", "Northern Tribune"),
        ("Otto Iversen calls a port “a promise that a town makes to people it has never met”.", "Otto Iversen",
         "Helga Brunner"),
    ],
)  # fmt: skip
def test_bodies_pronouns_and_strangers_speak_too(draft, wrong, right):
    assert told(draft, (PRESS,)) == [("misattributed-quote", wrong, (right,))]


@pytest.mark.parametrize(
    "draft",
    [
        "Eide spoke after Pavel Novak. “Small boats do not pay for concrete,” he said.",
        "Eide's rival came in. Jonas Eide waited. “Small boats do not pay for concrete,” he said.",
        "Jonas Eide was there. The mayor was there. “Small boats do not pay for concrete,” he said.",
        "“Nobody has seen such a crowd on the pier since the herring years,” wrote the Tribune.",
        "“Nobody has seen such a crowd on the pier since the herring years,” wrote Asta Holm.",
        "The Evening Post wrote: “Small boats do not pay for concrete and they never will.”",
        "Otto Iversen noted what Helga Brunner says: “A port is a promise that a town makes to people.”",
        "Otto Iversen calls a port “a promise that a town makes”.",
    ],
)
def test_who_may_be_the_right_speaker_is_left_alone(draft):
    assert told(draft, (PRESS,)) == []
