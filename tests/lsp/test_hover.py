"""A card as a hover shows it."""

from factlint.card import Card, Line
from factlint.lsp.evidence import MOST_PASSAGES
from factlint.lsp.hover import markdown, passages_of, plain
from factlint.model import Evidence
from factlint.text import Block, Document, Run, Span


def source(path, text):
    return Document(path, text, (Block(text, (Run(0, 0, len(text), len(text)),)),))


def evidence(document, words):
    start = document.text.index(words)
    return Evidence(document, Span(start, start + len(words)))


BRIDGE = source("seeds/bridge.txt", "President Anne Larsen (58) opened *the* bridge. It rained.")
THANKS = source("seeds/thanks.txt", "Larsen thanked the engineers.")
CARD = Card(
    title="Anne Larsen",
    span=Span(0, 7),
    spellings=(Line("Larsen", 2, 2, (evidence(BRIDGE, "Larsen"), evidence(THANKS, "Larsen"))),),
    roles=(Line("president", 1, 1, (evidence(BRIDGE, "President Anne"),)),),
)


def test_a_card_in_markdown():
    places = ["seeds/bridge.txt:1", "seeds/thanks.txt:1"]
    addresses = ["file:///a (b)/bridge.txt#L1", "file:///thanks.txt#L1"]
    assert markdown(CARD, places, addresses).split("\n\n") == [
        "**Anne Larsen**",
        "Spelled Larsen (2 sources)",
        "- president (1 source)",
        r"[seeds/bridge.txt:1](file:///a %28b%29/bridge.txt#L1) “President Anne Larsen (58) opened \*the\* bridge.”",
        "[seeds/thanks.txt:1](file:///thanks.txt#L1) “Larsen thanked the engineers.”",
    ]


def test_a_card_as_plain_text():
    assert plain(CARD, ["seeds/bridge.txt:1", "seeds/thanks.txt:1"]).split("\n\n") == [
        "Anne Larsen",
        "Spelled Larsen (2 sources)",
        "- president (1 source)",
        "seeds/bridge.txt:1: “President Anne Larsen (58) opened *the* bridge.”",
        "seeds/thanks.txt:1: “Larsen thanked the engineers.”",
    ]


def test_a_card_without_roles_leaves_them_out():
    bare = Card("Anne Larsen", Span(0, 7), (Line("Larsen", 1, 1, ()),), ())
    assert plain(bare, []) == "Anne Larsen\n\nSpelled Larsen (1 source)"


def test_a_passage_is_shown_once_and_only_a_few_are():
    assert [each.document for each in passages_of(CARD)] == [BRIDGE, THANKS]
    many = [source(f"{number}.txt", "Larsen spoke.") for number in range(9)]
    card = Card("Larsen", Span(0, 7), (Line("Larsen", 9, 9, tuple(evidence(each, "Larsen") for each in many)),), ())
    assert len(passages_of(card)) == MOST_PASSAGES
