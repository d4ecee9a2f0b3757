"""Two things asked in one question: what answers each, found apart."""

from assistant.choosing import Candidate, candidates, next_after
from assistant.engine import Engine
from assistant.intent import two_parts
from assistant.steps.search import search_for
from assistant.turn import Turn


def ranked_by_part(turn: Turn, engine: Engine) -> tuple[list[Candidate], Candidate | None]:
    """The sentences that may answer, best first, and the one that follows: what answers the second part, where two things are asked."""
    parts = two_parts(turn.text)
    if parts is None or turn.vector is None:
        ranked = candidates(turn, engine)
        return ranked, next_after(ranked)
    ranked, others = (candidates(search_for(part, turn.vector, turn, engine), engine, part) for part in parts)
    after = next((one for one in others if not ranked or one.text != ranked[0].text), None)
    return ranked, after
