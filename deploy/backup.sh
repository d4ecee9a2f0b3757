#!/usr/bin/env bash
# Backs up what cannot be built again: the reviews. `deploy/backup.sh FOLDER`; DATABASE_URL and CHAT_ROOT as for the server, which may go on running.
# KEEP_DAYS (30) is how long a backup is kept: what a person asked to delete must not live on in an old one.
set -euo pipefail
umask 077
. "$(dirname "$0")/database.sh"
folder=${1:-}
[ -n "$folder" ] || fail "Usage : deploy/backup.sh DOSSIER"
mkdir -p "$folder"
name="$folder/toit-$(date -u +%Y%m%dT%H%M%SZ).$kind"
trap 'rm -f "$name.part"' EXIT
if [ "$kind" = sqlite ]; then
  [ -f "$file" ] || fail "La base $file n'existe pas : vérifiez DATABASE_URL ou CHAT_ROOT."
  copy "$file" "$name.part" || fail "La sauvegarde a échoué ; rien n'a été gardé."
else
  pg_dump --format=custom --no-owner --file "$name.part" "$url" || fail "pg_dump a échoué ; rien n'a été gardé."
fi
sync "$name.part"
mv "$name.part" "$name"
(cd "$folder" && sha256sum "$(basename "$name")" > "$(basename "$name").sha256")
find "$folder" -maxdepth 1 -name 'toit-*' -mtime "+${KEEP_DAYS:-30}" -delete
echo "$name"
