"""Where the situation stands; a stage that was asked for and cannot be known becomes the answer's question."""

from dataclasses import replace

from assistant.engine import Engine
from assistant.turn import Turn
from knowledge.procedure.locate import locate as locate_situation


def locate(turn: Turn, engine: Engine) -> Turn:  # noqa: ARG001 (every step has the same shape)
    """Place the situation; the composing step decides whether to ask."""
    return replace(turn, place=locate_situation(turn.situation, turn.today))
