"""Extraction: a Document becomes an Account, the statements that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.account import Account
from factlint.extract.resolve import resolve
from factlint.extract.scan import calendar_of, scan
from factlint.extract.short_lines import in_lines
from factlint.extract.tables import in_tables
from factlint.values.document_date import document_date

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.text import Document

_OPENING_BLOCKS = 12


def extract(document: Document, lexicon: Lexicon) -> Account:
    """What `document` states, in the language of `lexicon`."""
    document = in_lines(document, lexicon)
    scans = tuple(in_tables(document.blocks, [scan(block, lexicon) for block in document.blocks]))
    opening = [block.text for block in document.blocks[:_OPENING_BLOCKS]]
    when = document_date(document.metadata, opening, calendar_of(lexicon))
    return Account(document, lexicon, when, scans, resolve(document.blocks, scans, lexicon, when))
