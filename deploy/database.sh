# Sourced by backup.sh and restore.sh: `url` and `kind` (sqlite or postgresql) of the reviews' database, and `file` for SQLite.
url=${DATABASE_URL:-sqlite:///$(realpath -m "$(dirname "${CHAT_ROOT:-.toit/chat}")")/avis.sqlite}
fail() { printf '%s\n' "$1" >&2; exit 1; }
case $url in
  sqlite*) kind=sqlite; file=${url#*:///} ;;
  postgres*) kind=postgresql; url="postgresql://${url#*://}" ;;
  *) fail "DATABASE_URL n'est ni SQLite ni PostgreSQL : rien n'est fait." ;;
esac
copy() { # the SQLite database $1 into $2, whole even while it is written to
  "${PYTHON:-python3}" - "$1" "$2" <<'PY'
import sqlite3
import sys
from contextlib import closing

with closing(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)) as old, closing(sqlite3.connect(sys.argv[2], timeout=30)) as new:
    if old.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        sys.exit("la base lue est abîmée")
    old.backup(new)
PY
}
