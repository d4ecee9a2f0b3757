#!/usr/bin/env bash
# Sets up .venv from the locks: setup.sh run|dev. Does nothing when it is done already; run again after an interruption, it goes on.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:-run}
lock=requirements.lock
[ "$kind" = dev ] && lock=requirements-dev.lock
mark=.venv/.ready-$kind
digest=$(cat "$lock" torch.lock tools.lock | sha256sum | cut -d' ' -f1)
[ -f "$mark" ] && [ "$(cat "$mark")" = "$digest" ] && exit 0

fail() { printf '\n%s\n' "$1" >&2; exit 1; }
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  || fail "Il faut Python 3.11 ou plus récent. Indiquez-le ainsi : make run PYTHON=/chemin/de/python3.11"
"$python" -m pip --version >/dev/null 2>&1 || fail "Il faut pip pour $python (Debian : apt-get install python3-pip)."
free=$(df -Pk . | awk 'NR==2 {print int($4/1024)}')
[ "$free" -ge 3000 ] || [ -d .venv/lib ] || fail "Il reste $free Mo sur ce disque ; l'installation en demande 3000. Libérez de la place, puis relancez la même commande."

step() { printf '[%s/4] %s…\n' "$1" "$2"; }
net="Vérifiez le réseau et la place sur le disque, puis relancez la même commande : elle reprendra où elle en était."
step 1 "outil d'installation (uv)"
"$python" -m pip install -q --disable-pip-version-check --require-hashes --upgrade --target .tools -r tools.lock 2> >(grep -v -i warning >&2) \
  || fail "uv ne s'installe pas. $net"
step 2 "environnement virtuel .venv"
[ -x .venv/bin/python ] || .tools/bin/uv venv -q --clear --python "$python" .venv || fail "L'environnement virtuel ne se crée pas. $net"
step 3 "PyTorch pour processeur (190 Mo)"
version=$(sed -n 's/^torch==\([^ ]*\).*/\1/p' torch.lock)
if ! .venv/bin/python -c "import importlib.metadata as m, sys; sys.exit(m.version('torch') != '$version')" 2>/dev/null; then
  hashes=torch.lock
  [ "$(.venv/bin/python -c 'import sys, platform; print(sys.version_info[:2] == (3, 11) and platform.machine() == "x86_64" and sys.platform == "linux")')" = True ] \
    || { hashes=.tools/torch.txt; echo "torch==$version" > $hashes; echo "      (empreinte non vérifiée : elle n'est connue que pour Python 3.11 sur Linux x86_64)"; }
  "$python" -m pip --python .venv/bin/python install -q --disable-pip-version-check --no-deps --retries 0 --index-url https://download.pytorch.org/whl/cpu -r "$hashes" 2> >(grep -v -i warning >&2) \
    || fail "PyTorch ne s'installe pas. $net"
fi
step 4 "bibliothèques de $lock, compilées pour démarrer plus vite (deux minutes au plus)"
.tools/bin/uv pip install -q --compile-bytecode --python .venv/bin/python --require-hashes --no-deps -r "$lock" || fail "Les bibliothèques ne s'installent pas. $net"
echo "$digest" > "$mark"
[ "$kind" = dev ] && sed -n p "$mark" >/dev/null && echo "$(cat requirements.lock torch.lock tools.lock | sha256sum | cut -d' ' -f1)" > .venv/.ready-run
exit 0
