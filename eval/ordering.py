"""Learn, on the tuned questions, which sentence answers first: the weights under which one that says what is expected is likeliest to lead."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import logsumexp

from assistant.bootstrap import Assistant
from assistant.choosing import Candidate, candidates
from assistant.steps.search import search
from assistant.steps.understand import understand
from assistant.turn import Turn
from eval.files import Row, datasets
from eval.measures import fact_found

SIGNS = ("asked", "said", "bm25", "shared")
SMALL = 0.0003  # how much large weights cost
_Question = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]  # the signs of its candidates, and which of them say most


def ordering(assistant: Assistant, today: date) -> dict[str, float]:
    """The weight of each sign of a candidate."""
    read = [_question(row, assistant, today) for row in datasets("tuned", "questions")]
    questions = [(signs, right) for signs, right in read if right.any() and not right.all()]
    learnt = minimize(_loss, np.ones(len(SIGNS)), args=(questions,)).x
    return {name: round(float(weight), 2) for name, weight in zip(SIGNS, learnt, strict=True)}


def _question(row: Row, assistant: Assistant, today: date) -> _Question:
    turn = understand(Turn(row["question"], today, department=row.get("department")), assistant.engine)
    found: Sequence[Candidate] = candidates(search(turn, assistant.engine), assistant.engine)
    said = np.array([sum(fact_found(fact, one.text) for fact in row["answer_facts"]) for one in found])
    return np.array([one.signs for one in found]), (said == said.max(initial=1)) & (said > 0)


def _loss(weights: npt.NDArray[np.float64], questions: Sequence[_Question]) -> float:
    """How unlikely the right ones are to lead, over all questions."""
    unlikely = [logsumexp(signs @ weights) - logsumexp(signs[right] @ weights) for signs, right in questions]
    return float(np.mean(unlikely) + SMALL * (weights @ weights))
