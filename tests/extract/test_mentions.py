"""Which runs of words are names, and what introduces them."""

import pytest

import desk
from factlint.model import Mention, Slot


def mentions(text):
    said = desk.account(text).about(Slot.NAME)
    return [statement.value for statement in said if isinstance(statement.value, Mention)]


def names(text):
    return [str(mention.name) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Jean-Luc d'Aubray of Lyon.", ["Jean-Luc d'Aubray", "Lyon"]),
        ("We asked Holt & Sons for it.", ["Holt Sons"]),
        ("He flew to Saudi Arabia and then to St. Ives.", ["Saudi Arabia", "St Ives"]),
        ("It came on Jan. 3 with Jan Holm.", ["Jan Holm"]),
        ("It came in 4 Mar 2020 with a bill.", []),
        ("Museum of Modern Glass staff left.", ["Museum of Modern Glass"]),
        ("She sold an eBook and an iPod to Vera.", ["eBook", "iPod", "Vera"]),
        ("Ida C. de Roos and S. van den Akker signed.", ["Ida C de Roos", "S van den Akker"]),
        ("We saw Willem van Rijn's; it was good.", ["Willem van Rijn"]),
    ],
)
def test_names_with_marks_prefixes_and_particles(text, expected):
    assert names(text) == expected


def test_a_sentence_full_of_names_still_tells_names_by_their_capitals():
    text = "Judge Ida T. Holm dismissed a suit by Vindholm Capital in Wismar, Mecklenburg."
    assert names(text) == ["Ida T Holm", "Vindholm Capital", "Wismar", "Mecklenburg"]
    assert not any(mention.is_weak for mention in mentions(text))


def test_capitals_of_a_headline_tell_no_names():
    assert all(mention.is_weak for mention in mentions("# Harbour Board Names Ida Holm Chief And Keeps Its Old Quay"))


@pytest.mark.parametrize(
    ("text", "introduction", "description"),
    [
        ("My old neighbour Scott Holm came.", {"old", "neighbour"}, set()),
        ("We met her brother Scott Holm there.", {"brother"}, set()),
        ("We met Ida's brother Scott Holm there.", {"brother"}, set()),
        ("Scott Holm, a plumber from Leeds, came.", set(), {"plumber", "leeds"}),
        ("Scott Holm, the singer, came.", set(), {"singer"}),
        ("The old neighbour Scott Holm came.", set(), set()),
        ("Scott Holm, Leeds, came.", set(), set()),
        ("Scott Holm came.", set(), set()),
    ],
)
def test_how_a_name_is_introduced(text, introduction, description):
    mention = next(mention for mention in mentions(text) if mention.name.words[0] == "Scott")
    assert (mention.introduction, mention.description) == (introduction, description)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Kim Weiming came. Kim spoke.", "Kim Weiming"),
        ("Elena Ruiz came. Elena sang.", "Elena Ruiz"),
        ("Elena Ruiz and Elena Holm came. Elena sang.", "Elena"),
        ("Hendrik van der Akker came. Van der Akker sang.", "Hendrik van der Akker"),
        ("Elena Ruiz came, and so did Elena Maria Ruiz. Elena sang.", "Elena Maria Ruiz"),
    ],
)
def test_one_word_of_a_full_name_stands_for_it(text, subject):
    assert str(desk.account(text).about(Slot.NAME)[-1].subject[0]) == subject
