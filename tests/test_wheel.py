"""The wheel works where there is no checkout: its command runs, and finds its rules and lexica."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from factlint import read_ahead

ROOT = Path(__file__).parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def outside():
    """The environment variables without the checkout."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def run(*command, **options):
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, encoding="utf-8", timeout=300, check=False, **options
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    status, out, err = run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT)
    assert status == 0, out + err
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel, tmp_path_factory):
    """The folder of commands of a fresh environment that the wheel is installed in."""
    folder = tmp_path_factory.mktemp("environment")
    assert run(sys.executable, "-m", "venv", "--without-pip", folder)[0] == 0
    status, out, err = run(sys.executable, "-m", "pip", "--python", folder, "install", "--quiet", "--no-compile", wheel)
    assert status == 0, out + err
    return folder / SCRIPTS


def test_the_wheel_holds_every_rule_and_lexicon_of_the_checkout(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    data = {f"factlint/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*.toml")}
    assert len(data) > 10
    assert data <= held
    assert "factlint/py.typed" in held
    assert {f"factlint/report/sheet/page.{kind}" for kind in ("html", "css", "js")} <= held


def test_the_wheel_holds_what_its_rules_and_lexica_say_read_ahead(wheel):
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules").rglob("*.toml"))]
    assert zipfile.ZipFile(wheel).read("factlint/read_ahead.json").decode("utf-8") == read_ahead.dumps(texts)


def test_the_installed_command_compiles_no_pattern_of_its_own(scripts, tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(
        "President Anne Larsen opened the bridge on 4 May 2021.", encoding="utf-8"
    )
    (tmp_path / "draft.md").write_text("Anne Larsen opened the bridge, 310 metres long, in May 2020.", encoding="utf-8")
    code = (
        "import sys, regex; made = []; compile = regex.compile\n"
        "regex.compile = lambda *given: made.append(given) or compile(*given)\n"
        "from factlint.cli import main; status = main(['check', 'draft.md'])\n"
        "print(status, made, file=sys.stderr)"
    )
    _, out, err = run(scripts / "python", "-c", code, cwd=tmp_path, env=outside())
    assert "1 []" in err, out + err


def test_the_wheel_holds_nothing_else_of_the_checkout(wheel):
    held = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in held} == {"factlint"}
    assert not [name for name in held if "__pycache__" in name or name.startswith("factlint/tests")]


def test_the_installed_command_checks_a_draft_against_its_sources(scripts, tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text("President Anne Larsen opened the bridge.", encoding="utf-8")
    (tmp_path / "draft.md").write_text("President Anne Larssen cut the ribbon.", encoding="utf-8")
    command = (scripts / "factlint", "check", "draft.md", "--format", "json")
    status, out, err = run(*command, cwd=tmp_path, env=outside())
    assert (status, err) == (1, "")
    (found,) = json.loads(out)["findings"]
    assert (found["rule"], found["text"], found["suggestions"]) == ("misspelled-name", "Larssen", ["Larsen"])
    assert found["evidence"][0]["path"] == "seeds/bridge.txt"


def test_the_installed_command_says_its_version(scripts, tmp_path):
    status, out, _ = run(scripts / "factlint", "--version", cwd=tmp_path)
    assert (status, out.split()[0]) == (0, "factlint")
