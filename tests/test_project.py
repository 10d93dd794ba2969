"""A project: which sources a draft has, which rules are on, what is kept and what is read anew."""

from pathlib import Path

import pytest

from factlint.config import ConfigError
from factlint.files import FileError, load_rules
from factlint.lexicon_files import LexiconError
from factlint.project import Choice, Project, Projects
from factlint.rule import RuleError
from factlint.stories import SourceError

SOURCE = "President Anne Larsen opened the bridge."
DRAFT = "President Anne Larssen cut the ribbon."
LEFT_OUT = "left out: it is in a language that factlint has no lexicon for (there is: en)"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("seeds/a.txt", SOURCE)
    write("seeds/b.txt", "Larsen thanked the engineers.")
    write("draft.md", DRAFT)
    return Path.cwd()


def write(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def source_names(project, draft="draft.md"):
    return [source.path for source in project.story_of(Path(draft)).sources]


def rule_ids(project):
    return {rule.id for rule in project.rules}


def test_a_draft_is_checked_against_the_default_sources():
    project = Project.open(Path("draft.md"))
    report = project.check(project.read(Path("draft.md")))
    assert [(found.rule, found.text, found.suggestions) for found in report.findings] == [
        ("misspelled-name", "Larssen", ("Larsen",))
    ]
    assert report.notes == ()
    assert report.account.document.path == "draft.md"


def test_an_unsaved_text_is_checked_in_place_of_the_file():
    project = Project.open(Path("draft.md"))
    assert project.check(project.document(Path("draft.md"), DRAFT.replace("Larssen", "Larsen"))).findings == ()
    (found,) = project.check(project.document(Path("draft.md"), "Yes.\n\n" + DRAFT)).findings
    assert found.document.position(found.span.start).line == 3


def test_a_draft_in_a_language_without_a_lexicon_gets_one_line_and_no_findings():
    write("draft.html", '<html lang="de"><p>Anne Larssen durchschnitt das Band.</p></html>')
    project = Project.open(Path("draft.html"))
    report = project.check(project.read(Path("draft.html")))
    assert (report.findings, report.account) == ((), None)
    assert report.notes == ("draft.html: " + LEFT_OUT,)


def test_a_configured_language_overrides_what_the_text_looks_like():
    write("factlint.toml", 'language = "en"')
    write("draft.html", '<html lang="de"><p>President Anne Larssen cut the ribbon.</p></html>')
    project = Project.open(Path("draft.html"))
    assert [found.text for found in project.check(project.read(Path("draft.html"))).findings] == ["Larssen"]


def test_a_source_in_a_language_without_a_lexicon_is_told_of():
    write("seeds/c.html", '<html lang="fr"><p>La ville dort.</p></html>')
    story = Project.open(Path("draft.md")).story_of(Path("draft.md"))
    assert len(story.sources) == 3
    assert story.notes == ("seeds/c.html: " + LEFT_OUT,)


def test_a_source_is_checked_against_the_other_sources():
    project = Project.open(Path("seeds"))
    assert source_names(project, "draft.md") == ["seeds/a.txt", "seeds/b.txt"]
    assert source_names(project, "seeds/a.txt") == ["seeds/b.txt"]


def test_sources_that_are_given_stand_in_place_of_configured_ones():
    write("notes/c.txt", SOURCE)
    write("factlint.toml", 'sources = "seeds"\n[[drafts]]\npaths = "draft.md"\nsources = "elsewhere"')
    assert source_names(Project.open(Path("draft.md"), sources=[Path("notes"), Path("seeds/a.txt")])) == [
        "notes/c.txt",
        "seeds/a.txt",
    ]


def test_each_story_has_its_own_sources():
    write("visit/sources/v.txt", SOURCE)
    write("budget/sources/b.md", SOURCE)
    write(
        "factlint.toml",
        """
        [[drafts]]
        paths = "visit/*.md"
        sources = "visit/sources"
        [[drafts]]
        paths = "budget/*.md"
        sources = "budget/sources"
        """,
    )
    project = Project.open(Path("visit/draft.md"))
    assert source_names(project, "visit/draft.md") == ["visit/sources/v.txt"]
    assert source_names(project, "budget/draft.md") == ["budget/sources/b.md"]
    assert source_names(project, "draft.md") == ["seeds/a.txt", "seeds/b.txt"]


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ("nowhere", "nowhere: no such file or folder; name a folder of source documents with --sources"),
        ("empty", "empty: no source documents there (.htm, "),
        ("draft.md", "draft.md: the draft is the only source; name a folder"),
    ],
)
def test_missing_and_empty_sources_say_so_and_how_to_name_others(here, sources, message):
    (here / "empty").mkdir()
    with pytest.raises(SourceError) as caught:
        Project.open(Path("draft.md"), sources=[Path(sources)]).story_of(Path("draft.md"))
    assert str(caught.value).startswith(message)
    assert "--sources" in str(caught.value)


