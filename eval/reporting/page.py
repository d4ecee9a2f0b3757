"""A report to its files: one JSON, and one HTML page that needs nothing else."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.wording import written_date
from eval.reporting.contents import Report
from eval.reporting.intervals import Figure
from eval.reporting.labels import FigureLabel, labels, shown

FOLDER = Path("build") / "eval"
TEMPLATES = Path(__file__).parent.parent / "templates"


def write(report: Report, folder: Path = FOLDER) -> Path:
    """Write `report.json` and `report.html`; the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(json.dumps(asdict(report), ensure_ascii=False, indent=1, default=str) + "\n", "utf-8")
    page = folder / "report.html"
    page.write_text(html(report), "utf-8")
    return page


def html(report: Report) -> str:
    """The page; everything that comes from a question or an answer is escaped."""
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters |= {"day": lambda day: written_date(day, "fr"), "shown": shown, "listed": listed}
    return env.get_template("report.html").render(report=report, labels=labels(), reached=reached)


def reached(figure: Figure | None, label: FigureLabel) -> bool | None:
    """Whether a figure is where it is aimed at; None where there is no figure or no aim."""
    if figure is None or figure.value is None or label.goal is None:
        return None
    return figure.value <= label.goal if label.lower_is_better else figure.value >= label.goal


def listed(value: Any) -> list[str]:
    """What was seen, as lines: several accepted wordings of a fact stand on one."""
    if isinstance(value, bool):
        return ["oui" if value else "non"]
    if isinstance(value, (list, tuple)):
        return [" | ".join(map(str, one)) if isinstance(one, (list, tuple)) else str(one) for one in value]
    return [] if value in (None, "") else [str(value)]
