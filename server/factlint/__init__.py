"""factlint checks a draft against its source documents."""

__version__ = "0.1.0"
