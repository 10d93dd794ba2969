"""Who speaks which words, as one document tells."""

import pytest

import desk


def spoken(text, path="draft.md"):
    return [
        (u.span.of(text), str(u.speakers[0].names[0]) if u.speakers and u.speakers[0].names else None)
        for u in desk.account(text, path).utterances
        if u.is_quoted
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The quay is open now,” said Ingrid Solvang, the harbour master.", "Ingrid Solvang"),
        ("“The quay is open now,” Ingrid Solvang told Pavel Novak.", "Ingrid Solvang"),
        ("Ingrid Solvang, who stood beside Pavel Novak, said “the quay is open now”.", "Ingrid Solvang"),
        ("Asked about Pavel Novak, Ingrid Solvang replied: “The quay is open now.”", "Ingrid Solvang"),
        ("“The quay is open now,” according to Ingrid Solvang.", "Ingrid Solvang"),
        ("In the words of Ingrid Solvang, “the quay is open now”.", "Ingrid Solvang"),
        ("In Solvang's words, “the quay is open now”.", "Solvang"),
        ("As Ingrid Solvang put it, “the quay is open now”.", "Ingrid Solvang"),
        ("They quoted Ingrid Solvang as saying: “The quay is open now.”", "Ingrid Solvang"),
        ("Pavel Novak was told by Ingrid Solvang that “the quay is open now”.", "Ingrid Solvang"),
        ("It was Ingrid Solvang who shone: “The quay is open now.”", "Ingrid Solvang"),
        ("“The quay is open now.” — Ingrid Solvang, harbour master", "Ingrid Solvang"),
        ("Ingrid Solvang: The quay is open now.", "Ingrid Solvang"),
        ("Ingrid Solvang notes: The quay is open now.", "Ingrid Solvang"),
        ("> The quay is open now.\n>\n> — Ingrid Solvang\n", "Ingrid Solvang"),
        ("Ingrid Solvang, harbour master:\n\n“The quay is open now.”", "Ingrid Solvang"),
        ("Mayor Pavel Novak came. “The quay is open now,” the mayor said.", "Pavel Novak"),
        ("Ingrid Solvang met Pavel Novak. “The quay is open now,” she said.", "Ingrid Solvang"),
        ("Ingrid Solvang is quoted with the words: “The quay is open now.”", "Ingrid Solvang"),
        ("A line by Ingrid Solvang, “The quay is open now”, hangs here.", "Ingrid Solvang"),
        ("“The quay is open now.” Novak owes that line to Ingrid Solvang.", "Ingrid Solvang"),
        ("“The quay is open now.” These words come from Ingrid Solvang.", "Ingrid Solvang"),
        ("As noted in the Northern Tribune, “the quay is open now”.", "Northern Tribune"),
        ("“The quay is open now.” Novak owes his job to Ingrid Solvang.", None),
        ("“The quay is open now.” The applause came from Ingrid Solvang.", None),
        ("In reply to a remark by Ingrid Solvang came “the quay is open now”.", None),
        ("Who said: “The quay is open now”? Ingrid Solvang.", "Ingrid Solvang"),
        ("# Who said “the quay is open now”?\n\nIngrid Solvang. She was right.", "Ingrid Solvang"),
        ("Who said “the quay is open now”? Ingrid Solvang does not know.", None),
        ("Ingrid Solvang is quoted by nobody: “The quay is open now.”", None),
    ],
)
def test_speaker(text, speaker):
    assert [name for _, name in spoken(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solvang and Pavel Novak said “the quay is open now”.",
        "A friend of Ingrid Solvang said “the quay is open now”.",
        "Ingrid Solvang quoted the mayor: “The quay is open now.”",
        "Ingrid Solvang asked whether “the quay is open now”.",
        "“The quay is open now.” Ingrid Solvang said the mayor was late.",
        "Ingrid Solvang's lawyer said “the quay is open now”.",
    ],
)
def test_nobody_is_surely_the_speaker(text):
    assert [name for _, name in spoken(text)] == [None]


def test_a_quotation_runs_on_behind_its_speaker():
    text = "“The quay is open now,” said Ingrid Solvang. “Come and see.”"
    assert [name for _, name in spoken(text)] == ["Ingrid Solvang", "Ingrid Solvang"]


def test_a_quotation_left_open_goes_on_in_the_next_paragraphs():
    text = "Ingrid Solvang said: “The quay is open.\n\nIt was dear.\n\nCome and see.” Novak left."
    assert spoken(text)[1:] == [("It was dear.", "Ingrid Solvang"), ("Come and see.", "Ingrid Solvang")]


def test_each_quotation_of_a_sentence_has_its_own_speaker():
    text = "Ingrid Solvang called it “a fine quay” and Pavel Novak called it “a heap of concrete”."
    assert spoken(text) == [("a fine quay", "Ingrid Solvang"), ("a heap of concrete", "Pavel Novak")]


def test_a_colon_leads_to_a_sentence_beside_quotation_marks():
    text = "They spoke of “hope”. Ingrid Solvang says: The quay is open now. It rains."
    assert spoken(text) == [("hope", None), ("The quay is open now.", "Ingrid Solvang")]


def test_a_further_sentence_does_not_go_on_with_the_speaker():
    text = "Ingrid Solvang said: “The quay is open.” Another motto hangs over her desk, “Tea first.”"
    assert spoken(text) == [("The quay is open.", "Ingrid Solvang"), ("Tea first.", None)]


def test_a_paragraph_that_a_colon_leads_to_may_quote_words_itself():
    text = "Helga Brunner writes:\n\nA port is a promise that includes “a little poetry” and much concrete."
    assert ("A port is a promise that includes “a little poetry” and much concrete.", "Helga Brunner") in spoken(text)


def test_marks_of_typewriters():
    text = "``The boats' quay is open now,'' said Ingrid Solvang, and ``that is that''."
    assert spoken(text, "draft.txt")[0] == ("The boats' quay is open now,", "Ingrid Solvang")
