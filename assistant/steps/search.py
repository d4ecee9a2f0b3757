"""Fiches and passages that may answer, for this département."""

from dataclasses import replace

from assistant.engine import Engine
from assistant.turn import Turn

LIMIT = 30


def search(turn: Turn, engine: Engine) -> Turn:
    """One search over everything; a follow-up is searched with the question before it."""
    question = f"{turn.previous} {turn.message}" if turn.previous else turn.message
    department = turn.department if turn.department in engine.knowledge.departments else None
    vector = engine.search.embed(question)
    return replace(turn, found=tuple(engine.search.search(question, vector=vector, department=department, limit=LIMIT)), vector=vector)
