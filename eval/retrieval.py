"""Passages found: success at 1, 5, 10 and the reciprocal rank at 10, computed by ir-measures."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc, Success

from eval.files import Row
from eval.measures import overlaps
from eval.scores import Scores
from retrieval.passage import Retriever

DEPTH = 10
MEASURES = {"recall@1": Success @ 1, "recall@5": Success @ 5, "recall@10": Success @ 10, "mrr@10": RR @ 10}


def evaluate(rows: Sequence[Row], retriever: Retriever) -> Scores:
    """A hit is a passage that overlaps a gold quote of the question."""
    qrels: dict[str, list[Any]] = {}
    runs: dict[str, list[Any]] = {}
    failures = []
    for row in rows:
        hits = retriever.hits(row["question"], department=row.get("department"), limit=DEPTH)
        good = [any(overlaps(gold, hit.text) for gold in row["gold_quotes"]) for hit in hits]
        qrels[row["id"]] = [Qrel(row["id"], str(rank), int(is_hit)) for rank, is_hit in enumerate(good)] or [Qrel(row["id"], "none", 0)]
        runs[row["id"]] = [ScoredDoc(row["id"], str(rank), float(DEPTH - rank)) for rank in range(len(hits))]
        if not any(good[:5]):
            failures.append({"id": row["id"], "question": row["question"], "gold": row["gold_quotes"], "first": hits[0].text[:300] if hits else ""})
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups[f"style={row.get('style')}"].append(row["id"])
    by = {name: _measure(ids, qrels, runs) for name, ids in sorted(groups.items())}
    return Scores("retrieval", len(rows), _measure(list(runs), qrels, runs), failures, by)


def _measure(ids: Sequence[str], qrels: dict[str, list[Any]], runs: dict[str, list[Any]]) -> dict[str, float | None]:
    judged = [qrel for id_ in ids for qrel in qrels[id_]]
    ranked = [doc for id_ in ids for doc in runs[id_]]
    found = ir_measures.calc_aggregate(list(MEASURES.values()), judged, ranked)
    return {name: round(float(found[measure]), 4) for name, measure in MEASURES.items()}
