# `make` lists what there is. Everything lives in this folder: .venv for the programs, .data for the databases.

PYTHON ?= python3
PORT ?=
python := .venv/bin/python

# Programs run as `.venv/bin/python -m …`: the first line of a script in .venv/bin breaks in a long path or one with spaces.
# Two have no such form: lint-imports is a script for the same Python, djade is a program of its own.
lint_imports := $(python) .venv/bin/lint-imports
djade := .venv/bin/djade

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
unexport PYTHONHOME PYTHONPATH

.PHONY: help setup run test check bench lock dev

help: ## List what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1@\2/p' Makefile | awk -F@ '{ printf "%-12s %s\n", $$1, $$2 }'

setup: ## Make the environment in .venv, or bring it up to date
	@sh deploy/environment.sh "$(PYTHON)" requirements.txt

run: setup ## Start the site with its demonstration data (make run PORT=9000)
	@$(python) manage.py demo $(if $(PORT),--port "$(PORT)")

dev: setup
	@sh deploy/environment.sh "$(PYTHON)" requirements-dev.txt

test: dev ## Run the checks and all tests, in a browser too
	@sh tests/browser/install_chromium.sh $(python)
	@$(MAKE) --no-print-directory check
	$(python) -m pytest --numprocesses=auto --dist=worksteal

# The settings of a public server, as README describes them. No server is behind these addresses, and none is asked.
production = SECRET_KEY="$$($(python) -c 'import secrets; print(secrets.token_urlsafe(50))')" \
	SITE_URL=https://figures.example \
	DATABASE_URL=postgres://tracker_app@127.0.0.1:1/tracker \
	DATABASE_OWNER_URL=postgres://tracker_owner@127.0.0.1:1/tracker

check: dev ## Run the linters, the types, the layers and Django's own checks
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(lint_imports) --no-logo
	find templates -name '*.html' -print0 | xargs -0 $(djade) --target-version 5.2 --check
	$(python) -m djlint --lint --quiet templates
	$(python) manage.py check --fail-level WARNING
	@echo "manage.py, as a public server:"
	@# Only a warning that no database answers is silenced here; the migrations are compared with the models alone.
	@$(production) $(python) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@$(production) $(python) manage.py check --deploy --fail-level WARNING

bench: setup ## Measure how fast it is
	$(python) -m bench

lock: dev ## Write requirements*.txt anew from requirements*.in
	$(python) -m uv pip compile $(lock_options) -o requirements.txt requirements.in
	$(python) -m uv pip compile $(lock_options) -o requirements-dev.txt requirements-dev.in

lock_options := -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
