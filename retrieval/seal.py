"""Whether a folder still is what was built: its files are known by a digest, its SQLite database by its own check."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

READY = "ready.json"
DATABASE = "chroma.sqlite3"  # Chroma writes in it when it opens it


def seal(folder: Path, mark: str) -> None:
    """Say that *folder* is whole, and what is in it."""
    (folder / READY).write_text(json.dumps({"fingerprint": mark, "files": _files(folder)}), "utf-8")


def is_whole(folder: Path, mark: str) -> bool:
    """Whether *folder* was sealed under *mark* and nothing in it changed since."""
    try:
        sealed = json.loads((folder / READY).read_text("utf-8"))
        return bool(sealed == {"fingerprint": mark, "files": _files(folder)}) and _is_sound(folder / DATABASE)
    except (OSError, ValueError, sqlite3.Error):
        return False


def _files(folder: Path) -> Mapping[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != READY and not path.name.startswith(DATABASE))
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _is_sound(database: Path) -> bool:
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return bool(connection.execute("PRAGMA quick_check").fetchone() == ("ok",))
