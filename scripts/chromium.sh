#!/usr/bin/env bash
# Makes Debian's Chromium available for the browser tests; exit code 3 and one line where that is not allowed.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installation de Chromium pour les tests de navigateur (une minute)…"
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 && exit 0
fi
echo "tests de navigateur sautés : Chromium manque (apt-get install chromium)" >&2
exit 3
