"""The vectors in an embedded Chroma collection: a disposable artefact, built aside, checked, then swapped in."""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import chromadb
import numpy as np
import numpy.typing as npt
from chromadb.api import ClientAPI
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings

from retrieval.embedding import Vectors
from retrieval.entry import Entry, digest

READY = "ready.json"
CHUNK = 2000
HNSW: CreateCollectionConfiguration = {"hnsw": {"space": "cosine", "ef_search": 200}}
SELF = 0.99  # the cosine of a vector with itself, rounding aside


Group = tuple[npt.NDArray[np.int64], Vectors]  # positions in the list of entries, and their vectors


class Dense:
    """Nearest entries by cosine; entries are known by their position in the list they were built from."""

    def __init__(self, collections: Mapping[str, Collection]) -> None:
        self._collections = collections

    def search(self, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """The positions of the *limit* nearest entries of each collection with their cosine, best first."""
        near: list[tuple[int, float]] = []
        for collection in self._collections.values():
            found = collection.query(query_embeddings=[vector.tolist()], n_results=min(limit, collection.count()), include=["distances"])
            distances = (found["distances"] or [[]])[0]
            near += [(int(key), 1.0 - distance) for key, distance in zip(found["ids"][0], distances, strict=True)]
        return sorted(near, key=lambda pair: -pair[1])


def fingerprint(model: str, entries: Sequence[Entry]) -> str:
    """What an index was built from: another model or another text gives another one."""
    return digest("\n".join((model, *(entry.key for entry in entries))))


def is_ready(folder: Path, mark: str, count: int) -> bool:
    """Whether *folder* holds a whole index of that fingerprint."""
    try:
        return bool(json.loads((folder / READY).read_text("utf-8")) == {"fingerprint": mark, "count": count})
    except (OSError, ValueError):
        return False


def build(folder: Path, mark: str, groups: Mapping[str, Group]) -> None:
    """Write the index aside, check that it answers, then put it in the place of *folder*."""
    aside = folder.with_name(f"{folder.name}.{os.getpid()}.tmp")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    client = _client(aside)
    for name, (positions, vectors) in groups.items():
        collection = client.get_or_create_collection(name, configuration=HNSW, embedding_function=None)
        for start in range(0, len(vectors), CHUNK):
            chunk = slice(start, start + CHUNK)
            collection.add(ids=[str(at) for at in positions[chunk]], embeddings=vectors[chunk])
    _check(client, groups)
    (aside / READY).write_text(json.dumps({"fingerprint": mark, "count": _count(groups)}), "utf-8")
    _forget_clients()
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)


def open_index(folder: Path, groups: Mapping[str, Group]) -> Dense:
    """The index of *folder*, once it gave a known answer."""
    return _check(_client(folder), groups)


def _count(groups: Mapping[str, Group]) -> int:
    return sum(len(positions) for positions, _ in groups.values())


def _check(client: ClientAPI, groups: Mapping[str, Group]) -> Dense:
    """The nearest entry of a known vector is itself (or its exact equal), in every collection."""
    collections = {name: client.get_collection(name, embedding_function=None) for name in groups}
    for name, (positions, vectors) in groups.items():
        nearest = Dense({name: collections[name]}).search(vectors[-1], 1)
        if collections[name].count() != len(positions) or not nearest or nearest[0][1] < SELF:
            raise RuntimeError("l'index ne retrouve pas un passage connu")
    return Dense(collections)


def _client(folder: Path) -> ClientAPI:
    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def _forget_clients() -> None:
    """Chroma keeps one client a path for the whole process; a moved folder must be opened anew."""
    SharedSystemClient.clear_system_cache()
