"""The commands that tell about sources, rules and configuration."""

import json
import tomllib
from pathlib import Path

import pytest

from factlint import config_keys, files
from factlint.config import parse
from terminal import write

VISIT = """15 March 2021

Foreign Minister Ludvig Ravn flew to Tallinn on Monday. “We will open forty offices,” Ravn said.

Ravn met Professor Kaisa Tamm there."""
REPORT = "Ludvig Ravn opened 40 offices. Mayor Ida Holm cut the ribbon in Narvik."


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("seeds/visit.txt", VISIT)
    write("seeds/report.txt", REPORT)


@pytest.fixture
def run(command_line):
    """Runs a command line in the folder and gives its status, output and error output."""
    return command_line


def test_facts_tell_spellings_offices_with_their_years_statements_and_quotations(run):
    status, out, _ = run("facts", "Ravn")
    assert status == 0
    assert out.startswith("Ludvig Ravn  person, ")
    assert "Ravn  2 times in 1 source, first seeds/visit.txt:3:" in out
    assert "Foreign Minister  1 time in 1 source, 2021\n" in out
    assert "Ludvig Ravn opened 40 offices." in out
    assert "says" in out
    assert "“We will open forty offices,”" in out


def test_facts_find_a_name_that_is_spelled_nearly_so(run):
    assert run("facts", "Ludwig", "Rawn")[1].startswith("Ludvig Ravn")


def test_facts_find_who_holds_an_office(run):
    assert run("facts", "foreign", "minister")[1].startswith("Ludvig Ravn")


def test_facts_without_a_name_list_the_best_known_first(run):
    _, out, _ = run("facts")
    assert out.splitlines()[0].split()[:2] == ["Ludvig", "Ravn"]
    assert "Ida Holm" in out


def test_facts_of_an_unknown_name_say_so(run):
    assert run("facts", "Zebulon") == (2, "", "factlint: the sources have no name like “Zebulon”\n")


def test_facts_may_be_those_of_one_story(run):
    write("factlint.toml", '[[drafts]]\npaths = ["a/*.md"]\nsources = ["seeds/report.txt"]')
    write("a/draft.md", "Ravn came.")
    found = json.loads(run("facts", "--for", "a/draft.md", "--format", "json")[1])
    assert {name["name"] for name in found["names"]} == {"Ludvig Ravn", "Ida Holm", "Narvik"}


def test_facts_as_json_lead_to_every_passage(run):
    (found,) = json.loads(run("facts", "Ravn", "--format", "json")[1])["names"]
    (spoken,) = found["quotations"]
    text = Path(spoken["path"]).read_text(encoding="utf-8")
    assert text[spoken["offset"] :].startswith(spoken["text"])
    assert [(office["text"], office["years"]) for office in found["offices"]] == [("Foreign Minister", [2021, 2021])]


def test_conflicts_show_both_sides_once(run):
    write("seeds/third.txt", "On Sunday Foreign Minister Ludvig Rawn was at home.")
    status, out, _ = run("conflicts")
    assert status == 1
    assert out.startswith("seeds/report.txt:1:8 information conflicting-sources ")
    assert "“Ravn” in 1 source; “Rawn” in 1 source" in " ".join(out.split())
    assert out.endswith("1 place where 3 sources disagree.\n")


def test_sources_that_agree_are_said_to(run):
    assert run("conflicts") == (0, "The 2 sources agree.\n", "")


def test_rules_say_which_are_on_and_how_loud(run):
    write("factlint.toml", 'ignore = ["wrong-rank"]\n[severities]\nwrong-date = "hint"')
    lines = dict(line.split(None, 1) for line in run("rules")[1].splitlines() if line.startswith(("wrong", "unsup")))
    assert lines["wrong-rank"].startswith("off ")
    assert lines["wrong-date"].startswith("hint ")
    assert lines["unsupported-date"].startswith("off ")
    assert lines["wrong-role"].startswith("error ")


def test_rules_as_json_hold_the_reasons(run):
    rules = json.loads(run("rules", "--format", "json")[1])["rules"]
    assert {rule["id"] for rule in rules} == {rule.id for rule in files.load_rules()}
    assert all(rule["why"] and rule["summary"] for rule in rules)


@pytest.mark.parametrize("rule", [rule.id for rule in files.load_rules()])
def test_every_rule_can_be_explained(run, rule):
    status, out, _ = run("explain", rule)
    assert status == 0
    assert out.startswith(f"{rule}\nFires when ")
    assert "Example 1" in out
    assert "{~~" not in out


