"""Completion in shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factlint.cli import main


def completed(*words: str) -> list[str]:
    """What bash is offered for a command line whose last word is unfinished."""
    environment = {
        **os.environ,
        "_FACTLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "factlint"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_commands_are_completed() -> None:
    assert completed("factlint", "con") == ["config", "conflicts"]


def test_rules_are_completed() -> None:
    assert completed("factlint", "explain", "wrong-r") == ["wrong-rank", "wrong-role"]


def test_rules_are_completed_behind_a_comma() -> None:
    assert completed("factlint", "check", "--ignore", "wrong-date,altered") == ["wrong-date,altered-quote"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert f"_FACTLINT_COMPLETE={shell}_complete" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell to try it in")
def test_bash_takes_its_script(capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", "bash"])
    script = capsys.readouterr().out
    asked = f"""
{script}
COMP_WORDS=(factlint expl) COMP_CWORD=1
_factlint_completion "{Path(sys.executable).with_name("factlint")}"
echo "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["explain"]


def test_an_unknown_shell_gets_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "'bash', 'zsh', 'fish'" in capsys.readouterr().err
