"""Who may touch an index folder: one builder at a time, and nobody removes what another process reads. A killed process lets go by itself."""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

BUILDER = "building.lock"
READING = ".reading"
log = logging.getLogger(__name__)


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """The only builder in *folder*, the others wait; False where the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / BUILDER).open("a", encoding="utf-8")
    except OSError as error:
        log.warning("Le dossier de l'index ne s'écrit pas (%s). L'index est bâti en mémoire ; donnez un dossier avec INDEX_DIR.", error)
        yield False
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield True


def hold(place: Path) -> IO[str]:
    """*place* is read as long as this file stays open."""
    file = _mark(place).open("a", encoding="utf-8")
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def is_held(place: Path) -> bool:
    """Whether a process reads *place*."""
    try:
        with _mark(place).open("r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def _mark(place: Path) -> Path:
    return place.with_name(f"{place.name}{READING}")
