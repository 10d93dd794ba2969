"""Files: which ones are drafts and sources, and how paths are named."""

import re
from pathlib import Path, PureWindowsPath

import pytest

from factlint.files import (
    FileError,
    PatternError,
    Patterns,
    absolute,
    documents_in,
    draft_files,
    identity,
    is_readable_kind,
    lexicon_files,
    load_lexica,
    load_rules,
    packaged_rules,
    read_bytes,
    rule_files,
    shown,
    source_files,
    stamps,
    tree_stamps,
)
from factlint.lexicon_files import LexiconError
from factlint.rule import RuleError

RULE = 'check = "name_variant"\nmessage = "{}"\nwhy = "Names matter."\n'


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Path.cwd()


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Some words.", encoding="utf-8")


def names(paths, folder):
    return [path.relative_to(folder).as_posix() for path in paths]


def test_documents_are_files_of_the_formats_that_have_a_reader(here):
    write(here, "a.md", "b.TXT", "c.html", "d.rst", "e.tex", "f.pdf", "g.py", "README", "deep/er/h.htm")
    write(here, "i.adoc", "j.asciidoc", "k.org", "l.typ", "m.asc", "COMMIT_EDITMSG")
    assert names(documents_in(here), here) == [
        *("a.md", "b.TXT", "c.html", "d.rst", "e.tex"),
        *("i.adoc", "j.asciidoc", "k.org", "l.typ", "deep/er/h.htm"),
    ]


def test_hidden_files_and_folders_of_tools_are_left_out(here):
    write(here, ".git/a.txt", ".notes.md", ".cache/b.md", "node_modules/c/README.md", "CVS/d.txt")
    write(here, "env/pyvenv.cfg", "env/lib/licence.txt", "kept.md")
    assert names(documents_in(here), here) == ["kept.md"]


def test_a_missing_folder_is_refused_by_name(here):
    with pytest.raises(FileError, match=r"^nowhere: no such file or folder$"):
        list(documents_in(here / "nowhere"))


def test_sources_are_folders_and_single_files_each_document_once(here):
    write(here, "seeds/a.txt", "seeds/b.md", "notes/c.txt")
    found = source_files(
        [here / "notes" / "c.txt", here / "seeds", here / "seeds" / "a.txt", here / "notes" / ".." / "seeds"]
    )
    assert names(found.values(), here) == ["notes/c.txt", "seeds/a.txt", "seeds/b.md"]


def test_a_source_that_does_not_exist_is_refused_by_name(here):
    with pytest.raises(FileError, match=r"^seeds: no such file or folder$"):
        source_files([here / "seeds"])


def test_sources_below_a_folder_of_drafts_are_no_drafts(here):
    write(here, "draft.md", "seeds/a.txt", "stories/b.md", "stories/wire.txt")
    sources = [here / "seeds", here / "stories" / "wire.txt"]
    assert names(draft_files(here, sources, lambda _path, _is_folder: False), here) == ["draft.md", "stories/b.md"]


def test_sources_named_outright_are_drafts(here):
    write(here, "seeds/a.txt", "seeds/old/b.txt")
    for start, drafts in {
        "seeds": ["seeds/a.txt", "seeds/old/b.txt"],
        "seeds/old": ["seeds/old/b.txt"],
        "seeds/a.txt": ["seeds/a.txt"],
    }.items():
        assert names(draft_files(here / start, [here / "seeds"], lambda _path, _is_folder: False), here) == drafts


def test_excluded_files_and_folders_are_no_drafts(here):
    write(here, "a.md", "old/b.md", "old/deeper/c.md", "d.md")
    excluded = Patterns(here, ("old/", "/d.md"))
    assert names(draft_files(here, [], lambda path, _: excluded.match(path)), here) == ["a.md"]


def test_patterns_are_those_of_gitignore_below_their_root(here):
    patterns = Patterns(here, ("stories/*.md", "!stories/notes.md", "visit/"))
    assert patterns.match(Path("stories/a.md"))
    assert patterns.match(here / "visit" / "deep" / "a.txt")
    assert not patterns.match(Path("stories/notes.md"))
    assert not patterns.match(Path("other/stories/a.md"))
    assert not patterns.match(here.parent / "stories" / "a.md")


def test_what_is_no_pattern_is_refused(here):
    with pytest.raises(PatternError):
        Patterns(here, ("!",)).match(here / "a.md")


def test_a_path_is_shown_relative_to_the_working_folder_where_it_lies_below_it(here):
    assert shown(Path("a/b.md")) == "a/b.md"
    assert shown(here / "a" / ".." / "b.md") == "b.md"
    assert shown(here.parent / "b.md") == (here.parent / "b.md").as_posix()


def test_a_path_is_made_absolute_without_following_links(here):
    write(here, "real/a.md")
    (here / "link").symlink_to(here / "real", target_is_directory=True)
    assert absolute(Path("link/a.md")) == here / "link" / "a.md"
    assert identity(Path("link/a.md")) == identity(Path("real/a.md"))


