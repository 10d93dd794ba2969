"""Positions, URIs and languages at the door to LSP."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from factlint.lsp import convert
from factlint.lsp.convert import Encoding
from factlint.model import Severity
from factlint.text import Document, Span

ENCODINGS = (Encoding.Utf8, Encoding.Utf16, Encoding.Utf32)


def document(text):
    return Document("draft.md", text, ())


# Text before the place, the line it is on, and its column in UTF-8, UTF-16 and UTF-32.
PLACES = [
    ("", 0, (0, 0, 0)),
    ("Raisi", 0, (5, 5, 5)),
    ("Zoë ", 0, (5, 4, 4)),
    ("e\N{COMBINING ACUTE ACCENT}", 0, (3, 2, 2)),
    ("“", 0, (3, 1, 1)),
    ("日本 ", 0, (7, 3, 3)),
    ("\N{GRINNING FACE} ", 0, (5, 3, 2)),
    ("\N{WAVING WHITE FLAG}\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}\N{RAINBOW}", 0, (14, 6, 4)),
    ("a\N{LINE SEPARATOR}b", 0, (5, 3, 3)),
    ("a\N{PARAGRAPH SEPARATOR}b", 0, (5, 3, 3)),
    ("a\x85b", 0, (4, 3, 3)),
    ("a\fb\vc\x1cd", 0, (7, 7, 7)),
    ("one\n", 1, (0, 0, 0)),
    ("one\r\ntwo", 1, (3, 3, 3)),
    ("one\rtwo", 1, (3, 3, 3)),
    ("one\n\rtwo", 2, (3, 3, 3)),
    ("\r\r\n\nx", 3, (1, 1, 1)),
    ("\N{GRINNING FACE}\r\n\N{GRINNING FACE}日", 1, (7, 3, 2)),
    ("\ud83d", 0, (3, 1, 1)),
]
AFTER = ["", "x", "\n", " und", "\N{GRINNING FACE}"]


@pytest.mark.parametrize("after", AFTER)
@pytest.mark.parametrize(("before", "line", "columns"), PLACES)
def test_an_offset_and_its_position(before, line, columns, after):
    here = document(before + after)
    for encoding, column in zip(ENCODINGS, columns, strict=True):
        assert convert.position(here, len(before), encoding) == types.Position(line, column)
        assert convert.offset(here, types.Position(line, column), encoding) == len(before)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_column_past_the_line_is_the_end_of_the_line(encoding, end):
    here = document(f"日a{end}next")
    assert convert.offset(here, types.Position(0, 99), encoding) == 2


@pytest.mark.parametrize("text", ["", "one", "one\n", "one\r\ntwo \N{GRINNING FACE}"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_place_past_the_text_is_the_end_of_the_text(encoding, text):
    assert convert.offset(document(text), types.Position(7, 0), encoding) == len(text)
    assert convert.offset(document(text), types.Position(7, 7), encoding) == len(text)
    last = convert.position(document(text), len(text), encoding)
    assert convert.position(document(text), len(text) + 5, encoding) == last


def test_an_offset_between_cr_and_lf_is_the_end_of_the_line():
    assert convert.position(document("ab\r\nc"), 3, Encoding.Utf16) == types.Position(0, 2)


@pytest.mark.parametrize(
    ("encoding", "column"), [(Encoding.Utf8, 2), (Encoding.Utf8, 3), (Encoding.Utf8, 4), (Encoding.Utf16, 2)]
)
def test_a_column_within_a_character_is_its_start(encoding, column):
    assert convert.offset(document("a\N{GRINNING FACE}b"), types.Position(0, column), encoding) == 1


def test_a_span_and_its_range():
    here = document("\N{GRINNING FACE} Rayeesi\r\nmet 日本")
    assert convert.range_of(here, Span(2, 9), Encoding.Utf16) == types.Range(
        types.Position(0, 3), types.Position(0, 10)
    )
    assert convert.range_of(here, Span(2, 14), Encoding.Utf8) == types.Range(types.Position(0, 5), types.Position(1, 3))
    assert convert.span_of(here, convert.range_of(here, Span(2, 14), Encoding.Utf8), Encoding.Utf8) == Span(2, 14)


def test_a_range_that_runs_backwards_gives_an_empty_span():
    backwards = types.Range(types.Position(0, 4), types.Position(0, 2))
    assert convert.span_of(document("abcdef"), backwards, Encoding.Utf16) == Span(4, 4)


LINE_ENDS_AND_OTHERS = st.sampled_from("\r\n\v\f\x1c\x85\u2028\u2029a é日\u0301\U0001f600\U0001f1eb")
TEXTS = st.lists(st.one_of(LINE_ENDS_AND_OTHERS, st.characters(codec="utf-8")), max_size=40).map("".join)


@given(TEXTS, st.sampled_from(ENCODINGS), st.data())
def test_every_offset_comes_back(text, encoding, data):
    offset = data.draw(st.integers(0, len(text)))
    within_line_end = text[max(0, offset - 1) : offset + 1] == "\r\n"
    there = convert.position(document(text), offset, encoding)
    assert convert.offset(document(text), there, encoding) == offset - within_line_end


@given(TEXTS, st.sampled_from(ENCODINGS), st.integers(0, 50), st.integers(0, 200))
def test_every_position_is_moved_to_a_true_one_at_most_as_far_right(text, encoding, line, column):
    here = document(text)
    offset = convert.offset(here, types.Position(line, column), encoding)
    assert 0 <= offset <= len(text)
    found = convert.position(here, offset, encoding)
    assert (found.line, found.character) <= (line, column)
    assert convert.offset(here, found, encoding) == offset


@given(TEXTS, st.data())
def test_columns_count_the_units_of_the_encoded_line(text, data):
    offset = data.draw(st.integers(0, len(text)))
    before = document(text[:offset])
    line = before.text[before.line_starts[-1] :]
    for encoding, codec, width in ((Encoding.Utf8, "utf-8", 1), (Encoding.Utf16, "utf-16-le", 2)):
        column = convert.position(before, offset, encoding).character
        assert column == len(line.encode(codec)) // width


# URI as an editor may write it, the kind of path, the path, and the URI that we write for it.
FILES = [
    ("file:///w/a%20b.md", PurePosixPath, "/w/a b.md", "file:///w/a%20b.md"),
    ("file://localhost/w/a.md", PurePosixPath, "/w/a.md", "file:///w/a.md"),
    ("file:///w/a;b.md", PurePosixPath, "/w/a;b.md", "file:///w/a%3Bb.md"),
    ("file:///w/a%3Bb.md", PurePosixPath, "/w/a;b.md", "file:///w/a%3Bb.md"),
    ("file:///w/%23%3F%25.md", PurePosixPath, "/w/#?%.md", "file:///w/%23%3F%25.md"),
    ("file:///w/%E6%97%A5.md", PurePosixPath, "/w/日.md", "file:///w/%E6%97%A5.md"),
    ("file:///w/日.md", PurePosixPath, "/w/日.md", "file:///w/%E6%97%A5.md"),
    ("file:///w/%FF.md", PurePosixPath, "/w/\udcff.md", "file:///w/%FF.md"),
    ("file:///c%3A/x.md", PurePosixPath, "/c:/x.md", "file:///c%3A/x.md"),
    ("file:///c%3A/x%20y/a.md", PureWindowsPath, "c:\\x y\\a.md", "file:///c%3A/x%20y/a.md"),
    ("file:///C:/x/a.md", PureWindowsPath, "C:\\x\\a.md", "file:///c%3A/x/a.md"),
    ("file:///c:/", PureWindowsPath, "c:\\", "file:///c%3A/"),
    ("file:///C%3A", PureWindowsPath, "C:\\", "file:///c%3A/"),
    ("file://server/share/a%20b.md", PureWindowsPath, "\\\\server\\share\\a b.md", "file://server/share/a%20b.md"),
]


@pytest.mark.parametrize(("uri", "kind", "path", "written"), FILES)
def test_a_file_uri_and_its_path(uri, kind, path, written):
    assert convert.parse_file_uri(uri, kind) == kind(path)
    assert convert.uri_of(kind(path)) == written
    assert convert.parse_file_uri(written, kind) == kind(path)


def test_a_drive_in_another_case_is_the_same_path():
    paths = {convert.parse_file_uri(uri, PureWindowsPath) for uri in ("file:///c%3A/x.md", "file:///C:/X.md")}
    assert len(paths) == 1


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/w/a.md", "https://w/a.md", "", "file://[x", "file:///a%00"]
)
def test_what_names_no_file_has_no_path(uri):
    assert convert.parse_file_uri(uri, PurePosixPath) is None


PARTS = st.text(st.characters(codec="utf-8", exclude_characters="/\\:\0"), min_size=1).filter(
    lambda part: part not in (".", "..")
)


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_every_posix_path_comes_back(parts):
    path = PurePosixPath("/", *parts)
    assert convert.parse_file_uri(convert.uri_of(path), PurePosixPath) == path


@given(st.sampled_from("cDz"), st.lists(PARTS, min_size=1, max_size=4))
def test_every_windows_path_comes_back(drive, parts):
    path = PureWindowsPath(f"{drive}:/", *parts)
    assert convert.parse_file_uri(convert.uri_of(path), PureWindowsPath) == path


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_its_name_in_lsp(severity):
    assert convert.severity(severity).name.lower() == severity.value


@pytest.mark.parametrize(
    ("language", "suffix"),
    [
        ("markdown", ".md"),
        ("HTML", ".html"),
        ("restructuredtext", ".rst"),
        ("plaintex", ".tex"),
        ("text", ".txt"),
        ("asciidoc", ".adoc"),
        ("org", ".org"),
        ("typst", ".typ"),
        ("git-commit", ".gitcommit"),
        ("gitcommit", ".gitcommit"),
    ],
)
def test_a_language_has_the_suffix_of_its_reader(language, suffix):
    assert convert.suffix(language) == suffix


def test_a_language_without_reader_has_no_suffix():
    assert convert.suffix("python") is None
