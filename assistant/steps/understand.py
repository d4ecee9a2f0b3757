"""The message, an order read as its question, to a situation, completed by what was known before; the language and the département follow."""

from dataclasses import replace

from assistant.asking import as_question
from assistant.engine import Engine
from assistant.knowing import completed
from assistant.turn import Turn
from assistant.understanding.reading import understand as read_message


def understand(turn: Turn, engine: Engine) -> Turn:
    """Read the message, as the question it stands for; what the request already knows fills what it does not say."""
    asked = as_question(turn.message)
    understood = read_message(asked, turn.today, engine.knowledge.gazetteer)
    understood = completed(understood, turn.known, turn.department, turn.role, engine.knowledge.gazetteer)
    return replace(turn, message=asked, understood=understood, department=turn.department or understood.situation.department)
