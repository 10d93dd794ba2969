"""What drafts ask of the sources can be worked out before one does."""

import desk
from factlint.ahead import ask_of_all, ask_of_each
from factlint.check import check
from factlint.index import build
from factlint.model import Settings

SOURCES = [
    "President Anne Larsen opened the Sund bridge on 14 March 2024 with 250 guests. “We will never forget the help of"
    " our true friends,” Larsen said.",
    "Mayor Ida Kroll met 90 engineers in Tarn. It rained there in 2021.",
]
DRAFT = (
    "President Anne Larsen opened the Sund bridge on 15 March 2024 with 520 guests. “We will never forget the help of"
    " our old friends,” Larsen said."
)


def checked(*, is_ahead):
    """The messages of a draft, and what a check of it had to work out of each source and of all."""
    accounts = [desk.account(text, f"seeds/{number}.txt") for number, text in enumerate(SOURCES)]
    for account in accounts if is_ahead else ():
        ask_of_each(account)
    index = build(accounts)
    for _ in ask_of_all(index) if is_ahead else ():
        pass
    known = [set(of.__dict__) for of in (*accounts, index)]
    found = check(desk.account(DRAFT), index, desk.chosen(), Settings())
    news = [set(of.__dict__) - before for of, before in zip((*accounts, index), known, strict=True)]
    return [(one.rule, one.message) for one in found], set().union(*news)


def test_a_check_finds_the_same_and_has_less_to_work_out():
    findings, asked = checked(is_ahead=False)
    same, left = checked(is_ahead=True)
    assert findings
    assert same == findings
    assert left < asked
    assert {"factlint.same_event.dates_by_key", "factlint.checks.told_numbers.numbers_by_key"} <= asked - left
    assert {"uncommon", "sources_by_word"} <= asked - left


def test_what_is_asked_of_all_sources_is_worked_out_step_by_step():
    assert len(list(ask_of_all(desk.index(SOURCES)))) > 1
