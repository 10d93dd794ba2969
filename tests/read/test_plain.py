"""Plain text: what is one paragraph, and what stands by itself."""

import pytest

from read.pages import kinds, page, prose, read_from

FOLDED = (
    "The chief of staff of the Iranian armed forces, Major General Mohammad\n"
    "Baqeri, received his Syrian counterpart, General Abdul Karim Mahmoud\n"
    "Ibrahim, on Wednesday. The two spoke about training at every level.\n"
    "The visitor flew home on Thursday."
)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        (FOLDED, [FOLDED.replace("\n", " ")]),
        ("SLUG: IRAN-SYRIA\nTX: FRIDAY\nDUR: 1'25\"\n", ["SLUG: IRAN-SYRIA", "TX: FRIDAY", "DUR: 1'25\""]),
        (f"SLUG: VISIT\nTX: FRIDAY\n{FOLDED}", ["SLUG: VISIT", "TX: FRIDAY", FOLDED.replace("\n", " ")]),
        (f"By Anne Larsen\n{FOLDED}", ["By Anne Larsen", FOLDED.replace("\n", " ")]),
        ("Anne Larsen\nArne Larssen", ["Anne Larsen", "Arne Larssen"]),
        ("She met General\nand minister Larsen", ["She met General and minister Larsen"]),
        ("A list:\n- Anne Larsen,\n  the mayor\n- Arne", ["A list:", "Anne Larsen, the mayor", "Arne"]),
        (
            f"{'Long line. ' * 20}\n{'Another one. ' * 20}",
            [("Long line. " * 20).strip(), ("Another one. " * 20).strip()],
        ),
        ("He met Hossein Amir-\nabdollahian", ["He met Hossein Amir-abdollahian"]),
        ("one\ftwo\n\nthree", ["one", "two", "three"]),
        ("a  b\tc\u00a0d Rai\u00adsi\u200b", ["a b | c d Raisi"]),
        ("Name     Office\nLarsen   mayor", ["Name | Office", "Larsen | mayor"]),
        ("1. First of all\n2. Then", ["1. First of all", "2. Then"]),
        ("Over\n=====\nunder\n\n* * *\n\nend", ["Over", "under", "end"]),
        ("See https://example.org/a_b?c=d. Mail a.b@example.org!", ["See \ufffc. Mail \ufffc!"]),
        ("In /usr/share/doc, ~/notes.txt and C:\\Users\\x: src/read.py", ["In \ufffc, \ufffc and \ufffc: \ufffc"]),
        ("and/or 24/7, 12/05/2023, km/h, s/he, U.S./China, /s/ Anne", None),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("txt", text) == ([text] if blocks is None else blocks)


def test_what_kind_a_block_is():
    text = "Mayor opens bridge\n\nThe mayor spoke:\n- one\n- two\n\nA    B\n\nThe end."
    assert kinds("txt", text) == [
        "heading: Mayor opens bridge",
        "paragraph: The mayor spoke:",
        "item: one",
        "item: two",
        "row: A | B",
        "paragraph: The end.",
    ]


def test_a_letter_begins_with_no_headline():
    assert kinds("txt", "Dear Anne,\n\nThanks.") == ["paragraph: Dear Anne,", "paragraph: Thanks."]
    assert kinds("txt", "Mayor opens bridge") == ["paragraph: Mayor opens bridge"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("met ⟦Raisi⟧ in", "Raisi"),
        (
            "the chief of staff of the armed forces of Iran, General ⟦Abdul\r\n   Karim⟧ said on Wednesday that",
            "Abdul Karim",
        ),
        ("⟦Rai\u00adsi⟧", "Raisi"),
        ("\n𝔘 ⟦Raisi⟧", "Raisi"),
        ("see ⟦https://example.org/x⟧.", "\ufffc"),
        ("a\u2028⟦Raisi⟧\x85b", "Raisi"),
        ("He met ⟦Amir-\nabdollahian⟧", "Amir-abdollahian"),
        ("⟦Name     Office⟧", "Name | Office"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("txt", marked, words)
    assert read == marked_text


def test_other_suffixes_are_plain_text():
    assert prose("log", "*a*\nB") == ["*a*", "B"]
    assert page("tar.TXT", "*a*").blocks[0].text == "*a*"
