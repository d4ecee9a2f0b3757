"""The vectors in an embedded Chroma collection: a disposable artefact, built aside, checked, then swapped in."""

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import chromadb
from chromadb.api import ClientAPI
from chromadb.api.models.Collection import Collection
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings

from retrieval.embedding import Vectors
from retrieval.entry import Entry, digest

COLLECTION = "unites"
READY = "ready.json"
CHUNK = 2000


class Dense:
    """Nearest entries by cosine; entries are known by their position in the list they were built from."""

    def __init__(self, collection: Collection, count: int) -> None:
        self._collection = collection
        self.count = count

    def search(self, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """The positions of the *limit* nearest entries with their cosine, best first."""
        found = self._collection.query(query_embeddings=[vector.tolist()], n_results=min(limit, self.count), include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return [(int(key), 1.0 - distance) for key, distance in zip(found["ids"][0], distances, strict=True)]


def fingerprint(model: str, entries: Sequence[Entry]) -> str:
    """What an index was built from: another model or another text gives another one."""
    return digest("\n".join((model, *(entry.key for entry in entries))))


def is_ready(folder: Path, mark: str, count: int) -> bool:
    """Whether *folder* holds a whole index of that fingerprint."""
    try:
        return bool(json.loads((folder / READY).read_text("utf-8")) == {"fingerprint": mark, "count": count})
    except (OSError, ValueError):
        return False


def build(folder: Path, mark: str, vectors: Vectors) -> None:
    """Write the index aside, check that it answers, then put it in the place of *folder*."""
    aside = folder.with_name(f"{folder.name}.{os.getpid()}.tmp")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    collection = _client(aside).get_or_create_collection(COLLECTION, configuration={"hnsw": {"space": "cosine", "ef_search": 200}}, embedding_function=None)
    for start in range(0, len(vectors), CHUNK):
        chunk = vectors[start : start + CHUNK]
        collection.add(ids=[str(start + at) for at in range(len(chunk))], embeddings=chunk)
    _check(Dense(collection, len(vectors)), vectors)
    (aside / READY).write_text(json.dumps({"fingerprint": mark, "count": len(vectors)}), "utf-8")
    _forget_clients()
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)


def open_index(folder: Path, vectors: Vectors) -> Dense:
    """The index of *folder*, once it gave a known answer."""
    dense = Dense(_client(folder).get_collection(COLLECTION, embedding_function=None), len(vectors))
    _check(dense, vectors)
    return dense


def _check(dense: Dense, vectors: Vectors) -> None:
    """The nearest entry of a known vector is itself (or its exact equal)."""
    nearest = dense.search(vectors[-1], 1)
    if not nearest or nearest[0][1] < 0.99:  # noqa: PLR2004 (cosine of a vector with itself, rounding aside)
        raise RuntimeError("l'index ne retrouve pas un passage connu")


def _client(folder: Path) -> ClientAPI:
    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def _forget_clients() -> None:
    """Chroma keeps one client a path for the whole process; a moved folder must be opened anew."""
    SharedSystemClient.clear_system_cache()
