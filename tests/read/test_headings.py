"""How deep the headings of a document are, in every format that tells it."""

import pytest

from read.pages import page

FORMATS = {
    "md": "# Harbour *talks*\n\nText.\n\nThe deal\n--------\n\n### Its price ###\n\n> ## Aside\n\nTheir day\n===\n",
    "html": "<h1>Harbour <i>talks</i></h1><p>Text.</p><h2>The deal</h2><div><h3>Its price</h3></div><h2>Aside</h2>"
    "<h1>Their day</h1>",
    "rst": "=============\nHarbour talks\n=============\n\nText.\n\nThe deal\n========\n\nIts price\n---------\n\n"
    "Aside\n=====\n\n=========\nTheir day\n=========\n",
    "tex": "\\part{Harbour \\emph{talks}}\nText.\n\\chapter{The deal}\n\\section*{Its price}\n\\chapter{Aside}\n"
    "\\part{Their day}\n",
    "adoc": "= Harbour *talks*\n\nText.\n\n== The deal\n\n=== Its price ===\n\nAside\n-----\n\n# Their day\n",
    "org": "#+title: Harbour *talks*\n\nText.\n\n* TODO The deal :tag:\n** Its price\n* Aside\n#+TITLE: Their day\n",
    "typ": "= Harbour *talks* <talks>\nText.\n== The deal\n=== Its price\n#heading(level: 2)[Aside]\n= Their day",
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_how_deep_headings_are(suffix):
    headings = [(block.text, block.level) for block in page(suffix, FORMATS[suffix]).blocks if block.level]
    outermost = headings[0][1]
    assert [(text, level - outermost) for text, level in headings] == [
        ("Harbour talks", 0),
        ("The deal", 1),
        ("Its price", 2),
        ("Aside", 1),
        ("Their day", 0),
    ]


@pytest.mark.parametrize("suffix", FORMATS)
def test_only_headings_are_deep(suffix):
    assert all(block.kind == "heading" for block in page(suffix, FORMATS[suffix]).blocks if block.level)


def test_plain_text_does_not_tell():
    assert [block.level for block in page("txt", "THE DEAL\n\nText of it here.\n").blocks] == [0, 0]
