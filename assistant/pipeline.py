"""The product as one list: protect, understand, locate, search, recognise, compose, verify; then the words, where a model may choose them."""

from collections.abc import Callable, Sequence

from assistant.answer import Answer
from assistant.beside import with_beside
from assistant.engine import Engine
from assistant.steps.compose import compose
from assistant.steps.locate import locate
from assistant.steps.protect import protect
from assistant.steps.recognise import recognise
from assistant.steps.rephrase import rephrase
from assistant.steps.search import search
from assistant.steps.understand import understand
from assistant.steps.verify import verify
from assistant.turn import Turn

Step = Callable[[Turn, Engine], Turn]
STEPS: Sequence[Step] = (protect, understand, locate, search, recognise, compose, verify)


def run(turn: Turn, engine: Engine, steps: Sequence[Step] = STEPS) -> Answer:
    """Walk the steps; the first that answers ends the walk, and a composed answer may then be rephrased."""
    for step in steps:
        turn = step(turn, engine)
        if turn.answer is not None:
            answer = rephrase(turn, engine, turn.answer)
            return with_beside(answer, run(_apart(turn, turn.aside), engine, steps)) if turn.aside else answer
    raise RuntimeError("the last step must always answer")


def _apart(turn: Turn, question: str) -> Turn:
    """A question that stands in a message, asked by the same person on its own."""
    return Turn(question, turn.today, turn.language, turn.department, turn.role)