def test_no_sources_at_all_are_refused():
    write("factlint.toml", "sources = []")
    with pytest.raises(SourceError, match="--sources"):
        Project.open(Path("draft.md")).story_of(Path("draft.md"))


def test_a_file_that_is_not_text_is_refused_by_name():
    Path("draft.md").write_bytes(b"\x00\x01\x02\xff\xfe" * 50)
    with pytest.raises(FileError, match=r"^draft\.md: "):
        Project.open(Path("draft.md")).read(Path("draft.md"))


def test_a_source_that_is_not_text_is_refused_by_name():
    Path("seeds/c.txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 50)
    with pytest.raises(FileError, match=r"^seeds/c\.txt: "):
        Project.open(Path("draft.md")).story_of(Path("draft.md"))


def test_a_document_outside_the_working_folder_has_its_full_path(here, monkeypatch):
    monkeypatch.chdir(here / "seeds")
    assert Project.open(here / "draft.md").read(here / "draft.md").path == (here / "draft.md").as_posix()


def test_rules_that_are_off_by_default_are_on_where_selected(here):
    write("rules/loud.toml", 'check = "name_variant"\nmessage = "m"\nwhy = "w"\n')
    write("rules/quiet.toml", 'check = "name_variant"\nmessage = "m"\nwhy = "w"\ndefault = false\n')
    write("factlint.toml", "")
    default = rule_ids(Project.open(here))
    assert "loud" in default
    assert "quiet" not in default
    off = {rule.id for rule in load_rules() if not rule.is_default} | {"quiet"}
    assert rule_ids(Project.open(here, select=["ALL"])) == default | off
    assert rule_ids(Project.open(here, select=["DEFAULT", "quiet"])) == default | {"quiet"}
    assert rule_ids(Project.open(here, select=["quiet"])) == {"quiet"}
    assert rule_ids(Project.open(here, select=["ALL"], ignore=["qu*"])) == default | off - {"quiet"}


def test_a_choice_on_the_command_line_replaces_the_configured_one_and_adds_to_what_is_ignored(here):
    write("factlint.toml", 'select = ["wrong-*"]\nignore = ["wrong-role"]')
    configured = rule_ids(Project.open(here))
    assert "wrong-rank" in configured
    assert "wrong-role" not in configured
    assert rule_ids(Project.open(here, select=["misspelled-name", "wrong-role"])) == {"misspelled-name"}
    assert rule_ids(Project.open(here, ignore=["wrong-rank"])) == configured - {"wrong-rank"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'select = ["mispelled-name"]',
            "factlint.toml: “select”: unknown rule “mispelled-name”; did you mean “misspelled-name”?",
        ),
        ('ignore = ["xyz"]', "factlint.toml: “ignore”: unknown rule “xyz”; there are "),
        (
            '[severities]\nwrong-ranks = "hint"',
            "factlint.toml: “severities”: unknown rule “wrong-ranks”; did you mean “wrong-rank”?",
        ),
        ('rules = ["house"]', "factlint.toml: “rules” names “house”, but there is no such folder"),
        ('language = "xx"', "factlint.toml: “language” is “xx”, but there are lexica for en only"),
    ],
)
def test_a_configuration_that_names_what_is_not_there_is_refused(here, text, message):
    write("factlint.toml", text)
    with pytest.raises(ConfigError) as caught:
        Project.open(here)
    assert str(caught.value).startswith(message)


