"""A pattern that the build has compiled is the pattern that its text stands for."""

import marshal
import sys
from types import ModuleType

import pytest
import regex

from factlint import patterns

TEXTS = [
    (r"(?i)(?<![\p{L}])(?P<word>straße|\p{Lu}+)(?P<rest>\d*)", 0),
    (r"(?P<day>\d\d?) \s (?P<month>may|june) | (?P<month>spring)", regex.VERBOSE | regex.IGNORECASE),
    (r"\A[^\P{L}\p{Latin}]+\Z", 0),
]
PROBES = ("STRASSE12 and ÉTÉ", "on 4 May or 12 JUNE", "spring", "Привет", "")


@pytest.fixture
def ahead(monkeypatch):
    """Puts a module in the place of what the build has written; nothing is made yet."""

    def put(text):
        module = ModuleType(patterns.AHEAD)
        exec(text, module.__dict__)
        monkeypatch.setitem(sys.modules, patterns.AHEAD, module)
        forget()
        return module

    def forget():
        monkeypatch.setattr(patterns, "_made", {})
        patterns.codes.cache_clear()

    yield put
    patterns.codes.cache_clear()


def found(pattern):
    return [(match.span(), match.groupdict()) for probe in PROBES for match in pattern.finditer(probe)]


@pytest.mark.parametrize(("text", "flags"), TEXTS)
def test_it_matches_the_same(ahead, text, flags):
    ahead("")
    patterns.compiled(text, flags)
    ahead(patterns.ahead())
    assert (text, flags) in patterns.codes()
    pattern = patterns.compiled(text, flags)
    plain = regex.compile(text, flags)
    assert found(pattern) == found(plain)
    assert (pattern.pattern, pattern.flags, pattern.groupindex) == (plain.pattern, plain.flags, plain.groupindex)


def test_what_is_compiled_ahead_is_not_compiled_again(ahead):
    # Under the text of one pattern stands the code of another.
    held = {("choir", 0): patterns.code_of(regex.compile("guild"))}
    ahead(f"VERSION = {regex.__version__!r}\nCODES = {marshal.dumps(held)!r}\n")
    assert patterns.compiled("choir").search("the guild")


def test_other_flags_make_another_pattern(ahead):
    ahead("")
    patterns.compiled("guild", regex.IGNORECASE)
    ahead(patterns.ahead())
    assert not patterns.compiled("guild").search("Guild")


def test_what_another_version_has_compiled_is_left_alone(ahead):
    ahead("")
    patterns.compiled("guild")
    module = ahead(patterns.ahead())
    module.VERSION = "2001.1.1"
    assert patterns.codes() == {}
    assert patterns.compiled("guild").search("the guild")


@pytest.mark.parametrize("codes", ["b''", "b'\\xff'", "None"])
def test_without_codes_that_can_be_read_every_pattern_is_compiled(ahead, codes):
    ahead(f"VERSION = {regex.__version__!r}\nCODES = {codes}\n")
    assert patterns.compiled("guild").search("the guild")


def test_without_the_module_every_pattern_is_compiled(ahead, monkeypatch):
    ahead("")
    monkeypatch.setitem(sys.modules, patterns.AHEAD, None)
    assert patterns.codes() == {}
    assert patterns.compiled("guild").search("the guild")
