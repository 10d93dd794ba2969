"""The benchmark's texts are the same each time, and it runs to its end."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.library import library

TESTS = Path(__file__).parents[1]
SMALL = ("--sources=4", "--words=60", "--draft=120", "--keys=3", "--starts=1", "--hovers=3", "--edits=10")


def test_the_same_seed_gives_the_same_texts():
    assert library(8, 100, 300, seed=5) == library(8, 100, 300, seed=5)
    assert library(8, 100, 300, seed=5) != library(8, 100, 300, seed=6)


def test_texts_are_about_as_long_as_wanted():
    made = library(8, 300, 1000)
    assert len(made.sources) == 8
    assert all(220 < len(source.split()) < 380 for source in made.sources)
    assert 900 < len(made.draft.split()) < 1100


def test_every_part_is_measured():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), os.environ.get("PYTHONPATH", "")))}
    command = (sys.executable, "-m", "benchmarks", *SMALL)
    printed = subprocess.run(command, env=environment, capture_output=True, check=True).stdout.decode()
    for part in ("demo", "large draft", "keystroke", "hover", "memory after edits", "once more"):
        assert part in printed
