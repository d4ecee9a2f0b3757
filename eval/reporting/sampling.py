"""Answers drawn by lot, with what a judge needs to say whether they are right."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from eval.files import Row
from eval.scores import Scores
from retrieval.entry import digest

SHOWN = ("id", "question", "outcome", "answer", "quotes", "gold_quotes", "answer_facts")


def drawn(rows: Sequence[Row], size: int, seed: int) -> list[Row]:
    """*size* rows (all, when there are fewer), always the same for a seed."""
    chosen = np.random.default_rng(seed).choice(len(rows), min(size, len(rows)), replace=False)
    return [rows[at] for at in sorted(chosen)]


def to_judge(part: str, answers: Scores) -> list[dict[str, Any]]:
    """One object an answer; `part` and `answer_digest` go into the judgement as they are."""
    return [{"part": part, **{name: verdict.seen[name] for name in SHOWN}, "answer_digest": digest(verdict.seen["answer"])} for verdict in answers.verdicts]
