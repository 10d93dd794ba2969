"""What is read ahead of time is what the TOML files say."""

import json
import tomllib

import pytest

from factlint.files import packaged_rules
from factlint.read_ahead import dumps, reader

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(packaged_rules().rglob("*.toml"))}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "ahead.json"


def test_every_packaged_file_is_read_ahead_as_it_is_parsed(file):
    file.write_text(dumps(TEXTS.values()), encoding="utf-8")
    assert len(json.loads(file.read_bytes())) == len(TEXTS)
    loads = reader(file)
    assert {name: loads(text) for name, text in TEXTS.items()} == {
        name: tomllib.loads(text) for name, text in TEXTS.items()
    }


def test_what_is_read_ahead_is_not_parsed_again(file):
    text = 'heads = ["guild"]\n'
    file.write_text(dumps([text]).replace("guild", "orchestra"), encoding="utf-8")
    assert reader(file)(text) == {"heads": ["orchestra"]}


def test_a_text_that_was_edited_since_is_parsed(file):
    text = 'heads = ["guild"]\n'
    file.write_text(dumps([text]), encoding="utf-8")
    assert reader(file)(text.replace("guild", "choir")) == {"heads": ["choir"]}


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff"])
def test_without_a_file_that_can_be_read_every_text_is_parsed(file, content):
    if content is not None:
        file.write_bytes(content)
    assert reader(file)("sole = true") == {"sole": True}


def test_a_broken_text_is_refused(file):
    file.write_text(dumps([]), encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        reader(file)("sole = true\nladder = \nrelational = true")
