"""The French names and meanings of what a report shows, from `labels.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from knowledge.reading import read_yaml

FILE = Path(__file__).parent / "labels.yaml"
Unit = Literal["share", "number", "count"]


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and what it means in a sentence."""

    __pydantic_config__ = {"extra": "forbid"}
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """A figure's name and meaning, what is aimed at, and how it reads."""

    __pydantic_config__ = {"extra": "forbid"}
    label: str
    meaning: str
    goal: float | None = None
    lower_is_better: bool = False
    unit: Unit = "share"


@dataclass(frozen=True, slots=True)
class KindLabel:
    """A kind of evaluation with its figures, in the order they are shown."""

    __pydantic_config__ = {"extra": "forbid"}
    label: str
    meaning: str
    figures: Mapping[str, FigureLabel]


@dataclass(frozen=True, slots=True)
class Labels:
    """All of `labels.yaml`; `compared` lists the figures that stand beside the baselines'."""

    __pydantic_config__ = {"extra": "forbid"}
    parts: Mapping[str, Label]
    kinds: Mapping[str, KindLabel]
    judged: Mapping[str, FigureLabel]
    cuts: Mapping[str, str]
    systems: Mapping[str, Label]
    compared: tuple[tuple[str, str], ...]
    latency: Mapping[str, str]
    seen: Mapping[str, str]
    directions: Mapping[str, str]

    @property
    def lower_is_better(self) -> frozenset[str]:
        """The figures that are better when they are less."""
        return frozenset(name for kind in self.kinds.values() for name, figure in kind.figures.items() if figure.lower_is_better)


@cache
def labels() -> Labels:
    """Read once."""
    return read_yaml(FILE, Labels)


def shown(value: float | None, unit: Unit = "share") -> str:
    """A figure as the French write it: 87,6 %."""
    if value is None:
        return "–"
    written = {"share": f"{100 * value:.1f}\u202f%", "number": f"{value:.2f}", "count": f"{value:g}"}[unit]
    return written.replace(".", ",")
