"""Oui or non as it is marked on the ways people ask (« … ? [non] »): the nearest marked one speaks for a question."""

from dataclasses import dataclass

from assistant.engine import Engine
from assistant.evidence import model
from assistant.turn import Turn


@dataclass(frozen=True, slots=True)
class Sense:
    """What the marked ways of asking say: `is_yes` is None where they do not decide, `is_marked` False where there is none."""

    is_yes: bool | None
    is_marked: bool


UNMARKED = Sense(None, is_marked=False)


def marked(turn: Turn, engine: Engine, target: str) -> Sense:
    """What those of *target*, a fiche or a passage, say of a question: the nearer side, when it is near and the other is not."""
    ways = engine.knowledge.senses.get(target)
    if turn.vector is None or not ways:
        return UNMARKED
    near = dict(zip(ways, engine.search.nearness(turn.vector, list(ways)), strict=True))
    yes, no = (max((near[text] for text, is_yes in ways.items() if is_yes is side), default=0.0) for side in (True, False))
    least, apart = (model().marked, model().apart) if yes and no else (model().alone, 0.0)
    decides = max(yes, no) >= least and abs(yes - no) >= apart
    return Sense(yes > no if decides else None, is_marked=True)
