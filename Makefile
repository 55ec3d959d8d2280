# make demo: extract the sample articles.  make test: everything that is checked.  make clean: remove what both made.
# Needs Python 3.10 to 3.13 (another one than python3: `make test PYTHON=python3.12`) and the internet, once, for pip.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# The stamps name the interpreter, so that the environment is made anew for another one.
VERSION := $(shell $(PYTHON) -c 'import platform; print(platform.python_version())')
INSTALLED := $(VENV)/.installed-$(VERSION)
READY := $(VENV)/.ready-$(VERSION)

.PHONY: demo test clean
.DELETE_ON_ERROR:

demo: $(INSTALLED)
	@mkdir -p demo
	$(BIN)/sepakat extract corpus/articles --pretty -o demo/results.jsonl
	@echo "JSON Lines: demo/results.jsonl"

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/build_schemas.py --check
	$(BIN)/python -m pytest

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 14))' || \
	  { echo "sepakat needs Python 3.10 to 3.13, and $(PYTHON) is $(VERSION): make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# Stanza needs PyTorch. On Linux, PyPI's build brings several GB for graphics cards; the one for the CPU alone:
# make test TORCH="torch --index-url https://download.pytorch.org/whl/cpu"
TORCH ?= torch==2.13.0

$(READY): $(INSTALLED)
	$(BIN)/python -m pip install --quiet $(TORCH)
	$(BIN)/python -m pip install --quiet --editable '.[archive,ray,remote]' --group dev
	@touch $@

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find pipeline scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
