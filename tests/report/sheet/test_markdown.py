"""The sheet as Markdown: figures first, then what is doubtful, and no markup of the draft's or the sources' own."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factlint.model import Slot, Standing, Verdict
from factlint.report.sheet.markdown import render
from factlint.text import Span
from sheets import claim, contradicted, document, evidence, sheet

SOURCE = "President Anne Larsen opened the bridge. It cost 41 million euros."
DRAFT = document("President Anne Larssen came. It cost 41 million euros. Torvald Aune sang.")


def test_it_reads_well():
    wrong = contradicted(DRAFT, "Anne Larssen", "Larssen", "Larsen", evidence(SOURCE, "Anne Larsen"))
    cost = claim(DRAFT, "41 million euros", Standing.SUPPORTED, evidence(SOURCE, "41 million euros"), slot=Slot.NUMBER)
    unknown = claim(DRAFT, "Torvald Aune", Standing.UNSUPPORTED)
    assert render(sheet(DRAFT, wrong, cost, unknown, sources=(wrong.evidence[0].document,))) == (
        "# Fact sheet: `draft.md`\n"
        "\n"
        "**33% of 3 claims supported**: 1 supported, 1 contradicted, 1 unsupported; checked against 1 source.\n"
        "\n"
        "## Contradicted (1)\n"
        "\n"
        "- **Anne Larssen** (no. 1, name, line 1)\n"
        "  - The sources spell this name “Larsen”. Larssen → **Larsen** (`misspelled-name`)\n"
        "  - President **Anne Larsen** opened the bridge. (`seeds/a.txt:1`)\n"
        "\n"
        "## Unsupported (1)\n"
        "\n"
        "| No. | Line | Claim | Kind | What the sources say |\n"
        "| --: | --: | :-- | :-- | :-- |\n"
        "| 3 | 1 | Torvald Aune | name | No source says this. |\n"
        "\n"
        "## Supported (1)\n"
        "\n"
        "| No. | Line | Claim | Kind | What the sources say |\n"
        "| --: | --: | :-- | :-- | :-- |\n"
        "| 2 | 1 | 41 million euros | number | It cost **41 million euros**. (`seeds/a.txt:1`) |\n"
    )


def test_without_claims_it_says_so():
    assert "No claim that could be checked" in render(sheet(document("Nothing.")))


def test_a_bar_in_a_passage_parts_no_cells():
    draft = document("Anne Larsen came.")
    found = claim(
        draft, "Anne Larsen", Standing.SUPPORTED, evidence("| Anne Larsen | 2021 |", "Anne Larsen", "seeds/a.md")
    )
    (row,) = [line for line in render(sheet(draft, found)).splitlines() if line.startswith("| 1 ")]
    assert len(re.findall(r"(?<!\\)\|", row)) == 6


@given(
    st.lists(
        st.sampled_from(["<script>", "**", "[a](http://b)", "`", "|", "@team", "#12", "\n", "1.", "-", "x"]), min_size=1
    )
)
def test_no_text_becomes_markup(pieces):
    text = " ".join(pieces)
    draft = document("Anne came.")
    source = document(f"{text} Anne {text}", "seeds/a.txt")
    at = source.text.index("Anne")
    passage = evidence(source.text, "Anne", "seeds/a.txt")
    assert passage.span == Span(at, at + 4)
    found = Verdict(draft, Span(0, 4), Slot.NAME, Standing.CONTRADICTED, (passage,))
    for line in render(sheet(draft, found)).splitlines():
        bare = re.sub(r"\\.|\*\*Anne\*\*|`seeds/a\.txt:\d+`|^ *- |^#+ ", "", line)
        if "Anne" in line and "no. 1" not in line:
            assert not re.search(r"[<`*@#\[|]", bare)