def test_suffixes_of_windows_paths_are_read_alike():
    assert is_readable_kind(PureWindowsPath(r"C:\Stories\Draft.MD"))
    assert is_readable_kind(PureWindowsPath(r"\\server\share\draft.html"))
    assert not is_readable_kind(PureWindowsPath(r"C:\seeds.md\draft.docx"))


def test_reading_says_why_it_cannot(here):
    (here / "folder").mkdir()
    write(here, "file")
    with pytest.raises(FileError, match=r"^draft\.md: no such file or folder$"):
        read_bytes(Path("draft.md"))
    with pytest.raises(FileError, match=r"^folder: a folder, not a file$"):
        read_bytes(Path("folder"))
    with pytest.raises(FileError, match=r"^file/draft\.md: "):
        read_bytes(Path("file/draft.md"))


def test_stamps_tell_a_changed_an_added_and_a_removed_file(here):
    write(here, "a.txt")
    paths = [here / "a.txt", here / "b.txt"]
    first = stamps(paths)
    assert stamps(paths) == first
    (here / "a.txt").write_text("Other words, more of them.")
    changed = stamps(paths)
    write(here, "b.txt")
    added = stamps(paths)
    (here / "a.txt").unlink()
    assert len({first, changed, added, stamps(paths)}) == 4


def test_a_users_rules_add_to_the_packaged_ones_and_replace_them_by_name(here):
    write(here, "one/a.toml", "one/wrong-date.toml", "two/a.toml", "two/b.toml", "two/README.md")
    packaged = rule_files([])
    found = rule_files([here / "one", here / "two"])
    assert found.keys() == packaged.keys() | {"a", "b"}
    assert {path.parent for path in packaged.values()} == {packaged_rules()}
    assert [found[rule].parent.name for rule in ("a", "b", "wrong-date")] == ["two", "two", "one"]


def test_a_rule_is_named_by_its_file(here):
    (here / "wrong-planet.toml").write_text(RULE.format("Not there."))
    found = {rule.id: rule.message for rule in load_rules([here])}
    assert found["wrong-planet"] == "Not there."
    assert found.keys() == {rule.id for rule in load_rules()} | {"wrong-planet"}


@pytest.mark.parametrize(
    "data",
    [
        b"check = 3",
        b"check = ",
        b"\xff",
        RULE.encode() + b'severity = "loud"',
    ],
)
def test_a_broken_rule_is_refused_by_the_name_of_its_file(here, data):
    (here / "wrong-planet.toml").write_bytes(data)
    with pytest.raises(RuleError, match=r"^wrong-planet\.toml: "):
        load_rules([here])


def test_a_users_lexicon_extends_the_packaged_one(here):
    write(here, "lexicon/en/ranks.toml", "lexicon/fa/ranks.toml")
    found = lexicon_files([here])
    assert [path.parent for path in found["en"]][-1] == here / "lexicon" / "en"
    assert len(found["en"]) > 1
    assert names(found["fa"], here) == ["lexicon/fa/ranks.toml"]


@pytest.mark.parametrize("data", [b"ranks = ", b"\xff"])
def test_a_broken_lexicon_is_refused_by_its_folder(here, data):
    (here / "lexicon" / "en").mkdir(parents=True)
    (here / "lexicon" / "en" / "ranks.toml").write_bytes(data)
    with pytest.raises(LexiconError, match=re.escape("lexicon/en")):
        load_lexica([here])


def test_every_packaged_language_has_a_lexicon():
    assert "en" in load_lexica()


def test_stamps_of_a_tree_tell_every_change_of_its_documents(here):
    states = [tree_stamps([here])]

    def changed(change):
        change()
        states.append(tree_stamps([here]))
        return states[-1] not in states[:-1]

    (here / "sub").mkdir(exist_ok=True)
    assert tree_stamps([here]) == states[0]
    assert changed(lambda: (here / "sub" / "new.md").write_text("New.", "utf-8"))
    assert changed(lambda: (here / "sub" / "new.md").write_text("Newer.", "utf-8"))
    assert changed(lambda: (here / "sub").rename(here / "other"))
    (here / "other" / "new.md").unlink()
    assert tree_stamps([here]) == states[0]


def test_stamps_of_a_tree_leave_out_what_is_never_a_source(here):
    before = tree_stamps([here])
    for name in (".hidden.md", "picture.png", "node_modules/a.md", ".tool/a.md", "environment/a.md"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text("Words.", "utf-8")
    (here / "environment" / "pyvenv.cfg").write_text("", "utf-8")
    (here / "gone.md").symlink_to(here / "nowhere.md")
    assert tree_stamps([here]) == before


def test_a_single_file_has_a_stamp_and_a_missing_one_has_none(here):
    (here / "one.md").write_text("One.", "utf-8")
    assert len(tree_stamps([here / "one.md"])) == 1
    assert tree_stamps([here / "none.md", here / "none"]) == frozenset()
