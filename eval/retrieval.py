"""Passages found: success at 1, 5, 10 and the reciprocal rank at 10, computed by ir-measures."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc, Success

from eval.answers import question_cuts
from eval.files import Row
from eval.measures import overlaps
from eval.scores import Scores, Tally, Verdict
from retrieval.passage import Hit, Retriever

DEPTH, SHOWN = 10, 300
MEASURES = {"recall@1": Success @ 1, "recall@5": Success @ 5, "recall@10": Success @ 10, "mrr@10": RR @ 10}


def evaluate(rows: Sequence[Row], retriever: Retriever) -> Scores:
    """A hit is a passage that overlaps a gold quote of the question."""
    found = [retriever.hits(row["question"], department=row.get("department"), limit=DEPTH) for row in rows]
    good = [[any(overlaps(gold, hit.text) for gold in row["gold_quotes"]) for hit in hits] for row, hits in zip(rows, found, strict=True)]
    tallies = _measured(good)
    return Scores("retrieval", [_verdict(*one) for one in zip(rows, found, tallies, strict=True)])


def _measured(good: Sequence[Sequence[bool]]) -> list[dict[str, Tally]]:
    """The measures of each question, from which of its passages are hits; the mean over questions is ir-measures' own."""
    qrels = [Qrel(str(at), str(rank), int(is_hit)) for at, hits in enumerate(good) for rank, is_hit in enumerate(hits or [False])]
    runs = [ScoredDoc(str(at), str(rank), float(DEPTH - rank)) for at, hits in enumerate(good) for rank in range(len(hits))]
    values: dict[tuple[str, Any], float] = defaultdict(float)
    values |= {(metric.query_id, metric.measure): float(metric.value) for metric in ir_measures.iter_calc(list(MEASURES.values()), qrels, runs)}
    return [{name: Tally(values[str(at), measure]) for name, measure in MEASURES.items()} for at in range(len(good))]


def _verdict(row: Row, hits: Sequence[Hit], tallies: dict[str, Tally]) -> Verdict:
    first = hits[0].text[:SHOWN] if hits else ""
    seen = {"id": row.get("id"), "question": row["question"], "gold": row["gold_quotes"], "first": first}
    return Verdict(tallies, question_cuts(row), not tallies["recall@5"].part, seen)
