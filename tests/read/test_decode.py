"""The text in a file's bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.read import ReadError, read
from factlint.read.decode import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_without_its_byte_order_mark(encoding):
    document = read("page.txt", "é Raisi\r\n".encode(encoding))
    assert document.text == "é Raisi\r\n"
    assert document.blocks[0].text == "é Raisi"


def test_utf_16_either_way_round():
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode(mark + "𝔘".encode(encoding)).text == "𝔘"


def test_western_text_that_is_not_utf_8():
    assert read("page.txt", "Señor Núñez said “no”".encode("cp1252")).text == "Señor Núñez said “no”"


def test_utf_8_with_a_few_wrong_bytes():
    assert read("page.txt", "“Señor Núñez” said \n".encode() + b"\xe2\x80").text == "“Señor Núñez” said \n\ufffd"


@pytest.mark.parametrize(
    "head",
    ["<meta charset='windows-1251'>", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'],
)
def test_a_page_may_name_its_character_set(head):
    data = f"{head}<p>Пресс-служба президента России</p>".encode("windows-1251")
    assert read("page.html", data).blocks[0].text == "Пресс-служба президента России"
    with pytest.raises(ReadError):
        read("page.txt", "Пресс-служба президента России".encode("windows-1251"))


@pytest.mark.parametrize("charset", ["unicode_escape", "hex", "nonsense", "utf-7"])
def test_other_character_sets_are_not_believed(charset):
    assert "é" in read("page.html", f"<meta charset={charset}><p>caf\xe9 in the town</p>".encode("latin-1")).text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "it is not text: byte 0x00 at offset 8"),
        (b"\x89\x01\x02", "it is not text: byte 0x89 at offset 0"),
        (b"plain \x00 text", "it is not text: byte 0x00 at offset 6"),
        (b"\xef\xbb\xbfab\x00", "it is not text: byte 0x00 at offset 5"),
        (b"\xff\xfea\x00\x00\x00", "it is not text: byte 0x00 at offset 4"),
        (b"\xff\xfe\x00\xd8", "it is not text: byte 0x00 at offset 2"),
        (b"\xe9\xe8\xea\xeb", "it is not text: byte 0xe9 at offset 0"),
    ],
)
def test_what_is_not_text_is_refused_with_the_place(data, reason):
    with pytest.raises(ReadError, match=reason):
        read("page.txt", data)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_text_can_be_written_back_as_it_was(text):
    for encoding, mark in (
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ):
        data = mark + text.encode(encoding)
        decoded = decode(data)
        assert decoded.text == text
        assert decoded.encode(decoded.text) == data