def test_an_explanation_shows_the_wrong_words_and_the_right_ones(run):
    assert "Example 1" in run("explain", "wrong-rank")[1]
    assert "[Brigadier General -> Major General] Lars Holm" in run("explain", "wrong-rank")[1]


def test_an_unknown_rule_gets_a_near_one(run):
    assert run("explain", "wrong-rang") == (2, "", "factlint: unknown rule “wrong-rang”; did you mean “wrong-rank”?\n")


def test_config_tells_what_is_in_force_and_from_where(run):
    write("factlint.toml", 'sources = ["seeds"]\n[prefer]\n"Rawn" = "Ravn"')
    out = run("config")[1]
    assert out.startswith("# factlint.toml\n")
    assert 'sources = ["seeds"]  # factlint.toml\n' in out
    assert 'fail-on = "warning"  # default\n' in out
    assert '[prefer]\n"Rawn" = "Ravn"\n' in out


def test_what_config_tells_can_be_put_into_a_file(run):
    write("factlint.toml", 'fail-on = "never"\n[[drafts]]\npaths = ["*.md"]\nsources = ["seeds"]')
    told = run("config")[1].replace('language = ""', "").replace("drafts = ", "# drafts = ")
    told = told.replace('["*.md"]  # default', "")
    assert (
        parse(Path("factlint.toml").absolute(), told).stories
        == parse(Path("factlint.toml").absolute(), Path("factlint.toml").read_text()).stories
    )


def test_init_writes_a_configuration_that_holds_and_explains_every_key(run):
    status, out, _ = run("init")
    assert (status, out) == (0, "Wrote factlint.toml. Sources: seeds.\n")
    text = Path("factlint.toml").read_text(encoding="utf-8")
    assert parse(Path("factlint.toml").absolute(), text).sources == ("seeds",)
    assert all(key.name in text for key in config_keys.KEYS)


def test_the_keys_that_init_explains_are_those_that_can_be_read(tmp_path):
    for key in config_keys.KEYS:
        text = "\n".join(key.lines)
        assert parse(tmp_path / "factlint.toml", text).given == {key.name}
        assert tomllib.loads(text)


def test_init_changes_no_file(run):
    write("factlint.toml", "# mine\n")
    assert run("init") == (2, "", "factlint: factlint.toml: is there already; nothing was changed\n")
    assert Path("factlint.toml").read_text() == "# mine\n"


def test_init_says_where_sources_are_missing(run):
    assert run("init", "--sources", "tapes")[1].endswith("Put your source documents into tapes; then: factlint check\n")


@pytest.mark.parametrize("command", ["facts", "conflicts"])
def test_missing_sources_get_one_line(run, command):
    status, out, err = run(command, "--sources", "nowhere")
    assert (status, out) == (2, "")
    assert err.startswith("factlint: nowhere: no such file or folder; ")
    assert err.count("\n") == 1


def test_a_single_source_has_nothing_to_disagree_with(run):
    assert run("conflicts", "--sources", "seeds/visit.txt") == (
        0,
        "There is 1 source alone, and none to compare it with.\n",
        "",
    )


@pytest.mark.parametrize("command", ["facts", "conflicts"])
def test_a_draft_that_is_not_there_is_told(run, command):
    assert run(command, "--for", "visit.md") == (2, "", "factlint: visit.md: no such file or folder\n")


def test_sources_without_names_are_said_to_have_none(run):
    write("bare/a.txt", "it rained, and nobody came to see it.")
    assert run("facts", "--sources", "bare") == (0, "The sources have no names.\n", "")
    assert run("facts", "Zebulon", "--sources", "bare")[2] == "factlint: the sources have no name like “Zebulon”\n"


@pytest.mark.parametrize("command", ["facts", "conflicts"])
def test_where_every_story_has_its_own_sources_none_are_needed_beside_them(run, command):
    Path("seeds").rename("visits")
    write("factlint.toml", '[[drafts]]\npaths = ["a/*.md"]\nsources = ["visits"]')
    status, out, err = run(command)
    assert (status, err) == (0, "")
    assert "2 sources" in out


def test_config_tells_the_sources_of_a_draft_where_stories_have_their_own(run):
    write("factlint.toml", '[[drafts]]\npaths = ["a/*.md"]\nsources = ["visits", "talks.txt"]')
    assert "# the sources of a/draft.md: visits, talks.txt\n" in run("config", "a/draft.md")[1]
    assert "# the sources of b.md: seeds\n" in run("config", "b.md")[1]
    assert json.loads(run("config", "a/draft.md", "--format", "json")[1])["sources"] == ["visits", "talks.txt"]
    assert "# the sources of" not in run("config")[1]
