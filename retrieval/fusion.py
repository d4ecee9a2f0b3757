"""Reciprocal rank fusion (Cormack et al., 2009): rankings of different scales become one."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

SMOOTHING = 60


T = TypeVar("T", bound=Hashable)


def reciprocal_rank(rankings: Sequence[Sequence[T]], weights: Sequence[float]) -> dict[T, float]:
    """The fused score of each item, higher first; an item counts at its first place in each ranking."""
    scores: dict[T, float] = defaultdict(float)
    for ranking, weight in zip(rankings, weights, strict=True):
        for rank, item in enumerate(dict.fromkeys(ranking), start=1):
            scores[item] += weight / (SMOOTHING + rank)
    return dict(sorted(scores.items(), key=lambda pair: -pair[1]))
