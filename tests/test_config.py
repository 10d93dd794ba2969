"""Configuration: where it is found, what it says, and what is said where it is wrong."""

from pathlib import Path

import pytest

from factlint.config import Config, ConfigError, StoryConfig, find, parse, without_file
from factlint.model import Severity


def read(text, name="factlint.toml"):
    return parse(Path.cwd() / name, text)


def refusal(text, name="factlint.toml"):
    with pytest.raises(ConfigError) as caught:
        read(text, name)
    return str(caught.value)


@pytest.fixture
def repository(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "stories" / "visit").mkdir(parents=True)
    return tmp_path


def test_an_empty_file_means_the_defaults():
    config = read("")
    assert config.sources == ("seeds",)
    assert config.fail_on is Severity.WARNING
    assert config.rules == ("rules",)
    assert (config.drafts, config.stories, config.select, config.exclude) == ((), (), (), ())


def test_every_key_is_read():
    config = read(
        """
        sources = ["notes", "wire/a.txt"]
        drafts = ["stories/*.md"]
        rules = ["house-rules"]
        accept = ["Qatar", "Katar"]
        select = ["ALL"]
        ignore = ["wrong-date"]
        fail-on = "error"
        exclude = ["old/"]
        language = "en"
        [prefer]
        Rayeesi = "Raisi"
        [severities]
        wrong-date = "hint"
        """
    )
    assert config.sources == ("notes", "wire/a.txt")
    assert config.drafts == ("stories/*.md",)
    assert config.rules == ("house-rules",)
    assert config.accept == ("Qatar", "Katar")
    assert config.select == ("ALL",)
    assert config.ignore == ("wrong-date",)
    assert config.fail_on is Severity.ERROR
    assert config.exclude == ("old/",)
    assert config.language == "en"
    assert config.prefer == {"Rayeesi": "Raisi"}
    assert config.severities == {"wrong-date": Severity.HINT}


def test_one_text_stands_for_a_list_of_one():
    assert read('sources = "notes"').sources == ("notes",)


def test_no_finding_fails_a_run_where_fail_on_is_never():
    assert read('fail-on = "never"').fail_on is None


def test_several_stories_have_their_own_sources_or_share_those_of_the_project():
    config = read(
        """
        sources = ["common"]
        [[drafts]]
        paths = ["visit/*.md"]
        sources = ["visit/sources"]
        [[drafts]]
        paths = "budget/*.md"
        """
    )
    assert config.stories == (
        StoryConfig(("visit/*.md",), ("visit/sources",)),
        StoryConfig(("budget/*.md",), ("common",)),
    )
    assert config.drafts == ("visit/*.md", "budget/*.md")


def test_pyproject_is_read_from_its_own_table_only():
    config = read('[project]\nname = "x"\n[tool.factlint]\nsources = ["notes"]\n', "pyproject.toml")
    assert config.sources == ("notes",)
    assert read('[project]\nname = "x"\n', "pyproject.toml") is None
    assert read('[project.scripts]\nfactlint = "x"\n[tool.other]\nfactlint = 1\n', "pyproject.toml") is None


@pytest.mark.parametrize(
    "text",
    [
        '[tool]\nfactlint.sources = ["notes"]',
        'tool.factlint.sources = ["notes"]',
        'tool = {factlint = {sources = ["notes"]}}',
        """[ 'tool' . "factlint" ]\nsources = ["notes"]""",
    ],
)
def test_pyproject_may_write_its_table_in_any_way_of_toml(text):
    assert read(text, "pyproject.toml").sources == ("notes",)


