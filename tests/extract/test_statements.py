"""What an account says of a text: who holds what, in which stance, by whom, and exactly where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desk
from factlint.model import Mention, Slot, Stance


def said(text, slot, path="draft.md"):
    return [(str(s.subject[0]), s.span.of(s.document.text)) for s in desk.account(text, path).about(slot)]


@pytest.mark.parametrize(
    ("text", "holder", "office"),
    [
        ("Danish Prime Minister Anne Larsen spoke.", "Anne Larsen", "Danish Prime Minister"),
        ("The prime minister of Denmark, Anne Larsen, spoke.", "Anne Larsen", "prime minister of Denmark"),
        ("Anne Larsen, then the Danish prime minister, spoke.", "Anne Larsen", "Danish prime minister"),
        ("Anne Larsen, who is the chairwoman of the Port Board, spoke.", "Anne Larsen", "chairwoman of the Port Board"),
        ("Denmark's defence minister, Gen. Lars Holm, spoke.", "Lars Holm", "Denmark's defence minister"),
        ("Chief of Staff of the Danish Armed Forces Major General Lars Holm spoke.", "Lars Holm",
         "Chief of Staff of the Danish Armed Forces"),
        ("Vice President Ola Berg spoke.", "Ola Berg", "Vice President"),
    ],
)  # fmt: skip
def test_office_and_its_holder(text, holder, office):
    assert said(text, Slot.OFFICE) == [(holder, office)]


@pytest.mark.parametrize(
    ("text", "holder", "rank"),
    [
        ("Lt. Gen. Lars Holm spoke.", "Lars Holm", "Lt. Gen."),
        ("Lars Holm, a brigadier general, spoke.", "Lars Holm", "brigadier general"),
        ("Lars Holm is a lieutenant general.", "Lars Holm", "lieutenant general"),
    ],
)
def test_rank_and_its_holder(text, holder, rank):
    assert said(text, Slot.RANK) == [(holder, rank)]


def test_surname_stands_for_the_full_name():
    assert ("Anne Larsen", "Larsen") in said("Anne Larsen came. Mr Berg left. Larsen spoke.", Slot.NAME)


def test_name_over_a_line_and_in_markup_is_one_name():
    [(name, text)] = said("We saw Lars\nMikkel **Holm** there.", Slot.NAME)
    assert (name, text) == ("Lars Mikkel Holm", "Lars\nMikkel **Holm")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Anne Larsen is the prime minister.", Stance.ASSERTED),
        ("Officials said Anne Larsen is the prime minister.", Stance.REPORTED),
        ("Anne Larsen is not the prime minister.", Stance.DENIED),
        ("We wrote by mistake that Anne Larsen is the prime minister.", Stance.CORRECTED),
        ("“Surely Anne Larsen is the prime minister of us all,” he wrote.", Stance.QUOTED),
    ],
)
def test_stance(text, stance):
    [statement] = desk.account(text).about(Slot.OFFICE)
    assert statement.stance is stance


def test_speaker_of_a_quotation():
    [quoted] = desk.account("“We will meet again next year,” said Anne Larsen.").about(Slot.QUOTATION)
    assert str(quoted.speaker) == "Anne Larsen"


def test_period_is_the_sentence_s_date_or_the_document_s():
    text = "---\ndate: 2023-05-12\n---\n\nAnne Larsen is prime minister. In 2018 Ola Berg was prime minister."
    first, second = desk.account(text).about(Slot.OFFICE)
    assert (first.period.first.isoformat(), second.period.first.year) == ("2023-05-12", 2018)


def test_code_comments_and_links_say_nothing():
    text = "See `Anne Larsen`, <!-- Ola Berg --> [the page](https://example.org/Lars_Holm).\n\n    Kari Nordmann\n"
    assert said(text, Slot.NAME) == []


PIECES = (
    """Anne Larsen Gen. the minister of Denmark said “ ” , . ** - # 2023 May Wednesday ( IRGC ) | &amp; `x` 😀 é ’s"""
)


@given(st.lists(st.sampled_from([*PIECES.split(), "\n", "\n\n"]), max_size=30))
def test_every_word_of_a_name_stands_where_it_says(words):
    text = " ".join(words)
    account = desk.account(text)
    for statement in account.statements:
        assert 0 <= statement.span.start < statement.span.end <= len(text)
        if isinstance(statement.value, Mention):
            assert tuple(span.of(text) for span in statement.value.words) == statement.value.name.words
