"""What a report holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from eval.reporting.accepted import Change
from eval.reporting.intervals import Figure, measured
from eval.reporting.judgements import Judged
from eval.scores import Scores


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of the rows of one group (a style, a role…)."""

    rows: int
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind on one part; `failures` is None where they are not shown, `failed` is how many there are."""

    rows: int
    figures: Mapping[str, Figure]
    by: Mapping[str, Mapping[str, Group]]
    failed: int
    failures: Sequence[Mapping[str, Any]] | None


Kinds = Mapping[str, Measured]


@dataclass(frozen=True, slots=True)
class Report:
    """One run: ours by part and kind, the others by part, system and kind, and what it cost."""

    day: date
    model: str
    parts: Mapping[str, Kinds]
    baselines: Mapping[str, Mapping[str, Kinds]]
    judged: Mapping[str, Judged]
    latency: Mapping[str, float]
    changes: Sequence[Change]
    seconds: Mapping[str, float]


def contents(scores: Scores, *, with_failures: bool) -> Measured:
    """The figures of *scores* with their intervals, whole and by group."""
    by: dict[str, dict[str, Group]] = {}
    for (cut, name), verdicts in scores.groups.items():
        by.setdefault(cut, {})[name] = Group(len(verdicts), measured(verdicts))
    failures = scores.failures
    return Measured(scores.rows, measured(scores.verdicts), by, len(failures), failures if with_failures else None)
