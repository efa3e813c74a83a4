# Everything that can be done with a checkout. `make help` lists it.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --quiet --disable-pip-version-check --no-input
# Flask-Principal, which Flask-Security needs, comes as source only. Nothing else may be built on this machine.
WHEELS := --only-binary :all: --no-binary flask-principal
# The checks need the most, so they are locked first and hold the rest: what is checked is what the site runs on.
LOCKING := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
ASSETS := consult/web/static/built/manifest.json
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/*.po))
# The site that `make run` starts is for this machine only, where there is no HTTPS.
LOCAL := CONSULT_HTTPS=no

.PHONY: help run demo test lint types contracts bench assets catalogues messages lock screenshots clean prerequisites browser

help: ## List what can be done
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

run: prerequisites $(VENV)/run.stamp assets catalogues ## Set up and start the site on http://127.0.0.1:8000
	@$(LOCAL) $(BIN)/gunicorn --config python:consult.serving wsgi:app

demo: prerequisites $(VENV)/run.stamp assets catalogues ## The same site with 500 invented responses, in a database of its own
	@mkdir -p instance
	@$(LOCAL) CONSULT_DATABASE_URL=sqlite:///$(CURDIR)/instance/demo.db $(BIN)/flask demo --responses 500
	@$(LOCAL) CONSULT_DATABASE_URL=sqlite:///$(CURDIR)/instance/demo.db $(BIN)/gunicorn --config python:consult.serving wsgi:app

test: browser $(VENV)/check.stamp assets catalogues ## Set up and run the whole suite, browser journeys included
	@CHROMIUM=$$(tools/chromium) $(BIN)/pytest --numprocesses 2 --dist worksteal

lint: prerequisites $(VENV)/check.stamp ## Check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: prerequisites $(VENV)/check.stamp ## Check types, strictly
	@$(BIN)/mypy

contracts: prerequisites $(VENV)/check.stamp ## Check who may import whom
	@$(BIN)/lint-imports --no-cache

bench: prerequisites $(VENV)/check.stamp assets catalogues ## Measure pages, saves and documents on this machine
	@$(BIN)/python -m bench

screenshots: browser $(VENV)/check.stamp assets catalogues ## Take the README's pictures from the running site
	@CHROMIUM=$$(tools/chromium) $(BIN)/python -m bench.screenshots

assets: $(ASSETS) ## Build the style sheet and the script

$(ASSETS): node_modules/.package-lock.json $(wildcard consult/web/assets/*)
	@npm run --silent build

node_modules/.package-lock.json: package.json package-lock.json
	@npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

catalogues: $(CATALOGUES) ## Compile the translations

%.mo: %.po | $(VENV)/run.stamp
	@$(BIN)/pybabel --quiet compile --use-fuzzy --input-file $< --output-file $@

messages: $(VENV)/run.stamp ## Bring the translations up to date with the words in the code
	@$(BIN)/python tools/messages

lock: ## Lock the dependencies again, with hashes (needs uv)
	@$(LOCKING) requirements/check.in --output-file requirements/check.txt
	@for name in run redis; do \
	  $(LOCKING) --constraints requirements/check.txt requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

$(VENV)/run.stamp: requirements/run.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo 'Installing what the site needs (about a minute, the first time only)'
	@$(PIP) install --require-hashes $(WHEELS) -r requirements/run.txt
	@touch $@

$(VENV)/check.stamp: requirements/check.txt $(VENV)/run.stamp
	@echo 'Installing what the checks need (the first time only)'
	@$(PIP) install --require-hashes -r requirements/check.txt
	@touch $@

prerequisites:
	@tools/prerequisites

browser: prerequisites
	@tools/prerequisites browser

clean: ## Remove everything that was built (not the database)
	@rm -rf $(VENV) node_modules consult/web/static/built .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find translations -name '*.mo' -delete
