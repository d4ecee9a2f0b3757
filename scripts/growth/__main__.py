"""`python -m scripts.growth [SIZE …]`: what the index costs and finds with a thousand, ten thousand, a hundred thousand passages."""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.files import Row, datasets
from eval.measures import overlaps
from knowledge.loading import Knowledge, load
from retrieval import dense
from retrieval.bootstrap import build_embedder
from retrieval.embedding import Vectors
from retrieval.entries import entries
from retrieval.entry import Entry
from retrieval.indexing import grouped, silent
from retrieval.search import PASSAGES, Search
from retrieval.settings import retrieval_settings
from retrieval.vectors import SHIPPED, VectorStore
from retrieval.windows import Windows
from scripts.growth.drawing import drawn_entries, drawn_vectors
from scripts.growth.plot import Curve, plot

SIZES, SEED, FIRST = (1_000, 10_000, 100_000), 7, 5
MILLISECONDS, MEGABYTE = 1000.0, 1 << 20
PLOT = Path("build/croissance.svg")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one size costs and finds."""

    size: int
    entries: int
    build: float
    disk: float
    opening: float
    p50: float
    p95: float
    recall: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A real question, with its vector."""

    row: Row
    vector: Vectors


def main() -> None:
    """One line a size; the real questions are asked among the drawn passages."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    knowledge, embedder = load(), build_embedder(retrieval_settings().embedding_model)
    found = entries(knowledge)
    vectors = VectorStore(SHIPPED, retrieval_settings().index_dir / "vectors.npz").embed(found, embedder, silent)
    asked = [Asked(row, embedder.query(row["question"])) for row in datasets("tuned", "questions")]
    print(f"{'passages':>9} {'entrées':>8} {'écriture (s)':>13} {'disque (Mo)':>12} {'ouverture (s)':>14} {'p50 (ms)':>9} {'p95 (ms)':>9} {'rappel@5':>9}")
    results = []
    for size in sizes:
        more = max(0, size - sum(not entry.asked for entry in found))
        among = [*found, *drawn_entries(found, more, SEED)]
        one = measure(size, among, np.concatenate([vectors, drawn_vectors(vectors, more, SEED)]), asked, knowledge)
        print(
            f"{one.size:9} {one.entries:8} {one.build:13.1f} {one.disk:12.1f} {one.opening:14.2f} {one.p50:9.1f} {one.p95:9.1f} {one.recall:9.3f}", flush=True
        )
        results.append(one)
    if len(results) > 1:
        PLOT.parent.mkdir(exist_ok=True)
        PLOT.write_text(plot(sizes, _curves(results)), "utf-8")
        print(f"Courbes : {PLOT}")


def _curves(results: Sequence[Measured]) -> list[Curve]:
    return [
        Curve("Écriture (s)", [one.build for one in results]),
        Curve("Disque (Mo)", [one.disk for one in results]),
        Curve("Recherche, p95 (ms)", [one.p95 for one in results], ".1f"),
        Curve("Rappel@5 des vraies questions", [one.recall for one in results], ".3f"),
    ]


def measure(size: int, found: Sequence[Entry], vectors: Vectors, asked: Sequence[Asked], knowledge: Knowledge) -> Measured:
    """Build, open, ask."""
    groups = grouped(found, vectors)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "index"
        start = time.perf_counter()
        dense.build(place, "growth", groups)
        built = time.perf_counter() - start
        disk = sum(path.stat().st_size for path in place.rglob("*") if path.is_file()) / MEGABYTE
        start = time.perf_counter()
        index = dense.open_index(place, groups)
        opened = time.perf_counter() - start
        taken, recall = _ask(Search(found, index, build_embedder("jamais chargé"), knowledge.glossary), asked, knowledge)
    return Measured(size, len(found), built, disk, opened, statistics.median(taken), statistics.quantiles(taken, n=20)[-1], recall)


def _ask(search: Search, asked: Sequence[Asked], knowledge: Knowledge) -> tuple[list[float], float]:
    """The milliseconds of each search, its vector known; the share of questions with a gold passage among the first five."""
    windows, taken, good = Windows(knowledge.passages), [], 0
    for one in asked:
        start = time.perf_counter()
        hits = search.search(one.row["question"], vector=one.vector, kinds=PASSAGES, department=one.row.get("department"), limit=FIRST)
        taken.append((time.perf_counter() - start) * MILLISECONDS)
        texts = [windows.text(knowledge.passages[hit.target.id]) for hit in hits if hit.target.id in knowledge.passages]
        good += any(overlaps(gold, text) for gold in one.row["gold_quotes"] for text in texts)
    return taken, good / len(asked)


if __name__ == "__main__":
    main()
