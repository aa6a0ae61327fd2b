# `make run` cleans the sample pages; `make test` proves it works. Both set up by themselves.
PYTHON ?= python3
PORT ?= 4200
BIN := .venv/bin
STAMP := .venv/.set-up

.PHONY: run serve test test-e2e simulate

run: $(STAMP)
	$(BIN)/copydesk run seeds/landing --database copydesk.duckdb

# The Prefect UI and the nights on this machine, until Ctrl-C; COPYDESK_LANDING and the others in .env.
serve: $(STAMP)
	@$(BIN)/copydesk serve --port $(PORT)

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not e2e"

# Nights and backfills on a real server, pool and worker, stopped and killed in the middle: minutes.
# A browser fills the form: Debian's chromium and chromium-driver, installed where apt-get can, else that part is skipped.
test-e2e: $(STAMP)
	$(BIN)/python -m pytest -q -rs -m e2e

# Thirty nights with other rules, another layout and a killed run, and a reader all the while: ten minutes and more.
simulate: $(STAMP)
	$(BIN)/python -m tests.benchmarks.nights

# Only when the lock or the project file changed. The lock names every package, so pip resolves nothing (--no-deps).
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "copydesk needs python3 3.11 or newer; set PYTHON=/path/to/it"; exit 1; }
	@echo 'Setting up .venv (some minutes the first time)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
