"""What is kept of an edited draft goes with it."""

import gc

from factlint.extract.account import Account
from factlint.extract.scan import Scan
from factlint.project import Project
from factlint.text import Document

SOURCE = (
    "President Anne Larsen opened the Sund bridge on 14 March 2024 with 250 guests. “We will never forget the help of"
    " our true friends,” Larsen said. Karvik 2.1 beat Delfhaven 3-1 in version 1.4 of the game."
)
PARAGRAPHS = (SOURCE.replace("14 March", "15 March"), "The week was long.", SOURCE.replace("250", "520"), "It rained.")
DRAFT = "\n\n".join(PARAGRAPHS)

EDITS = 120
# How many paragraphs are remembered that no text has any more, and how many others these texts have.
SCANS = 64 + 20


def edited(folder, draft, place):
    """What is there of an edited draft after many edits, each of which made another text of it."""
    (folder / "seeds").mkdir()
    (folder / "seeds" / "bridge.md").write_text(SOURCE, "utf-8")
    project = Project.open(folder, sources=[folder / "seeds"], config=False, select=["ALL"])
    before = {id(each) for each in living(Scan)}
    report = project.check(project.document(folder / "draft.md", draft))
    for number in range(EDITS):
        text = draft.replace(place, f"{place} {'a' * (number % 3)}{number}", 1)
        report = project.recheck(report, project.document(folder / "draft.md", text))
    assert report.findings
    gc.collect()
    documents = [each for each in living(Document) if each.path.endswith("draft.md")]
    accounts = [each for each in living(Account) if each.document.path.endswith("draft.md")]
    scans = [each for each in living(Scan) if id(each) not in before]
    return len(documents), len(accounts), len(scans)


def living(kind):
    return [each for each in gc.get_objects() if type(each) is kind]


def test_old_texts_of_a_draft_are_let_go(tmp_path):
    documents, accounts, scans = edited(tmp_path, DRAFT, "bridge")
    assert documents < 10
    assert accounts < 10
    assert scans < SCANS


def test_old_rows_of_an_edited_table_are_let_go(tmp_path):
    rows = "\n".join(f"| Sund {number} | {number} |" for number in range(5))
    table = f"| Bridge | Guests |\n| --- | --- |\n| Tarn | 12 |\n{rows}\n"
    documents, accounts, scans = edited(tmp_path, f"{DRAFT}\n\n{table}", "Tarn")
    assert documents < 10
    assert accounts < 10
    # The rows of a table are there as they are alone, too.
    assert scans < SCANS + 40
