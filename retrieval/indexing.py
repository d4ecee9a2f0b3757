"""Entries to an index: embedded where the vectors are not known yet, idempotent by fingerprint, in memory where no folder can be written."""

import logging
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from retrieval import dense
from retrieval.adapter import Adapter
from retrieval.dense import Dense, Group
from retrieval.embedding import Embedder, Vectors
from retrieval.entry import Entry
from retrieval.locking import READING, alone, is_held
from retrieval.seal import is_whole
from retrieval.vectors import SHIPPED, Progress, VectorStore

log = logging.getLogger(__name__)


def silent(_done: int, _all: int) -> None:
    """No progress shown."""


def ready_index(
    entries: Sequence[Entry], embedder: Embedder, folder: Path, progress: Progress = silent, server: str = "", *, adapter: Adapter | None = None
) -> Dense:
    """The index of *entries* under *folder*, or on a Chroma *server*: opened when it is whole and theirs, built otherwise; *adapter* moves every vector."""
    mark = dense.fingerprint(f"{embedder.name} {adapter.mark}" if adapter else embedder.name, entries)
    with alone(folder) as is_writable:
        store = VectorStore(SHIPPED, folder / "vectors.npz")
        known = store.size
        vectors = store.embed(entries, embedder, progress)
        groups = grouped(entries, adapter(vectors) if adapter else vectors)
        if is_writable and store.size > known:
            _keep(store, folder / "vectors.npz", entries, embedder.name)
        if server or not is_writable:
            return _served(server, mark, groups) if server else dense.in_memory(groups)
        place = folder / mark
        for interrupted in folder.glob("*.tmp*"):
            _remove(interrupted)
        index = _opened(place, groups) or _built(place, groups)
        _retire_others(folder, place)
        return index


def _keep(store: VectorStore, path: Path, entries: Sequence[Entry], model: str) -> None:
    """The vectors that had to be computed are kept for the next start, where the disk takes them."""
    try:
        store.save(path, entries, model)
    except OSError as error:
        log.warning("Les vecteurs calculés n'ont pas pu être gardés (%s) : le prochain démarrage les recalculera.", error)


def _served(server: str, mark: str, groups: Mapping[str, Group]) -> Dense:
    """The index on the server; in memory when it does not answer, so that a start never waits for another machine."""
    try:
        return dense.on_server(server, mark, groups)
    except Exception as error:  # noqa: BLE001 (an unreachable server shows as many kinds of errors)
        log.warning("Le serveur Chroma ne répond pas comme il faut (%s) : l'index est tenu en mémoire. Vérifiez CHROMA_URL, puis redémarrez.", error)
        return dense.in_memory(groups)


def _opened(place: Path, groups: Mapping[str, Group]) -> Dense | None:
    """The index that is there; None when it is not whole."""
    if not is_whole(place, place.name):
        return None
    try:
        return dense.open_index(place, groups)
    except Exception as error:  # noqa: BLE001 (Chroma raises many kinds on a damaged index; it is built again from the vectors)
        log.warning("L'index était abîmé (%s) : il est rebâti.", error)
        return None


def _built(place: Path, groups: Mapping[str, Group]) -> Dense:
    """A new index in its place; in memory when the disk refuses it."""
    try:
        dense.build(place, place.name, groups)
        return dense.open_index(place, groups)
    except Exception as error:  # noqa: BLE001 (a full disk shows as OSError, as SQLite's or as Chroma's own error)
        log.warning("L'index n'a pas pu être écrit dans %s (%s) : il est tenu en mémoire. Faites de la place, puis redémarrez.", place.parent, error)
        _remove(place.with_name(f"{place.name}.new.tmp"))
        return dense.in_memory(groups)


def grouped(entries: Sequence[Entry], vectors: Vectors) -> dict[str, Group]:
    """The texts and the ways of asking apart, so that neither crowds the other out."""
    asked = np.array([entry.asked for entry in entries])
    parts = {"textes": np.flatnonzero(~asked), "questions": np.flatnonzero(asked)}
    return {name: (at, vectors[at]) for name, at in parts.items() if len(at)}


def _retire_others(folder: Path, place: Path) -> None:
    """Remove the indexes of other texts or models, but not one that a process still reads."""
    for other in folder.iterdir():
        if other.is_dir() and other != place and not is_held(other):
            _remove(other)
            _remove(other.with_name(f"{other.name}{READING}"))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
