# Deux commandes : `make run` (installe, indexe, sert) et `make test` (tout ce que la CI vérifie).
SHELL := /bin/bash
PY := .venv/bin/python
PORT ?= 8000
HOST ?= 0.0.0.0
export ANONYMIZED_TELEMETRY = False
export OTEL_SDK_DISABLED = true
export LANGSMITH_TRACING = false

.PHONY: run test lint units figures browser eval bench endure growth audit freshness index vectors screenshots setup-run setup-dev

setup-run:
	@PYTHON="$(PYTHON)" scripts/setup.sh run

setup-dev:
	@PYTHON="$(PYTHON)" scripts/setup.sh dev

run: setup-run
	@HOST=$(HOST) PORT=$(PORT) $(PY) -m portal

test: setup-dev lint units figures browser

lint:
	@echo "style, types, frontières…"
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo 2>/dev/null | tail -4; test $${PIPESTATUS[0]} -eq 0

units:
	@echo "tests…"
	@$(PY) -m pytest -m "not browser"

browser:
	@scripts/chromium.sh && $(PY) -m pytest -m browser || { [ $$? -eq 3 ] && [ -z "$$CI" ]; }

figures:
	@echo "chiffres acceptés…"
	@$(PY) -m eval report --quick --check 2>/dev/null

eval: setup-dev
	@$(PY) -m eval report

bench: setup-dev
	@$(PY) -m scripts.bench

endure: setup-dev
	@$(PY) -m pytest -v -rP tests/endure

freshness: setup-run
	@$(PY) -m knowledge freshness

growth: setup-dev
	@$(PY) -m scripts.growth

audit: setup-run
	@scripts/audit.sh

index: setup-run
	@$(PY) -m retrieval index

vectors: setup-run
	@$(PY) -m retrieval vectors

screenshots: setup-dev
	@scripts/chromium.sh && $(PY) scripts/screenshots.py
