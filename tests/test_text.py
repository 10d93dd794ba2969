"""Spans, positions, and the way from prose back to the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text import Block, BlockKind, Document, Position, Run, Span

TEXTS = st.text(st.sampled_from("a é𝔘\r\n\u2028\x0c\x85"))


def block_of(*pieces, at=0, kind=BlockKind.PARAGRAPH):
    """A block and its file text from (prose, file text) pieces, the first of which begins at file offset `at`."""
    runs, prose, written = [], "", ""
    for shown, source in pieces:
        if shown:
            runs.append(Run(len(prose), at + len(written), len(shown), len(source)))
        prose, written = prose + shown, written + source
    return Block(prose, tuple(runs), kind), written


# Prose "Ma & mi, 10 May" in a file "**Ma** &amp; mi,\r\n10~May".
PIECES = [
    ("", "**"),
    ("Ma", "Ma"),
    ("", "**"),
    (" ", " "),
    ("&", "&amp;"),
    (" mi,", " mi,"),
    (" ", "\r\n"),
    ("10", "10"),
]
PIECES += [(" ", "~"), ("May", "May")]
BLOCK, FILE = block_of(*PIECES)


class TestSpan:
    def test_ends_are_exclusive(self):
        assert Span(1, 3).of("abcd") == "bc"
        assert len(Span(1, 3)) == 2
        assert not Span(1, 3).overlaps(Span(3, 4))
        assert Span(1, 4).overlaps(Span(3, 5))
        assert Span(1, 4).contains(Span(1, 4))
        assert not Span(1, 4).contains(Span(0, 2))

    def test_spans_sort_by_where_they_begin(self):
        assert sorted([Span(2, 3), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(2, 3)]


class TestRun:
    def test_an_even_run_stands_for_the_file_character_by_character(self):
        run = Run(prose=4, file=10, prose_length=3, file_length=3)
        assert (run.is_even, run.prose_end, run.file_end) == (True, 7, 13)
        assert (run.file_start_of(5), run.file_end_of(5)) == (11, 12)

    def test_another_run_is_one_piece(self):
        run = Run(prose=4, file=10, prose_length=1, file_length=6)
        assert (run.is_even, run.prose_end, run.file_end) == (False, 5, 16)
        assert (run.file_start_of(4), run.file_end_of(4)) == (10, 16)


class TestBlock:
    @pytest.mark.parametrize(
        ("words", "written"),
        [
            ("Ma", "Ma"),
            ("a", "a"),
            ("Ma &", "Ma** &amp;"),
            ("&", "&amp;"),
            ("mi, 10", "mi,\r\n10"),
            ("10 May", "10~May"),
        ],
    )
    def test_the_file_span_of_words(self, words, written):
        start = BLOCK.text.index(words)
        assert BLOCK.file_span(Span(start, start + len(words))).of(FILE) == written

    @pytest.mark.parametrize(
        ("written", "words"),
        [("Ma", "Ma"), ("a** ", "a "), ("&amp;", "&"), ("amp", "&"), ("\r", " "), ("0~M", "0 M"), (FILE, BLOCK.text)],
    )
    def test_the_prose_span_of_a_part_of_the_file(self, written, words):
        start = FILE.index(written)
        assert BLOCK.prose_span(Span(start, start + len(written))).of(BLOCK.text) == words

    def test_the_prose_span_of_markup_alone_is_still_a_place(self):
        assert len(BLOCK.prose_span(Span(0, 2))) == 1

    def test_characters_that_went_into_the_prose(self):
        read = "".join(character for offset, character in enumerate(FILE) if BLOCK.has_read(offset))
        assert read == FILE.replace("**", "")
        assert not BLOCK.has_read(len(FILE))

    @given(st.data())
    def test_spans_go_there_and_back(self, data):
        start = data.draw(st.integers(0, len(BLOCK.text) - 1))
        end = data.draw(st.integers(start + 1, len(BLOCK.text)))
        assert BLOCK.prose_span(BLOCK.file_span(Span(start, end))) == Span(start, end)


class TestDocument:
    def test_lines_end_at_three_marks_only(self):
        document = Document("a.txt", "a\r\nb\rc\nd\u2028e\x0cf\x85g\r\r\n", ())
        assert document.line_starts == (0, 3, 5, 7, 15, 17)
        assert [document.line(number) for number in range(1, 7)] == ["a", "b", "c", "d\u2028e\x0cf\x85g", "", ""]

    def test_positions_count_from_one_in_code_points(self):
        document = Document("a.txt", "𝔘é\nRaisi", ())
        assert document.position(0) == Position(1, 1)
        assert document.position(2) == Position(1, 3)
        assert document.position(3) == Position(2, 1)
        assert document.position(8) == Position(2, 6)

    def test_no_line_behind_the_last(self):
        with pytest.raises(IndexError):
            Document("a.txt", "a", ()).line(2)

    @given(TEXTS, st.data())
    def test_a_position_leads_back_to_its_offset(self, text, data):
        document = Document("a.txt", text, ())
        offset = data.draw(st.integers(0, len(text)))
        position = document.position(offset)
        assert document.line_starts[position.line - 1] + position.column - 1 == offset
        assert document.line(position.line).startswith(text[offset - position.column + 1 : offset].rstrip("\r\n"))

    def test_documents_are_equal_only_to_themselves(self):
        assert Document("a.txt", "a", ()) != Document("a.txt", "a", ())


class TestBlockAt:
    def test_between_blocks_there_is_none(self):
        first, written = block_of(("ab", "ab"))
        second, more = block_of(("cd", "cd"), at=4)
        document = Document("a.txt", written + "\n\n" + more, (first, second))
        assert [document.block_at(offset) for offset in range(7)] == [first, first, None, None, second, second, None]

    def test_markup_within_a_block_is_in_it(self):
        block, written = block_of(("a", "a"), ("", "**"), ("b", "b"))
        assert Document("a.txt", written, (block,)).block_at(2) is block

    def test_a_paragraph_goes_on_behind_the_note_within_it(self):
        text = "One{note} two{more} three. Next"
        paragraph = Block("One two three.", (Run(0, 0, 3, 3), Run(3, 9, 4, 4), Run(7, 19, 7, 7)))
        notes = [Block("note", (Run(0, 4, 4, 4),)), Block("more", (Run(0, 14, 4, 4),))]
        following = Block("Next", (Run(0, 27, 4, 4),))
        document = Document("a.tex", text, (paragraph, *notes, following))
        found = [document.block_at(text.index(word)) for word in ("One", "note", "two", "more", "three", "Next", "}")]
        assert found == [paragraph, notes[0], paragraph, notes[1], paragraph, following, paragraph]

    def test_without_blocks_there_is_none(self):
        assert Document("a.txt", "abc", ()).block_at(1) is None


def document_of(text):
    return Document("a.txt", text, (Block(text, (Run(0, 0, len(text), len(text)),)),))


def passage(text, words, most=240):
    start = text.index(words)
    return document_of(text).passage(Span(start, start + len(words)), most)


class TestPassage:
    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            ("Raisi", "President Raisi came in 2023."),
            ("left", "He left with Gen. Ali Abbas (who stayed)."),
            ("Abbas", "He left with Gen. Ali Abbas (who stayed)."),
            ("Really", "“Really?”"),
            ("end", "The end"),
        ],
    )
    def test_it_is_the_sentence_around(self, words, sentence):
        text = "President Raisi came in 2023. He left with Gen. Ali Abbas (who stayed). “Really?” The end"
        assert passage(text, words) == sentence

    def test_a_long_sentence_is_cut_on_both_sides(self):
        text = f"{'before ' * 60}Raisi {'after ' * 60}."
        found = passage(text, "Raisi", 60)
        assert found.startswith("… ")
        assert found.endswith(" …")
        assert "Raisi" in found
        assert len(found) <= 64

    def test_its_three_parts_are_what_stands_before_the_words_the_words_and_what_follows(self):
        document = document_of("First. President Raisi  came in 2023. Last.")
        start = document.text.index("Raisi")
        parts = document.parted_passage(Span(start, start + 5))
        assert parts == ("President ", "Raisi", " came in 2023.")

    def test_outside_blocks_it_is_the_line(self):
        document = Document("a.md", "---\ntitle:   A title\n---\n", ())
        assert document.passage(Span(13, 14)) == "title: A title"

    @given(st.text(st.sampled_from("ab. !?”)\n "), min_size=1), st.data())
    def test_it_holds_the_words(self, text, data):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        found = document_of(text).passage(Span(start, end), most=1000)
        assert " ".join(text[start:end].split()) in found
