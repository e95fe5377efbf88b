# On Record. `make` lists what there is; every target makes the environment it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help playground test fast accuracy bench check screenshot constraints clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "On Record needs Python 3.11 or newer: set PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r constraints.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

playground: $(STAMP) ## Open the bot with no token at http://127.0.0.1:8080
	$(BIN)/onrecord playground

test: $(STAMP) ## Run every test, offline
	$(BIN)/pytest

fast: $(STAMP) ## Run the tests that take no time
	$(BIN)/pytest -m "not slow"

accuracy: $(STAMP) ## Print how well dates and events are read, on our own gold
	$(BIN)/pytest -q -s tests/accuracy

bench: $(STAMP) ## Print how fast all is, and live through a day of feeds and a year of reminders (an hour)
	$(BIN)/python -m tests.benchmarks.dates
	$(BIN)/python -m tests.benchmarks.claims
	$(BIN)/python -m tests.benchmarks.pages
	$(BIN)/python -m tests.benchmarks.ask
	$(BIN)/python -m tests.benchmarks.feeds
	$(BIN)/python -m tests.benchmarks.year
	$(BIN)/python -m tests.benchmarks.deliveries

check: $(STAMP) ## Lint, check types and which way imports point
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

screenshot: $(STAMP) ## Take the README's picture anew (needs Chromium)
	$(BIN)/python docs/screenshot.py

constraints: ## Resolve the dependencies anew into constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet "pip-tools>=7.6,<8"
	CUSTOM_COMPILE_COMMAND="make constraints" $(BIN)/pip-compile --quiet --upgrade --extra test --strip-extras \
		--generate-hashes --allow-unsafe --build-deps-for wheel --no-emit-index-url --no-emit-find-links \
		--output-file constraints.txt pyproject.toml

clean: ## Remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info
