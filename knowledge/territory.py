"""The départements, and the arrondissements and communes of each: what a data file may name."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.reading import KnowledgeError, read_text, relative

COLUMNS = {"communes.csv": ("code", "name", "postcodes", "department", "arrondissement", "population"), "departments.csv": ("code", "name")}


@dataclass(frozen=True, slots=True)
class Territory:
    """Names by département code."""

    departments: Mapping[str, str]
    arrondissements: Mapping[str, frozenset[str]]
    communes: Mapping[str, frozenset[str]]


def territory(data: Path) -> Territory:
    """The territory of `communes.csv` and `departments.csv`."""
    arrondissements, communes = defaultdict(set), defaultdict(set)
    for row in rows(data / "communes.csv"):
        arrondissements[row["department"]].add(row["arrondissement"])
        communes[row["department"]].add(row["name"])
    names = {row["code"]: row["name"] for row in rows(data / "departments.csv")}
    return Territory(names, _frozen(arrondissements), _frozen(communes))


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file; a row with a cell too many or too few is a `KnowledgeError`."""
    columns = COLUMNS[path.name]
    lines = list(csv.reader(read_text(path).splitlines()))
    if not lines or tuple(lines[0]) != columns:
        raise KnowledgeError(f"{relative(path)}, ligne 1 : les colonnes sont « {','.join(columns)} ». Rétablissez cette première ligne.")
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(columns):
            raise KnowledgeError(
                f"{relative(path)}, ligne {number} : {len(cells)} cellules au lieu de {len(columns)} ({','.join(columns)}). Corrigez la ligne."
            )
    return [dict(zip(columns, cells, strict=True)) for cells in lines[1:]]


def _frozen(names: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(found) for code, found in names.items()}
