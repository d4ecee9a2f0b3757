"""Verdicts of one run, row by row, and the figures they add up to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

COUNTS = frozenset({"wrong_dates"})  # added up; every other figure is a share
Figures = dict[str, float | None]


class Tally(NamedTuple):
    """What one row adds to a figure: *part* of *whole*; a whole of 0 leaves the row out of a share."""

    part: float
    whole: float = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row: its tally for each figure, the groups it belongs to (`style` → `sms`), whether it failed, and what was seen."""

    tallies: Mapping[str, Tally]
    cuts: Mapping[str, str]
    failed: bool
    seen: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Scores:
    """All verdicts of one kind over a set of rows."""

    kind: str
    verdicts: Sequence[Verdict]

    @property
    def rows(self) -> int:
        """How many rows were run."""
        return len(self.verdicts)

    @cached_property
    def figures(self) -> Figures:
        """Named shares (0 to 1, None where nothing was counted) and counts."""
        return figures(self.verdicts)

    @cached_property
    def groups(self) -> dict[tuple[str, str], list[Verdict]]:
        """The verdicts of each group, by the name of the cut and the group's own, in alphabetical order."""
        found: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
        for verdict in self.verdicts:
            for pair in verdict.cuts.items():
                found[pair].append(verdict)
        return dict(sorted(found.items()))

    @property
    def by(self) -> dict[str, Figures]:
        """The figures of each group."""
        return {f"{cut}={name}": figures(group) for (cut, name), group in self.groups.items()}

    @property
    def failures(self) -> list[Mapping[str, Any]]:
        """What was seen of every row that failed."""
        return [verdict.seen for verdict in self.verdicts if verdict.failed]


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """The parts over the wholes, for each figure."""
    return {name: added_up(name, (verdict.tallies[name] for verdict in verdicts)) for name in (verdicts[0].tallies if verdicts else ())}


def added_up(name: str, tallies: Iterable[Tally]) -> float | None:
    """One figure; None for a share of nothing."""
    pairs = list(tallies)
    part, whole = sum(pair.part for pair in pairs), sum(pair.whole for pair in pairs)
    if name in COUNTS:
        return float(part)
    return round(part / whole, 4) if whole else None


def cuts(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """The groups of *row*, for the fields among *names* that it has; a département that is not told is « aucun »."""
    return {name: str(row[name] if row[name] is not None else "aucun") for name in names if name in row}
