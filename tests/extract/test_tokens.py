"""Words, possessives and sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desk
from factlint.extract.tokens import tokenise


def sentences(text):
    tokens = tokenise(text, desk.english())
    return [tokens.span(s.start, s.stop).of(text) for s in tokens.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Lt. Gen. Abbas came. He left.", ["Lt. Gen. Abbas came.", "He left."]),
        ("The U.S. Army left. John F. Kennedy spoke.", ["The U.S. Army left.", "John F. Kennedy spoke."]),
        ("“Go,” he said. “Now!” They went.", ["“Go,” he said.", "“Now!”", "They went."]),
        ("It cost 3.5 million. So what?", ["It cost 3.5 million.", "So what?"]),
        ("no end", ["no end"]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_possessive_stands_apart():
    [first, *_] = tokenise("Syria’s army", desk.english()).items
    assert (first.text, first.is_possessive, first.span.end) == ("Syria", True, 5)


def test_hyphenated_prefix_is_a_capital_word():
    [word] = tokenise("al-Assad", desk.english()).items
    assert word.is_capital


@given(st.text(alphabet=st.sampled_from("aB.!?“”'’ -1…\n\u2028é"), max_size=60))
def test_tokens_say_what_their_spans_say_and_sentences_cover_them(text):
    tokens = tokenise(text, desk.english())
    assert all(token.span.of(text) == token.text for token in tokens.items)
    assert [number for sentence in tokens.sentences for number in sentence] == list(range(len(tokens.items)))
