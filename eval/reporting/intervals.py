"""A figure with its 95 % interval: rows are drawn again with replacement, and the figure computed anew (bootstrap, percentiles)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.scores import COUNTS, Tally, Verdict, added_up

DRAWS, SEED = 2000, 20261121
EDGES = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Figure:
    """A share or a count with its interval; None where nothing was counted."""

    value: float | None
    low: float | None
    high: float | None


def measured(verdicts: Sequence[Verdict]) -> dict[str, Figure]:
    """Every figure of *verdicts*; the same verdicts always give the same intervals."""
    if not verdicts:
        return {}
    drawn = np.random.default_rng(SEED).integers(0, len(verdicts), (DRAWS, len(verdicts)))
    return {name: _figure(name, [verdict.tallies[name] for verdict in verdicts], drawn) for name in verdicts[0].tallies}


def _figure(name: str, tallies: Sequence[Tally], drawn: npt.NDArray[np.int64]) -> Figure:
    parts, wholes = np.array(tallies, dtype=float).T
    sums = parts[drawn].sum(axis=1)
    if name not in COUNTS:
        counted = wholes[drawn].sum(axis=1)
        sums = sums[counted > 0] / counted[counted > 0]  # a draw in which nothing counts says nothing
    low, high = (round(float(edge), 4) for edge in np.percentile(sums, EDGES)) if sums.size else (None, None)
    return Figure(added_up(name, tallies), low, high)
