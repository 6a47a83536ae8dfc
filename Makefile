# `make run` and `make test` are all a reader needs; both bring uv and everything else themselves.
.PHONY: setup run test docs check bench fix services torture models pictures

export UV_PYTHON_DOWNLOADS = never
export UV_SYSTEM_CERTS = true
UV = .tools/bin/uv
IN = $(UV) run --frozen --no-sync

# The tools of a bare machine: a virtual environment where Python has one, else a plain folder (Debian without python3-venv).
$(UV):
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Amicus needs Python 3.11 or newer: install it and try again."; exit 1; }
	@python3 -m venv .tools >/dev/null 2>&1 && .tools/bin/pip install --quiet --disable-pip-version-check uv \
	  || { rm -rf .tools; python3 -m pip install --quiet --target .tools uv; } \
	  || { echo "Neither venv nor pip is here: install python3-venv (Debian: apt install python3-venv) and try again."; exit 1; }

.venv/.run: $(UV) uv.lock pyproject.toml
	@echo "Setting up (about 360 MB the first time) …"
	@$(UV) sync --frozen --no-dev --inexact --quiet
	@touch $@

.venv/.dev: $(UV) uv.lock pyproject.toml
	@echo "Setting up with the development tools (about 360 MB the first time) …"
	@$(UV) sync --frozen --quiet
	@touch $@ .venv/.run

setup: .venv/.dev

run: .venv/.run
	@$(IN) amicus serve --first

test: .venv/.dev
	@$(IN) pytest -n 2 --dist loadfile

check: .venv/.dev
	@$(IN) ruff check .
	@$(IN) ruff format --check .
	@$(IN) mypy
	@$(IN) lint-imports
	@$(IN) pytest -m "not server and not browser and not process and not long" -n 2

fix: .venv/.dev
	@$(IN) ruff check --fix .
	@$(IN) ruff format .

bench: .venv/.dev
	@$(IN) python -m benchmarks
	@$(IN) python -m benchmarks.growth

torture: .venv/.dev
	@$(IN) pytest tests/torture

models: .venv/.dev
	@$(IN) python -m nlp.build
	@$(IN) python -m index.learning

pictures: .venv/.dev services
	@$(IN) python -m benchmarks.pictures

services:
	@.ci/services

docs: .venv/.dev
	@$(IN) python -m crawlers.matter > docs/matter.schema.json
	@$(IN) python -m crawlers.catalogue > docs/sources.md
	@$(IN) python -m index.clock.listing
	@$(IN) python -m nlp.evaluate.examples
	@$(IN) python -m nlp.evaluate.counts
