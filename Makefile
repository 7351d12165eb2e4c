# The two commands of the README: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo

.PHONY: demo test check bench format docs clean

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src  # so that the first command starts as fast as the next
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	touch $@

demo: $(VENV)/run.stamp  ## read the sample situation and show what Dateline makes of it
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh $(DEMO)

test: check  ## everything that must hold before a commit
	$(BIN)/python -m pytest
	$(BIN)/python benchmarks/run.py --quick

check: $(VENV)/dev.stamp  ## formatter, linter, types
	$(BIN)/ruff format --check --quiet src tests benchmarks training
	$(BIN)/ruff check --quiet src tests benchmarks training
	$(BIN)/mypy

bench: $(VENV)/dev.stamp  ## all measurements; DATELINE_BENCH names the data
	$(BIN)/python benchmarks/run.py

format: $(VENV)/dev.stamp  ## put every file in form
	$(BIN)/ruff format --quiet src tests benchmarks training
	$(BIN)/ruff check --quiet --fix src tests benchmarks training

docs: $(VENV)/run.stamp  ## write the command reference and the shown output again
	$(BIN)/python docs/make_commands.py
	$(BIN)/python docs/console.py

clean:
	rm -rf $(VENV) $(DEMO) .pytest_cache .mypy_cache .ruff_cache .hypothesis
