"""The last accepted figures, and what has changed since: a worse one fails, a better one is committed."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from eval.files import EvalFileError

ACCEPTED = Path(__file__).parent.parent / "accepted.json"
TOLERANCE = 0.02  # one row of the smallest set (60): another processor rounds vectors otherwise, and may move one
PartFigures = Mapping[str, Mapping[str, Mapping[str, float | None]]]  # part → kind → figure


class Direction(StrEnum):
    """How a figure moved."""

    WORSE = "worse"
    BETTER = "better"
    SAME = "same"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure now, beside the accepted one; None for a figure that is not there or counts nothing."""

    part: str
    kind: str
    name: str
    accepted: float | None
    now: float | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class Accepted:
    """The accepted figures, and the day for which the questions were answered."""

    day: date
    parts: PartFigures


def read_accepted(path: Path = ACCEPTED) -> Accepted | None:
    """The accepted figures; None before the first time."""
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text("utf-8"))
        return Accepted(date.fromisoformat(data["day"]), data["parts"])
    except (ValueError, KeyError, TypeError) as error:
        raise EvalFileError(f"{path.name} ne se lit pas ({error}). Réécrivez-le : python -m eval report --accept") from None


def write_accepted(accepted: Accepted, path: Path = ACCEPTED) -> None:
    """Put *accepted* in the place of the last ones."""
    data = {"day": accepted.day.isoformat(), "parts": accepted.parts}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def changes(now: PartFigures, accepted: PartFigures, lower_is_better: Collection[str]) -> list[Change]:
    """Every figure of either side, in a stable order."""
    return [
        Change(part, kind, name, before, value, _direction(before, value, is_known=is_known, lower=name in lower_is_better))
        for part, kind, name, before, value, is_known in _pairs(now, accepted)
    ]


def _pairs(now: PartFigures, accepted: PartFigures) -> Iterator[tuple[str, str, str, float | None, float | None, bool]]:
    for part in sorted({*now, *accepted}, reverse=True):
        for kind in dict.fromkeys((*now.get(part, {}), *accepted.get(part, {}))):
            values, before = now.get(part, {}).get(kind, {}), accepted.get(part, {}).get(kind, {})
            for name in dict.fromkeys((*values, *before)):
                yield part, kind, name, before.get(name), values.get(name), name in before


def _direction(before: float | None, now: float | None, *, is_known: bool, lower: bool) -> Direction:
    if not is_known or before is None:
        return Direction.NEW if now is not None else Direction.SAME
    if now is None:
        return Direction.WORSE  # what was measured no longer is
    gain = round(before - now if lower else now - before, 6)
    if gain < -TOLERANCE:
        return Direction.WORSE
    return Direction.BETTER if gain > TOLERANCE else Direction.SAME
