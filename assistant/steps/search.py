"""Fiches and passages that may answer, for this département."""

from dataclasses import replace

from assistant.engine import Engine
from assistant.intent import asking_part
from assistant.turn import Turn
from retrieval.embedding import Vectors
from retrieval.search import between

LIMIT = 30


def search(turn: Turn, engine: Engine) -> Turn:
    """One search over everything; a follow-up is searched with the question before it."""
    question = f"{turn.previous} {turn.message}" if turn.previous else turn.message
    return _found(question, _vector(question, turn, engine), turn, engine)


def search_for(part: str, whole: Vectors, turn: Turn, engine: Engine) -> Turn:
    """The same turn with what answers one *part* of a question, whose vector as a whole is known."""
    return _found(part, between(whole, engine.search.embed(part)), turn, engine)


def _found(question: str, vector: Vectors, turn: Turn, engine: Engine) -> Turn:
    department = turn.department if turn.department in engine.knowledge.departments else None
    found = engine.search.search(question, vector=vector, department=department, limit=LIMIT)
    return replace(turn, found=tuple(found), vector=vector)


def _vector(question: str, turn: Turn, engine: Engine) -> Vectors:
    """What is asked counts as much as the whole message, in which a told situation would cover it."""
    asked = asking_part(turn.text) if turn.tells else None
    return engine.search.embed(question) if asked is None else engine.search.embed_both(question, asked)
