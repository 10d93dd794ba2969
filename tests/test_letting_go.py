"""What is kept of an edited draft goes with it."""

import gc

from factlint.project import Project
from factlint.text import Document

SOURCE = (
    "President Anne Larsen opened the Sund bridge on 14 March 2024 with 250 guests. “We will never forget the help of"
    " our true friends,” Larsen said. Karvik 2.1 beat Delfhaven 3-1 in version 1.4 of the game."
)
PARAGRAPHS = (SOURCE.replace("14 March", "15 March"), "The week was long.", SOURCE.replace("250", "520"), "It rained.")
DRAFT = "\n\n".join(PARAGRAPHS)


def test_old_texts_of_a_draft_are_let_go(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.md").write_text(SOURCE, "utf-8")
    project = Project.open(tmp_path, sources=[tmp_path / "seeds"], config=False, select=["ALL"])
    text = DRAFT
    report = project.check(project.document(tmp_path / "draft.md", text))
    for _ in range(120):
        text = text.replace("bridge", "bridge a", 1)
        report = project.recheck(report, project.document(tmp_path / "draft.md", text))
    gc.collect()
    kept = [each for each in gc.get_objects() if type(each) is Document and each.path.endswith("draft.md")]
    assert report.findings
    assert len(kept) < 60
