"""The message to a situation, completed by what was known before; the language and the département follow."""

from dataclasses import replace

from assistant.engine import Engine
from assistant.knowing import completed
from assistant.turn import Turn
from assistant.understanding.reading import understand as read_message


def understand(turn: Turn, engine: Engine) -> Turn:
    """Read the message; what the request already knows fills what it does not say."""
    understood = read_message(turn.message, turn.today, engine.knowledge.gazetteer)
    understood = completed(understood, turn.known, turn.department, turn.role, engine.knowledge.gazetteer)
    return replace(turn, understood=understood, department=turn.department or understood.situation.department)
