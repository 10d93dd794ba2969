"""Starts the command line: `python -m factlint` is the same as `factlint`."""

from factlint.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