def test_an_unknown_rule_that_is_selected_is_refused(here):
    with pytest.raises(ConfigError, match="--select: unknown rule “wrong-rnk”; did you mean “wrong-rank”"):
        Project.open(here, select=["wrong-rnk"])


def test_a_broken_rule_or_lexicon_of_the_user_is_refused_by_the_name_of_its_file(here):
    write("factlint.toml", "")
    broken = write("rules/house.toml", "check = ")
    with pytest.raises(RuleError, match=r"^rules/house\.toml: not valid TOML"):
        Project.open(here)
    broken.write_text('check = "guess"\nmessage = "m"\nwhy = "w"\n')
    with pytest.raises(
        RuleError, match=r"^rules/house\.toml: “check” is “guess”; it can be age, agent, announced_list, "
    ):
        Project.open(here)
    broken.unlink()
    write("rules/lexicon/en/ranks.toml", "rank = ")
    with pytest.raises(LexiconError, match="rules/lexicon/en"):
        Project.open(here)


def test_without_configuration_files_their_rules_and_sources_count_for_nothing(here):
    write("factlint.toml", "sources = broken")
    write("rules/house.toml", "check = ")
    assert source_names(Project.open(here, config=False)) == ["seeds/a.txt", "seeds/b.txt"]


def test_settings_carry_what_the_user_prefers(here):
    write("factlint.toml", 'accept = ["Larssen"]\n[prefer]\nLarssen = "Larsen"\n[severities]\nwrong-rank = "hint"')
    settings = Project.open(here).settings
    assert (settings.prefer, settings.accept, settings.severities) == (
        {"Larssen": "Larsen"},
        {"Larssen"},
        {"wrong-rank": "hint"},
    )


def test_the_story_of_a_draft_is_read_once(here):
    project = Project.open(here)
    assert project.story_of(Path("draft.md")) is project.story_of(here / "other.md")


@pytest.mark.parametrize(
    "change",
    [
        lambda: write("seeds/c.txt", SOURCE),
        lambda: Path("seeds/a.txt").unlink(),
        lambda: write("seeds/a.txt", SOURCE + " More."),
        lambda: write("factlint.toml", 'sources = "seeds"\nignore = "ALL"'),
        lambda: Path("factlint.toml").unlink(),
        lambda: write("sub/factlint.toml", ""),
        lambda: write("rules/new.toml", "check = "),
        lambda: write("rules/lexicon/en/new.toml", ""),
        lambda: [path.unlink() for path in Path("seeds").iterdir()],
    ],
)
def test_a_project_is_stale_once_a_file_that_it_rests_on_changes(change):
    write("factlint.toml", "")
    write("sub/draft.md", DRAFT)
    project = Project.open(Path("sub/draft.md"))
    project.story_of(Path("sub/draft.md"))
    assert not project.is_stale()
    change()
    assert project.is_stale()


def test_a_project_is_not_stale_for_a_changed_draft(here):
    project = Project.open(here)
    project.check(project.read(Path("draft.md")))
    write("draft.md", "Other words, and more of them.")
    assert not project.is_stale()


def test_an_unsaved_text_stands_for_a_source(here):
    project = Project.open(here)
    before = project.story_of(Path("draft.md"))
    edited = project.overlaid({here / "seeds" / "a.txt": "President Anne Larssen opened the bridge."})
    after = edited.story_of(Path("draft.md"))
    assert [source.text for source in after.sources] == [
        "President Anne Larssen opened the bridge.",
        "Larsen thanked the engineers.",
    ]
    assert after.sources[1] is before.sources[1]
    assert project.story_of(Path("draft.md")) is before


