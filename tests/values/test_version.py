"""How versions are read, and when one may be a short form of another."""

import pytest

from factlint.values.version import Release, agrees, is_same, is_vaguer, is_within, share_product, version


def read(text):
    found = version(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("text", "parts", "stage", "is_open"),
    [
        ("3.2", (3, 2), "", False),
        ("v2.1.0-rc1", (2, 1, 0), "rc1", False),
        ("1.9.3-p429", (1, 9, 3), "p429", False),
        ("5.4-beta2", (5, 4), "beta2", False),
        ("2.36-9.1", None, "", False),
        ("2.4.1-3ubuntu2", (2, 4, 1), "3ubuntu2", False),
        ("3.x", (3,), "", True),
        ("three", None, "", False),
    ],
)
def test_a_version_is_its_parts_and_its_stage(text, parts, stage, is_open):
    found = version(text)
    assert (found and (found.parts, found.stage, found.is_open)) == (parts and (parts, stage, is_open))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3.0", "3.0.0"),
        ("3.1", "3.1.4"),
        ("3", "3.1"),
        ("3.x", "3.2.1"),
        ("1.9.3", "1.9.3-p429"),
        ("2.0-RC1", "2.0-rc.1"),
    ],
)
def test_a_short_form_agrees(first, second):
    assert agrees(read(first), read(second))
    assert agrees(read(second), read(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [("3.1", "3.10"), ("3.1", "3.2"), ("2.0-rc1", "2.0-rc2"), ("1.9.3-p429", "1.9.3-p492"), ("4", "3.x")],
)
def test_other_parts_or_stages_do_not_agree(first, second):
    assert not agrees(read(first), read(second))


def test_zeros_at_the_end_make_no_other_version():
    assert is_same(read("3.0"), read("3.0.0"))
    assert not is_same(read("3.1"), read("3.1.1"))
    assert is_vaguer(read("3.1"), read("3.1.1"))
    assert not is_vaguer(read("3.0"), read("3.0.0"))


def test_a_range_holds_what_lies_between_its_ends():
    assert is_within(read("1.4.2"), read("1.4.0"), read("1.5"))
    assert not is_within(read("1.6"), read("1.4.0"), read("1.5"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("kestrel",), ("kestrel",), True),
        (("heron", "on", "rails"), ("rails",), True),
        (("spring", "boot"), ("spring",), False),
        ((), ("kestrel",), False),
    ],
)
def test_the_end_of_a_name_is_the_product(first, second, expected):
    one, other = (Release("1.0", read("1.0"), product) for product in (first, second))
    assert share_product(one, other) is expected
