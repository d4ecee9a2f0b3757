#!/usr/bin/env bash
# Renews the locks from pyproject.toml and scripts/dev.in. Torch stays apart: PyPI's is built for CUDA (see docs/decisions).
set -euo pipefail
cd "$(dirname "$0")/.."
torch=$(sed 's/ .*//' torch.lock)
.venv/bin/python - > .tools/run.in <<'PY'
import tomllib
from pathlib import Path
wanted = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
print("\n".join(line for line in wanted if not line.startswith("torch")))
PY
echo "$torch" >> .tools/run.in
compile() { .tools/bin/uv pip compile -q --no-header --universal --python-version 3.11 --generate-hashes --no-emit-package torch ${PIP_FIND_LINKS:+--find-links "$PIP_FIND_LINKS"} "$@"; }
compile .tools/run.in -o requirements.lock
compile -c requirements.lock .tools/run.in scripts/dev.in -o requirements-dev.lock
