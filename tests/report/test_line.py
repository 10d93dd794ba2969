"""Lines as a terminal shows them: what is under the mark is what was marked."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.report.line import columns, cut, visible, wrap

ROOM = 60
TEXT = st.text(st.characters(exclude_characters="\r\n"), max_size=300)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Raisi", 5),
        ("習近平", 6),
        ("e\N{COMBINING ACUTE ACCENT}t", 2),
        ("a\N{ZERO WIDTH NON-JOINER}b", 2),
        ("ﾀ", 1),
        ("", 0),
    ],
)
def test_widths_are_those_of_a_terminal(text, width):
    assert columns(text) == width


def test_a_short_line_stays_whole_without_its_indentation():
    excerpt = cut("    President Larssen left.  ", 14, 21, ROOM)
    assert (excerpt.text, excerpt.before, excerpt.marked) == ("President Larssen left.", 10, 7)


def test_columns_before_and_under_the_mark_count_wide_and_combining_characters():
    excerpt = cut("主席\t習近平 left", 3, 6, ROOM)
    assert (excerpt.text, excerpt.before, excerpt.marked) == ("主席    習近平 left", 8, 6)


def test_a_long_line_is_cut_on_both_sides_of_the_mark():
    excerpt = cut("a" * 500 + " Larssen " + "b" * 500, 501, 508, ROOM)
    assert excerpt.text.startswith("…a")
    assert excerpt.text.endswith("b…")
    assert excerpt.text[excerpt.before :].startswith("Larssen")
    assert columns(excerpt.text) == ROOM


def test_room_that_one_side_does_not_need_goes_to_the_other():
    excerpt = cut("Larssen " + "b" * 500, 0, 7, ROOM)
    assert excerpt.text.startswith("Larssen b")
    assert columns(excerpt.text) == ROOM
    excerpt = cut("b" * 500 + " Larssen", 501, 508, ROOM)
    assert excerpt.text.endswith("b Larssen")
    assert columns(excerpt.text) == ROOM


def test_a_line_is_cut_between_words_where_one_ends_near():
    excerpt = cut("reading and writing " * 20 + "Larssen" + " writing and reading" * 20, 400, 407, ROOM)
    assert excerpt.text == "… writing reading and writing Larssen writing and reading …"
    assert excerpt.text[excerpt.before :].startswith("Larssen")


def test_a_mark_longer_than_the_room_is_cut_itself():
    excerpt = cut("x " + "Larssen " * 50, 2, 400, ROOM)
    assert columns(excerpt.text) <= ROOM
    assert excerpt.marked < ROOM


def test_no_control_character_reaches_the_terminal():
    assert visible("a\x1b[31mb\u0007\u0085\u2028c\td") == "a�[31mb���c    d"


def test_no_character_turns_the_direction_of_what_follows_and_joiners_stay():
    assert visible("a\u202eb\u2067c\u2069 ن\u200cم") == "a�b�c� ن\u200cم"


@given(TEXT, st.integers(0, 300), st.integers(1, 300), st.integers(8, 120))
def test_an_excerpt_never_takes_more_than_its_room_and_marks_what_it_says(line, start, length, room):
    start = min(start, max(0, len(line) - 1))
    end = min(len(line), start + length)
    excerpt = cut(line, start, end, room)
    assert columns(excerpt.text) <= room
    assert excerpt.marked >= 1
    assert excerpt.before + excerpt.marked <= max(room, 1) + 1
    assert not any(unicodedata.category(character) == "Cc" for character in excerpt.text)
    if columns(visible(line)) <= room:
        assert visible(line[start:end]).rstrip() in excerpt.text


def lines_of(text, *rooms):
    return [line.of(text) for line in wrap(text, *rooms)]


def test_a_text_parts_into_lines_between_words():
    assert lines_of("one two three four", 9) == ["one two", "three", "four"]
    assert lines_of("one two three four", 9, 3) == ["one", "two three", "four"]
    assert lines_of("", 9) == [""]


def test_the_first_line_is_empty_where_no_word_fits_into_it():
    assert lines_of("one two three", 9, 2) == ["", "one two", "three"]


def test_a_word_longer_than_a_line_is_broken():
    assert lines_of("a 習近平主席 b", 6) == ["a", "習近平", "主席 b"]


@given(TEXT.map(visible), st.integers(2, 80), st.integers(0, 80))
def test_wrapping_loses_nothing_but_spaces_and_keeps_to_the_room(text, room, first):
    lines = lines_of(text, room, first)
    assert columns(lines[0]) <= first
    assert all(columns(line) <= room for line in lines[1:])
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
