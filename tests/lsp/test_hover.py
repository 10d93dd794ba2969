"""What the sources answer, as a hover shows it."""

import desk
from factlint.answer import answer_at
from factlint.card import Card, Held, Line
from factlint.case import Case
from factlint.check import findings_in
from factlint.lsp.card_text import Markdown, Plain, of_answer, of_card
from factlint.model import Settings
from factlint.values.name import Kind

SOURCES = [
    "President Anne Larsen (58) opened *the* bridge.\nIt is 312 metres long. “Come and see,” Larsen told us.",
    "Larsen thanked the engineers.",
]


class Shelf:
    """Places of passages in a folder with a mark in its name."""

    def place(self, evidence):
        return f"{evidence.document.path}:{evidence.document.position(evidence.span.start).line}"

    def address(self, evidence):
        return f"file:///a (b)/{evidence.document.path}"


def shown(draft, word, style):
    case = Case(desk.account(draft), desk.index(SOURCES), Settings())
    answer = answer_at(case, findings_in(case, desk.chosen()), draft.index(word))
    return of_answer(answer, style(Shelf())).split("\n\n")


def test_the_card_of_a_wrong_name_in_markdown():
    assert shown("President Anne Larssen came.", "Anne", Markdown) == [
        "**Error**: The sources spell this name “Larsen”.",
        "**Anne Larsen**, person, 3 times in 2 sources",
        "Spelled Larsen (2 sources), Anne Larsen (1 source)",
        "- President (1 source)",
        r"[seeds/0.txt:1](file:///a %28b%29/seeds/0.txt) “President Anne Larsen (58) opened \*the\* bridge.”",
        "[seeds/0.txt:2](file:///a %28b%29/seeds/0.txt) ““Come and see,” Larsen told us.”",
        "[seeds/1.txt:1](file:///a %28b%29/seeds/1.txt) “Larsen thanked the engineers.”",
    ]


def test_the_card_of_a_name_as_plain_text():
    assert shown("President Anne Larsen came.", "Anne", Plain)[:4] == [
        "Anne Larsen, person, 3 times in 2 sources",
        "Spelled Larsen (2 sources), Anne Larsen (1 source)",
        "- President (1 source)",
        "seeds/0.txt:1: “President Anne Larsen (58) opened *the* bridge.”",
    ]


def test_a_claim_that_the_sources_bear_out():
    assert shown("President Larsen opened the bridge, 312 metres long.", "312", Plain) == [
        "312: The sources bear this number out.",
        "seeds/0.txt:2: “It is 312 metres long.”",
    ]


def test_a_quotation_with_who_says_it():
    assert shown("“Come and see,” it said.", "see", Markdown) == [
        "**“Come and see,”**: The sources have this quotation.",
        "[seeds/0.txt:2](file:///a %28b%29/seeds/0.txt) ““Come and see,” Larsen told us.” — Anne Larsen",
    ]


def test_a_long_quotation_is_headed_by_its_beginning():
    quoted = "I have " + "never ever " * 30 + "been there"
    [title] = shown(f"“{quoted},” she said.", "never", Plain)
    assert title.startswith("“I have never ever")
    assert (title.endswith("… ”: No source has this quotation."), len(title) < 180) == (False, True)


def test_of_many_spellings_and_offices_the_first_are_told():
    lines = tuple(Line(f"Name {number}", 1, 1, ()) for number in range(9))
    card = Card("Name", Kind.UNKNOWN, 1, 9, lines, tuple(Held(line, (2001, 2003)) for line in lines))
    title, spelled, held = of_card(card, (), Plain(Shelf())).split("\n\n")
    assert title == "Name, 9 times in 1 source"
    assert spelled.endswith("Name 5 (1 source), and 3 more")
    assert held.splitlines()[0] == "- Name 0 (1 source, 2001 to 2003)"
    assert held.splitlines()[-1] == "- and 3 more"
