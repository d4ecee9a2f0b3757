"""Entries to an index: embedded where the vectors are not known yet, idempotent by fingerprint."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval import dense
from retrieval.dense import Dense, Group
from retrieval.embedding import Embedder, Vectors
from retrieval.entry import Entry
from retrieval.vectors import SHIPPED, Progress, VectorStore


def silent(_done: int, _all: int) -> None:
    """No progress shown."""


def ready_index(entries: Sequence[Entry], embedder: Embedder, folder: Path, progress: Progress = silent) -> Dense:
    """The index of *entries* under *folder*: opened when it is whole and theirs, built otherwise."""
    mark = dense.fingerprint(embedder.name, entries)
    place, own = folder / mark, folder / "vectors.npz"
    store = VectorStore(SHIPPED, own)
    known = store.size
    vectors = store.embed(entries, embedder, progress)
    if store.size > known:
        store.save(own, entries, embedder.name)
    groups = _groups(entries, vectors)
    if dense.is_ready(place, mark, len(entries)):
        try:
            return dense.open_index(place, groups)
        except Exception:  # noqa: BLE001 (Chroma raises many kinds on a damaged index; it is rebuilt from the vectors)
            shutil.rmtree(place, ignore_errors=True)
    dense.build(place, mark, groups)
    _tidy(folder, place)
    return dense.open_index(place, groups)


def _groups(entries: Sequence[Entry], vectors: Vectors) -> dict[str, Group]:
    """The texts and the ways of asking apart, so that neither crowds the other out."""
    asked = np.array([entry.asked for entry in entries])
    parts = {"textes": np.flatnonzero(~asked), "questions": np.flatnonzero(asked)}
    return {name: (at, vectors[at]) for name, at in parts.items() if len(at)}


def _tidy(folder: Path, place: Path) -> None:
    """Remove the indexes of other texts or models, and what an interrupted build left."""
    for other in folder.iterdir():
        if other.is_dir() and other != place:
            shutil.rmtree(other, ignore_errors=True)