def test_texts_given_before_no_longer_count(here):
    edited = Project.open(here).overlaid({Path("seeds/a.txt"): "Old."}).overlaid({Path("seeds/b.txt"): "New."})
    assert [source.text for source in edited.story_of(Path("draft.md")).sources] == [SOURCE, "New."]


def test_a_project_stays_as_it_is_where_unsaved_texts_are_not_those_of_sources(here):
    project = Project.open(here)
    assert project.overlaid({here / "draft.md": "Anything."}) is project
    edited = project.overlaid({here / "seeds" / "a.txt": "New."})
    assert edited.overlaid({here / "seeds" / "a.txt": "New.", here / "draft.md": "Anything."}) is edited


def test_a_source_opened_but_never_saved_is_no_source(here):
    edited = Project.open(here).overlaid({here / "seeds" / "new.txt": "New."})
    assert source_names(edited) == ["seeds/a.txt", "seeds/b.txt"]


def test_each_draft_belongs_to_the_project_of_its_nearest_configuration():
    write("factlint.toml", "")
    write("sub/factlint.toml", 'sources = "../seeds/a.txt"')
    projects = Projects(Choice())
    assert projects.of(Path("draft.md")) is projects.of(Path("other/draft.md"))
    assert source_names(projects.of(Path("sub/draft.md")), "sub/draft.md") == ["seeds/a.txt"]


def test_a_renewed_project_reads_again_only_what_has_changed(here):
    project = Project.open(here)
    before = project.story_of(Path("draft.md"))
    assert project.renewed() is project
    write("seeds/a.txt", "President Anne Larssen opened the new bridge.")
    after = project.renewed().story_of(Path("draft.md"))
    assert [source.text for source in after.sources] == [
        "President Anne Larssen opened the new bridge.",
        "Larsen thanked the engineers.",
    ]
    assert after.sources[1] is before.sources[1]
    assert project.story_of(Path("draft.md")) is before


def test_a_renewed_project_keeps_what_the_sources_say_where_only_settings_have_changed(here):
    project = Project.open(here)
    before = project.story_of(Path("draft.md"))
    write("factlint.toml", 'accept = ["Larssen"]')
    renewed = project.renewed()
    assert renewed.settings.accept == frozenset({"Larssen"})
    assert renewed.story_of(Path("draft.md")).index is before.index


def test_a_renewed_project_reads_everything_anew_where_its_words_have_changed(here):
    write("factlint.toml", "")
    project = Project.open(here)
    before = project.story_of(Path("draft.md"))
    write("rules/lexicon/en/ranks.toml", "")
    assert project.renewed().story_of(Path("draft.md")).index is not before.index


def test_sources_that_were_missing_are_there_once_the_project_is_renewed(here):
    write("factlint.toml", 'sources = ["archive"]')
    project = Project.open(here)
    draft = Path("draft.md")
    assert not project.is_ready(draft)
    for _ in range(2):
        with pytest.raises(SourceError, match="archive"):
            project.story_of(draft)
    assert (project.is_ready(draft), project.is_stale()) == (True, False)
    write("archive/a.txt", "President Anne Larsen opened the bridge.")
    assert (project.is_stale(), len(project.renewed().story_of(draft).sources)) == (True, 1)


def test_a_story_is_worked_out_step_by_step(here):
    project = Project.open(here)
    draft = Path("draft.md")
    assert list(dict.fromkeys(project.steps(draft))) == [(0, 2, 2), (1, 2, 1), (2, 2, 0)]
    assert (project.is_ready(draft), list(project.steps(draft))) == (True, [])


def test_what_is_known_for_other_drafts_is_let_go(here):
    write("factlint.toml", 'sources = ["."]')
    project = Project.open(here)
    draft, other = Path("draft.md"), Path("seeds/a.txt")
    first = project.story_of(draft)
    project.story_of(other)
    project.retain([draft])
    assert (project.is_ready(draft), project.is_ready(other)) == (True, False)
    assert project.story_of(draft) is first
    project.retain([])
    again = project.story_of(draft)
    assert not any(one is other for one, other in zip(again.sources, first.sources, strict=True))
