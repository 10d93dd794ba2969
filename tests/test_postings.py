"""What all sources tell, found by its keys."""

import random
from itertools import chain

from factlint.postings import Postings, by_key

WEIGHTS = {"lock": 1.0, "weir": 0.8, "canal": 0.3, "water": 0.1, "year": 0.05}


def told(seed: int, sources: int = 12, sentences: int = 6) -> list[list[tuple[str, frozenset[str]]]]:
    """Sources, each with sentences of some of the words."""
    chance = random.Random(seed)
    words = sorted(WEIGHTS)
    return [
        [(f"{source}.{number}", frozenset(chance.sample(words, chance.randint(1, 4)))) for number in range(sentences)]
        for source in range(sources)
    ]


def weight(keys: frozenset[str]) -> float:
    return sum(WEIGHTS[key] for key in sorted(keys))


def test_what_is_told_under_a_key_comes_in_the_order_of_the_sources():
    postings = Postings([by_key([("first", ["lock"]), ("second", ["lock", "weir"])]), by_key([("third", ["lock"])])])
    assert list(postings.of("lock")) == ["first", "second", "third"]
    assert (postings.count("lock"), postings.count("weir"), postings.count("canal")) == (2, 1, 0)
    assert postings.under(["weir", "canal", "lock"]) == {"second": 0, "first": 0, "third": 1}


def test_nothing_is_passed_over_whose_keys_weigh_enough():
    for seed in range(40):
        sources = told(seed)
        postings = Postings(map(by_key, sources))
        for least in (0.1, 0.35, 0.8, 1.15, 2.0):
            wanted = {one for one, keys in chain.from_iterable(sources) if weight(keys) >= least}
            assert wanted <= postings.reaching(WEIGHTS, least).keys()


def test_what_has_only_the_commonest_keys_is_passed_over():
    postings = Postings([by_key([("told", ["lock", "year"]), ("hardly", ["water", "year"])])])
    assert postings.reaching(WEIGHTS, 0.5) == {"told": 0}


def test_the_best_are_among_what_is_found_with_all_that_weigh_as_much():
    for seed in range(40):
        sources = told(seed)
        weights = {one: weight(keys) for one, keys in chain.from_iterable(sources)}
        for most in (1, 5, 12):
            bar = sorted(weights.values(), reverse=True)[most - 1]
            wanted = {one for one, heavy in weights.items() if heavy >= max(bar, 0.3)}
            found = Postings(map(by_key, sources)).best(WEIGHTS, most, 0.3)
            assert wanted <= found.keys()
            assert all(one.startswith(f"{source}.") for one, source in found.items())