def test_a_broken_pyproject_that_does_not_speak_of_factlint_is_none_of_its_business():
    assert read("[project\n", "pyproject.toml") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('souces = ["a"]', "factlint.toml:1: unknown key “souces”; did you mean “sources”?"),
        ('\nfail_on = "error"', "factlint.toml:2: unknown key “fail_on”; did you mean “fail-on”?"),
        ("sources = 3", 'factlint.toml:1: “sources” should be a list of texts, as in sources = ["one", "two"]'),
        ('accept = ["a", ""]', 'factlint.toml:1: “accept” should be a list of texts, as in accept = ["one", "two"]'),
        (
            'fail-on = "loud"',
            "factlint.toml:1: “fail-on” is “loud”; it can be error, warning, information, hint, never",
        ),
        ("language = true", 'factlint.toml:1: “language” should be a text, as in language = "en"'),
        (
            '[severities]\nwrong-date = "never"',
            "factlint.toml:2: “wrong-date” is “never”; it can be error, warning, information, hint",
        ),
        (
            "[prefer]\nRayeesi = 1",
            'factlint.toml:1: “prefer” should be a table of texts, as in [prefer] and below it "written" = "wanted"',
        ),
        (
            '[[drafts]]\npaths = ["a"]\nsource = ["b"]',
            "factlint.toml:3: unknown key “source” in [[drafts]]; did you mean “sources”?",
        ),
        ("[[drafts]]\n", 'factlint.toml:1: a [[drafts]] table lacks “paths”, as in paths = ["stories/*.md"]'),
        (
            'drafts = ["a", {paths = "b"}]',
            "factlint.toml:1: “drafts” should be either a list of patterns or [[drafts]]",
        ),
        ('sources = ["a"\nrules = "b"', "factlint.toml:2: not valid TOML: "),
        ('sources = ["a"', "factlint.toml: not valid TOML: "),
        ('exclude = ["!"]', "factlint.toml:1: “exclude”: not a pattern of paths: "),
    ],
)
def test_what_is_wrong_is_named_with_file_line_reason_and_remedy(text, message):
    assert refusal(text).startswith(message)


def test_an_unknown_key_unlike_any_known_gets_the_list_of_keys():
    assert "it can be accept, baseline, drafts, exclude" in refusal("zzz = 1")


def test_lines_of_pyproject_count_from_the_start_of_the_file():
    text = "[tool.other]\nsources = 1\n\n[tool.factlint]\nsources = 1\n"
    assert refusal(text, "pyproject.toml").startswith("pyproject.toml:5: ")


def test_a_factlint_entry_that_is_no_table_is_refused():
    assert "should be a table" in refusal("[tool]\nfactlint = 3\n", "pyproject.toml")


def test_the_nearest_file_wins(repository):
    (repository / "factlint.toml").write_text('sources = "far"')
    (repository / "stories" / "pyproject.toml").write_text('[tool.factlint]\nsources = "near"')
    config = find(repository / "stories" / "visit" / "draft.md")
    assert config.sources == ("near",)
    assert config.root == repository / "stories"
    assert config.file == repository / "stories" / "pyproject.toml"


def test_a_pyproject_without_a_table_does_not_end_the_search(repository):
    (repository / "factlint.toml").write_text('sources = "far"')
    (repository / "stories" / "pyproject.toml").write_text("[project]\n")
    assert find(repository / "stories").sources == ("far",)


def test_factlint_toml_wins_over_pyproject_beside_it(repository):
    (repository / "factlint.toml").write_text('sources = "one"')
    (repository / "pyproject.toml").write_text('[tool.factlint]\nsources = "other"')
    assert find(repository).sources == ("one",)


def test_the_search_ends_at_the_root_of_the_repository(repository):
    inner = repository / "inner"
    (inner / ".git").mkdir(parents=True)
    (repository / "factlint.toml").write_text('sources = "outside"')
    assert find(inner / "draft.md") == Config(inner)


def test_without_a_file_the_nearest_folder_that_has_sources_is_the_root(repository):
    (repository / "seeds").mkdir()
    (repository / "factlint.toml").write_text('sources = "notes"')
    assert without_file(repository / "stories" / "visit" / "draft.md") == Config(repository)


def test_without_a_file_and_without_sources_the_folder_of_the_draft_is_the_root(repository):
    assert find(repository / "stories" / "draft.md") == Config(repository / "stories")


def test_a_configuration_that_is_not_utf8_is_refused_by_name(repository):
    (repository / "factlint.toml").write_bytes(b'sources = "\xff"')
    with pytest.raises(ConfigError, match=r"factlint\.toml: not UTF-8 text"):
        find(repository)
