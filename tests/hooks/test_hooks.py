"""The commit hooks under pre-commit and prek, in a real repository, from a tagged repository of factlint's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.editor

_ROOT = Path(__file__).parents[2]
_NEEDED = ("server", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
_RUNNERS = ("pre-commit", "prek")


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False
    )


def git(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return run("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *arguments, cwd=cwd)


@pytest.fixture(scope="session")
def factlint(tmp_path_factory) -> Path:
    """A repository with what this checkout would publish, tagged v0.1.0."""
    folder = tmp_path_factory.mktemp("factlint")
    for name in _NEEDED:
        source = _ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    git("init", "-q", cwd=folder)
    git("add", "-A", cwd=folder)
    git("commit", "-qm", "Publish", cwd=folder)
    assert git("tag", "v0.1.0", cwd=folder).returncode == 0
    return folder


@pytest.fixture(scope="session", params=_RUNNERS)
def runner(request) -> Path:
    """The program that runs the hooks, as it is installed beside this interpreter."""
    return Path(sys.executable).parent / request.param


@pytest.fixture
def repository(tmp_path, runner, factlint, monkeypatch) -> Path:
    """A writer's repository: five clean files and all three hooks installed."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    files = {
        "seeds/visit.txt": "President Ebrahim Raisi went to Damascus. Raisi met Bashar al-Assad there.\n",
        "seeds/photo.jpg": "\x00\x01",
        "stories/visit.md": "President Ebrahim Raisi went to Damascus.\n",
        "factlint.toml": 'drafts = ["stories/*.md"]\n',
        ".pre-commit-config.yaml": (
            f"repos:\n- repo: {factlint.as_uri() if os.name == 'nt' else factlint}\n  rev: v0.1.0\n"
            "  hooks:\n  - id: factlint\n  - id: factlint-sources\n"
        ),
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git("init", "-q", cwd=tmp_path)
    git("add", "-A", cwd=tmp_path)
    assert git("commit", "-qm", "Begin", cwd=tmp_path).returncode == 0
    installed = run(runner, "install", cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    return tmp_path


def commit(repository: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    (repository / name).write_text(text, encoding="utf-8")
    git("add", "-A", cwd=repository)
    return git("commit", "-m", "Change", cwd=repository)


def test_a_wrong_name_is_refused_with_what_to_do_and_a_right_one_passes(repository):
    refused = commit(repository, "stories/visit.md", "President Rayeesi went to Damascus.\n")
    told = refused.stdout + refused.stderr
    assert refused.returncode != 0
    assert "stories/visit.md:1:11 error misspelled-name" in told
    assert "fix: Raisi" in told
    assert "--fix" in told
    passed = commit(repository, "stories/visit.md", "President Raisi went to Damascus.\n")
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_a_changed_source_has_every_draft_checked_again(repository):
    refused = commit(
        repository, "seeds/visit.txt", "President Ebrahim Rayeesi went to Damascus. Rayeesi was met there.\n"
    )
    told = refused.stdout + refused.stderr
    assert refused.returncode != 0
    assert "stories/visit.md:1:19 error misspelled-name" in told
    assert "seeds/visit.txt:1:" not in told.replace("= seeds/visit.txt:1:", "")


def test_a_changed_source_that_is_no_text_counts_too(repository):
    (repository / "stories" / "other.md").write_text("President Rayeesi went to Damascus.\n", encoding="utf-8")
    git("add", "-A", cwd=repository)
    git("commit", "--no-verify", "-qm", "Unchecked", cwd=repository)
    refused = commit(repository, "seeds/photo.jpg", "\x00\x02")
    assert refused.returncode != 0
    assert "stories/other.md:1:11 error misspelled-name" in refused.stdout + refused.stderr


def test_the_fixing_hook_mends_the_file_and_stops_the_commit(repository):
    config = repository / ".pre-commit-config.yaml"
    config.write_text(config.read_text().replace("id: factlint\n", "id: factlint-fix\n"), encoding="utf-8")
    stopped = commit(repository, "stories/visit.md", "President Rayeesi went to Damascus.\n")
    assert stopped.returncode != 0
    assert (repository / "stories" / "visit.md").read_text() == "President Raisi went to Damascus.\n"
    git("add", "-A", cwd=repository)
    assert git("commit", "-m", "Again", cwd=repository).returncode == 0
