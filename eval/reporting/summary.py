"""A report in a few lines of the terminal."""

from collections.abc import Iterator, Sequence

from eval.reporting.accepted import Change, Direction
from eval.reporting.contents import Report
from eval.reporting.intervals import Figure
from eval.reporting.labels import Labels, Unit, labels, shown

NAME, CELL = 40, 24


def summary(report: Report) -> Iterator[str]:
    """Ours, then the others, a part a column."""
    names = labels()
    parts = list(report.parts)
    yield _line("", *(names.parts[part].label for part in parts), "visé")
    for kind, label in names.kinds.items():
        for name, figure in label.figures.items():
            values = (_cell(report.parts[part][kind].figures.get(name), figure.unit) for part in parts)
            yield _line(f"{label.label} : {figure.label}", *values, shown(figure.goal, figure.unit))
    for name, figure in names.judged.items():
        yield _line(figure.label, *(_cell(report.judged[part].figures.get(name), "share") for part in parts), shown(figure.goal))
    yield from _others(report, names)


def _others(report: Report, names: Labels) -> Iterator[str]:
    for part, systems in report.baselines.items():
        for system, kinds in systems.items():
            yield f"{names.systems[system].label}, {names.parts[part].label} : " + ", ".join(
                f"{name} {shown(kinds[kind].figures[name].value, names.kinds[kind].figures[name].unit)}" for kind, name in names.compared
            )


def told(changes: Sequence[Change], direction: Direction) -> Iterator[str]:
    """A line for each figure that moved in that direction."""
    names = labels()
    for one in (change for change in changes if change.direction is direction):
        figure = names.kinds[one.kind].figures[one.name]
        values = f"{shown(one.now, figure.unit)} (accepté : {shown(one.accepted, figure.unit)})"
        yield f"{names.directions[direction]} : {names.kinds[one.kind].label}, {figure.label}, {names.parts[one.part].label} : {values}"


def _cell(figure: Figure | None, unit: Unit) -> str:
    if figure is None or figure.value is None:
        return "–"
    return f"{shown(figure.value, unit)} [{shown(figure.low, unit)} ; {shown(figure.high, unit)}]"


def _line(name: str, *cells: str) -> str:
    return f"{name:{NAME}} " + " ".join(f"{cell:{CELL}}" for cell in cells).rstrip()
