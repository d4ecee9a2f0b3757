"""Evaluation files: JSON Lines, one object a line; unknown fields are ignored."""

import json
from pathlib import Path
from typing import Any

DATASETS = Path(__file__).parent / "datasets"
Row = dict[str, Any]


class EvalFileError(Exception):
    """A line cannot be read; the message says which."""


def read_rows(path: Path) -> list[Row]:
    """The objects of a file."""
    rows = []
    try:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.strip():
                rows.append(_row(line, path, number))
    except OSError as error:
        raise EvalFileError(f"{path} ne se lit pas : {error}") from None
    return rows


def _row(line: str, path: Path, number: int) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise EvalFileError(f"{path}, ligne {number} : JSON illisible ({error.msg})") from None
    if not isinstance(row, dict):
        raise EvalFileError(f"{path}, ligne {number} : un objet est attendu")
    return row


def datasets(part: str, kind: str) -> list[Row]:
    """All rows of one part (`tuned` or `held`) and kind (`questions`, `situations`, …)."""
    return [row for path in sorted((DATASETS / part).glob(f"{kind}*.jsonl")) for row in read_rows(path)]
