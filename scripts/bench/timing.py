"""Calls timed in turn, question by question, so that a busy machine slows each of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Call = Callable[[str], object]
MILLISECONDS = 1000.0


@dataclass(frozen=True, slots=True)
class Series:
    """The milliseconds that one call took, question by question."""

    name: str
    taken: tuple[float, ...]

    def at(self, percent: int) -> float:
        """The percentile, in milliseconds."""
        return statistics.quantiles(self.taken, n=100)[percent - 1]

    def over(self, floor: "Series") -> float:
        """The median of the ratios to the floor: both were timed side by side, on each question."""
        return statistics.median(mine / other for mine, other in zip(self.taken, floor.taken, strict=True))


def interleaved(calls: Mapping[str, Call], questions: Sequence[str]) -> dict[str, Series]:
    """Each question goes to every call before the next one is asked; who comes first changes each time."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    names = list(calls)
    for at, question in enumerate(questions):
        turn = at % len(names)
        for name in names[turn:] + names[:turn]:
            taken[name].append(_milliseconds(calls[name], question))
    return {name: Series(name, tuple(times)) for name, times in taken.items()}


def _milliseconds(call: Call, question: str) -> float:
    start = time.perf_counter()
    call(question)
    return (time.perf_counter() - start) * MILLISECONDS
