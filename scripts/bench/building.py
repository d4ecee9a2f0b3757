"""What an index costs to build: computing the vectors, and writing them to Chroma, each per 1,000 passages."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from knowledge.loading import Knowledge
from retrieval.embedding import Embedder
from retrieval.entries import entries
from retrieval.indexing import ready_index, silent
from retrieval.settings import retrieval_settings
from retrieval.vectors import SHIPPED, VectorStore

SAMPLE = 48  # passages embedded; a thousand would take minutes


def per_thousand(knowledge: Knowledge, embedder: Embedder) -> dict[str, float]:
    """Seconds per 1,000 entries: embedded (from a spread sample), then indexed (all of them)."""
    found = entries(knowledge)
    passages = [entry for entry in found if not entry.asked]
    sample = [entry.text for entry in passages[:: max(1, len(passages) // SAMPLE)]]
    embedded = _seconds(lambda: embedder.documents(sample)) / len(sample) * 1000
    store = VectorStore(SHIPPED, retrieval_settings().index_dir / "vectors.npz")
    store.embed(found, embedder, silent)
    with tempfile.TemporaryDirectory() as folder:
        store.save(Path(folder) / "vectors.npz", found, embedder.name)
        indexed = _seconds(lambda: ready_index(found, embedder, Path(folder))) / len(found) * 1000
    return {"entries": len(found), "embedded": embedded, "indexed": indexed}


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
