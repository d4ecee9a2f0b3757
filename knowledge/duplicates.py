"""Ids that stand twice: the second would silently replace the first."""

from collections.abc import Iterable, Iterator

from knowledge.files import DataFile
from knowledge.nodes import Loc, located
from knowledge.reading import relative

LISTS = {
    "statements": ("statements", ("id",)),
    "partners": ("partners", ("id",)),
    "emergencies": ("emergencies", ("id",)),
    "glossary": ("terms", ("id",)),
    "uncovered": ("uncovered", ("id",)),
    "counting": ("rules", ("parameter",)),
    "deadlines": ("deadlines", ("parameter", "suffix", "item")),
    "orientation": ("orientation", ("stage", "role")),
}


def duplicates(files: Iterable[DataFile]) -> Iterator[str]:
    """Each id that another file, or an earlier line, already has."""
    seen: dict[tuple[str, str], str] = {}
    for file in files:
        for loc, name in _names(file):
            if first := seen.get((file.schema, name)):
                yield located(file, loc, f"« {name} » existe déjà dans {first}. Donnez un autre nom, ou ôtez l'un des deux.")
            seen.setdefault((file.schema, name), relative(file.path))


def _names(file: DataFile) -> Iterator[tuple[Loc, str]]:
    """What identifies each item of the file's list, or the file itself."""
    if file.schema == "parameter":
        yield (), file.value.id
    if file.schema in LISTS:
        top, keys = LISTS[file.schema]
        for at, item in enumerate(getattr(file.value, top)):
            yield (top, at, keys[0]), ", ".join(str(getattr(item, key)) for key in keys if getattr(item, key) is not None)
