"""The Python interface, used as a program of somebody else would."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

import factlint
from factlint import Checker, Severity, Standing

if TYPE_CHECKING:
    from pathlib import Path

_SOURCE = "On 12 May 2023 President Anne Larsen opened the bridge at Varde. It cost 41 million euros.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "visit.txt").write_text(_SOURCE, encoding="utf-8")
    return folder


def test_a_text_is_checked_against_a_folder(seeds: Path) -> None:
    (finding,) = Checker.from_folder(seeds).check("President Anne Larssen opened the bridge.")
    assert (finding.rule, finding.text, finding.suggestions) == ("misspelled-name", "Larssen", ("Larsen",))
    assert finding.severity is Severity.ERROR
    assert finding.document.position(finding.span.start).column == 16
    assert finding.evidence[0].document.path.endswith("visit.txt")


def test_every_claim_has_a_verdict(seeds: Path) -> None:
    found = Checker.from_folder(str(seeds)).verdicts("Anne Larsen opened the bridge, which cost 43 million euros.")
    assert [(verdict.text, verdict.standing) for verdict in found] == [
        ("Anne Larsen", Standing.SUPPORTED),
        ("43 million", Standing.CONTRADICTED),
    ]


def test_the_path_says_how_the_text_is_read(seeds: Path) -> None:
    text = "<p>President Anne <b>Larssen</b> came.</p><script>Larssen</script>"
    (finding,) = Checker.from_folder(seeds).check(text, path="page.html")
    assert (finding.span.start, finding.document.path) == (text.index("Larssen"), "page.html")


def test_the_date_is_the_day_of_the_text(seeds: Path) -> None:
    checker, text = Checker.from_folder(seeds, select=["unsupported-date"]), "She spoke on 20 May 2025."
    assert [found.text for found in checker.check(text)] == ["20 May 2025"]
    assert checker.check(text, date=date(2025, 5, 20)) == []
    assert [found.text for found in checker.check(text, date=date(2025, 5, 21))] == ["20 May 2025"]


def test_rules_can_be_chosen(seeds: Path) -> None:
    text = "President Anne Larssen cut the ribbon, and 300 people came."
    chosen = Checker.from_folder(seeds, select=["unsupported-*"]).check(text)
    assert {found.rule for found in chosen} == {"unsupported-name", "unsupported-number"}
    assert Checker.from_folder(seeds, ignore=["misspelled-name"]).check(text) == []


def test_a_configuration_holds_only_where_it_is_asked_for(seeds: Path) -> None:
    (seeds.parent / "factlint.toml").write_text('accept = ["Larssen"]', encoding="utf-8")
    text = "President Anne Larssen came."
    assert len(Checker.from_folder(seeds).check(text)) == 1
    assert Checker.from_folder(config=seeds.parent).check(text) == []


def test_missing_sources_are_a_value_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such file or folder; name a folder of source documents"):
        Checker.from_folder(tmp_path / "nowhere")


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(factlint, name) for name in factlint.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Chekcer'"):
        _ = factlint.Chekcer  # type: ignore[attr-defined]  # a name that is not there is what is tested


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import factlint, sys; print([name for name in sys.modules if name.startswith('factlint.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"
