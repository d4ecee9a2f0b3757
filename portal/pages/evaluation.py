"""The accepted figures of the evaluation, read from its data files: nothing of `eval` is imported."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "eval"
SHARE = "share"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its name and what it means, written as the French write it."""

    label: str
    meaning: str
    value: str
    goal: str | None
    reached: bool | None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of evaluation."""

    label: str
    meaning: str
    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Part:
    """The figures on one part of the questions."""

    id: str
    label: str
    meaning: str
    kinds: Sequence[Kind]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The last accepted figures, the part that nobody reads first."""

    day: date
    parts: Sequence[Part]


def read_evaluation(folder: Path = FOLDER) -> Evaluation | None:
    """The accepted figures; None before the first time, or where they cannot be read."""
    try:
        accepted = json.loads((folder / "accepted.json").read_text("utf-8"))
        labels = yaml.safe_load((folder / "reporting" / "labels.yaml").read_text("utf-8"))
        parts = [_part(name, kinds, labels) for name, kinds in accepted["parts"].items()]
        return Evaluation(date.fromisoformat(accepted["day"]), sorted(parts, key=lambda part: part.id != "held"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError):
        return None


def _part(name: str, kinds: Mapping[str, Mapping[str, float | None]], labels: Mapping[str, Any]) -> Part:
    said = labels["parts"].get(name, {"label": name, "meaning": ""})
    return Part(name, said["label"], said["meaning"], [_kind(kind, figures, labels["kinds"].get(kind, {})) for kind, figures in kinds.items()])


def _kind(name: str, figures: Mapping[str, float | None], labels: Mapping[str, Any]) -> Kind:
    named = labels.get("figures", {})
    shown = [_figure(figure, value, named.get(figure, {})) for figure, value in figures.items() if value is not None]
    return Kind(labels.get("label", name), labels.get("meaning", ""), shown)


def _figure(name: str, value: float, label: Mapping[str, Any]) -> Figure:
    goal, unit = label.get("goal"), label.get("unit", SHARE)
    reached = None if goal is None else value <= goal if label.get("lower_is_better") else value >= goal
    return Figure(label.get("label", name), label.get("meaning", ""), _written(value, unit), None if goal is None else _written(goal, unit), reached)


def _written(value: float, unit: str) -> str:
    """« 87,6 % », « 0,74 », « 3 »."""
    text = {SHARE: f"{100 * value:.1f}\u202f%", "count": f"{value:g}"}.get(unit, f"{value:.2f}")
    return text.replace(".", ",")
