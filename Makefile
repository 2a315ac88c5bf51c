# Rollcall's commands. `make` lists them; each does its own set-up and can be repeated.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
UV_COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url
ARGS ?=
HISTORIES ?= 200
EXAMPLES ?= 200

.DEFAULT_GOAL := help
.PHONY: help run demo test check bench bench-quick bench-staff bench-export bench-tallies torture torture-short messages format lock vendor venv installed installed-dev

help:
	@echo "make run      serve http://127.0.0.1:8000 (TRACKER_PORT and TRACKER_VAR_DIR move it)"
	@echo "make demo     serve invented supporters at full scale, http://127.0.0.1:8001 (var/demo)"
	@echo "make test     run the tests; ARGS='tests/core -x' narrows them"
	@echo "make check    lint, types, import rules, layout, security, migrations, audiences"
	@echo "make bench-quick  measure speed against floors (needs wrk and PostgreSQL's programs)"
	@echo "make bench-staff  measure what staff wait for, with a million endorsements (the same)"
	@echo "make bench-export  measure a public file of a million rows against COPY (the same)"
	@echo "make bench-tallies  measure a tally of any day with ten million endorsements (PostgreSQL's programs)"
	@echo "make bench    all four, one after the other (an hour, ten gigabytes)"
	@echo "make torture  long random histories (HISTORIES=200), every address of the API (EXAMPLES=200), long journeys"
	@echo "make torture-short  the same, a few of each"
	@echo "make messages collect the texts to translate into var/messages.pot"
	@echo "make format   format the code"
	@echo "make lock     renew the hash-locked requirements (needs uv)"
	@echo "make vendor   fetch anew the scripts of others that we serve (needs npm)"

# The last line is one plain command, so that make runs it without a shell and hands it SIGTERM.
run: installed
	@$(BIN)/python -m tracker.serve

demo: export TRACKER_DEMO := 1
demo: installed
	@$(BIN)/python -m tracker.serve

# One more than two cores have: the tests in a browser mostly wait.
test: installed-dev
	@$(BIN)/python -m pytest -n 3 --dist worksteal -m "not long" $(ARGS)

check: installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml tracker config.py wsgi.py
	$(BIN)/python -m pytest -q tests/whole_site/test_migrations.py tests/whole_site/test_audiences.py tests/whole_site/test_layout.py tests/endorsements/test_one_engine.py

bench-quick: installed-dev
	@$(BIN)/python -m bench.quick $(ARGS)

bench-staff: installed-dev
	@$(BIN)/python -m bench.staff

bench-export: installed-dev
	@$(BIN)/python -m bench.exports

bench-tallies: installed-dev
	@$(BIN)/python -m bench.tallies

bench: bench-quick bench-staff bench-export bench-tallies

torture: installed-dev
	@ROLLCALL_HISTORIES=$(HISTORIES) ROLLCALL_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -n 2 --dist worksteal -m long

torture-short: installed-dev
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m long

# The domain's errors speak in sentences, so their names mark texts too.
messages: installed
	@mkdir -p var
	@$(BIN)/pybabel extract --mapping-file babel.cfg --output-file var/messages.pot --no-wrap \
		$(foreach word,_l _t RuleBroken NotFound Conflict BadInput ColumnsUnclear LinkRefused,--keyword $(word)) .

format: installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	$(UV_COMPILE) requirements.in -o requirements.txt
	$(UV_COMPILE) requirements-dev.in -o requirements-dev.txt

vendor:
	@$(PYTHON) -m scripts.vendor

venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rollcall needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)

# A copy of the requirements in .venv tells what is installed: only a changed file installs again.
installed: venv
	@cmp -s requirements.txt $(VENV)/installed.txt || \
		{ echo "Installing what Rollcall needs into $(VENV) ..."; \
		$(PIP) -r requirements.txt && cp requirements.txt $(VENV)/installed.txt; }

installed-dev: venv
	@cmp -s requirements-dev.txt $(VENV)/installed-dev.txt || \
		{ echo "Installing what the tests need into $(VENV) ..."; \
		$(PIP) -r requirements-dev.txt && cp requirements-dev.txt $(VENV)/installed-dev.txt && \
		cp requirements.txt $(VENV)/installed.txt; }
