"""How findings are settled, and the texts of the files that keep it."""

import tomllib

import pytest

from factlint.accepting import Grounds
from factlint.deciding import Acceptance, Way, acceptance_of, is_about_comments, with_acceptance, with_preference
from factlint.files import load_rules
from factlint.model import Finding, Severity
from factlint.read import read
from factlint.text import Span

RULES = {rule.id: rule for rule in load_rules()}


def finding(rule, suggestions=("Larsen",)):
    document = read("draft.txt", b"Anne\nLarssen left.")
    return Finding(rule, Severity.ERROR, "", document, Span(5, 12), suggestions)


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("misspelled-name", Acceptance(Way.SPELLING, "Larssen", "Larsen")),
        ("inconsistent-spelling", Acceptance(Way.SPELLING, "Larssen", "Larsen")),
        ("wrong-given-name", Acceptance(Way.NAME, "Larssen")),
        ("unsupported-name", Acceptance(Way.NAME, "Larssen")),
        ("wrong-date", Acceptance(Way.FINDING, "Larssen")),
        ("unused-ignore", None),
        ("broken-ignore", None),
    ],
)
def test_how_a_finding_is_accepted(rule, wanted):
    assert acceptance_of(finding(rule), RULES[rule]) == wanted
    assert is_about_comments(RULES[rule]) == (wanted is None)


def test_a_name_that_is_no_spelling_of_another_is_accepted_by_itself():
    assert acceptance_of(finding("misspelled-name", ()), RULES["misspelled-name"]).way is Way.FINDING


@pytest.mark.parametrize("way", list(Way))
def test_what_is_accepted_is_written_once(way):
    acceptance = Acceptance(way, "Larssen", "Larsen" if way is Way.SPELLING else "")
    text = with_acceptance("", acceptance, finding("wrong-date"), "draft.txt", Grounds(by="Ö"))
    assert list(tomllib.loads(text)) == [way]
    assert with_acceptance(text, acceptance, finding("wrong-date"), "draft.txt", Grounds()) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", '[prefer]\n"a" = "b"\n'),
        ("x = 1\n", 'x = 1\n\n[prefer]\n"a" = "b"\n'),
        ("x = 1\r\n", 'x = 1\r\n\r\n[prefer]\r\n"a" = "b"\r\n'),
        ("[prefer]", '[prefer]\n"a" = "b"\n'),
        (
            '[ prefer ] # ours\n"c" = "d"\n[severities]\n',
            '[ prefer ] # ours\n"a" = "b"\n"c" = "d"\n[severities]\n',
        ),
    ],
)
def test_a_preference_is_put_into_its_table(text, wanted):
    assert with_preference(text, "a", "b", is_pyproject=False) == wanted
    assert tomllib.loads(wanted)["prefer"]["a"] == "b"


def test_a_preference_is_put_into_the_table_of_a_pyproject():
    text = '[project]\nname = "x"\n\n[tool.factlint]\nsources = ["seeds"]\n'
    changed = with_preference(text, "Yés “a”", 'b"', is_pyproject=True)
    assert changed.startswith(text)
    assert tomllib.loads(changed)["tool"]["factlint"] == {"sources": ["seeds"], "prefer": {"Yés “a”": 'b"'}}
    again = with_preference(changed, "c", "d", is_pyproject=True)
    assert len(tomllib.loads(again)["tool"]["factlint"]["prefer"]) == 2
