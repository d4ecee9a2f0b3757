#!/usr/bin/env bash
# Looks every locked dependency up in PyPI's database of known vulnerabilities. Exit code 1: something is known; 3: the database could not be asked.
set -uo pipefail
cd "$(dirname "$0")/.."
found=$(mktemp)
trap 'rm -f "$found"' EXIT
.tools/bin/uv tool run -q --from pip-audit==2.10.1 pip-audit --disable-pip --require-hashes --no-deps --progress-spinner off -f json -r requirements.lock > "$found" 2>/dev/null
.venv/bin/python - "$found" <<'PY'
import json
import sys
from pathlib import Path

try:
    dependencies = json.loads(Path(sys.argv[1]).read_text("utf-8"))["dependencies"]
except (ValueError, KeyError):
    print("pip-audit ne s'installe pas ou ne joint pas sa base : rien n'a été vérifié.")
    sys.exit(3)
skipped = [one["name"] for one in dependencies if "skip_reason" in one]
known = [(one["name"], one["version"], fault["id"], fault["fix_versions"]) for one in dependencies for fault in one.get("vulns", ())]
for name, version, fault, fixed in known:
    print(f"{name} {version} : {fault}, corrigée en {', '.join(fixed) or 'aucune version'}")
print(f"{len(dependencies) - len(skipped)} dépendances vérifiées, {len(known)} failles connues, {len(skipped)} sans réponse de la base.")
if skipped:
    print("La base n'a pas répondu pour toutes : relancez depuis une machine qui la joint." if len(skipped) == len(dependencies) else f"Sans réponse : {', '.join(skipped)}.")
sys.exit(1 if known else 3 if len(skipped) == len(dependencies) else 0)
PY
