"""Figures and failures of one run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Scores:
    """Named shares (0 to 1, None where nothing was counted), how many rows, and every failure with what was seen."""

    kind: str
    rows: int
    figures: dict[str, float | None]
    failures: list[dict[str, Any]] = field(default_factory=list)
    by: dict[str, dict[str, float | None]] = field(default_factory=dict)


def share(verdicts: Iterable[bool]) -> float | None:
    """The share of true verdicts; None for none."""
    counted: Sequence[bool] = list(verdicts)
    return round(sum(counted) / len(counted), 4) if counted else None
