"""Oui or non as it is marked on the ways people ask (« … ? [non] »): the nearest marked one speaks for a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.engine import Engine
from assistant.evidence import model
from assistant.patterns import data, pattern
from retrieval.embedding import Vectors
from retrieval.spelling import read
from retrieval.stems import fold

WEIGHED = ("fears", "quantified", "stops")  # between one way of asking and another: more signs silence more right marks than wrong ones (decision 008)
TURNING = ("fears", "despite", "negated", "quantified", "stops")  # between a question and a fiche's own, which is but one sentence


@dataclass(frozen=True, slots=True)
class Sense:
    """What the marked ways of asking say: `is_yes` is None where they do not decide, `is_marked` False where there is none."""

    is_yes: bool | None
    is_marked: bool
    near: float = 0.0


UNMARKED = Sense(None, is_marked=False)


def marked(asked: str, vector: Vectors, engine: Engine, target: str) -> Sense:
    """What those of *target*, a fiche or a passage, say of the folded question *asked*: the nearer side, when it is near and the other is not."""
    ways = engine.knowledge.senses.get(target)
    if not ways:
        return UNMARKED
    speaking = [text for text in ways if not is_turned(asked, _meant(text), WEIGHED)]
    near = dict(zip(speaking, engine.search.nearness(vector, speaking), strict=True))
    yes, no = (max((near[text] for text in speaking if ways[text] is side), default=0.0) for side in (True, False))
    least, apart = (model().marked, model().apart) if yes and no else (model().alone, 0.0)
    decides = max(yes, no) >= least and abs(yes - no) >= apart
    return Sense(yes > no if decides else None, is_marked=True, near=max(yes, no))


@lru_cache(maxsize=16_384)
def _meant(way: str) -> str:
    """A way of asking with its spelling repaired, as a question's is: « mexpulser » fears as much as « m'expulser »."""
    return read(way).text


def is_turned(question: str, other: str, signs: Sequence[str] = TURNING) -> bool:
    """Whether one fears what the other hopes is stopped, or denies what it supposes: the same facts answer them with contrary words."""
    asked, said = fold(question), fold(other)
    return any(bool(_sign(name).search(asked)) is not bool(_sign(name).search(said)) for name in signs)


@cache
def _sign(name: str) -> re.Pattern[str]:
    return pattern(data("yes_no")[name])
