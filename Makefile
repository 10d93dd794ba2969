# make demo, make test: nothing else needed than Python 3.11 or newer and a package index.
# Another interpreter: make test PYTHON=python3.12

PYTHON ?= python3
VENV ?= .venv

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
NEEDED := import sys; sys.exit(sys.version_info < (3, 11) and "factlint needs Python 3.11 or newer: make PYTHON=python3.12")

.PHONY: demo docs test lint test-editors vscode bench fuzz clean

demo: $(VENV)/installed
	@echo "Checking tests/drafts/demo.md, which has mistakes in it, against the five dispatches in seeds/:"
	@echo
	@$(BIN)/factlint check tests/drafts/demo.md --sources seeds --fail-on never

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m "not editor" --ignore tests/editors

test-editors: vscode
	$(BIN)/python -m pytest -q -m editor

# The extension for VS Code: editors/vscode/factlint.vsix, with the server in it.
vscode: $(VENV)/installed-editors
	$(BIN)/python editors/vscode/bundle_server.py
	cd editors/vscode && PATH="$(abspath $(BIN)):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	cd editors/vscode && PATH="$(abspath $(BIN)):$$PATH" npm run --silent package

# Sessions of 500 random edits, of which `make test` has short ones.
fuzz: export FACTLINT_EDITS ?= 500
fuzz: export FACTLINT_SESSIONS ?= 5
fuzz: $(VENV)/installed-dev
	$(BIN)/python -m pytest -q tests/lsp/test_edits.py

# How fast the language server is; a smaller run: make bench BENCH="--sources 100 --keys 50 --edits 500"
bench: export PYTHONPATH := tests
bench: $(VENV)/installed-dev
	@$(BIN)/python -m benchmarks $(BENCH)

# The reference pages, from the rules and the code; a test fails where they are stale.
docs: $(VENV)/installed
	$(BIN)/factlint rules --format markdown > docs/rules.md
	$(BIN)/factlint config --keys > docs/configuration.md

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c '$(NEEDED)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) --editable .
	@$(BIN)/python -m compileall -q server/factlint
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) --editable ".[dev]"
	@touch $(VENV)/installed $@

# Node, npm and what drives a browser come from the package index too.
$(VENV)/installed-editors: pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) --editable ".[dev,editors]"
	@touch $(VENV)/installed $(VENV)/installed-dev $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
