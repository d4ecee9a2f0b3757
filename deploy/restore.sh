#!/usr/bin/env bash
# Puts a backup back: `deploy/restore.sh FILE`; DATABASE_URL and CHAT_ROOT as for the server. Stop the server first; its next start deletes what is too old.
set -euo pipefail
umask 077
. "$(dirname "$0")/database.sh"
saved=${1:-}
[ -f "$saved" ] || fail "Usage : deploy/restore.sh SAUVEGARDE"
[ "${saved##*.}" = "$kind" ] || fail "Cette sauvegarde est « ${saved##*.} », la base est « $kind » : rien n'est fait."
(cd "$(dirname "$saved")" && sha256sum --quiet --check "$(basename "$saved").sha256") || fail "La sauvegarde est abîmée ou sa somme manque : rien n'est fait."
if [ "$kind" = sqlite ]; then
  mkdir -p "$(dirname "$file")"
  copy "$saved" "$file" || fail "La restauration a échoué ; la base n'a pas changé."
else
  pg_restore --clean --if-exists --no-owner --single-transaction --dbname "$url" "$saved" || fail "pg_restore a échoué ; la base n'a pas changé."
fi
echo "$saved est restaurée."
