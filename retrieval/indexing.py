"""Entries to an index: embedded where the vectors are not known yet, idempotent by fingerprint."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from retrieval import dense
from retrieval.dense import Dense
from retrieval.embedding import Embedder
from retrieval.entry import Entry
from retrieval.vectors import SHIPPED, Progress, VectorStore


def silent(_done: int, _all: int) -> None:
    """No progress shown."""


def ready_index(entries: Sequence[Entry], embedder: Embedder, folder: Path, progress: Progress = silent) -> Dense:
    """The index of *entries* under *folder*: opened when it is whole and theirs, built otherwise."""
    mark = dense.fingerprint(embedder.name, entries)
    place, own = folder / mark, folder / "vectors.npz"
    store = VectorStore(SHIPPED, own)
    texts = [entry.text for entry in entries]
    known = store.size
    vectors = store.embed(texts, embedder, progress)
    if store.size > known:
        store.save(own, texts, embedder.name)
    if dense.is_ready(place, mark, len(entries)):
        try:
            return dense.open_index(place, vectors)
        except Exception:  # noqa: BLE001 (Chroma raises many kinds on a damaged index; it is rebuilt from the vectors)
            shutil.rmtree(place, ignore_errors=True)
    dense.build(place, mark, vectors)
    _tidy(folder, place)
    return dense.open_index(place, vectors)


def _tidy(folder: Path, place: Path) -> None:
    """Remove the indexes of other texts or models, and what an interrupted build left."""
    for other in folder.iterdir():
        if other.is_dir() and other != place:
            shutil.rmtree(other, ignore_errors=True)
