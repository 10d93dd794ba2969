"""Which ranks agree and which exclude each other."""

import pytest

import desk
from factlint.values.rank import agree, exclude


def rank(written):
    return desk.english().ranks[written]


@pytest.mark.parametrize(
    ("claim", "fact"), [("general", "major general"), ("maj gen", "major general"), ("col", "colonel")]
)
def test_agreeing_ranks(claim, fact):
    assert agree(rank(claim), rank(fact))
    assert not exclude(rank(claim), rank(fact))


@pytest.mark.parametrize(
    ("claim", "fact"), [("captain", "colonel"), ("second lieutenant", "first lieutenant"), ("baron", "count")]
)
def test_excluding_ranks(claim, fact):
    assert exclude(rank(claim), rank(fact))


def test_a_count_may_be_a_colonel():
    assert not exclude(rank("count"), rank("colonel"))
    assert not agree(rank("count"), rank("colonel"))
