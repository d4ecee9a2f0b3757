"""The procedure as a line: where each stage stands in the drawing, and the tracks between stages, from the sheets alone."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.procedure.stage import Stage
from knowledge.sheet import StageSheet
from portal.pages.choices import STAGES

COLUMNS, CELL, BOX_WIDTH, BOX_HEIGHT = 4, 246, 206, 92
GAP, ROW_GAP, MARGIN, LETTERS = 22, 56, 20, 19


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage in the drawing; `returns` says that the lease may go on from here."""

    stage: Stage
    number: int
    label: str
    lines: tuple[str, ...]
    x: int
    y: int
    returns: bool
    here: bool

    @property
    def middle(self) -> int:
        """The height where tracks meet the box."""
        return self.y + BOX_HEIGHT // 2


@dataclass(frozen=True, slots=True)
class Track:
    """A line from a stage to one that may follow; a `skip` leaves a stage out."""

    path: str
    skip: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The whole drawing."""

    width: int
    height: int
    box_width: int
    box_height: int
    stops: tuple[Stop, ...]
    tracks: tuple[Track, ...]


def procedure_line(sheets: Mapping[Stage, StageSheet], here: Stage | None = None) -> Line:
    """The twelve stages in rows of four, branches above each other, every follower of the sheets as a track."""
    ranks = _layers(sheets)
    tops = _row_tops(ranks)
    stops = {stage: _stop(sheets[stage], ranks, tops, here=stage is here) for stage in STAGES}
    height = max(stop.y for stop in stops.values()) + BOX_HEIGHT + MARGIN
    tracks = tuple(_track(stops[stage], stops[after.stage], ranks, tops) for stage in STAGES for after in sheets[stage].next if after.stage.rank > stage.rank)
    return Line(COLUMNS * CELL, height, BOX_WIDTH, BOX_HEIGHT, tuple(stops.values()), tracks)


def _layers(sheets: Mapping[Stage, StageSheet]) -> dict[Stage, int]:
    """How many stages at most lead to each: two that follow the same one share a layer."""
    layers = dict.fromkeys(STAGES, 0)
    for stage in STAGES:
        for after in sheets[stage].next:
            if after.stage.rank > stage.rank:
                layers[after.stage] = max(layers[after.stage], layers[stage] + 1)
    return layers


def _row_tops(ranks: Mapping[Stage, int]) -> list[int]:
    """The top of each row; a row with a branch is higher."""
    tops, top = [], MARGIN + GAP
    for row in range(max(ranks.values()) // COLUMNS + 1):
        tops.append(top)
        high = max(sum(1 for layer in ranks.values() if layer == row * COLUMNS + column) for column in range(COLUMNS))
        top += high * (BOX_HEIGHT + GAP) + ROW_GAP
    return tops


def _stop(sheet: StageSheet, ranks: Mapping[Stage, int], tops: list[int], *, here: bool) -> Stop:
    layer = ranks[sheet.id]
    row, column = divmod(layer, COLUMNS)
    beside = [stage for stage in STAGES if ranks[stage] == layer]
    in_row = max(sum(1 for one in ranks.values() if one == row * COLUMNS + at) for at in range(COLUMNS))
    offset = (in_row - len(beside)) * (BOX_HEIGHT + GAP) // 2 + beside.index(sheet.id) * (BOX_HEIGHT + GAP)
    return Stop(
        stage=sheet.id,
        number=sheet.id.rank + 1,
        label=sheet.label.fr,
        lines=tuple(textwrap.wrap(sheet.label.fr, LETTERS)),
        x=column * CELL + MARGIN,
        y=tops[row] + offset,
        returns=any(after.stage is Stage.BAIL_EN_COURS for after in sheet.next),
        here=here,
    )


def _track(one: Stop, other: Stop, ranks: Mapping[Stage, int], tops: list[int]) -> Track:
    skip = ranks[other.stage] - ranks[one.stage] > 1
    if ranks[one.stage] // COLUMNS != ranks[other.stage] // COLUMNS:
        return Track(_to_next_row(one, other, tops[ranks[other.stage] // COLUMNS], 10 if skip else 0), skip)
    return Track(_over(one, other) if skip else _beside(one, other), skip)


def _beside(one: Stop, other: Stop) -> str:
    """From the right side to the next box's left side."""
    start, end = one.x + BOX_WIDTH, other.x
    half = (start + end) // 2
    return f"M{start} {one.middle}C{half} {one.middle} {half} {other.middle} {end} {other.middle}"


def _over(one: Stop, other: Stop) -> str:
    """Above the boxes that are left out."""
    start, end, top = one.x + BOX_WIDTH // 2, other.x + BOX_WIDTH // 2, one.y - MARGIN
    return f"M{start} {one.y}V{top + 6}Q{start} {top} {start + 6} {top}H{end - 6}Q{end} {top} {end} {top + 6}V{other.y}"


def _to_next_row(one: Stop, other: Stop, top: int, beside: int) -> str:
    """Down, back to the left above the whole row, and down into the box."""
    start, end = one.x + BOX_WIDTH // 2 - beside, other.x + BOX_WIDTH // 2 - 2 * beside
    low = top - ROW_GAP // 2 - beside
    return f"M{start} {one.y + BOX_HEIGHT}V{low - 8}Q{start} {low} {start - 8} {low}H{end + 8}Q{end} {low} {end} {low + 8}V{other.y}"
