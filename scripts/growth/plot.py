"""The figures of each size as small curves, in one SVG that any page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import log10

WIDTH, HEIGHT, MARGIN, GAP = 240, 150, 46, 30
INK, LINE = "#1b1b1b", "#0b5394"


@dataclass(frozen=True, slots=True)
class Curve:
    """One figure at each size."""

    title: str
    values: Sequence[float]
    form: str = ".0f"


def plot(sizes: Sequence[int], curves: Sequence[Curve]) -> str:
    """One panel a curve, sizes on a logarithmic axis, values from zero; each point says its value."""
    width = len(curves) * (WIDTH + GAP) + GAP
    panels = "".join(_panel(sizes, curve, GAP + at * (WIDTH + GAP)) for at, curve in enumerate(curves))
    label = escape("; ".join(f"{curve.title} : {', '.join(format(value, curve.form) for value in curve.values)}" for curve in curves))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT + 2 * MARGIN}" role="img" aria-label="{label}"'
    return f'{head} font-family="sans-serif" font-size="12" fill="{INK}"><rect width="100%" height="100%" fill="#fff"/>{panels}</svg>\n'


def _panel(sizes: Sequence[int], curve: Curve, left: float) -> str:
    low, high, top = log10(sizes[0]), log10(sizes[-1]), max(curve.values) * 1.15
    points = [(left + (log10(size) - low) / (high - low) * WIDTH, MARGIN + HEIGHT * (1 - value / top)) for size, value in zip(sizes, curve.values, strict=True)]
    axis = f'<path d="M{left} {MARGIN}v{HEIGHT}h{WIDTH}" fill="none" stroke="{INK}"/>'
    line = f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" fill="none" stroke="{LINE}" stroke-width="2"/>'
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{LINE}"/>'
        f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{french(format(value, curve.form))}</text>'
        f'<text x="{x:.1f}" y="{MARGIN + HEIGHT + 18}" text-anchor="middle">{french(format(size, ","))}</text>'
        for size, value, (x, y) in zip(sizes, curve.values, points, strict=True)
    )
    return f'<text x="{left}" y="{MARGIN - 26}" font-weight="bold">{escape(curve.title)}</text>{axis}{line}{marks}'


def french(number: str) -> str:
    """« 1,234.5 » as it is written in French."""
    return number.replace(",", "\u202f").replace(".", ",")
