"""The vectors in an embedded Chroma collection: a disposable artefact, built aside, checked, then swapped in."""

import logging
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit
from uuid import uuid4

import chromadb
import numpy as np
import numpy.typing as npt
from chromadb.api import ClientAPI
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings
from chromadb.errors import ChromaError

from retrieval.embedding import Vectors
from retrieval.entry import Entry, digest
from retrieval.locking import hold
from retrieval.seal import seal

CHUNK = 2000
SMALL = 5_000  # vectors: comparing with every one of them is exact, and quicker than asking Chroma
log = logging.getLogger(__name__)
SELF = 0.99  # the cosine of a vector with itself, rounding aside


Group = tuple[npt.NDArray[np.int64], Vectors]  # positions in the list of entries, and their vectors


class Dense:
    """Nearest entries by cosine; entries are known by their position in the list they were built from."""

    def __init__(self, collections: Mapping[str, Collection], groups: Mapping[str, Group], held: IO[str] | None = None) -> None:
        self._small = [group for group in groups.values() if len(group[0]) <= SMALL]
        graphs = [collection for name, collection in collections.items() if name not in groups or len(groups[name][0]) > SMALL]
        self._sized = [(collection, collection.count()) for collection in graphs]
        self._vectors = {int(at): vector for positions, vectors in groups.values() for at, vector in zip(positions, vectors, strict=True)}
        self._held = held  # open as long as this index is used
        self._asking = ThreadPoolExecutor(thread_name_prefix="chroma")  # Chroma works outside Python's lock

    @property
    def sizes(self) -> list[int]:
        """How many entries each collection that Chroma is asked for has."""
        return [size for _, size in self._sized]

    def search(self, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """The positions of the *limit* nearest entries of each collection with their cosine, best first."""
        compared = (_compared(group, vector, limit) for group in self._small)
        return sorted(chain(*compared, self._walked(vector, limit)), key=lambda pair: -pair[1])

    def _walked(self, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """What Chroma's graphs give."""
        try:
            asking = self._asking.map if len(self._sized) > 1 else map
            found = asking(lambda sized: _nearest(sized[0], vector, min(limit, sized[1])), self._sized)
            return list(chain.from_iterable(found))
        except Exception as error:  # noqa: BLE001 (a server that went away, a damaged file; the words of the question still find passages)
            log.warning(
                "L'index des vecteurs ne répond pas (%s) : la recherche se fait sur les mots et les passages, sans les façons de demander.",
                type(error).__name__,
            )
            return []

    def cosine(self, vector: Vectors, at: int) -> float:
        """The cosine of the entry at this position, near or not."""
        return float(self._vectors[at] @ vector)


def _compared(group: Group, vector: Vectors, limit: int) -> list[tuple[int, float]]:
    """The nearest of a small group, each of its vectors compared."""
    positions, vectors = group
    cosines = np.einsum("ij,j->i", vectors, vector)  # on this thread: those of « @ » wait actively, and slow the model that computes the vectors four times
    nearest = np.argsort(-cosines)[:limit]
    return list(zip(positions[nearest].tolist(), cosines[nearest].tolist(), strict=True))


def _nearest(collection: Collection, vector: Vectors, limit: int) -> list[tuple[int, float]]:
    found = collection.query(query_embeddings=[vector.tolist()], n_results=limit, include=["distances"])
    distances = (found["distances"] or [[]])[0]
    return [(int(key), 1.0 - distance) for key, distance in zip(found["ids"][0], distances, strict=True)]


def fingerprint(model: str, entries: Sequence[Entry]) -> str:
    """What an index was built from: another model or another text gives another one."""
    return digest("\n".join((model, *(entry.key for entry in entries))))


def build(folder: Path, mark: str, groups: Mapping[str, Group]) -> None:
    """Write the index aside, read it back, then put it in the place of *folder*."""
    aside, old = (folder.with_name(f"{folder.name}.{kind}.tmp") for kind in ("new", "old"))
    for left in (aside, old):
        shutil.rmtree(left, ignore_errors=True)
    aside.mkdir(parents=True)
    _fill(_client(aside), groups)
    forget_clients()
    _check(_client(aside), groups)
    forget_clients()
    seal(aside, mark)
    if folder.exists():
        folder.rename(old)
    aside.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def open_index(folder: Path, groups: Mapping[str, Group]) -> Dense:
    """The index of *folder*, once it gave a known answer; nobody removes it while it is used."""
    forget_clients()
    return _check(_client(folder), groups, hold(folder))


def in_memory(groups: Mapping[str, Group]) -> Dense:
    """The same index without a folder, gone with the process."""
    client, run = chromadb.EphemeralClient(settings=Settings(anonymized_telemetry=False)), uuid4().hex
    named = {f"{name}-{run}": group for name, group in groups.items()}
    _fill(client, named)
    return _check(client, named)


def on_server(url: str, mark: str, groups: Mapping[str, Group]) -> Dense:
    """The index on a Chroma server: written under another name, checked, then renamed; several processes may start at once."""
    address = urlsplit(url)
    client = chromadb.HttpClient(address.hostname or "", address.port or 8000, ssl=address.scheme == "https", settings=Settings(anonymized_telemetry=False))
    named = {f"{name}-{mark}": group for name, group in groups.items()}
    for name, group in named.items():
        if name not in {collection.name for collection in client.list_collections()}:
            aside = f"{name}-{uuid4().hex}"
            _fill(client, {aside: group})
            _check(client, {aside: group})
            _rename(client, aside, name)
    return _check(client, named)


def _rename(client: ClientAPI, aside: str, name: str) -> None:
    try:
        client.get_collection(aside, embedding_function=None).modify(name=name)
    except ChromaError:  # another process was first: its index is the same
        client.delete_collection(aside)


def _fill(client: ClientAPI, groups: Mapping[str, Group]) -> None:
    for name, (positions, vectors) in groups.items():
        collection = client.get_or_create_collection(name, configuration=_graph(len(vectors)), embedding_function=None)
        for start in range(0, len(vectors), CHUNK):
            chunk = slice(start, start + CHUNK)
            collection.add(ids=[str(at) for at in positions[chunk]], embeddings=vectors[chunk])


def _graph(size: int) -> CreateCollectionConfiguration:
    """Written to disk once, with the last vector: what Chroma only keeps in its log would be written when it is opened."""
    all_at_once = max(2, size)
    return {"hnsw": {"space": "cosine", "ef_search": 100, "batch_size": min(100, all_at_once), "sync_threshold": all_at_once}}


def _check(client: ClientAPI, groups: Mapping[str, Group], held: IO[str] | None = None) -> Dense:
    """The nearest entry of a known vector is itself (or its exact equal), in every collection."""
    collections = {name: client.get_collection(name, embedding_function=None) for name in groups}
    for name, (positions, vectors) in groups.items():
        one = Dense({name: collections[name]}, {})
        nearest = one.search(vectors[-1], 1)
        if one.sizes != [len(positions)] or not nearest or nearest[0][1] < SELF:
            raise RuntimeError("l'index ne retrouve pas un passage connu")
    return Dense(collections, groups, held)


def _client(folder: Path) -> ClientAPI:
    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def forget_clients() -> None:
    """Chroma keeps one client a path for the whole process; a moved folder must be opened anew."""
    SharedSystemClient.clear_system_cache()
