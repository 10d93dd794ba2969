"""The marks in the examples of rules: CriticMarkup, editors' own notation for a change and for a highlight."""

import re

# What is wrong with what should stand there, or what is marked alone.
MARK = re.compile(r"\{~~(?P<wrong>.*?)~>(?P<right>.*?)~~\}|\{==(?P<marked>.*?)==\}", re.DOTALL)
