"""How long an answer takes, beside the floor: the embedding of its question."""

import resource
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date

from assistant.bootstrap import Assistant
from eval.files import Row

ASKED = 200
MILLISECONDS = 1000.0


def measure(rows: Sequence[Row], assistant: Assistant, today: date) -> dict[str, float]:
    """Milliseconds at p50 and p95 over 200 questions, each asked once; ratios to the floor; memory in megabytes."""
    questions = [rows[at % len(rows)]["question"] + " " * (at // len(rows)) for at in range(ASKED)]
    floor = _timed(questions, assistant.engine.search.embed)
    answers = _timed(questions, lambda q: assistant.answer(q, today))
    situations = _timed(questions, lambda q: assistant.situation(q, today))
    return {
        "questions": len(questions),
        "embedding_p50_ms": _at(floor, 50),
        "embedding_p95_ms": _at(floor, 95),
        "answers_p50_ms": _at(answers, 50),
        "answers_p95_ms": _at(answers, 95),
        "answers_p50_over_floor": round(_at(answers, 50) / _at(floor, 50), 2),
        "answers_p95_over_floor": round(_at(answers, 95) / _at(floor, 50), 2),
        "situations_p50_ms": _at(situations, 50),
        "situations_p95_ms": _at(situations, 95),
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def _timed(questions: Sequence[str], call: Callable[[str], object]) -> list[float]:
    taken = []
    for question in questions:
        start = time.perf_counter()
        call(question)
        taken.append((time.perf_counter() - start) * MILLISECONDS)
    return taken


def _at(taken: Sequence[float], percent: int) -> float:
    return round(statistics.quantiles(taken, n=100)[percent - 1], 2)
