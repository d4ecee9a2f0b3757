"""Fiches and passages that may answer, for this département."""

from dataclasses import replace

import numpy as np

from assistant.engine import Engine
from assistant.intent import asking_part
from assistant.turn import Turn
from retrieval.embedding import Vectors

LIMIT = 30


def search(turn: Turn, engine: Engine) -> Turn:
    """One search over everything; a follow-up is searched with the question before it."""
    question = f"{turn.previous} {turn.message}" if turn.previous else turn.message
    department = turn.department if turn.department in engine.knowledge.departments else None
    vector = _vector(question, turn, engine)
    return replace(turn, found=tuple(engine.search.search(question, vector=vector, department=department, limit=LIMIT)), vector=vector)


def _vector(question: str, turn: Turn, engine: Engine) -> Vectors:
    """What is asked counts as much as the whole message, in which a told situation would cover it."""
    whole = engine.search.embed(question)
    asked = asking_part(turn.text) if turn.tells else None
    if asked is None:
        return whole
    both = whole + engine.search.embed(asked)
    return np.asarray(both / np.linalg.norm(both), dtype=np.float32)
